//! `[catalogue]`.

use crate::reading::Table;
use journey::catalogue::{Aftercare, Claim, Risk, Treatment};

/// The words of a treatment's page.
pub(super) fn treatment(table: Table<'_>) -> Option<Treatment> {
    let (mechanism, feel) = (table.bilingual("mechanism"), table.bilingual("feel"));
    let (for_whom, not_for) = (table.bilingual("for_whom"), table.bilingual("not_for"));
    let downtime = table.bilingual("downtime");
    let alternatives = table.bilinguals("alternatives");
    if alternatives.is_empty() {
        table.wrong("`alternatives` is missing", "at least one; doing nothing counts as one");
    }
    let claims = table.at_least_one("claim", claim);
    let risks = table.at_least_one("risk", risk);
    let aftercare = table.each("aftercare", aftercare);
    table.close();
    Some(Treatment {
        mechanism: mechanism?,
        feel: feel?,
        for_whom: for_whom?,
        not_for: not_for?,
        downtime: downtime?,
        claims,
        risks,
        alternatives,
        aftercare,
    })
}

fn claim(table: Table<'_>) -> Option<Claim> {
    let (says, in_words) = (table.bilingual("says"), table.bilingual("evidence"));
    let evidence = table.evidence();
    table.close();
    Some(Claim { says: says?, in_words: in_words?, evidence: evidence? })
}

fn risk(table: Table<'_>) -> Option<Risk> {
    let says = table.bilingual("says");
    let how_often = table.get("how_often").and_then(|node| node.bilingual());
    let evidence = table.evidence();
    table.close();
    Some(Risk { says: says?, how_often, evidence: evidence? })
}

fn aftercare(table: Table<'_>) -> Option<Aftercare> {
    let says = table.bilingual("says");
    let read = |key| table.get(key).and_then(|node| node.since());
    let (from, until) = (read("from"), read("until"));
    if from.zip(until).is_some_and(|(from, until)| from >= until) {
        table.wrong("this time runs backwards", "`from` before `until`");
    }
    let evidence = table.evidence();
    table.close();
    Some(Aftercare { says: says?, from, until, evidence: evidence? })
}
