//! `scales.toml`.

use crate::reading::{Table, Taken};
use journey::outcome::{Better, Level, Scale};

/// Every scale.
pub(crate) fn scales(file: Table<'_>) -> Vec<Scale> {
    let taken = Taken::default();
    let read = file.each("scale", |table| scale(table, &taken));
    file.close();
    read
}

fn scale(table: Table<'_>, taken: &Taken) -> Option<Scale> {
    let (id, name) = (table.fresh("id", taken), table.bilingual("name"));
    let better = table.word("better", &[("lower", Better::Lower), ("higher", Better::Higher)]);
    let read = |key| table.need(key).and_then(|node| node.decimal());
    let (min, max, noise) = (read("min"), read("max"), read("noise"));
    let levels = table.each("levels", |table| {
        let value = table.need("value").and_then(|node| node.decimal());
        let label = table.bilingual("label");
        table.close();
        Some(Level { value: value?, label: label? })
    });
    let evidence = table.evidence();
    let scale = Scale {
        id: id?,
        name: name?,
        better: better?,
        min: min?,
        max: max?,
        noise: noise?,
        levels,
        evidence: evidence?,
    };
    if scale.min >= scale.max || scale.levels.iter().any(|level| scale.accepts(level.value).is_err()) {
        table.wrong("this scale does not hold together", "`min` below `max`, every level between them");
    }
    table.close();
    Some(scale)
}
