//! A page as a browser shows it: blocks of text with their size, their contrast, and whether they must be opened.
//!
//! Whoever drives the browser fills this in; nothing here fetches anything.

use crate::document::{Builder, Document, Kind, Legibility, link};
use serde::{Deserialize, Serialize};

/// What a browser shows.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Rendered {
    /// What can be seen, in reading order; what cannot be seen at all is left out.
    pub blocks: Vec<Shown>,
}

/// A block as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// The name of its element in lower case: `h2`, `p`, `li`, `tr`, `img` for what describes a picture.
    pub tag: String,
    /// Its text; cells of a row are parted by ` | `.
    pub text: String,
    /// Where its links lead, and `form` for a form that begins in it.
    #[serde(default)]
    pub links: Vec<String>,
    /// The size of its letters in CSS pixels.
    pub size: f64,
    /// The contrast between letters and ground, from 1 to 21; `None` where the ground is a picture.
    #[serde(default)]
    pub contrast: Option<f64>,
    /// Whether it is seen at once.
    #[serde(default)]
    pub fold: Fold,
}

/// Whether a block is seen at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fold {
    /// As the page opens.
    #[default]
    Open,
    /// Only after something was opened.
    Closed,
}

/// Letters are smaller, or fainter, where they fall short of the running text by more than this share: browsers round.
const TOLERANCE: f64 = 0.03;

/// What running text looks like on a page.
struct Body {
    size: f64,
    contrast: Option<f64>,
}

impl Rendered {
    /// The text that spans of findings point into: one block below the other.
    #[must_use]
    pub fn source(&self) -> String {
        self.blocks.iter().map(|block| format!("{}\n", block.text)).collect()
    }

    /// Its blocks as the rules read them; `source` is that of this page.
    pub(crate) fn document(&self, source: &str) -> Document {
        let (mut builder, body, mut at) = (Builder::new(source), self.body(), 0);
        for block in &self.blocks {
            let end = at + block.text.len();
            builder.see(block.legibility(&body));
            builder.open(block.kind(), at);
            block.links.iter().for_each(|target| link(&mut builder, target, at..at));
            builder.verbatim(at..end);
            builder.close(end);
            at = end + 1;
        }
        builder.finish()
    }

    /// The size and the contrast of most of the running text.
    fn body(&self) -> Body {
        let running = || self.blocks.iter().filter(|block| !matches!(block.kind(), Kind::Heading(_)));
        let of = |weigh: fn(&Shown) -> Option<f64>| {
            median(running().filter_map(|block| Some((weigh(block)?, block.text.chars().count()))).collect())
        };
        Body { size: of(|block| Some(block.size)).unwrap_or_default(), contrast: of(|block| block.contrast) }
    }
}

/// The value in the middle, each counted as often as it has letters.
fn median(mut values: Vec<(f64, usize)>) -> Option<f64> {
    values.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let half = values.iter().map(|(_, letters)| letters).sum::<usize>().div_ceil(2);
    let mut seen = 0;
    let middle = values.into_iter().find(|(_, letters)| {
        seen += letters;
        seen >= half
    });
    middle.map(|(value, _)| value)
}

impl Shown {
    fn legibility(&self, body: &Body) -> Legibility {
        let less = |value: f64, than: f64| value < than * (1.0 - TOLERANCE);
        let fainter = self.contrast.zip(body.contrast).is_some_and(|(own, of_body)| less(own, of_body));
        match self.fold {
            Fold::Closed => Legibility::Hidden,
            Fold::Open if less(self.size, body.size) || fainter => Legibility::Small,
            Fold::Open => Legibility::Plain,
        }
    }

    fn kind(&self) -> Kind {
        match self.tag.as_str() {
            "title" | "h1" => Kind::Heading(1),
            "h2" => Kind::Heading(2),
            "h3" | "summary" => Kind::Heading(3),
            "h4" => Kind::Heading(4),
            "h5" => Kind::Heading(5),
            "h6" => Kind::Heading(6),
            "li" => Kind::Item,
            "tr" | "dt" => Kind::Row,
            "blockquote" => Kind::Quotation,
            "img" | "figcaption" | "caption" => Kind::Caption,
            _ => Kind::Paragraph,
        }
    }
}
