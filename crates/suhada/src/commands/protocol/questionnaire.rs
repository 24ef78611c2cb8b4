//! `suhada protocol questionnaire`

use crate::clock::SystemClock;
use app::Clock;
use jiff::tz::TimeZone;
use journey::facts::Facts;
use journey::protocol::{Library, Protocol};
use journey::screening::{Item, questionnaire};
use journey::text::Lang;

/// Prints what a patient of whom nothing is known is asked.
pub fn print(library: &Library, protocol: &Protocol, lang: Lang) {
    let today = SystemClock::default().now().to_zoned(TimeZone::UTC).date();
    let asked = questionnaire(protocol, library.facts(), &Facts::new(), today);
    println!("{}: {} items before booking", protocol.name.get(lang), asked.items.len());
    asked.items.iter().for_each(|item| tell(library, item, lang));
    println!("\nLater: {} items", asked.later.len());
    asked.later.iter().for_each(|item| tell(library, item, lang));
}

fn tell(library: &Library, item: &Item, lang: Lang) {
    match item {
        Item::One(fact) => println!("  - {}", library.facts().get(fact).map_or("", |fact| fact.ask.get(lang))),
        Item::Group { checklist, facts } => {
            println!("  - {}", library.facts().checklist(checklist).map_or("", |list| list.ask.get(lang)));
            for fact in facts.iter().filter_map(|fact| library.facts().get(fact)) {
                println!("      [ ] {}", fact.ask.get(lang));
            }
        }
    }
}
