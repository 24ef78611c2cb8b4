use sha2::{Digest, Sha256};
use std::fmt;
use uuid::Uuid;

/// Makes ids and secrets for one piece of work, from the instant and a seed that were handed in.
#[derive(Clone)]
pub struct Ids {
    seed: [u8; 32],
    drawn: u64,
    millis: u64,
}

/// A secret of 256 bits as its bearer carries it. It is never stored and never printed by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// What is stored of a token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TokenHash(String);

impl Ids {
    /// Ids whose time part is `now`.
    pub fn new(seed: [u8; 32], now: jiff::Timestamp) -> Self {
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        Self { seed, drawn: 0, millis }
    }

    /// The next UUIDv7. Those of one piece of work are in the order in which they were made: the bits after the
    /// time count them.
    pub fn uuid(&mut self) -> Uuid {
        let [high, low] = u16::try_from(self.drawn & 0x0fff).unwrap_or(0).to_be_bytes();
        let chance = self.draw();
        let mut bytes = [high, low, 0, 0, 0, 0, 0, 0, 0, 0];
        bytes[2..].copy_from_slice(&chance[..8]);
        uuid::Builder::from_unix_timestamp_millis(self.millis, &bytes).into_uuid()
    }

    /// Thirty-two bytes that only the seed foretells.
    fn draw(&mut self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(self.seed);
        hash.update(self.drawn.to_be_bytes());
        self.drawn += 1;
        hash.finalize().into()
    }

    /// The next id of any kind: `let visit: VisitId = ids.next(VisitId::new);`
    pub fn next<T>(&mut self, kind: fn(Uuid) -> T) -> T {
        kind(self.uuid())
    }

    /// A new secret.
    pub fn token(&mut self) -> Token {
        let bytes = self.draw();
        Token(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

impl Token {
    /// A token as somebody presents it; anything that cannot be one is refused.
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase());
        shaped.then(|| Self(text.to_owned()))
    }

    /// The secret itself, for a link or a cookie.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored of it.
    pub fn hash(&self) -> TokenHash {
        TokenHash(digest(self.0.as_bytes()))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl From<TokenHash> for store::Value {
    fn from(hash: TokenHash) -> Self {
        Self::Text(hash.0)
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
