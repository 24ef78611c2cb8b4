/// How a treatment is given, as far as the story tells treatments apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Manner {
    /// On the skin, with a device or a preparation.
    Skin,
    /// Injected, and looked at again two weeks later.
    Toxin,
    /// Handed out by the physician, and taken at home.
    Dispensed,
    /// Into a vein.
    Drip,
    /// Without a protocol.
    Other,
}

impl Manner {
    /// That of a service.
    pub fn of(service: &str) -> Self {
        match service {
            "dermapen" | "salicylic-peel" | "prx-t33" | "ipl" | "laser-toning" => Self::Skin,
            "botox" | "micro-botox" => Self::Toxin,
            "tranexamic-oral" | "glutathione-oral" | "isotretinoin" | "medical-diet" => Self::Dispensed,
            "vitamin-c-iv" | "glutathione-iv" => Self::Drip,
            _ => Self::Other,
        }
    }
}
