//! `[asymmetry]` and `[[no_go]]`.

use super::screening::{OVERRIDE, VERDICTS};
use crate::reading::{Table, Taken};
use journey::screening::Headline;
use journey::session::{Asymmetry, NoGo};

/// How far left and right may differ.
pub(super) fn asymmetry(table: Table<'_>) -> Option<Asymmetry> {
    let node = table.need("percent");
    let percent = node.and_then(|node| node.whole::<u8>());
    if let (Some(node), Some(101..)) = (node, percent) {
        node.wrong("no side differs by more than the whole", "at most 100");
    }
    let (says, evidence) = (table.bilingual("says"), table.evidence());
    table.close();
    Some(Asymmetry { percent: percent?, says: says?, evidence: evidence? })
}

/// Where no point should lie.
pub(super) fn no_go(file: &Table<'_>, taken: &Taken) -> Vec<NoGo> {
    file.each("no_go", |table| {
        let id = table.fresh("id", taken);
        let bands = table.cx.library.bands.iter().map(|band| &band.id);
        let band = table.need("band").and_then(|node| node.reference("band", bands));
        let headline = table.word("verdict", &VERDICTS);
        if headline == Some(Headline::Deferred) {
            table.wrong("a place is not deferred", "caution, needs-doctor, contraindicated");
        }
        let override_by = table.word("override", &OVERRIDE);
        let (says, evidence) = (table.bilingual("says"), table.evidence());
        table.close();
        Some(NoGo {
            id: id?,
            band: band?,
            headline: headline?,
            override_by: override_by?,
            says: says?,
            evidence: evidence?,
        })
    })
}
