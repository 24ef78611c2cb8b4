//! Two photographs of the same view, aligned, in the same light.

use maud::{Markup, Render, html};

/// One photograph.
#[derive(Clone, Copy, Debug)]
pub struct Photo<'a> {
    /// Where the picture is served.
    pub src: &'a str,
    /// What it shows.
    pub alt: &'a str,
    /// The date for the machine.
    pub date: &'a str,
    /// Date and session for the reader.
    pub caption: &'a str,
}

/// Before and after, the same size, the same crop.
#[derive(Clone, Copy, Debug)]
pub struct BeforeAfter<'a> {
    /// The earlier.
    pub before: Photo<'a>,
    /// The later.
    pub after: Photo<'a>,
    /// The treatment, its price and its risks, which the law wants beside the pictures.
    pub statement: &'a str,
}

impl Render for BeforeAfter<'_> {
    fn render(&self) -> Markup {
        html! {
            figure.before-after {
                div.pair { (one(&self.before)) (one(&self.after)) }
                figcaption { (self.statement) }
            }
        }
    }
}

fn one(photo: &Photo) -> Markup {
    html! {
        div {
            img src=(photo.src) alt=(photo.alt) width="600" height="750" loading="lazy";
            p { time datetime=(photo.date) { (photo.caption) } }
        }
    }
}
