//! The face in three views, with its zones and the points of a session.
//!
//! Left and right are the patient's. In the front view the patient's left is on the right of the drawing, as
//! when two people face each other.

mod drawing;
pub mod point;

pub use point::{Depth, Fraction, MapPoint, Moment};

use drawing::ZoneShape;
use maud::{Markup, Render, html};

/// From where the face is seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum View {
    /// From the front.
    Front,
    /// From the patient's left, the nose to the left of the drawing.
    Left,
    /// From the patient's right, the nose to the right of the drawing.
    Right,
}

impl View {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// What a zone shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ZoneState {
    /// Nothing yet.
    Plain,
    /// It has settings in this session.
    Treated,
    /// It is the one being worked on.
    Chosen,
}

impl ZoneState {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "zone",
            Self::Treated => "zone treated",
            Self::Chosen => "zone chosen",
        }
    }
}

/// A zone that the map offers.
#[derive(Clone, Copy, Debug)]
pub struct ZoneMark<'a> {
    /// The shape: the id of the zone, and the side where it has two (`cheek-left`, `forehead`).
    pub shape: &'a str,
    /// Its name with the side, in words.
    pub label: &'a str,
    /// Where touching it leads, such as the row with its settings; none on paper and in a record.
    pub href: Option<&'a str>,
    /// What it shows.
    pub state: ZoneState,
}

/// The words around a view.
#[derive(Clone, Copy, Debug)]
pub struct ViewWords<'a> {
    /// From where it is seen.
    pub view: View,
    /// The words below it.
    pub caption: &'a str,
    /// The words at its two upper corners: the patient's sides as the reader sees them.
    pub corners: Option<(&'a str, &'a str)>,
}

/// The map.
#[derive(Clone, Copy, Debug)]
pub struct FaceMap<'a> {
    /// What it is called for those who hear it.
    pub label: &'a str,
    /// The views, in order.
    pub views: &'a [ViewWords<'a>],
    /// The zones that it offers; a shape that is not named here is not drawn.
    pub zones: &'a [ZoneMark<'a>],
    /// The points of this session and, in ghost, of the last.
    pub points: &'a [MapPoint<'a>],
    /// What stays at the side: totals and the chosen zone.
    pub side: Option<&'a Markup>,
}

impl Render for FaceMap<'_> {
    fn render(&self) -> Markup {
        html! {
            div.face-map role="group" aria-label=(self.label) {
                div.views { @for words in self.views { (self.view(words)) } }
                @if let Some(side) = self.side { div.face-side { (side) } }
            }
        }
    }
}

impl FaceMap<'_> {
    fn view(&self, words: &ViewWords) -> Markup {
        html! {
            figure class={ "view view-" (words.view.code()) } {
                svg viewBox="0 0 240 320" role="group" aria-label=(words.caption) data-view=(words.view.code()) {
                    (drawing::face(words.view))
                    (self.shapes(words.view))
                    @if let Some((left, right)) = words.corners {
                        text.corner x="10" y="24" aria-hidden="true" { (left) }
                        text.corner.end x="230" y="24" aria-hidden="true" { (right) }
                    }
                    @for point in self.points { @if point.view == words.view { (point) } }
                }
                figcaption { (words.caption) }
            }
        }
    }

    fn shapes(&self, view: View) -> Markup {
        html! {
            g transform=[drawing::mirror(view)] {
                @for shape in drawing::zones(view) {
                    @if let Some(mark) = self.zones.iter().find(|mark| shape.is(mark.shape)) {
                        (zone(view, &shape, mark))
                    }
                }
            }
        }
    }
}

fn zone(view: View, shape: &ZoneShape, mark: &ZoneMark) -> Markup {
    let id = match view {
        View::Front => mark.shape.to_owned(),
        View::Left | View::Right => format!("{}-from-{}", mark.shape, view.code()),
    };
    let path = html! {
        path id=(id) class=(mark.state.class()) data-zone=(mark.shape) d=(shape.path) transform=[shape.transform] {
            title { (mark.label) }
        }
    };
    match mark.href {
        Some(href) => html! { a href=(href) aria-label=(mark.label) data-zone-link=(mark.shape) { (path) } },
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const SHAPES: [&str; 18] = [
        "forehead",
        "glabella",
        "temple-left",
        "temple-right",
        "crows-feet-left",
        "crows-feet-right",
        "eyelid-left",
        "eyelid-right",
        "under-eye-left",
        "under-eye-right",
        "nose",
        "cheek-left",
        "cheek-right",
        "perioral",
        "chin",
        "jaw-left",
        "jaw-right",
        "neck",
    ];

    fn drawn(view: View) -> BTreeSet<&'static str> {
        let shapes = drawing::zones(view);
        SHAPES.into_iter().filter(|name| shapes.iter().any(|shape| shape.is(name))).collect()
    }

    #[test]
    fn the_front_view_has_every_zone_once() {
        assert_eq!(drawn(View::Front).len(), SHAPES.len());
        assert_eq!(drawing::zones(View::Front).len(), SHAPES.len());
    }

    #[test]
    fn a_side_view_has_its_own_side_and_the_middle_only() {
        assert!(drawn(View::Left).contains("cheek-left"));
        assert!(!drawn(View::Left).contains("cheek-right"));
        assert!(drawn(View::Right).contains("cheek-right"));
        assert!(!drawn(View::Right).contains("cheek-left"));
        assert!(drawn(View::Right).contains("chin"));
    }

    #[test]
    fn a_zone_that_is_not_offered_is_not_drawn() {
        let words = [ViewWords { view: View::Front, caption: "正面", corners: None }];
        let map = FaceMap { label: "顔", views: &words, zones: &[], points: &[], side: None };
        assert!(!map.render().into_string().contains("data-zone"));
    }
}
