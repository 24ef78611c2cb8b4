//! The schemas for editors: checked in as they are generated, and of one mind with the checker.
#![expect(clippy::unwrap_used, reason = "a test whose files cannot be read must fail")]

use protocol::schema::{File, schema};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn gather(folder: &Path, root: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, texts);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            texts.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}

fn texts(folder: &Path) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    gather(folder, folder, &mut texts);
    texts
}

/// A file as an editor hands it to a validator: dates are texts.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(list) => list.into_iter().map(json).collect(),
        toml::Value::Table(table) => {
            table.into_iter().map(|(key, value)| (key, json(value))).collect::<Map<_, _>>().into()
        }
    }
}

fn file_of(path: &str) -> File {
    let name = path.rsplit('/').next().unwrap().trim_end_matches(".toml");
    File::parse(name).unwrap()
}

fn complaints(path: &str, text: &str) -> Vec<String> {
    let validator = jsonschema::validator_for(&schema(file_of(path))).unwrap();
    let instance = json(toml::Value::Table(text.parse().unwrap()));
    validator.iter_errors(&instance).map(|error| format!("{path} {}: {error}", error.instance_path())).collect()
}

#[test]
fn the_schemas_that_are_checked_in_are_those_that_are_generated() {
    for file in File::ALL {
        let path = root().join("schemas").join(format!("{}.schema.json", file.name()));
        let text = serde_json::to_string_pretty(&schema(file)).unwrap() + "\n";
        assert_eq!(std::fs::read_to_string(path).unwrap(), text, "run `suhada protocol schema --write schemas`");
    }
}

#[test]
fn every_shipped_file_and_every_fixture_keeps_its_schema() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/protocols");
    for folder in [root().join("protocols"), fixtures] {
        let texts = texts(&folder);
        let wrong: Vec<String> = texts.iter().flat_map(|(path, text)| complaints(path, text)).collect();
        assert!(texts.len() > 10 && wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn every_key_of_every_schema_is_described() {
    fn look(at: String, value: &Value, bare: &mut Vec<String>) {
        let properties = value.get("properties").and_then(Value::as_object);
        let described = ["const", "description", "$ref", "minItems"];
        for (key, value) in properties.into_iter().flatten() {
            if !described.iter().any(|word| value.get(word).is_some()) && !at.contains("definitions") {
                bare.push(format!("{at}/{key}"));
            }
        }
        let parts: Vec<(String, &Value)> = match value {
            Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), value)).collect(),
            Value::Array(list) => list.iter().map(|value| (String::new(), value)).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
        };
        parts.into_iter().for_each(|(key, value)| look(format!("{at}/{key}"), value, bare));
    }
    for file in File::ALL {
        let mut bare = Vec::new();
        look(String::new(), &schema(file), &mut bare);
        assert!(bare.is_empty(), "{}: {bare:?}", file.name());
    }
}

/// Snippets that are wrong by their form alone: the file, what stands there, and what is put in its place.
const BAD: [(&str, &str, &str); 31] = [
    ("needling/protocol.toml", "minutes = 30", "minuts = 30"),
    ("needling/protocol.toml", "minutes = 30", "minutes = 30\nroomy = \"treatment\""),
    ("needling/protocol.toml", "minutes = 30", "minutes = \"30\""),
    ("needling/protocol.toml", "minutes = 30", "minutes = 31"),
    ("needling/protocol.toml", "minutes = 30", "minutes = 0"),
    ("needling/protocol.toml", "status = \"unapproved\"", "status = \"aproved\""),
    ("needling/protocol.toml", "status = \"unapproved\"", "status = \"approved\""),
    ("needling/protocol.toml", "en = \"Numbing\" }", "}"),
    ("needling/protocol.toml", "en = \"Numbing\" }", "en = \" \" }"),
    ("needling/protocol.toml", "en = \"Numbing\" }", "en = \"Numbing\", fr = \"Crème\" }"),
    ("needling/protocol.toml", "max = 6, source = [\"trial\"], ", "max = 6, "),
    ("needling/protocol.toml", "max = 6, source = [\"trial\"], ", "max = 6, source = [], "),
    (
        "needling/protocol.toml",
        "max = 6, source = [\"trial\"], confidence = \"moderate\"",
        "max = 6, source = [\"trial\"]",
    ),
    (
        "needling/protocol.toml",
        "max = 6, source = [\"trial\"], confidence = \"moderate\"",
        "max = 6, source = [\"trial\"], confidence = \"sure\"",
    ),
    ("needling/protocol.toml", "active = false", "active = true"),
    ("needling/protocol.toml", "verdict = \"contraindicated\"", "verdict = \"forbidden\""),
    ("needling/protocol.toml", "floor = { days = 21 }", "floor = { weeks = 3 }"),
    ("needling/protocol.toml", "floor = { days = 21 }", "floor = { days = 21, months = 1 }"),
    ("needling/protocol.toml", "floor = { days = 21 }", "floor = 21"),
    ("needling/protocol.toml", "floor = { days = 21 }", "floor = { days = -21 }"),
    ("needling/protocol.toml", "at_least = 6", "more_than = 6"),
    ("needling/protocol.toml", "depth_mm = { max = 2.0 }", "depth_mm = { max = 2.0 }\nunits = { max = 2 }"),
    ("needling/protocol.toml", "depth_mm = { max = 2.0 }", "depth_mm = { min = 2.0 }"),
    ("needling/protocol.toml", "days = [2, 5]", "days = [2, 5, 6]"),
    ("needling/protocol.toml", "days = [2, 5]", "days = [2]"),
    ("needling/protocol.toml", "id = \"label-depth\"", "id = \"Label depth\""),
    ("facts.toml", "kind = \"yes-no\"", "kind = \"boolean\""),
    ("zones.toml", "sides = \"midline\"", "sides = \"middle\""),
    ("sources.toml", "seen = ", "read = "),
    ("products.toml", "checked_on = ", "checked_on = \"soon\" #"),
    ("needling/cases.toml", "expect = \"contraindicated\"", "expect = \"no\""),
];

#[test]
fn what_is_wrong_by_its_form_is_refused_by_the_checker_and_by_the_schema() {
    let fixtures = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/protocols"));
    for (path, from, to) in BAD {
        let mut texts = fixtures.clone();
        let text = texts.get_mut(path).unwrap();
        assert!(text.contains(from), "{from:?} is not in {path}");
        *text = text.replacen(from, to, 1);
        let complaints = complaints(path, text);
        assert!(!complaints.is_empty(), "the schema lets {to:?} pass in {path}");
        assert!(protocol::load(&texts).is_err(), "the checker lets {to:?} pass in {path}");
    }
}

/// Every table with a key that nobody knows, in every fixture: both refuse it.
#[test]
fn a_key_that_nobody_knows_is_refused_by_both_in_every_table() {
    let fixtures = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/protocols"));
    let mut tried = 0;
    for (path, text) in &fixtures {
        for (at, line) in text.lines().enumerate().filter(|(_, line)| line.starts_with('[')) {
            let mut lines: Vec<&str> = text.lines().collect();
            lines.insert(at + 1, "nobody_knows_this = 1");
            let changed = lines.join("\n");
            let mut texts = fixtures.clone();
            texts.insert(path.clone(), changed.clone());
            assert!(!complaints(path, &changed).is_empty(), "the schema lets it pass in {path} under {line}");
            assert!(protocol::load(&texts).is_err(), "the checker lets it pass in {path} under {line}");
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}
