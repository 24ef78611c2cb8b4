//! A protocol as a page that a physician reads and signs: everything it says, in reading order.

use crate::statements::{Aspect, Field, Part, Statement, Teller, statements};
use journey::evidence::Force;
use journey::protocol::{ContentHash, Library, Protocol};
use journey::text::Lang;
use std::cmp::Reverse;

/// The whole page in one language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// What the treatment is called.
    pub title: String,
    /// The version that is read and signed.
    pub version: ContentHash,
    /// Its sections in reading order; none is empty.
    pub sections: Vec<Section>,
}

/// Statements of one kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// The statements; the worst first where one is worse than another.
    pub entries: Vec<Entry>,
}

/// One statement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its name in the file, or its number where the file gives none; with its kind where that is not the heading's.
    pub name: String,
    /// What it says, each with its label.
    pub rows: Vec<(String, String)>,
}

/// Everything that a protocol says. Zones, groups and rooms are called by the names of the library.
pub fn sheet(library: &Library, protocol: &Protocol, lang: Lang) -> Sheet {
    let mut all = statements(&Teller { protocol, library: Some(library) });
    all.sort_by_key(|statement| (statement.part.section(), Reverse(statement.weight)));
    let sections = all.chunk_by(|one, next| one.part.section() == next.part.section());
    let mut sections: Vec<(Part, Section)> =
        sections.filter_map(|of| Some((of.first()?.part.section(), section(of, lang)))).collect();
    let before_products = sections.iter().position(|(part, _)| *part >= Part::Product).unwrap_or(sections.len());
    if let Some(disputed) = disputed(&all, lang) {
        sections.insert(before_products, (Part::Fact, disputed));
    }
    Sheet {
        title: protocol.name.get(lang).to_owned(),
        version: protocol.hash,
        sections: sections.into_iter().map(|(_, section)| section).collect(),
    }
}

fn section(of: &[Statement], lang: Lang) -> Section {
    let heading = of.first().map(|one| one.part.section().heading()).map(|heading| heading.get(lang).to_owned());
    Section { heading: heading.unwrap_or_default(), entries: of.iter().map(|one| entry(one, lang)).collect() }
}

fn entry(statement: &Statement, lang: Lang) -> Entry {
    let part = statement.part;
    let kind = (part != part.section()).then(|| format!(" — {}", part.heading().get(lang)));
    // That a statement acts is the rule; only where it does not is it worth a line.
    let told = |aspect: &&Aspect| aspect.field != Field::Force || statement.force == Force::KeptForRecord;
    let rows = statement.aspects.iter().filter(told).map(|aspect| {
        let label = aspect.field.label();
        (label.get(lang).to_owned(), aspect.text.get(lang).to_owned())
    });
    Entry { name: format!("{}{}", statement.id, kind.unwrap_or_default()), rows: rows.collect() }
}

/// Every statement of which other sources say something else, together in one place.
fn disputed(all: &[Statement], lang: Lang) -> Option<Section> {
    let entries: Vec<Entry> = all
        .iter()
        .filter_map(|statement| {
            let claim = statement.aspect(Field::Conflict)?.text.get(lang).to_owned();
            let (heading, label) = (statement.part.heading(), Field::Conflict.label());
            let name = format!("{} — {}", statement.id, heading.get(lang));
            Some(Entry { name, rows: vec![(label.get(lang).to_owned(), claim)] })
        })
        .collect();
    let heading = match lang {
        Lang::Ja => "見解が分かれているところ",
        Lang::En => "Where sources disagree",
    };
    (!entries.is_empty()).then(|| Section { heading: heading.to_owned(), entries })
}
