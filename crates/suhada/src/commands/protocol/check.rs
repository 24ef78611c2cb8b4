//! `suhada protocol check`

use super::wording;
use crate::commands::Outcome;
use crate::protocols::{shown, texts};
use adlint::Severity;
use adlint::report::Checked;
use adlint::report::human::{self, Language};
use std::path::Path;

/// Reads a folder of protocols, or those built in, runs their cases, and asks the advertising rules about what public
/// pages show of them.
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
    let withholding = tell(&wording::check(&texts)?)?;
    println!(
        "{} protocols, {} cases, {} failed; {withholding} statements would withhold a page",
        library.protocols.len(),
        cases.len(),
        failures.len()
    );
    Ok(if failures.is_empty() && withholding == 0 { Outcome::Fine } else { Outcome::Found })
}

/// Prints what the rules found, and counts what would withhold a page.
fn tell(found: &[Checked]) -> anyhow::Result<usize> {
    let mut report = String::new();
    for one in found {
        human::file(one, Language::English, &mut report)?;
    }
    print!("{report}");
    let withholds = |severity: Severity| matches!(severity, Severity::Error | Severity::Block);
    Ok(found.iter().flat_map(|one| &one.outcome.findings).filter(|finding| withholds(finding.severity)).count())
}
