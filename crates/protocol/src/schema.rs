//! JSON Schemas of the files, for editors. What a file may hold is described once, as data, in the files below; the checker
//! remains the judge, for a schema cannot know which names are defined elsewhere.

mod cases;
mod definitions;
mod form;
mod protocol;
mod recovery;
mod registries;
mod render;
mod session;
mod words;

use serde_json::Value;

/// A kind of file that has a schema.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum File {
    /// `<id>/protocol.toml`
    Protocol,
    /// `<id>/cases.toml`
    Cases,
    /// `facts.toml`
    Facts,
    /// `zones.toml`
    Zones,
    /// `groups.toml`
    Groups,
    /// `resources.toml`
    Resources,
    /// `concerns.toml`
    Concerns,
    /// `products.toml`
    Products,
    /// `scales.toml`
    Scales,
    /// `sources.toml`, shared or of one protocol
    Sources,
}

impl File {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Protocol,
        Self::Cases,
        Self::Facts,
        Self::Zones,
        Self::Groups,
        Self::Resources,
        Self::Concerns,
        Self::Products,
        Self::Scales,
        Self::Sources,
    ];

    /// Its name without an ending; its schema is called `<name>.schema.json`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Protocol => "protocol",
            Self::Cases => "cases",
            Self::Facts => "facts",
            Self::Zones => "zones",
            Self::Groups => "groups",
            Self::Resources => "resources",
            Self::Concerns => "concerns",
            Self::Products => "products",
            Self::Scales => "scales",
            Self::Sources => "sources",
        }
    }

    /// The kind that a name means.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|file| file.name() == name)
    }

    const fn form(self) -> &'static form::Form {
        match self {
            Self::Protocol => &protocol::PROTOCOL,
            Self::Cases => &cases::CASES,
            Self::Facts => &registries::FACTS,
            Self::Zones => &registries::ZONES,
            Self::Groups => &registries::GROUPS,
            Self::Resources => &registries::RESOURCES,
            Self::Concerns => &registries::CONCERNS,
            Self::Products => &registries::PRODUCTS,
            Self::Scales => &registries::SCALES,
            Self::Sources => &registries::SOURCES,
        }
    }
}

/// The JSON Schema (draft 7) of a kind of file.
pub fn schema(file: File) -> Value {
    render::document(file.name(), file.form())
}
