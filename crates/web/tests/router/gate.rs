//! The gate before the public pages: what is withheld, what visitors get instead, and what the console says.

use crate::visitor::Visitor;
use app::actor::Actor;
use app::content::{self, Article, Front};
use axum::http::{StatusCode, header};
use jiff::civil::date;
use journey::text::Lang;
use web::gate::Standing;

const DERMAPEN: [&str; 2] = ["/ja/treatments/dermapen", "/en/treatments/dermapen"];
const TITLE_JA: &str = "このページは、ただいま掲載を見合わせています";
const TITLE_EN: &str = "This page is not shown for the time being";

fn article(lang: Lang, title: &str, body: &str) -> Article {
    Article {
        front: Front {
            slug: "sunscreen".into(),
            lang,
            title: title.into(),
            excerpt: title.into(),
            published: date(2026, 11, 1),
            author: "aoki".into(),
            tags: vec!["care".into()],
            concerns: Vec::new(),
            treatments: Vec::new(),
            related: Vec::new(),
        },
        body: body.into(),
    }
}

fn publish(visitor: &Visitor, ja: (&str, &str), en: (&str, &str)) {
    let both = [article(Lang::Ja, ja.0, ja.1), article(Lang::En, en.0, en.1)];
    visitor.clinic.by("aoki", move |work| content::import(work, &both));
}

fn plain(visitor: &Visitor) {
    publish(
        visitor,
        ("日焼け止めの塗り方", "顔全体に塗ります。"),
        ("How to put on sunscreen", "Put it on the whole face."),
    );
}

fn boastful(visitor: &Visitor) {
    let boast = "当院の治療は日本一です。必ず治ります。";
    publish(visitor, ("日焼け止めの塗り方", boast), ("How to put on sunscreen", "Put it on the whole face."));
}

/// Lets the prices of the treatment with needles end a month ago, or go on.
fn prices_end(visitor: &Visitor, until: &str) {
    let sql = format!(
        "UPDATE offering_price SET until_day = {until}
         WHERE service_id = (SELECT id FROM offering_service WHERE slug = 'dermapen')"
    );
    let deed = move |work: &mut app::Work<'_, '_>| Ok(work.tx.execute(&sql, &[])?);
    visitor.clinic.app.write(Actor::System, deed).wait().expect("the prices change");
}

const ENDED: &str = "'2026-10-31'";
const OPEN_ENDED: &str = "NULL";

#[test]
fn every_page_of_the_test_clinic_is_open_to_begin_with() {
    let visitor = Visitor::new();
    let judged = visitor.judged();
    let withheld: Vec<_> = judged
        .iter()
        .filter(|one| one.verdict.standing() == Standing::Withheld)
        .map(|one| (&one.path, one.verdict.withholding().map(|remark| &remark.reason.en).collect::<Vec<_>>()))
        .collect();
    assert!(withheld.is_empty(), "{withheld:#?}");
    assert!(judged.iter().any(|one| one.path == DERMAPEN[0]) && judged.iter().any(|one| one.path == "/en/"));
}

#[test]
fn a_treatment_without_a_price_is_withheld_and_the_console_names_the_standard_cost() {
    let mut visitor = Visitor::signed_in("sakamoto");
    assert_eq!(visitor.get(DERMAPEN[0]).status, StatusCode::OK);
    prices_end(&visitor, ENDED);
    for (path, title) in DERMAPEN.into_iter().zip([TITLE_JA, TITLE_EN]) {
        let answer = visitor.get(path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains(title) && answer.body.contains("href=\"tel:"), "{path}");
        assert!(answer.body.contains("noindex"), "{path}");
    }
    let console = visitor.get("/console/pages").body;
    for said in ["/ja/treatments/dermapen", "MA-RELEASE-COST", "標準的な費用", "法的な助言ではありません"]
    {
        assert!(console.contains(said), "{said}");
    }
    prices_end(&visitor, OPEN_ENDED);
    assert_eq!(visitor.get(DERMAPEN[0]).status, StatusCode::OK, "open again without a restart");
    assert!(!visitor.get("/console/pages").body.contains("MA-RELEASE-COST"));
}

#[test]
fn a_withheld_treatment_is_named_nowhere_and_can_still_be_booked() {
    let mut visitor = Visitor::new();
    let named = |answer: &crate::visitor::Answer| answer.body.contains("treatments/dermapen");
    for path in ["/ja/", "/ja/treatments", "/sitemap.xml", "/ja/concerns/acne-scars"] {
        assert!(named(&visitor.get(path)), "{path}");
    }
    assert!(visitor.get("/ja/book").body.contains("/ja/book/dermapen"));
    prices_end(&visitor, ENDED);
    visitor.judged();
    for path in ["/ja/", "/ja/treatments", "/sitemap.xml", "/ja/concerns/acne-scars", "/ja/practitioners"] {
        let answer = visitor.get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(!named(&answer), "{path}");
    }
    assert!(!visitor.get("/ja/book").body.contains("/ja/book/dermapen"), "it is not offered");
    assert_eq!(visitor.get("/ja/book/dermapen").status, StatusCode::OK, "whoever knows it can book it");
    assert_eq!(visitor.asks("HEAD", DERMAPEN[0], (header::ACCEPT, "text/html")).status, StatusCode::NOT_FOUND);
}

#[test]
fn an_article_that_boasts_is_withheld_alone_and_opens_when_it_is_mended() {
    let mut visitor = Visitor::new();
    plain(&visitor);
    assert_eq!(visitor.get("/ja/articles/sunscreen").status, StatusCode::OK);
    boastful(&visitor);
    assert_eq!(visitor.get("/ja/articles/sunscreen").status, StatusCode::NOT_FOUND);
    for list in ["/ja/articles", "/ja/feed.xml", "/sitemap.xml", "/ja/"] {
        let answer = visitor.get(list);
        assert_eq!(answer.status, StatusCode::OK, "{list}");
        assert!(!answer.body.contains("/ja/articles/sunscreen"), "{list}");
    }
    plain(&visitor);
    assert_eq!(visitor.get("/ja/articles/sunscreen").status, StatusCode::OK);
    assert!(visitor.get("/ja/feed.xml").body.contains("/ja/articles/sunscreen"));
}

#[test]
fn a_list_whose_entry_boasts_leaves_the_entry_out_though_nobody_has_asked_for_the_article() {
    let mut visitor = Visitor::new();
    let boast = "日本一の治療で必ず治ります";
    publish(&visitor, (boast, "本文です。"), ("How to put on sunscreen", "Put it on the whole face."));
    let list = visitor.get("/ja/articles");
    assert_eq!(list.status, StatusCode::OK);
    assert!(!list.body.contains(boast));
}

#[test]
fn what_only_the_english_version_claims_withholds_the_english_version() {
    let mut visitor = Visitor::new();
    let english = ("How to put on sunscreen", "Written by a board-certified dermatologist.");
    publish(&visitor, ("日焼け止めの塗り方", "医師が書きました。"), english);
    assert_eq!(visitor.get("/en/articles/sunscreen").status, StatusCode::NOT_FOUND);
    assert_eq!(visitor.get("/ja/articles/sunscreen").status, StatusCode::OK);
    let judged = visitor.judged();
    let of = |path: &str| judged.iter().find(|one| one.path == path).expect("it was judged").verdict.clone();
    let rules = |path: &str| of(path).withholding().map(|one| one.rule.clone()).collect::<Vec<_>>();
    assert_eq!(rules("/en/articles/sunscreen"), ["PAR-CLAIM"]);
    assert_eq!(rules("/ja/articles/sunscreen"), Vec::<String>::new());
}

#[test]
fn the_first_page_of_the_console_tells_those_who_can_mend_it_and_nobody_else() {
    for (login, told) in [("sakamoto", true), ("ueno", false)] {
        let mut visitor = Visitor::signed_in(login);
        assert!(!visitor.get("/console").body.contains("掲載を見合わせている公開ページ"), "{login}");
        prices_end(&visitor, ENDED);
        visitor.judged();
        let body = visitor.get("/console").body;
        assert_eq!(body.contains("掲載を見合わせている公開ページが2件"), told, "{login}");
    }
}

#[test]
fn the_console_never_says_that_a_page_is_lawful() {
    let mut visitor = Visitor::signed_in("sakamoto");
    for lang in Lang::ALL {
        visitor.get(&format!("/console/language/{}", lang.code()));
        let body = visitor.get("/console/pages").body.to_lowercase();
        for boast in ["compliant", "certified page", "準拠", "適合", "適法です"] {
            assert!(!body.contains(boast), "{boast}");
        }
    }
}

#[test]
fn a_tag_that_no_article_carries_is_not_repeated() {
    let mut visitor = Visitor::new();
    plain(&visitor);
    assert_eq!(visitor.get("/ja/articles?tag=care").status, StatusCode::OK);
    let answer = visitor.get("/ja/articles?tag=nihon-ichi");
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(!answer.body.contains("nihon-ichi"));
}
