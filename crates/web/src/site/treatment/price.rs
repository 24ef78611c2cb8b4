use super::Sheet;
use crate::look::definition::Definitions;
use crate::look::disclosure::PriceAndRisk;
use crate::look::margin::WithMargin;
use crate::site::evidence;
use crate::when;
use app::offering::{PriceStanding, Service};
use journey::money::Yen;
use maud::{Markup, Render, html};

/// The usual total of the usual course: as the clinic states it, or the single price as often as is usual.
fn usual_total(service: &Service, usual: u16) -> Option<(i64, Yen)> {
    let stated = service.usual_total().map(|price| (price.sessions, price.yen));
    stated.or_else(|| service.single().map(|price| (i64::from(usual), Yen(price.yen.0 * i64::from(usual)))))
}

impl Sheet<'_> {
    /// Price and risk side by side, in the same size.
    pub(super) fn price_and_risk(&self) -> Markup {
        let words = self.words();
        let (price_title, risk_title) = (words.t("site-price"), words.t("site-risks"));
        let pair = PriceAndRisk {
            price_title: &price_title,
            price: self.prices(),
            risk_title: &risk_title,
            risk: self.risks(),
        };
        let statements: Vec<_> = self.protocol.catalogue.risks.iter().map(|risk| &risk.evidence).collect();
        let notes = html! {
            p { (words.t("site-private")) }
            (evidence::notes(self.guest, self.protocol, &statements))
        };
        WithMargin { body: pair.render(), label: &words.t("site-sources"), notes }.render()
    }

    fn prices(&self) -> Markup {
        let (lang, service) = (self.guest.lang, &self.loaded.service);
        let items: Vec<(&str, Markup)> = service
            .prices
            .iter()
            .map(|price| (self.say(&price.label), html! { (when::yen(lang, price.yen)) }))
            .collect();
        html! {
            (Definitions { items: &items })
            (self.total())
            @if let Some(examination) = self.loaded.examination.as_ref().filter(|_| !service.prices.is_empty()) {
                p.hint { (self.words().with("site-price-examination", &[
                    ("label", self.say(&examination.label)),
                    ("price", &when::yen(lang, examination.yen)),
                ])) }
            }
        }
    }

    fn total(&self) -> Markup {
        let (words, service) = (self.words(), &self.loaded.service);
        let usual = self.protocol.indications.first().map_or(1, |one| one.sessions.value.usual);
        let stated = service.prices.iter().find(|price| price.standing == PriceStanding::UsualTotal);
        html! {
            @if let Some((sessions, yen)) = usual_total(service, usual) {
                p {
                    strong { (words.with("site-price-total", &[
                        ("sessions", &self.manner().times(words, sessions)),
                        ("price", &when::yen(self.guest.lang, yen)),
                    ])) }
                    @if let Some(price) = stated { " " span.hint { (self.say(&price.label)) } }
                }
            }
        }
    }

    fn risks(&self) -> Markup {
        let words = self.words();
        let risks = &self.protocol.catalogue.risks;
        let all: Vec<&str> = risks.iter().map(|risk| self.say(&risk.says)).collect();
        html! {
            p { (words.with("site-risks-main", &[("risks", &all.join(&words.t("site-risk-separator")))])) }
            ul.risks {
                @for risk in risks {
                    @if let Some(often) = &risk.how_often { li { (self.say(&risk.says)) p.hint { (self.say(often)) } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::offering::{Online, Price, ServiceKind};
    use journey::id::ServiceId;
    use journey::text::Bilingual;

    fn service(prices: &[(i64, i64, PriceStanding)]) -> Service {
        let text = || Bilingual::new("名", "name");
        let price = |(sessions, yen, standing): &(i64, i64, PriceStanding)| Price {
            label: text(),
            sessions: *sessions,
            yen: Yen(*yen),
            standing: *standing,
        };
        Service {
            id: ServiceId::new(uuid::Uuid::nil()),
            slug: "x".into(),
            kind: ServiceKind::Protocol,
            protocol: None,
            name: text(),
            summary: text(),
            online: Online::Bookable,
            segments: Vec::new(),
            prices: prices.iter().map(price).collect(),
            cancellation: journey::booking::cancellation::Cancellation::default(),
        }
    }

    #[test]
    fn a_total_that_the_clinic_states_is_taken_as_it_is() {
        let service = service(&[(1, 22_000, PriceStanding::Listed), (4, 79_200, PriceStanding::UsualTotal)]);
        assert_eq!(usual_total(&service, 3), Some((4, Yen(79_200))));
    }

    #[test]
    fn without_one_the_single_price_counts_as_often_as_is_usual() {
        let service = service(&[(1, 22_000, PriceStanding::Listed), (1, 24_200, PriceStanding::Listed)]);
        assert_eq!(usual_total(&service, 3), Some((3, Yen(66_000))));
    }

    #[test]
    fn no_single_price_makes_no_total() {
        assert_eq!(usual_total(&service(&[(5, 24_200, PriceStanding::Listed)]), 3), None);
        assert_eq!(usual_total(&service(&[]), 3), None);
    }
}
