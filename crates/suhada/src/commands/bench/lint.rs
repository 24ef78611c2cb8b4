//! What the advertising linter costs: throughput on a megabyte of prose, and keystrokes in one article.
//!
//! Every article and every keystroke is drawn from a seed, so that two runs judge the same.

mod prose;
mod typing;
