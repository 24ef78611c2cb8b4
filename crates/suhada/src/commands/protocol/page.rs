//! `suhada protocol show`: a page to read and sign.

use super::wrap::wrapped;
use journey::protocol::{ContentHash, Library, Protocol};
use journey::text::Lang;
use protocol::{Entry, Sheet, sheet};

const RULE: &str = "────────────────────────────────────────────────────────────────";

/// Prints the whole page.
pub fn print(library: &Library, protocol: &Protocol, lang: Lang) {
    page(&sheet(library, protocol, lang), lang).iter().for_each(|line| println!("{line}"));
}

/// The lines of the page, none wider than the paper.
fn page(sheet: &Sheet, lang: Lang) -> Vec<String> {
    let mut lines = wrapped(&sheet.title, 0, 0);
    lines.push(format!("SHA-256 {}", sheet.version));
    for (number, section) in sheet.sections.iter().enumerate() {
        lines.push(String::new());
        lines.push(RULE.to_owned());
        lines.extend(wrapped(&format!("{}. {}", number + 1, section.heading), 0, 3));
        section.entries.iter().for_each(|one| lines.extend(entry(one, lang)));
    }
    lines.extend(signature(sheet.version, lang));
    lines
}

fn entry(entry: &Entry, lang: Lang) -> Vec<String> {
    let colon = match lang {
        Lang::Ja => "：",
        Lang::En => ": ",
    };
    let mut lines = vec![String::new()];
    lines.extend(wrapped(&format!("[{}]", entry.name), 2, 4));
    for (label, text) in &entry.rows {
        lines.extend(wrapped(&format!("{label}{colon}{text}"), 4, 8));
    }
    lines
}

fn signature(version: ContentHash, lang: Lang) -> Vec<String> {
    let (read, name, date, signed) = match lang {
        Lang::Ja => ("この版の内容を読み、確認しました。", "氏名", "日付", "署名"),
        Lang::En => ("I have read and reviewed this version.", "Name", "Date", "Signature"),
    };
    let line = "______________________________";
    let mut lines = vec![String::new(), RULE.to_owned(), read.to_owned(), format!("SHA-256 {version}")];
    for label in [name, date, signed] {
        lines.push(String::new());
        lines.push(format!("{label}  {line}"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn every_page_of_every_protocol_fits_on_paper_and_ends_with_the_version_to_sign() {
        let library = crate::protocols::library(None).unwrap();
        for (protocol, lang) in library.iter().flat_map(|one| Lang::ALL.map(|lang| (one, lang))) {
            let lines = page(&sheet(&library, protocol, lang), lang);
            let widest = lines.iter().max_by_key(|line| line.width()).unwrap();
            assert!(widest.width() <= 100, "{}: {widest}", protocol.id);
            let signed = lines.iter().rev().take(7).any(|line| line.contains(&protocol.hash.to_string()));
            assert!(signed, "{}", protocol.id);
        }
    }
}
