//! The two schemas are one: the same steps, the same tables, the same columns and indexes.

use std::collections::BTreeMap;
use store::MIGRATIONS;

/// Tables and their columns, and indexes, as a schema file declares them.
fn declared(sql: &str) -> BTreeMap<String, Vec<String>> {
    let text: String = sql.lines().filter(|line| !line.trim_start().starts_with("--")).collect::<Vec<_>>().join("\n");
    let mut found = BTreeMap::new();
    for statement in text.split("CREATE ").skip(1) {
        let words: Vec<&str> = statement.split_whitespace().collect();
        match words.as_slice() {
            ["TABLE", name, ..] => {
                found.insert(format!("table {name}"), columns(statement));
            }
            ["INDEX", name, ..] | ["UNIQUE", "INDEX", name, ..] => {
                let upto = statement.split(';').next().unwrap_or_default();
                found.insert(format!("index {name}"), vec![upto.split_whitespace().collect::<Vec<_>>().join(" ")]);
            }
            _ => {}
        }
    }
    found
}

fn columns(statement: &str) -> Vec<String> {
    let body = statement.split_once('(').map_or("", |(_, body)| body);
    body.split(',')
        .filter_map(|part| part.split_whitespace().next())
        .filter(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn steps_are_numbered_from_one_without_a_gap() {
    for (place, step) in MIGRATIONS.iter().enumerate() {
        assert_eq!(step.number, place as i64 + 1, "{}", step.name);
        assert!(step.name.starts_with(&format!("{:04}_", step.number)), "{}", step.name);
    }
}

#[test]
fn both_engines_declare_the_same_tables_columns_and_indexes() {
    for step in MIGRATIONS {
        assert_eq!(declared(step.sqlite), declared(step.postgres), "{}", step.name);
        assert!(declared(step.sqlite).len() > 1, "{} declares something", step.name);
    }
}

#[test]
fn the_clinic_leads_every_key() {
    for step in MIGRATIONS {
        for (table, columns) in declared(step.sqlite) {
            if table.starts_with("table ") && table != "table clinic" {
                assert_eq!(columns.first().map(String::as_str), Some("clinic_id"), "{table}");
            }
        }
    }
}
