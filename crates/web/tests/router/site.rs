use crate::visitor::Visitor;
use axum::http::{StatusCode, header};

/// Every public address that needs no more than the clinic itself.
const PAGES: [&str; 12] = [
    "",
    "treatments",
    "treatments/dermapen",
    "treatments/botox",
    "concerns",
    "practitioners",
    "access",
    "counselling",
    "articles",
    "privacy",
    "book",
    "book/dermapen",
];

#[test]
fn every_public_page_answers_in_both_languages_and_says_which_it_is() {
    let mut visitor = Visitor::new();
    for lang in ["ja", "en"] {
        for page in PAGES {
            let answer = visitor.get(&format!("/{lang}/{page}"));
            assert_eq!(answer.status, StatusCode::OK, "/{lang}/{page}");
            assert!(answer.body.contains(&format!("<html lang=\"{lang}\"")), "/{lang}/{page}");
            assert_eq!(answer.body.matches("<h1").count(), 1, "one heading on /{lang}/{page}");
        }
    }
}

#[test]
fn no_page_shows_a_message_key_instead_of_words() {
    let mut visitor = Visitor::new();
    for lang in ["ja", "en"] {
        for page in PAGES {
            let body = visitor.get(&format!("/{lang}/{page}")).body;
            let bracketed = body.split('[').skip(1).filter_map(|rest| rest.split_once(']').map(|(key, _)| key));
            let keys: Vec<&str> = bracketed
                .filter(|key| key.contains('-') && key.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
                .collect();
            assert!(keys.is_empty(), "/{lang}/{page}: {keys:?}");
        }
    }
}

#[test]
fn every_page_forbids_what_is_not_its_own() {
    let mut visitor = Visitor::new();
    for path in ["/ja/", "/ja/book", "/console/sign-in", "/ja/nothing-here"] {
        let answer = visitor.get(path);
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
        assert!(!answer.body.contains(" style=\""), "{path} has an inline style");
        assert!(!answer.body.contains(" onclick="), "{path} has an inline handler");
    }
}

#[test]
fn the_first_address_chooses_a_language() {
    let mut visitor = Visitor::new();
    let answer = visitor.get("/");
    assert!(answer.status.is_redirection());
    assert_eq!(answer.location, "/ja/");
}

#[test]
fn what_does_not_exist_is_not_found_and_still_says_whom_to_call() {
    let mut visitor = Visitor::new();
    for path in ["/ja/treatments/nothing", "/en/articles/nothing", "/ja/nothing", "/ja/book/nothing"] {
        let answer = visitor.get(path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("href=\"tel:"), "{path}");
    }
}

#[test]
fn a_treatment_page_gives_risks_price_and_the_five_disclosures_of_an_unapproved_device() {
    let mut visitor = Visitor::new();
    let protocol = visitor.clinic.protocol("dermapen").clone();
    let body = visitor.get("/ja/treatments/dermapen").body;
    let disclosures = protocol.disclosures.expect("it is unapproved");
    let five = [
        &disclosures.unapproved,
        &disclosures.obtained,
        &disclosures.equivalent,
        &disclosures.overseas,
        &disclosures.relief,
    ];
    for statement in five {
        assert!(body.contains(&maud_escaped(&statement.ja)), "{}", statement.ja);
    }
    for risk in &protocol.catalogue.risks {
        assert!(body.contains(&maud_escaped(&risk.says.ja)), "{}", risk.says.ja);
    }
    assert!(body.contains("円(税込)"));
}

fn maud_escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
