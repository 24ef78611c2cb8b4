use super::offered::{self, Publication};
use super::xml::escaped;
use crate::failure::Failure;
use crate::guest::Guest;
use app::content;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use journey::text::Lang;
use std::collections::BTreeMap;

/// The pages that are always there, without their language.
const FIXED: [&str; 9] =
    ["", "treatments", "concerns", "practitioners", "access", "counselling", "articles", "privacy", "book"];

/// Every public page with the languages that it exists in.
pub(super) async fn show(guest: Guest) -> Result<Response, Failure> {
    let (offer, articles) = guest
        .read(|work| {
            let articles = [content::latest(work, Lang::Ja)?, content::latest(work, Lang::En)?];
            Ok((offered::load(work)?, articles))
        })
        .await?;
    let mut pages: Vec<(String, Vec<Lang>)> = FIXED.iter().map(|rest| ((*rest).to_owned(), both())).collect();
    let published = offer.treatments.iter().filter(|one| one.publication == Publication::Published);
    pages.extend(published.map(|one| (format!("treatments/{}", one.protocol), both())));
    let concerns = guest.web.app.world().library.concerns();
    pages.extend(concerns.iter().map(|one| (format!("concerns/{}", one.id), both())));
    let mut written: BTreeMap<&str, Vec<Lang>> = BTreeMap::new();
    for article in articles.iter().flatten() {
        written.entry(&article.front.slug).or_default().push(article.front.lang);
    }
    pages.extend(written.into_iter().map(|(slug, languages)| (format!("articles/{slug}"), languages)));
    let xml = document(&guest.web.settings.public_url, &pages);
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response())
}

fn both() -> Vec<Lang> {
    Lang::ALL.to_vec()
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
        let xml = document("https://x.example", &[(String::new(), both())]);
        assert_eq!((xml.matches("<loc>").count(), xml.matches("hreflang=\"en\"").count()), (2, 2));
    }
}
