//! The treatments that the clinic offers, with what may be said about them in public.

use crate::guest::Guest;
use app::catalogue::approval_of;
use app::offering::{Service, ServiceKind, all_services};
use app::{AppError, Work};
use journey::protocol::Protocol;
use journey::slug::ProtocolId;
use maud::{Markup, html};

/// Whether the page of a treatment is public.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Publication {
    /// A physician has approved the version in use.
    Published,
    /// Nobody has; the page is withheld.
    Withheld,
}

/// A treatment as the clinic offers it.
#[derive(Clone, Debug)]
pub(super) struct Offered {
    /// The service with today's prices.
    pub service: Service,
    /// The protocol behind it.
    pub protocol: ProtocolId,
    /// Whether its page is public.
    pub publication: Publication,
}

/// Everything on offer: treatments with a protocol, and the other services.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    /// Treatments with a protocol, in the clinic's order.
    pub treatments: Vec<Offered>,
    /// Everything else, in the clinic's order.
    pub others: Vec<Service>,
}

/// Loads what is on offer today. A service whose protocol is unknown is left out.
pub(super) fn load(work: &mut Work<'_, '_>) -> Result<Offer, AppError> {
    let mut offer = Offer { treatments: Vec::new(), others: Vec::new() };
    for service in all_services(work)? {
        let Some(id) = &service.protocol else {
            offer.others.push(service);
            continue;
        };
        let known = ProtocolId::parse(id).ok().and_then(|id| work.world.library.get(&id));
        if let Some(protocol) = known {
            let publication = publication(work, protocol)?;
            offer.treatments.push(Offered { service, protocol: protocol.id.clone(), publication });
        }
    }
    Ok(offer)
}

fn publication(work: &mut Work<'_, '_>, protocol: &Protocol) -> Result<Publication, AppError> {
    let approved = approval_of(work, &protocol.hash.to_string())?;
    Ok(if approved.is_some() { Publication::Published } else { Publication::Withheld })
}

impl Offer {
    /// The treatment with a protocol of that name.
    pub fn treatment(&self, id: &str) -> Option<&Offered> {
        self.treatments.iter().find(|one| one.protocol.as_str() == id)
    }

    /// The same without the treatments whose pages are withheld in the guest's language.
    pub fn shown_to(mut self, guest: &Guest) -> Self {
        self.treatments.retain(|one| guest.shows(&format!("treatments/{}", one.protocol)));
        self
    }

    /// The first service of a kind.
    pub fn of_kind(&self, kind: ServiceKind) -> Option<&Service> {
        self.others.iter().find(|service| service.kind == kind)
    }
}

impl Offered {
    /// The address of its page.
    pub fn href(&self, guest: &Guest) -> String {
        guest.to(&format!("treatments/{}", self.protocol))
    }
}

/// Treatments as links to their pages, by name only: a price or an effect does not stand without the risks beside it.
pub(super) fn list<'a>(guest: &Guest, treatments: impl Iterator<Item = &'a Offered>) -> Markup {
    html! {
        nav aria-label=(guest.words().t("menu-treatments")) {
            ul.links {
                @for one in treatments { li { a href=(one.href(guest)) { (one.service.name.get(guest.lang)) } } }
            }
        }
    }
}
