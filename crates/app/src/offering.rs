//! What the clinic offers: services, their steps and their dated prices. A price change needs no physician.

mod service;

pub(crate) use service::{Dated, bilingual, load_services};
pub use service::{
    Online, Price, PriceStanding, Segment, Service, ServiceKind, all_services, examination, service_by_id,
    service_by_slug,
};
