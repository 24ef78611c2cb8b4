//! A small library of two treatments, and everything that follows from it.

mod course;
mod fixture;
mod loading;
mod outcome;
mod recovery;
mod refusals;
mod screening;
mod session;
