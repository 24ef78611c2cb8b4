//! Where a text is published: the exceptions of the law depend on it.

use serde::Deserialize;
use std::fmt;

/// A kind of place in which a clinic speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// A page that the patient seeks out: the clinic's own site, a pamphlet that was asked for.
    #[default]
    Site,
    /// A post on a social network with its caption, tags and replies: it must be complete in itself.
    Post,
    /// What reaches people who did not ask: banners, listings, unsolicited mail, flyers, posters. Only what the law
    /// permits may stand there.
    Push,
}

impl Channel {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Site, Self::Post, Self::Push];

    /// The channel of this name, as rules and front matter write it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.to_string() == name)
    }
}

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Site => "site",
            Self::Post => "post",
            Self::Push => "push",
        })
    }
}
