//! `[[titration]]`.

use super::screening::OVERRIDE;
use crate::reading::{Node, Table, Taken};
use journey::period::Hours;
use journey::quantity::HundredthsMg;
use journey::session::Titration;
use journey::stock::Product;

/// Every dose that rises step by step.
pub(super) fn titrations(file: &Table<'_>, taken: &Taken, products: &[Product]) -> Vec<Titration> {
    file.each("titration", |table| titration(table, taken, products))
}

fn titration(table: Table<'_>, taken: &Taken, products: &[Product]) -> Option<Titration> {
    let id = table.fresh("id", taken);
    let product = table
        .need("product")
        .and_then(|node| node.reference("product of this protocol", products.iter().map(|product| &product.id)));
    let steps = table.need("steps_mg").and_then(steps);
    let read = |key| table.need(key).and_then(|node| node.period());
    let (hold, every) = (read("hold"), read("every"));
    if every.is_some_and(|every| every.rough_days() == 0) {
        table.wrong("this rhythm stands still", "`every` of at least a day");
    }
    let late = table.get("late").and_then(late);
    let (doctor, restart) = missed(&table);
    let override_by = table.word_or_first("override", &OVERRIDE);
    let (says, evidence) = (table.bilingual("says"), table.evidence());
    table.close();
    Some(Titration {
        id: id?,
        product: product?,
        steps: steps?,
        hold: hold?,
        every: every?,
        late,
        doctor_after_missed: doctor,
        restart_after_missed: restart,
        override_by: override_by?,
        says: says?,
        evidence: evidence?,
    })
}

fn steps(node: Node<'_>) -> Option<Vec<HundredthsMg>> {
    let steps: Vec<HundredthsMg> = node.list().iter().filter_map(|step| step.amount(100).map(HundredthsMg)).collect();
    let rising = steps.is_sorted_by(|low, high| low < high) && steps.first().is_some_and(|first| first.0 > 0);
    if !rising {
        node.wrong("these steps do not rise", "at least one dose above zero, each above the one before");
    }
    rising.then_some(steps)
}

fn late(node: Node<'_>) -> Option<Hours> {
    let table = node.table()?;
    let hours = table.need("take_if_next_in_hours").and_then(|node| node.whole()).map(Hours);
    table.close();
    hours
}

fn missed(table: &Table<'_>) -> (Option<u16>, Option<u16>) {
    let read = |key| table.get(key).and_then(|node| node.whole::<u16>());
    let (doctor, restart) = (read("doctor_after_missed"), read("restart_after_missed"));
    let rising = doctor.zip(restart).is_none_or(|(doctor, restart)| doctor <= restart);
    if !rising || doctor == Some(0) || restart == Some(0) {
        table.wrong("these numbers of missed doses do not rise", "1 ≤ `doctor_after_missed` ≤ `restart_after_missed`");
    }
    (doctor, restart)
}
