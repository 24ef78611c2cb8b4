//! Where unguessable bytes come from.

/// The chance of the operating system, through a generator made for secrets.
pub struct SystemEntropy;

impl app::Entropy for SystemEntropy {
    fn seed(&self) -> [u8; 32] {
        rand::random()
    }
}
