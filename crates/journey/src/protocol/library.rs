//! All protocols and the registries they speak of.

use super::Protocol;
use crate::catalogue::Concern;
use crate::evidence::Source;
use crate::facts::Vocabulary;
use crate::outcome::Scale;
use crate::session::{Band, Zone};
use crate::slug::{CompetenceId, ConcernId, DeviceKindId, GroupId, ProductId, ProtocolId, RoomKindId, ScaleId, ZoneId};
use crate::stock::Product;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A family of treatments that spacing rules speak of.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Group {
    /// Its name.
    pub id: GroupId,
    /// How it is shown.
    pub name: Bilingual,
}

/// A competence, kind of room or kind of device.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Resource<Id> {
    /// Its name.
    pub id: Id,
    /// How it is shown.
    pub name: Bilingual,
}

/// Everything the protocol files say.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Library {
    /// The protocols by name.
    pub protocols: BTreeMap<ProtocolId, Protocol>,
    /// The questions.
    pub vocabulary: Vocabulary,
    /// Where on face and neck.
    pub zones: Vec<Zone>,
    /// Bands of the face drawing.
    pub bands: Vec<Band>,
    /// Families of treatments.
    pub groups: Vec<Group>,
    /// What staff can be competent in.
    pub competences: Vec<Resource<CompetenceId>>,
    /// Kinds of room.
    pub rooms: Vec<Resource<RoomKindId>>,
    /// Kinds of device.
    pub devices: Vec<Resource<DeviceKindId>>,
    /// What people come with.
    pub concerns: Vec<Concern>,
    /// Products and devices.
    pub products: Vec<Product>,
    /// Outcome scales.
    pub scales: Vec<Scale>,
    /// Sources that the shared files cite.
    pub sources: Vec<Source>,
}

impl Library {
    /// The protocol of that name.
    pub fn get(&self, id: &ProtocolId) -> Option<&Protocol> {
        self.protocols.get(id)
    }

    /// Every protocol, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Protocol> {
        self.protocols.values()
    }

    /// The questions.
    pub const fn facts(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What people come with, in the order of the file.
    pub fn concerns(&self) -> &[Concern] {
        &self.concerns
    }

    /// The concern of that name.
    pub fn concern(&self, id: &ConcernId) -> Option<&Concern> {
        self.concerns.iter().find(|concern| &concern.id == id)
    }

    /// The product of that name.
    pub fn product(&self, id: &ProductId) -> Option<&Product> {
        self.products.iter().find(|product| &product.id == id)
    }

    /// The zone of that name.
    pub fn zone(&self, id: &ZoneId) -> Option<&Zone> {
        self.zones.iter().find(|zone| &zone.id == id)
    }

    /// The scale of that name.
    pub fn scale(&self, id: &ScaleId) -> Option<&Scale> {
        self.scales.iter().find(|scale| &scale.id == id)
    }

    /// Every protocol that treats a concern.
    pub fn for_concern<'a>(&'a self, id: &'a ConcernId) -> impl Iterator<Item = &'a Protocol> {
        self.iter().filter(move |protocol| protocol.concerns.contains(id))
    }
}
