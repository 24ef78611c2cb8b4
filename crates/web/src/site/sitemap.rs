use super::addresses::{self, Address};
use super::offered::Publication;
use super::xml::escaped;
use crate::failure::Failure;
use crate::guest::Guest;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use journey::text::Lang;

/// Every public page with the languages that it exists in. What is withheld is not named.
pub(super) async fn show(guest: Guest) -> Result<Response, Failure> {
    let mut pages: Vec<(String, Vec<Lang>)> = guest
        .read(addresses::load)
        .await?
        .into_iter()
        .filter(|address| address.publication == Publication::Published)
        .map(|address| open(&guest, address))
        .filter(|(_, languages)| !languages.is_empty())
        .collect();
    pages.push(("book".to_owned(), Lang::ALL.to_vec()));
    let xml = document(&guest.web.settings.public_url, &pages);
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response())
}

/// A page in the languages in which it is not withheld.
fn open(guest: &Guest, address: Address) -> (String, Vec<Lang>) {
    let Address { rest, mut languages, .. } = address;
    languages.retain(|lang| guest.web.gate.is_open(&format!("/{}/{rest}", lang.code())));
    (rest, languages)
}

fn document(site: &str, pages: &[(String, Vec<Lang>)]) -> String {
    let entries: String = pages.iter().map(|(rest, languages)| page(site, rest, languages)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{entries}</urlset>\n"
    )
}

fn page(site: &str, rest: &str, languages: &[Lang]) -> String {
    let address = |lang: &Lang| escaped(&format!("{site}/{}/{rest}", lang.code()));
    let others: String = languages
        .iter()
        .map(|lang| format!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>", lang.code(), address(lang)))
        .collect();
    languages.iter().map(|lang| format!("<url><loc>{}</loc>{others}</url>\n", address(lang))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_in_one_language_names_no_other() {
        let xml = document("https://x.example", &[("articles/a".into(), vec![Lang::Ja])]);
        assert_eq!(xml.matches("<loc>").count(), 1);
        assert!(!xml.contains("/en/"));
    }

    #[test]
    fn a_page_in_both_languages_is_listed_twice_and_each_names_both() {
        let xml = document("https://x.example", &[(String::new(), Lang::ALL.to_vec())]);
        assert_eq!((xml.matches("<loc>").count(), xml.matches("hreflang=\"en\"").count()), (2, 2));
    }
}
