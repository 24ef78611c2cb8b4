//! `suhada protocol check`

use crate::commands::Outcome;
use crate::protocols::{shown, texts};
use std::path::Path;

/// Reads a folder of protocols, or those built in, and runs their cases.
pub fn check(path: Option<&Path>) -> anyhow::Result<Outcome> {
    let texts = texts(path)?;
    let read = protocol::load(&texts).and_then(|library| {
        let cases = protocol::cases::read(&library, &texts)?;
        Ok((library, cases))
    });
    let (library, cases) = match read {
        Ok(read) => read,
        Err(mistakes) => {
            println!("{}\n\n{} mistakes", shown(&mistakes), mistakes.len());
            return Ok(Outcome::Found);
        }
    };
    let failures = protocol::cases::run(&library, &cases);
    failures.iter().for_each(|failure| println!("{failure}"));
    println!("{} protocols, {} cases, {} failed", library.protocols.len(), cases.len(), failures.len());
    Ok(if failures.is_empty() { Outcome::Fine } else { Outcome::Found })
}
