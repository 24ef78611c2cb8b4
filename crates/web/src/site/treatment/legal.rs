use super::Sheet;
use crate::look::disclosure::{Disclosures, Statement};
use crate::look::margin::WithMargin;
use crate::site::evidence;
use crate::when;
use journey::protocol::RegulatoryStatus;
use journey::stock::{Product, ProductStatus};
use maud::{Markup, Render, html};

impl Sheet<'_> {
    /// How the treatment stands with the regulator, in words.
    pub(super) fn status(&self) -> String {
        match self.protocol.status {
            RegulatoryStatus::Approved => self.words().t("site-status-approved"),
            RegulatoryStatus::OffLabel => self.words().t("site-status-off-label"),
            RegulatoryStatus::Unapproved => self.words().t("site-status-unapproved"),
        }
    }

    /// The five statements where the law wants them, and the products.
    pub(super) fn regulation(&self) -> Markup {
        let words = self.words();
        let statements: Vec<_> = self.protocol.products.iter().map(|product| &product.evidence).collect();
        let body = html! {
            (self.disclosures())
            section {
                h2 { (words.t("site-products")) }
                p { (self.status()) }
                ul { @for product in &self.protocol.products { li { (self.product(product)) } } }
            }
        };
        let notes = evidence::notes(self.guest, self.protocol, &statements);
        WithMargin { body, label: &words.t("site-sources"), notes }.render()
    }

    fn disclosures(&self) -> Markup {
        let Some(told) = &self.protocol.disclosures else { return Markup::default() };
        let words = self.words();
        let title = words.t("site-disclosures");
        let headings = [
            words.t("site-disclosure-unapproved"),
            words.t("site-disclosure-obtained"),
            words.t("site-disclosure-equivalent"),
            words.t("site-disclosure-overseas"),
            words.t("site-disclosure-relief"),
        ];
        let texts = [&told.unapproved, &told.obtained, &told.equivalent, &told.overseas, &told.relief];
        let statements =
            std::array::from_fn(|place| Statement { heading: &headings[place], text: self.say(texts[place]) });
        Disclosures { title: &title, statements }.render()
    }

    fn product(&self, product: &Product) -> Markup {
        let (words, lang) = (self.words(), self.guest.lang);
        let status = match product.status {
            ProductStatus::Approved => words.t("site-product-approved"),
            ProductStatus::Unapproved => words.t("site-product-unapproved"),
            ProductStatus::Varies => words.t("site-product-varies"),
        };
        let approved: Vec<&str> = product.approved_for.iter().map(|use_| self.say(use_)).collect();
        html! {
            (self.say(&product.name)) " (" (product.maker) ") "
            (status)
            @if !approved.is_empty() {
                " " (words.with("site-product-for", &[("uses", &approved.join(&words.t("site-list-separator")))]))
            }
            p.hint { (words.with("site-product-checked", &[("date", &when::date(lang, product.checked_on))])) }
        }
    }

    /// Which version the page was made from, and who approved it.
    pub(super) fn version(&self) -> Markup {
        let Some((approval, physician)) = &self.loaded.approval else { return Markup::default() };
        let (words, lang) = (self.words(), self.guest.lang);
        let day = self.guest.web.app.world().date_of(approval.at);
        html! {
            section.version {
                h2 { (words.t("site-version-title")) }
                p { (words.with("site-version", &[("hash", &self.protocol.hash.short())])) }
                p { (words.with("site-approved-by", &[
                    ("name", self.say(&physician.name)),
                    ("title", self.say(&physician.profile.title)),
                    ("date", &when::date(lang, day)),
                ])) }
                @if approval.demo { p { (words.t("site-approved-demo")) } }
            }
        }
    }
}
