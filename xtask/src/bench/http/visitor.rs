use super::Client;
use super::person::Person;
use anyhow::{Context, Result, bail};
use std::io;

/// Times are offered up to ninety days ahead: so many pages of a month show them all.
const MONTHS: usize = 5;
/// How a day page offers a time.
const TIME: &str = "name=\"starts\" value=\"";

/// What became of asking for a time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Held {
    /// It is kept, under this secret.
    Kept(String),
    /// Somebody else has it; so many other times were offered in its place.
    Taken(usize),
    /// Something else was answered.
    Other(u16),
}

/// What became of confirming a time that is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Confirmed {
    /// The visit stands.
    Booked,
    /// The time is no longer kept.
    Lapsed,
    /// Something else was answered.
    Other(u16),
}

/// Asks for a time, which the server counts in microseconds, with the secret of a form: the same form sent again
/// leads to the same hold. An error means that no answer came.
pub fn hold(client: &mut Client, service: &str, starts: i64, form: u64) -> io::Result<Held> {
    let (starts, form) = (starts.to_string(), format!("{form:064x}"));
    let fields = [("with", ""), ("request", form.as_str()), ("starts", starts.as_str())];
    let answer = client.post(&format!("/ja/book/{service}/hold"), &fields)?;
    let token = answer.location.as_deref().and_then(|path| path.strip_prefix("/ja/book/hold/"));
    Ok(match (answer.status, token) {
        (303, Some(token)) => Held::Kept(token.to_owned()),
        (409, _) => Held::Taken(answer.body.matches(TIME).count()),
        (status, _) => Held::Other(status),
    })
}

/// Confirms a time that is kept. An error means that no answer came.
pub fn confirm(client: &mut Client, token: &str, person: &Person) -> io::Result<Confirmed> {
    let answer = client.post(&format!("/ja/book/hold/{token}"), &person.form())?;
    let done = answer.location.as_deref().is_some_and(|path| path.starts_with("/ja/book/done/"));
    Ok(match answer.status {
        303 if done => Confirmed::Booked,
        409 => Confirmed::Lapsed,
        status => Confirmed::Other(status),
    })
}

/// The addresses of the days that a month page offers.
pub fn days(page: &str, service: &str) -> Vec<String> {
    let start = format!("/ja/book/{service}/day/");
    let href = format!("href=\"{start}");
    quoted(page, &href).map(|rest| format!("{start}{rest}")).collect()
}

/// The address of the month after the one that a page shows.
pub fn next_month(page: &str, service: &str) -> Result<String> {
    let start = format!("/ja/book/{service}?month=");
    let later = page.split("rel=\"next\"").nth(1).context("a month page leads to no next month")?;
    let href = format!("href=\"{start}");
    let month = quoted(later, &href).next().context("a month page leads to no next month")?;
    Ok(format!("{start}{month}"))
}

/// Every time that is offered for a service, in order, in microseconds, as a visitor finds them by turning pages.
pub fn free_times(client: &mut Client, service: &str) -> Result<Vec<i64>> {
    let (mut times, mut month) = (Vec::new(), format!("/ja/book/{service}"));
    for _ in 0..MONTHS {
        let page = page(client, &month)?;
        for day in days(&page, service) {
            let day = self::page(client, &day)?;
            times.extend(quoted(&day, TIME).filter_map(|text| text.parse::<i64>().ok()));
        }
        month = next_month(&page, service)?;
    }
    if times.is_empty() {
        bail!("no time is offered for {service}");
    }
    Ok(times)
}

/// A page that must be there.
pub fn page(client: &mut Client, path: &str) -> Result<String> {
    let answer = client.get(path).with_context(|| format!("{path} did not answer"))?;
    if answer.status == 200 { Ok(answer.body) } else { bail!("{path} answered {}", answer.status) }
}

/// What stands between an opening and the next quotation mark, each time it occurs.
fn quoted<'a>(page: &'a str, opening: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(opening).skip(1).filter_map(|rest| rest.split('"').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTH: &str = r#"<a rel="next" href="/ja/book/talk?month=2026-12">later</a>
        <a href="/ja/book/talk/day/2026-11-23?with=">23</a><a href="/ja/book/other/day/2026-11-24?with=">24</a>"#;

    #[test]
    fn days_and_the_next_month_are_found_by_their_links_and_those_of_another_service_are_left() {
        assert_eq!(days(MONTH, "talk"), ["/ja/book/talk/day/2026-11-23?with="]);
        assert_eq!(next_month(MONTH, "talk").unwrap(), "/ja/book/talk?month=2026-12");
        assert!(next_month(MONTH, "other").is_err());
    }

    #[test]
    fn a_time_is_the_value_of_its_button() {
        let day = r#"<button type="submit" name="starts" value="1764000000000000">10:00</button>"#;
        assert_eq!(quoted(day, TIME).collect::<Vec<_>>(), ["1764000000000000"]);
    }
}
