//! `groups.toml`, `resources.toml`, `concerns.toml`.

use crate::reading::{Table, Taken};
use journey::catalogue::Concern;
use journey::protocol::{Group, Resource};
use journey::slug::NotASlug;
use std::fmt::Display;
use std::str::FromStr;

/// Every group; a group may not have the name of a protocol.
pub(crate) fn groups(file: Table<'_>) -> Vec<Group> {
    let taken = Taken::with(file.cx.protocols);
    let read = file.each("group", |table| {
        let (id, name) = (table.fresh("id", &taken), table.bilingual("name"));
        table.close();
        Some(Group { id: id?, name: name? })
    });
    file.close();
    read
}

/// Every competence, room or device, by its key.
pub(crate) fn resources<Id>(file: &Table<'_>, key: &'static str) -> Vec<Resource<Id>>
where
    Id: FromStr<Err = NotASlug> + Display,
{
    let taken = Taken::default();
    file.each(key, |table| {
        let (id, name) = (table.fresh("id", &taken), table.bilingual("name"));
        table.close();
        Some(Resource { id: id?, name: name? })
    })
}

/// Every concern.
pub(crate) fn concerns(file: Table<'_>) -> Vec<Concern> {
    let taken = Taken::default();
    let read = file.each("concern", |table| {
        let (id, name, summary) = (table.fresh("id", &taken), table.bilingual("name"), table.bilingual("summary"));
        table.close();
        Some(Concern { id: id?, name: name?, summary: summary? })
    });
    file.close();
    read
}
