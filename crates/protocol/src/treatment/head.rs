//! The whole file.

use super::{
    bound, catalogue, face, indication, operator, outcome, recovery, screening, segment, spacing, titration, window,
};
use crate::reading::{Table, Taken};
use journey::course::TouchUp;
use journey::protocol::{ConsentPoint, ContentHash, Disclosures, Protocol, RegulatoryStatus};
use journey::session::{Asymmetry, Band, NoGo};
use journey::slug::{ConcernId, IndicationId, ProtocolId, RuleId};
use journey::stock::Product;

pub(crate) const STATUS: [(&str, RegulatoryStatus); 3] = [
    ("approved", RegulatoryStatus::Approved),
    ("off-label", RegulatoryStatus::OffLabel),
    ("unapproved", RegulatoryStatus::Unapproved),
];

/// One protocol; sealed later, when all it refers to is known.
pub(crate) fn protocol(file: Table<'_>, folder: &ProtocolId) -> Option<Protocol> {
    let library = file.cx.library;
    let id = id(&file, folder);
    let (name, summary) = (file.bilingual("name"), file.bilingual("summary"));
    let status = file.word("status", &STATUS);
    let disclosures = disclosures(&file, status);
    let groups = file.references("groups", "group", library.groups.iter().map(|group| &group.id));
    let concerns = concerns(&file);
    let products = products(&file);
    let catalogue = file.need("catalogue").and_then(|node| catalogue::treatment(node.table()?));
    let segments = segment::segments(&file);
    let indications = indication::indications(&file, &concerns);
    let courses: Vec<IndicationId> = file.names("indication");
    let rules = Taken::with(taken(&file, &courses));
    let screening = screening::rules(&file, &rules);
    let spacing = spacing::rules(&file, &rules);
    let downtime = window::downtime(&file, &rules);
    let touch_up = file.get("touch_up").and_then(|node| window::touch_up(node.table()?));
    let bounds = bound::bounds(&file, &rules, &courses, &products);
    let titrations = titration::titrations(&file, &rules, &products);
    let asymmetry = file.get("asymmetry").and_then(|node| face::asymmetry(node.table()?));
    let no_go = face::no_go(&file, &rules);
    let operators = operator::operators(&file, &rules);
    let recovery = file.need("recovery").and_then(|node| recovery::recovery(node.table()?, &rules));
    let outcome = outcome::responses(&file, &courses);
    let maintenance = file.get("maintenance").and_then(|node| outcome::maintenance(node.table()?));
    let effects = outcome::effects(&file, &courses);
    let consent = consent(&file);
    file.close();
    Some(Protocol {
        id: id?,
        hash: ContentHash::UNSEALED,
        name: name?,
        summary: summary?,
        status: status?,
        disclosures,
        groups,
        concerns,
        catalogue: catalogue?,
        segments,
        screening,
        indications,
        spacing,
        downtime,
        touch_up,
        bounds,
        titrations,
        asymmetry,
        bands: bands(&library.bands, &no_go),
        no_go,
        operators,
        consent,
        recovery: recovery?,
        outcome,
        maintenance,
        effects,
        facts: Vec::new(),
        products,
        scales: Vec::new(),
        sources: Vec::new(),
    })
}

/// The names that the protocol's own parts stand for.
fn taken(file: &Table<'_>, courses: &[IndicationId]) -> Vec<RuleId> {
    let of_course = |id: &IndicationId| ["interval", "pause"].map(|suffix| RuleId::derived(id.as_str(), suffix));
    let touch_up = file.has("touch_up").then(TouchUp::rule);
    let asymmetry = file.has("asymmetry").then(Asymmetry::rule);
    courses.iter().flat_map(of_course).chain(touch_up).chain(asymmetry).collect()
}

fn bands(known: &[Band], no_go: &[NoGo]) -> Vec<Band> {
    known.iter().filter(|band| no_go.iter().any(|rule| rule.band == band.id)).cloned().collect()
}

fn id(file: &Table<'_>, folder: &ProtocolId) -> Option<ProtocolId> {
    let node = file.need("id")?;
    let id: ProtocolId = node.id()?;
    if &id != folder {
        node.wrong(format!("`{id}` is not the name of the folder"), folder.to_string());
    }
    Some(id)
}

fn concerns(file: &Table<'_>) -> Vec<ConcernId> {
    let known = file.cx.library.concerns.iter().map(|concern| &concern.id);
    let concerns = file.references("concerns", "concern", known);
    if file.need("concerns").is_some_and(|node| node.list().is_empty()) {
        file.wrong("`concerns` is empty", "at least one");
    }
    concerns
}

fn products(file: &Table<'_>) -> Vec<Product> {
    let known = &file.cx.library.products;
    let named = file.references("products", "product", known.iter().map(|product| &product.id));
    known.iter().filter(|product| named.contains(&product.id)).cloned().collect()
}

fn disclosures(file: &Table<'_>, status: Option<RegulatoryStatus>) -> Option<Disclosures> {
    if status == Some(RegulatoryStatus::Approved) {
        if let Some(node) = file.get("disclosures") {
            node.wrong("an approved treatment has nothing to disclose here", "no `[disclosures]`");
        }
        return None;
    }
    let table = file.need("disclosures")?.table()?;
    let (unapproved, obtained) = (table.bilingual("unapproved"), table.bilingual("obtained"));
    let (equivalent, overseas) = (table.bilingual("equivalent"), table.bilingual("overseas"));
    let relief = table.bilingual("relief");
    table.close();
    Some(Disclosures {
        unapproved: unapproved?,
        obtained: obtained?,
        equivalent: equivalent?,
        overseas: overseas?,
        relief: relief?,
    })
}

fn consent(file: &Table<'_>) -> Vec<ConsentPoint> {
    let taken = Taken::default();
    file.each("consent", |table| {
        let (id, says) = (table.fresh("id", &taken), table.bilingual("says"));
        table.close();
        Some(ConsentPoint { id: id?, says: says? })
    })
}
