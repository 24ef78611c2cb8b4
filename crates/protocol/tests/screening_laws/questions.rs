use crate::shipped::{answered, library, shipped};
use jiff::civil::{Date, date};
use journey::facts::Facts;
use journey::screening::*;
use journey::text::Lang;
const TODAY: Date = date(2026, 4, 1);

#[test]
fn look() {
    for p in library().iter() {
        let asked = questionnaire(p, library().facts(), &Facts::new(), TODAY);
        println!("== {}", p.id);
        for (i, item) in asked.items.iter().chain(&asked.later).enumerate() {
            println!("{i} {:?}", item.facts().iter().map(|f| f.as_str()).collect::<Vec<_>>());
        }
    }
    let f = answered(
        TODAY,
        &[
            ("pregnancy", "yes"),
            ("breastfeeding", "yes"),
            ("last_isotretinoin", "2026-02-01"),
            ("inflammatory_lesions", "7"),
            ("age", "20"),
            ("last_sunburn", "2026-03-29"),
            ("skin_type", "iv"),
        ],
    );
    let e = explain(shipped("dermapen"), library().facts(), &f, TODAY, &Overrides::none(), &Activation::all_by("x"));
    println!("{}", e.tree(Lang::Ja));
    println!("{}", e.tree(Lang::En));
    println!("{}", serde_json::to_string_pretty(&e.rules[27]).unwrap());
    println!("{}", serde_json::to_string_pretty(&e.rules[9]).unwrap());
}
