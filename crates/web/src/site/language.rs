use crate::guest::Guest;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use journey::text::Lang;

/// Sends whoever comes to the bare address to the language that the browser prefers.
pub(super) async fn choose(headers: HeaderMap) -> Response {
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let location = format!("/{}/", preferred(asked).code());
    (StatusCode::FOUND, [(header::LOCATION, location), (header::VARY, "accept-language".to_owned())]).into_response()
}

/// A language without the slash that follows it.
pub(super) async fn to_home(guest: Guest) -> Response {
    (StatusCode::FOUND, [(header::LOCATION, guest.to(""))]).into_response()
}

/// The language that a browser asks for: Japanese where it asks for none, English where it asks for neither.
fn preferred(asked: Option<&str>) -> Lang {
    let Some(asked) = asked.filter(|asked| !asked.trim().is_empty()) else { return Lang::Ja };
    let mut best = (Lang::En, 0.0);
    for (lang, weight) in asked.split(',').filter_map(wish) {
        if weight > best.1 {
            best = (lang, weight);
        }
    }
    best.0
}

/// One entry of the list, such as `en-GB;q=0.8`.
fn wish(entry: &str) -> Option<(Lang, f32)> {
    let mut parts = entry.split(';');
    let primary = parts.next()?.trim().split('-').next()?.to_ascii_lowercase();
    let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok())?;
    Some((Lang::parse(&primary)?, weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_who_asks_for_nothing_is_sent_away_from_japanese() {
        assert_eq!([None, Some(""), Some("ja")].map(preferred), [Lang::Ja; 3]);
    }

    #[test]
    fn the_heavier_wish_wins_wherever_it_stands() {
        assert_eq!(preferred(Some("en-GB,en;q=0.9,ja;q=0.8")), Lang::En);
        assert_eq!(preferred(Some("en;q=0.5, ja-JP;q=0.9")), Lang::Ja);
    }

    #[test]
    fn a_third_language_reads_english_and_a_refused_one_is_not_taken() {
        assert_eq!(preferred(Some("fr-FR,fr;q=0.9")), Lang::En);
        assert_eq!(preferred(Some("ja;q=0, en;q=0.1")), Lang::En);
    }
}
