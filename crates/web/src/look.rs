//! The look: components that turn typed arguments into calm, accessible HTML and SVG.
//!
//! No component has wording of its own: every word, date and amount arrives already written in the language
//! of the page. None writes a style attribute or an inline handler, so the strictest content policy holds;
//! whatever must be placed is placed by SVG attributes or by the classes of `assets/css/day-grid.css`.

pub mod action;
pub mod assets;
pub mod badge;
pub mod before_after;
pub mod calendar;
pub mod contact;
pub mod day_grid;
pub mod definition;
pub mod disclosure;
pub mod empty;
pub mod error_summary;
pub mod face_map;
pub mod field;
pub mod head;
pub mod inbox;
pub mod listing;
pub mod margin;
pub mod navigation;
pub mod notice;
pub mod plot;
pub mod shell;
pub mod table;
pub mod timeline;
pub mod times;
pub mod tree;
pub mod verdict;

#[cfg(test)]
mod gallery;
