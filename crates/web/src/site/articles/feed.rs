use super::list::shown_to;
use crate::failure::Failure;
use crate::guest::Guest;
use crate::site::structured::whole;
use crate::site::xml::escaped;
use app::content::{self, Article};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;

/// The newest articles of a language, as an Atom feed.
pub(in crate::site) async fn feed(guest: Guest) -> Result<Response, Failure> {
    let lang = guest.lang;
    let articles = shown_to(&guest, guest.read(move |work| content::latest(work, lang)).await?);
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], document(&guest, &articles)).into_response())
}

fn document(guest: &Guest, articles: &[Article]) -> String {
    let (name, home) = (guest.web.clinic.particulars.name.get(guest.lang), whole(guest, &guest.to("")));
    let updated = articles.first().map_or(Timestamp::UNIX_EPOCH, |newest| since(guest, newest));
    let entries: String = articles.iter().map(|article| entry(guest, article)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n<title>{title}</title>\n<id>{home}</id>\n\
         <link rel=\"alternate\" href=\"{home}\"/>\n<link rel=\"self\" href=\"{itself}\"/>\n\
         <author><name>{name}</name></author>\n<updated>{updated}</updated>\n{entries}</feed>\n",
        lang = guest.lang.code(),
        title = escaped(&format!("{} | {name}", guest.words().t("site-articles-title"))),
        home = escaped(&home),
        itself = escaped(&whole(guest, &guest.path)),
        name = escaped(name),
    )
}

fn entry(guest: &Guest, article: &Article) -> String {
    let front = &article.front;
    let address = escaped(&whole(guest, &guest.to(&format!("articles/{}", front.slug))));
    let tags: String = front.tags.iter().map(|tag| format!("<category term=\"{}\"/>", escaped(tag))).collect();
    format!(
        "<entry><title>{}</title><id>{address}</id><link rel=\"alternate\" href=\"{address}\"/>\
         <updated>{}</updated><summary>{}</summary>{tags}</entry>\n",
        escaped(&front.title),
        since(guest, article),
        escaped(&front.excerpt),
    )
}

/// The first instant of the day on which an article became public.
fn since(guest: &Guest, article: &Article) -> Timestamp {
    guest.web.app.world().midnight(article.front.published)
}
