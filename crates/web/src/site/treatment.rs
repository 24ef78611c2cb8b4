//! The page of a treatment: nothing on it is typed; it follows from the protocol and the price list.

mod care;
mod course;
mod first;
mod healing;
mod legal;
mod load;
mod people;
mod price;
mod support;

use super::articles::{listing, shown_to};
use super::evidence;
use super::manner::Manner;
use super::page::{SitePage, page};
use crate::failure::Failure;
use crate::guest::Guest;
use crate::look::action::{LinkAction, Weight, actions};
use crate::look::head::Robots;
use crate::look::margin::WithMargin;
use crate::wording::Wording;
use app::Refusal;
use axum::extract::Path;
use journey::evidence::Evidence;
use journey::protocol::Protocol;
use journey::slug::ProtocolId;
use journey::text::Bilingual;
use load::Loaded;
use maud::{Markup, Render, html};

/// Everything that the parts of the page speak of.
struct Sheet<'a> {
    guest: &'a Guest,
    protocol: &'a Protocol,
    loaded: &'a Loaded,
}

/// The page of one treatment. Where no physician has approved the version, it is withheld.
pub(super) async fn show(guest: Guest, Path(id): Path<String>) -> Result<Markup, Failure> {
    let unknown = || guest.fail(Refusal::NotFound.into());
    let library = &guest.web.app.world().library;
    let known = ProtocolId::parse(&id).ok().and_then(|id| library.get(&id));
    let protocol = known.ok_or_else(unknown)?;
    let lang = guest.lang;
    let loaded = guest.read(move |work| load::load(work, lang, &id)).await?;
    let loaded = Loaded { articles: shown_to(&guest, loaded.articles), ..loaded };
    let sheet = Sheet { guest: &guest, protocol, loaded: &loaded };
    Ok(match &loaded.approval {
        Some(_) => sheet.published(),
        None => sheet.in_review(),
    })
}

impl Sheet<'_> {
    fn words(&self) -> Wording {
        self.guest.words()
    }

    fn manner(&self) -> Manner {
        Manner::of(self.protocol)
    }

    /// A message whose words depend on how the treatment is given.
    fn told(&self, key: &str) -> String {
        self.manner().with(self.words(), key, &[])
    }

    fn say<'b>(&self, text: &'b Bilingual) -> &'b str {
        text.get(self.guest.lang)
    }

    fn published(&self) -> Markup {
        let (name, summary) = (self.say(&self.protocol.name), self.say(&self.protocol.summary));
        self.framed(name, summary, Robots::Index, self.whole())
    }

    /// What stands here until a physician has approved the version. It does not name the treatment: that would offer
    /// it without saying what it costs and what may go wrong.
    fn in_review(&self) -> Markup {
        let words = self.words();
        let (title, text) = (words.t("site-withheld-title"), words.t("site-withheld"));
        let phone = &self.guest.web.clinic.particulars.phone;
        let content = html! {
            h1 { (title) }
            p.lead { (text) }
            p { (words.with("site-by-phone", &[("phone", phone)])) }
            (self.actions(Weight::Primary))
        };
        self.framed(&title, &text, Robots::Hide, content)
    }

    fn framed(&self, title: &str, description: &str, robots: Robots, content: Markup) -> Markup {
        let (up, parent) = (self.words().t("site-treatments-title"), self.guest.to("treatments"));
        let crumbs = [(up.as_str(), Some(parent.as_str())), (title, None)];
        page(
            self.guest,
            SitePage { name: "treatment", title, description, crumbs: &crumbs, robots, about: None },
            content,
        )
    }

    fn whole(&self) -> Markup {
        html! {
            (self.first())
            (self.mechanism())
            (self.course())
            (self.price_and_risk())
            (self.healing())
            (self.support())
            (self.aftercare())
            (self.alternatives())
            (self.regulation())
            (self.people())
            (self.reading())
            (self.next())
            (self.version())
        }
    }

    fn next(&self) -> Markup {
        html! {
            section {
                h2 { (self.words().t("site-next")) }
                p { (self.words().t("site-doctor-decides")) }
                (self.actions(Weight::Quiet))
            }
        }
    }

    fn actions(&self, weight: Weight) -> Markup {
        let (words, slug) = (self.words(), &self.loaded.service.slug);
        let (book, counselling) = (self.guest.to(&format!("book?service={slug}")), self.guest.to("counselling"));
        let talk = words.t("site-counselling-link");
        match self.loaded.approval {
            Some(_) => actions(&[
                &LinkAction { label: &self.told("site-book-this"), href: &book, weight },
                &LinkAction { label: &talk, href: &counselling, weight: Weight::Inline },
            ]),
            None => actions(&[&LinkAction { label: &talk, href: &counselling, weight }]),
        }
    }

    /// A part of the page with the sources of its statements in the margin.
    fn part(&self, heading: &str, body: Markup, statements: &[&Evidence]) -> Markup {
        let body = html! { h2 { (heading) } (body) };
        if statements.is_empty() {
            return html! { section { (body) } };
        }
        let notes = evidence::notes(self.guest, self.protocol, statements);
        WithMargin { body, label: &self.words().t("site-sources"), notes }.render()
    }

    fn reading(&self) -> Markup {
        html! {
            @if !self.loaded.articles.is_empty() {
                section {
                    h2 { (self.words().t("site-related-articles")) }
                    (listing(self.guest, self.loaded.articles.iter()))
                }
            }
        }
    }
}
