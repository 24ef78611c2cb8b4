//! `suhada lint` as a shell and as an editor ask it.

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn lint(args: &[&str], given: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_suhada"));
    let mut asked = command
        .arg("lint")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut pipe = asked.stdin.take().expect("a pipe");
    // Whoever refuses its arguments does not read.
    drop(pipe.write_all(given));
    drop(pipe);
    asked.wait_with_output().expect("it ends")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it is text")
}

fn complained(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("it is text")
}

fn json(args: &[&str], given: &str) -> Value {
    serde_json::from_slice(&lint(args, given.as_bytes()).stdout).expect("JSON")
}

fn rules(report: &Value) -> Vec<&str> {
    report["findings"].as_array().expect("a list").iter().filter_map(|one| one["rule"].as_str()).collect()
}

#[test]
fn a_lawful_passage_ends_with_nought_and_is_not_praised() {
    let output = lint(&["-", "--lang", "en", "--today", "2026-11-22"], "赤みが出ることがあります。".as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("2026-11-22; not legal advice"), "{}", said(&output));
    for praise in ["compliant", "lawful", "OK", "passed", "遵守", "合格"] {
        assert!(!said(&output).contains(praise), "{praise}");
    }
    assert_eq!(complained(&output), "");
}

#[test]
fn the_json_of_a_finding_has_its_promised_shape() {
    let report = json(&["-", "--format", "json", "--today", "2026-11-22"], "一\nあ必ず治ります。");
    let keys: Vec<&String> = report.as_object().expect("an object").keys().collect();
    assert_eq!(keys.len(), 4);
    assert_eq!((report["checked_on"].as_str(), report["files"].as_u64()), (Some("2026-11-22"), Some(1)));
    let finding = report["findings"][0].as_object().expect("an object");
    let expected =
        ["column", "end", "file", "line", "reason", "rule", "severity", "source", "start", "suggestion", "text"];
    let mut keys: Vec<&str> = finding.keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, expected);
    assert_eq!(
        (finding["line"].as_u64(), finding["column"].as_u64(), finding["start"].as_u64()),
        (Some(2), Some(2), Some(7))
    );
    assert!(finding["text"].as_str().is_some_and(|text| text.starts_with("必ず治")));
    for language in ["ja", "en"] {
        assert!(finding["reason"][language].is_string() && finding["suggestion"][language].is_string());
    }
}

#[test]
fn a_page_is_asked_for_its_particulars_and_a_passage_is_not() {
    let text = "当院の医療脱毛は、光を照射して毛をつくる部分に熱を与える施術です。";
    assert_eq!(rules(&json(&["-", "--format", "json"], text)), Vec::<&str>::new());
    let page = json(&["-", "--as", "page", "--format", "json"], text);
    for missing in ["MA-RELEASE-COST", "MA-RELEASE-PERIOD", "MA-RELEASE-RISK", "MA-RELEASE-CONTACT"] {
        assert!(rules(&page).contains(&missing), "{missing}");
    }
    assert!(!rules(&page).contains(&"MA-RELEASE-CONTENT"));
}

#[test]
fn what_is_sent_unasked_may_say_less_than_a_page_and_a_post_is_complete_in_itself() {
    let text = "当院の医療脱毛のご紹介です。";
    let on = |channel| json(&["-", "--as", "page", "--channel", channel, "--format", "json"], text);
    assert!(rules(&on("site")).contains(&"MA-RELEASE-COST"));
    assert_eq!(rules(&on("post")), ["MA-SNS-RELEASE"]);
    assert_eq!(rules(&on("push")), ["MA-RELEASE-CHANNEL"]);
    assert_eq!(rules(&json(&["-", "--channel", "push", "--format", "json"], text)), ["MA-RELEASE-CHANNEL"]);
}

#[test]
fn bad_use_and_bad_input_end_with_two_and_say_where() {
    let output = lint(&["-"], b"abc\n\xff");
    assert_eq!(output.status.code(), Some(2));
    assert!(complained(&output).contains("-:2:1: not UTF-8"), "{}", complained(&output));
    assert_eq!(lint(&["no-such-file.md"], b"").status.code(), Some(2));
    assert_eq!(lint(&[], b"").status.code(), Some(2));
    assert_eq!(lint(&["--explain", "NO-SUCH-RULE"], b"").status.code(), Some(2));
    let output = lint(&["-", "--as", "page"], "+++\ntitle = \"x\"\n".as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(complained(&output).contains("-:1:1:"), "{}", complained(&output));
}

#[test]
fn a_rule_is_explained_in_either_language() {
    assert!(said(&lint(&["--explain", "ma-false-norisk"], b"")).contains("副作用"));
    let english = said(&lint(&["--explain", "MA-FALSE-NORISK", "--lang", "en"], b""));
    assert!(english.contains("No medical treatment is free of risk"), "{english}");
}

#[test]
fn sarif_and_annotations_name_rule_and_place() {
    let sarif = json(&["-", "--format", "sarif"], "日本一のクリニックです。");
    assert_eq!(sarif["version"], "2.1.0");
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&json!("MA-COMP-SUPER"), &json!("error")));
    let index = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
    assert_eq!(sarif["runs"][0]["tool"]["driver"]["rules"][index]["id"], "MA-COMP-SUPER");
    let github = said(&lint(&["-", "--format", "github"], "日本一のクリニックです。".as_bytes()));
    assert!(github.starts_with("::error file=-,line=1,col=1,"), "{github}");
}

#[test]
fn what_was_held_back_is_traced_on_standard_error() {
    let output = lint(&["-", "--trace"], "「必ず消える」とうたう広告にはご注意ください。".as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(complained(&output).contains("MA-FALSE-CERTAIN held back by"), "{}", complained(&output));
}

fn message(body: &Value) -> Vec<u8> {
    let body = body.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// The messages in what a server wrote.
fn messages(mut written: &[u8]) -> Vec<Value> {
    let mut read = Vec::new();
    while let Some(at) = written.windows(4).position(|four| four == b"\r\n\r\n") {
        let head = std::str::from_utf8(&written[..at]).expect("headers are text");
        let length: usize = head.rsplit(' ').next().expect("a length").parse().expect("a number");
        let body = &written[at + 4..at + 4 + length];
        read.push(serde_json::from_slice(body).expect("JSON"));
        written = &written[at + 4 + length..];
    }
    read
}

#[test]
fn an_editor_is_told_what_is_wrong_as_it_types_and_why_on_hover() {
    let document = |text: &str| json!({ "uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": text });
    let session = [
        json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {} }),
        json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document("平凡です。") } }),
        json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
            "textDocument": { "uri": "file:///a.md", "version": 2 }, "contentChanges": [{ "text": "一行目\n🙂日本一です。" }] } }),
        json!({ "jsonrpc": "2.0", "id": 2, "method": "textDocument/hover", "params": {
            "textDocument": { "uri": "file:///a.md" }, "position": { "line": 1, "character": 3 } } }),
        json!({ "jsonrpc": "2.0", "id": 3, "method": "no/such", "params": {} }),
        json!({ "jsonrpc": "2.0", "id": 4, "method": "shutdown" }),
        json!({ "jsonrpc": "2.0", "method": "exit" }),
    ];
    let given: Vec<u8> = session.iter().flat_map(message).collect();
    let output = lint(&["--lsp"], &given);
    assert_eq!(output.status.code(), Some(0));
    let told = messages(&output.stdout);
    assert_eq!(told.len(), 6);
    assert_eq!(told[0]["result"]["capabilities"]["textDocumentSync"]["change"], 1);
    assert_eq!(told[1]["params"]["diagnostics"], json!([]));
    let diagnostic = &told[2]["params"]["diagnostics"][0];
    assert_eq!(diagnostic["code"], "MA-COMP-SUPER");
    assert_eq!(
        diagnostic["range"],
        json!({ "start": { "line": 1, "character": 2 }, "end": { "line": 1, "character": 5 } })
    );
    assert!(told[3]["result"]["contents"]["value"].as_str().is_some_and(|value| value.contains("MA-COMP-SUPER")));
    assert_eq!(told[4]["error"]["code"], -32601);
    assert_eq!(told[5]["result"], Value::Null);
}

#[test]
fn a_file_over_the_limit_is_refused_and_one_with_bidirectional_marks_is_read() {
    let folder = std::env::temp_dir().join(format!("lint-limit-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let large = folder.join("large.md");
    std::fs::File::create(&large).and_then(|file| file.set_len(64 * 1024 * 1024 + 1)).expect("a file");
    let output = lint(&[large.to_str().expect("text")], b"");
    drop(std::fs::remove_dir_all(&folder));
    assert_eq!(output.status.code(), Some(2));
    assert!(complained(&output).contains("longer than 67108864 bytes"), "{}", complained(&output));
    let turned = json(&["-", "--format", "json"], "必\u{202e}ず\u{2066}治\u{200b}り\u{2069}ます。");
    assert_eq!(rules(&turned), ["MA-FALSE-CERTAIN"]);
}
