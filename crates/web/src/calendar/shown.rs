use crate::look::action::{Button, Weight};
use crate::look::badge::Tone;
use crate::look::notice::Notice;
use crate::web::Web;
use crate::when;
use crate::wording::Wording;
use app::Token;
use app::calendar_feed::Subscription;
use maud::{Markup, html};

/// The address of a feed that was just made, shown this once, and how a calendar takes it.
pub(crate) fn made(words: Wording, web: &Web, token: &Token) -> Markup {
    let https = format!("{}/calendar/{}.ics", web.settings.public_url, token.reveal());
    let webcal = https.split_once("://").map_or_else(String::new, |(_, rest)| format!("webcal://{rest}"));
    let body = html! {
        p { (words.t("feed-made-once")) }
        p.address { a href=(https) rel="noreferrer" { (https) } }
        p { a href=(webcal) { (words.t("feed-open")) } }
        p { (words.t("feed-how-apple")) " " (words.t("feed-how-others")) }
        p { (words.t("feed-delay")) }
    };
    html! { (Notice { tone: Tone::Cleared, title: &words.t("feed-made-title"), body }) }
}

/// The addresses that can be read, each with a form that withdraws it.
pub(crate) fn subscriptions(words: Wording, web: &Web, known: &[Subscription], revoke: &str) -> Markup {
    html! {
        @if known.is_empty() { p.hint { (words.t("feed-none")) } }
        @else { ul.plain { @for one in known { li { (subscription(words, web, one, revoke)) } } } }
    }
}

fn subscription(words: Wording, web: &Web, one: &Subscription, revoke: &str) -> Markup {
    let moment = |at| when::moment(words.lang(), &web.app.world().zone, at);
    let made = moment(one.made);
    let read = match one.read {
        Some(at) => words.with("feed-read", &[("when", &moment(at))]),
        None => words.t("feed-unread"),
    };
    html! {
        form method="post" action=(revoke) {
            p {
                (words.with("feed-since", &[("when", &made)])) br;
                (words.t(&format!("feed-detail-{}", one.detail.code()))) br;
                span.hint { (read) }
            }
            input type="hidden" name="feed" value=(one.id);
            (Button { label: &words.t("feed-revoke"), weight: Weight::Quiet, sends: None })
        }
    }
}
