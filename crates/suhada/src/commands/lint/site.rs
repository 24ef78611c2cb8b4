//! Pages of a running site, as a browser shows them.

mod browser;
mod devtools;

use super::parity;
use crate::commands::BadInput;
use adlint::linter::Page;
use adlint::report::Checked;
use adlint::{Linter, Rendered};
use browser::Browser;
use devtools::Tab;
use indicatif::ProgressBar;
use std::path::PathBuf;
use std::time::Duration;

/// What reads a page, in the browser.
const BLOCKS: &str = include_str!("site/blocks.js");

/// Where the site runs, and what looks at it.
#[derive(clap::Args)]
pub struct Site {
    /// Check pages of a running site as a browser shows them; the paths follow, as /ja/treatments/peel.
    #[arg(long, value_name = "URL")]
    site: Option<String>,
    /// The browser; without it the first Chromium or Chrome that is installed.
    #[arg(long, value_name = "PATH", env = "SUHADA_BROWSER", requires = "site")]
    browser: Option<PathBuf>,
    /// How long a page may take.
    #[arg(long, value_name = "SECONDS", default_value_t = 20, requires = "site")]
    timeout: u64,
}

impl Site {
    /// The address of the site, if one is to be asked.
    pub fn address(&self) -> Option<&str> {
        self.site.as_deref()
    }

    /// Checks pages of a site. The two languages of a page are compared where both are named.
    ///
    /// # Errors
    /// When an address is none, no browser is there, or a page cannot be shown.
    pub fn check(&self, address: &str, paths: &[PathBuf], linter: &Linter<'_>) -> anyhow::Result<Vec<Checked>> {
        let addresses = paths.iter().map(|path| joined(address, path)).collect::<Result<Vec<_>, _>>()?;
        let program = browser::find(self.browser.as_deref())?;
        let unable = |error: anyhow::Error| BadInput(format!("{} cannot be used: {error:#}", program.display()));
        let (browser, into, out) = Browser::start(&program).map_err(unable)?;
        let tab = Tab::open(into, out, Duration::from_secs(self.timeout)).map_err(unable)?;
        let checked = visited(tab, &addresses, linter);
        drop(browser);
        checked
    }
}

/// The tab goes to one address after the other, and is closed.
fn visited(mut tab: Tab, addresses: &[String], linter: &Linter<'_>) -> anyhow::Result<Vec<Checked>> {
    let bar = ProgressBar::new(addresses.len() as u64);
    let (mut checked, mut pages): (Vec<Checked>, Vec<Page>) = (Vec::new(), Vec::new());
    for address in addresses {
        let wrong = |error: anyhow::Error| BadInput(format!("{address}: {error:#}"));
        let rendered = shown(&mut tab, address).map_err(wrong)?;
        let refused = |refused: adlint::Refused| BadInput(format!("{address}: {refused}"));
        pages.push(linter.shown(&rendered).map_err(refused)?);
        let outcome = linter.rendered(&rendered).map_err(refused)?;
        checked.push(Checked { file: address.clone(), text: rendered.source(), outcome });
        bar.inc(1);
    }
    bar.finish_and_clear();
    for (ja, en) in parity::pairs(addresses, "/ja/", "/en/") {
        if let (Some(of_ja), Some(of_en)) = (pages.get(ja), pages.get(en)) {
            parity::compare(linter, &mut checked, (ja, of_ja), (en, of_en));
        }
    }
    Ok(checked)
}

fn shown(tab: &mut Tab, address: &str) -> anyhow::Result<Rendered> {
    tab.visit(address)?;
    Ok(serde_json::from_value(tab.evaluate(BLOCKS)?)?)
}

/// The address of a path of a site.
fn joined(address: &str, path: &std::path::Path) -> Result<String, BadInput> {
    if !["http://", "https://"].iter().any(|scheme| address.starts_with(scheme)) {
        return Err(BadInput(format!("{address} is no address; write http://127.0.0.1:8080")));
    }
    match path.to_str().filter(|path| path.starts_with('/')) {
        Some(path) => Ok(format!("{}{path}", address.trim_end_matches('/'))),
        None => Err(BadInput(format!("{} is no path of a site; it begins with /", path.display()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_path_is_joined_to_its_site_with_one_slash() {
        for address in ["http://127.0.0.1:8080", "http://127.0.0.1:8080/"] {
            assert_eq!(joined(address, Path::new("/ja/peel")).unwrap(), "http://127.0.0.1:8080/ja/peel");
        }
    }

    #[test]
    fn what_is_no_address_or_no_path_is_refused() {
        assert!(joined("file:///etc", Path::new("/passwd")).is_err());
        assert!(joined("http://127.0.0.1", Path::new("ja/peel")).is_err());
    }
}
