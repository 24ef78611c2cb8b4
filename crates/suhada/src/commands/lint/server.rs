//! A language server over standard input and output: diagnostics as one types, and the reason on hover.

mod session;
mod wire;

use crate::commands::{BadInput, Outcome};
use adlint::Linter;
use session::{Next, Session};
use std::io::{self, BufReader};

/// Serves until the editor leaves.
pub fn serve(linter: &Linter<'_>) -> anyhow::Result<Outcome> {
    let (mut input, mut output) = (BufReader::new(io::stdin().lock()), io::stdout().lock());
    let mut session = Session::new(*linter);
    while let Some(message) = wire::read(&mut input).map_err(|error| BadInput(error.to_string()))? {
        let (replies, next) = session.receive(&message);
        for reply in &replies {
            wire::write(&mut output, reply)?;
        }
        match next {
            Next::GoOn => {}
            Next::Leave(outcome) => return Ok(outcome),
        }
    }
    Ok(Outcome::Fine)
}
