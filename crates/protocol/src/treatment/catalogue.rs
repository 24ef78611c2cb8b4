//! `[catalogue]`.

use super::condition::over_facts;
use crate::reading::{Node, Table};
use journey::catalogue::{Aftercare, CareEnd, Claim, HoursSince, Risk, Since, Treatment};

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
    let when = table.get("when").and_then(over_facts);
    let (from, until) = (table.get("from").and_then(since), table.get("until").and_then(end));
    if let (Some(from), Some(CareEnd::At(until))) = (from, &until)
        && from.rough_hours() >= until.rough_hours()
    {
        table.wrong("this time runs backwards", "`from` before `until`");
    }
    let evidence = table.evidence();
    table.close();
    Some(Aftercare { says: says?, when, from, until, evidence: evidence? })
}

fn since(node: Node<'_>) -> Option<Since> {
    let table = node.table()?;
    let since = since_in(&table, "`{ hours = … }`, `{ days = … }` or `{ months = … }`");
    table.close();
    since
}

fn since_in(table: &Table<'_>, expected: &str) -> Option<Since> {
    let read = |key| table.get(key).map(|node| node.whole::<u16>());
    match (read("hours"), read("days"), read("months")) {
        (Some(hours), None, None) => hours.map(|hours| Since::Hours(HoursSince(u32::from(hours)))),
        (None, Some(days), None) => days.map(|days| Since::Hours(HoursSince(u32::from(days) * 24))),
        (None, None, Some(months)) => months.map(|months| Since::Months { months }),
        _ => {
            table.wrong("this is no time after a session", expected);
            None
        }
    }
}

fn end(node: Node<'_>) -> Option<CareEnd> {
    let table = node.table()?;
    let end = match table.get("event") {
        Some(event) => event.bilingual().map(|event| CareEnd::Event { event }),
        None => {
            since_in(&table, "`{ hours = … }`, `{ days = … }`, `{ months = … }` or `{ event = … }`").map(CareEnd::At)
        }
    };
    table.close();
    end
}
