//! The two languages of a page beside each other.
