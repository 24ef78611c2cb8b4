//! The texts of the fictional clinic, built in.

use anyhow::Context;
use app::clinic::{ClinicPlan, SpecialDayPlan};
use app::content::{Article, Front};
use jiff::civil::{Date, date};
use journey::text::Bilingual;
use rust_embed::RustEmbed;

/// The password of every login of the fictional clinic. It guards nothing.
pub const PASSWORD: &str = "suhada-no-yume-2026";

const CLINIC: &str = include_str!("../../../demo/clinic.toml");
/// The day as of which `demo/clinic.toml` is written.
const WRITTEN_ON: Date = date(2026, 11, 22);

#[derive(RustEmbed)]
#[folder = "../../demo/articles"]
struct Articles;

/// The fictional clinic. What still holds or soon lapses is moved to a day, so that it soon lapses on any day.
pub fn clinic(today: Date) -> anyhow::Result<ClinicPlan> {
    let mut plan: ClinicPlan = toml::from_str(CLINIC).context("demo/clinic.toml cannot be read")?;
    let passed = today.since(WRITTEN_ON)?;
    for competence in plan.staff.iter_mut().flat_map(|person| &mut person.competences) {
        if let Some(until) = competence.until {
            competence.until = Some(until.saturating_add(passed));
            competence.from = competence.from.saturating_add(passed);
        }
    }
    for lot in &mut plan.lots {
        lot.expires = lot.expires.saturating_add(passed);
    }
    if is_closed(&plan, today) {
        plan.closures.retain(|closure| closure.day != today);
        plan.special_days.push(special_day(today));
    }
    Ok(plan)
}

fn is_closed(plan: &ClinicPlan, day: Date) -> bool {
    let weekday = day.weekday().to_monday_one_offset();
    !plan.hours.iter().any(|hours| hours.weekdays.contains(&weekday))
        || plan.closures.iter().any(|closure| closure.day == day)
        || journey::roster::holidays::is_holiday(day)
}

/// The day on which the demo is made is open, so that there is something to look at.
fn special_day(day: Date) -> SpecialDayPlan {
    let reason = Bilingual::new("臨時診療日", "Open by exception");
    SpecialDayPlan { day, opens: "10:00".into(), closes: "18:00".into(), reason }
}

/// The articles in both languages.
pub fn articles() -> anyhow::Result<Vec<Article>> {
    Articles::iter()
        .map(|name| {
            let file = Articles::get(&name).context("a file that is built in")?;
            article(&String::from_utf8(file.data.into_owned())?).with_context(|| format!("{name} cannot be read"))
        })
        .collect()
}

/// Reads an article: what stands between the lines of `+++` is TOML, the rest Markdown.
fn article(text: &str) -> anyhow::Result<Article> {
    let rest = text.strip_prefix("+++\n").context("an article begins with a line of +++")?;
    let (front, body) = rest.split_once("\n+++\n").context("a second line of +++ is missing")?;
    let mut table: toml::Table = front.parse()?;
    if let Some(toml::Value::Datetime(day)) = table.get("published").cloned() {
        table.insert("published".into(), toml::Value::String(day.to_string()));
    }
    let front: Front = table.try_into()?;
    Ok(Article { front, body: body.trim_start().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clinic_reads_and_soon_lapses_on_any_day() {
        let until = |today| {
            let plan = clinic(today).unwrap();
            let nurse = plan.staff.into_iter().find(|person| person.login == "shimizu").unwrap();
            nurse.competences.into_iter().find_map(|held| held.until).unwrap()
        };
        assert_eq!(until(WRITTEN_ON), date(2026, 12, 15));
        assert_eq!(until(date(2027, 11, 22)), date(2027, 12, 15));
    }

    #[test]
    fn the_day_on_which_the_demo_is_made_is_open_by_exception_if_it_must_be() {
        let special = |today| clinic(today).unwrap().special_days.len();
        assert_eq!(special(date(2026, 11, 24)), 0, "a Tuesday");
        assert_eq!(special(date(2026, 11, 25)), 1, "a Wednesday");
        assert_eq!(special(date(2026, 11, 23)), 1, "a public holiday");
    }

    #[test]
    fn every_article_stands_in_both_languages() {
        let all = articles().unwrap();
        assert!(!all.is_empty());
        for one in &all {
            let twin = all.iter().filter(|other| other.front.slug == one.front.slug).count();
            assert_eq!(twin, 2, "{}", one.front.slug);
        }
    }

    #[test]
    fn an_article_without_an_end_of_its_front_is_refused() {
        assert!(article("+++\nslug = \"x\"\n").is_err());
        assert!(article("# Title").is_err());
    }
}
