//! What it is, what must be disclosed, and what the patient consents to.

use super::aspect::Field;
use super::meaning::Meaning;
use super::part::Part;
use super::statement::{Statement, same};
use super::{Teller, tokens};
use journey::protocol::{ConsentPoint, Disclosures, Library, Protocol};
use journey::text::Bilingual;

/// What it is, and the five statements.
pub(super) fn statements(teller: &Teller<'_>) -> Vec<Statement> {
    let Protocol { name, summary, status, groups, concerns, products, disclosures, .. } = teller.protocol;
    let group =
        |library: &Library, id: &_| library.groups.iter().find(|group| &group.id == id).map(|group| group.name.clone());
    let ids: Vec<_> = products.iter().map(|product| &product.id).collect();
    let product =
        |_: &Library, id: &&_| products.iter().find(|product| &product.id == *id).map(|product| product.name.clone());
    let about = Statement::new(Part::About, &teller.protocol.id, name.clone())
        .wording(Field::Name, name)
        .wording(Field::Summary, summary)
        .plain(Field::Status, tokens::status(*status))
        .plain(Field::Groups, teller.names(groups, group, ("なし", "none")))
        .plain(
            Field::Concerns,
            teller.names(concerns, |library, id| library.concern(id).map(|one| one.name.clone()), ("なし", "none")),
        )
        .plain(Field::Products, teller.names(&ids, product, ("なし", "none")));
    std::iter::once(about).chain(disclosures.as_ref().map(disclosed)).collect()
}

fn disclosed(disclosures: &Disclosures) -> Statement {
    let Disclosures { unapproved, obtained, equivalent, overseas, relief } = disclosures;
    Statement::new(Part::Disclosures, "disclosures", Part::Disclosures.heading())
        .wording(Field::Unapproved, unapproved)
        .wording(Field::Obtained, obtained)
        .wording(Field::Equivalent, equivalent)
        .wording(Field::Overseas, overseas)
        .wording(Field::Relief, relief)
}

/// What the patient signs for, in order.
pub(super) fn consent(teller: &Teller<'_>) -> Vec<Statement> {
    let points = &teller.protocol.consent;
    let before = std::iter::once(None).chain(points.iter().map(|point| Some(&point.id)));
    let told = points.iter().zip(before).map(|(ConsentPoint { id, says }, before)| {
        let follows = before.map_or_else(|| Bilingual::new("（最初）", "(the first)"), same);
        Statement::new(Part::Consent, id, says.clone()).wording(Field::Says, says).with(
            Field::Follows,
            follows,
            Meaning::Wording,
        )
    });
    told.collect()
}
