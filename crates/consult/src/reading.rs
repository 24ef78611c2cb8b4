//! Names in a question become what they name; whatever they do not name is noted, several mistakes at once.

use crate::misread::{Misread, Refused};
use journey::course::{Indication, Treated};
use journey::protocol::{Library, Protocol};
use journey::slug::{GroupId, ProductId, ProtocolId, ZoneId};
use journey::stock::Product;
use protocol::nearest;
use std::cell::RefCell;

/// Reads one question against a library.
pub(crate) struct Reader<'a> {
    pub library: &'a Library,
    wrong: RefCell<Vec<Misread>>,
}

impl<'a> Reader<'a> {
    pub fn new(library: &'a Library) -> Self {
        Self { library, wrong: RefCell::default() }
    }

    /// Notes a mistake.
    pub fn note(&self, misread: Misread) {
        self.wrong.borrow_mut().push(misread);
    }

    /// What was read, unless something was wrong.
    pub fn finish<T>(self, read: Option<T>) -> Result<T, Refused> {
        match (read, self.wrong.into_inner()) {
            (Some(read), wrong) if wrong.is_empty() => Ok(read),
            (_, wrong) => Err(Refused { error: wrong }),
        }
    }

    /// Notes that a name names nothing, with the nearest name that does.
    pub fn unknown<'n>(&self, field: &str, what: &str, name: &str, known: impl Iterator<Item = &'n str>) {
        let known: Vec<&str> = known.collect();
        let wrong = format!("no {what} is called {name:?}");
        self.note(match nearest(name, known.iter().copied()) {
            Some(near) => {
                Misread { expected: None, ..Misread::at(field, format!("{wrong}; did you mean {near}?"), "") }
            }
            None => Misread::at(field, wrong, format!("one of {}", known.join(", "))),
        });
    }

    /// The protocol of that name.
    pub fn protocol(&self, field: &str, name: &str) -> Option<&'a Protocol> {
        let found = ProtocolId::parse(name).ok().and_then(|id| self.library.get(&id));
        if found.is_none() {
            self.unknown(field, "protocol", name, self.library.iter().map(|protocol| protocol.id.as_str()));
        }
        found
    }

    /// The indication of that name; the only one where none is named and there is only one.
    pub fn indication(&self, field: &str, protocol: &'a Protocol, name: Option<&str>) -> Option<&'a Indication> {
        let known = protocol.indications.iter().map(|indication| indication.id.as_str());
        let Some(name) = name else {
            if let [only] = protocol.indications.as_slice() {
                return Some(only);
            }
            let names = known.collect::<Vec<_>>().join(", ");
            self.note(Misread::at(field, "this protocol has several indications", format!("one of {names}")));
            return None;
        };
        let found = protocol.indications.iter().find(|indication| indication.id.as_str() == name);
        if found.is_none() {
            self.unknown(field, "indication", name, known);
        }
        found
    }

    /// A zone of the library.
    pub fn zone(&self, field: &str, name: &str) -> Option<ZoneId> {
        let found = self.library.zones.iter().find(|zone| zone.id.as_str() == name);
        if found.is_none() {
            self.unknown(field, "zone", name, self.library.zones.iter().map(|zone| zone.id.as_str()));
        }
        found.map(|zone| zone.id.clone())
    }

    /// Several zones.
    pub fn zones(&self, field: &str, names: &[String]) -> Vec<ZoneId> {
        names.iter().enumerate().filter_map(|(at, name)| self.zone(&format!("{field}[{at}]"), name)).collect()
    }

    /// A product of the registry.
    pub fn product(&self, field: &str, name: &str) -> Option<&'a Product> {
        let found = self.library.products.iter().find(|product| product.id.as_str() == name);
        if found.is_none() {
            self.unknown(field, "product", name, self.library.products.iter().map(|product| product.id.as_str()));
        }
        found
    }

    /// A product's name, which the registry need not know: it may have been given elsewhere.
    pub fn any_product(&self, field: &str, name: &str) -> Option<ProductId> {
        ProductId::parse(name).map_err(|wrong| self.note(Misread::at(field, wrong.to_string(), "a product"))).ok()
    }

    /// A protocol or a group of treatments.
    pub fn treated(&self, field: &str, name: &str) -> Option<Treated> {
        if let Some(protocol) = ProtocolId::parse(name).ok().and_then(|id| self.library.get(&id)) {
            return Some(Treated::Protocol(protocol.id.clone()));
        }
        let group = self.library.groups.iter().find(|group| group.id.as_str() == name);
        if group.is_none() {
            let protocols = self.library.iter().map(|protocol| protocol.id.as_str());
            let groups = self.library.groups.iter().map(|group| group.id.as_str());
            self.unknown(field, "protocol or group", name, protocols.chain(groups));
        }
        group.map(|group| Treated::Group(GroupId::clone(&group.id)))
    }
}
