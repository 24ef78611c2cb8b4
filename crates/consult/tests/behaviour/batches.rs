use crate::library;
use consult::screening::Screen;
use consult::{Reply, Weight, each_line};
use serde_json::{Value, json};

#[test]
fn a_batch_is_answered_line_by_line_in_order_and_a_bad_line_keeps_its_place() {
    let botox = r#"{"protocol": "botox", "on": "2026-11-24"}"#;
    let text = format!("{botox}\n\n{{oops\n{}\n", botox.replace("botox", "ipl"));
    let (mut out, mut heard) = (Vec::new(), Vec::new());
    each_line::<Screen>(library(), text.as_bytes(), &mut out, |reply| heard.push(reply)).unwrap();
    let found = Reply::Answered(Weight::Found);
    assert_eq!(heard, [found, Reply::Refused, found]);
    let lines: Vec<Value> = out.split(|b| *b == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    assert_eq!((&lines[0]["protocol"], &lines[2]["protocol"]), (&json!("botox"), &json!("ipl")));
    assert_eq!(lines[1]["error"][0]["line"], 3);
}
