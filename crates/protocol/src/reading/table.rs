//! One table: every key is asked for, and the rest is refused.

use super::{Context, Node, Taken};
use crate::nearest::nearest;
use std::cell::RefCell;
use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;
use toml::de::{DeTable, DeValue};

/// One table of a file.
pub(crate) struct Table<'a> {
    pub cx: &'a Context<'a>,
    table: &'a DeTable<'a>,
    span: Range<usize>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Table<'a> {
    pub fn new(cx: &'a Context<'a>, table: &'a DeTable<'a>, span: Range<usize>) -> Self {
        Self { cx, table, span, asked: RefCell::default() }
    }

    /// Reports a mistake of the whole table.
    pub fn wrong(&self, message: impl Into<String>, expected: impl Into<String>) {
        self.cx.desk.report(self.cx.mistake(self.span.clone(), message).expecting(expected));
    }

    /// The value of a key, if it is there.
    pub fn get(&self, key: &'static str) -> Option<Node<'a>> {
        self.asked.borrow_mut().push(key);
        let found = self.table.iter().find(|(name, _)| name.get_ref() == key);
        found.map(|(_, value)| Node { cx: self.cx, value })
    }

    /// The value of a key that must be there.
    pub fn need(&self, key: &'static str) -> Option<Node<'a>> {
        let found = self.get(key);
        if found.is_none() {
            self.wrong(format!("`{key}` is missing"), format!("a key `{key}` in this table"));
        }
        found
    }

    /// Whether a key is there; the key counts as known.
    pub fn has(&self, key: &'static str) -> bool {
        self.get(key).is_some()
    }

    /// Where the table stands.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Every key with its value, for tables whose keys are names.
    pub fn entries(self) -> Vec<(&'a str, Node<'a>)> {
        let cx = self.cx;
        self.table.iter().map(|(name, value)| (name.get_ref().as_ref(), Node { cx, value })).collect()
    }

    /// The ids in a list of tables, silently: what is wrong with them is told where they are read.
    pub fn names<T: FromStr>(&self, key: &'static str) -> Vec<T> {
        let Some(DeValue::Array(parts)) = self.get(key).map(|node| node.value.get_ref()) else {
            return Vec::new();
        };
        let ids = parts.iter().filter_map(|part| part.get_ref().get("id")?.get_ref().as_str());
        ids.filter_map(|id| id.parse().ok()).collect()
    }

    /// Refuses every key that nobody asked for.
    pub fn close(self) {
        let asked = self.asked.into_inner();
        for (name, _) in self.table.iter().filter(|(name, _)| !asked.contains(&name.get_ref().as_ref())) {
            let mut known = asked.clone();
            known.sort_unstable();
            known.dedup();
            let message = format!("unknown key `{}`", name.get_ref());
            let mut mistake = self.cx.mistake(name.span(), message).expecting(known.join(", "));
            mistake.did_you_mean = nearest(name.get_ref(), known.iter().copied()).map(str::to_owned);
            self.cx.desk.report(mistake);
        }
    }

    /// A text that must be there.
    pub fn text(&self, key: &'static str) -> Option<String> {
        self.need(key)?.text().map(str::to_owned)
    }

    /// One of some fixed words that must be there.
    pub fn word<T: Copy>(&self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        self.need(key)?.word(words)
    }

    /// One of some fixed words, or the first where the key is absent.
    pub fn word_or_first<T: Copy>(&self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        match self.get(key) {
            Some(node) => node.word(words),
            None => words.first().map(|(_, value)| *value),
        }
    }

    /// A new name that must be there and not be taken.
    pub fn fresh<T: FromStr<Err: Display> + Display>(&self, key: &'static str, taken: &Taken) -> Option<T> {
        let node = self.need(key)?;
        let id: T = node.id()?;
        if !taken.take(&id.to_string()) {
            node.wrong(format!("`{id}` is used twice"), "a name that is not taken");
        }
        Some(id)
    }

    /// Names given elsewhere, each once; an absent key is an empty list.
    pub fn references<'k, T>(&self, key: &'static str, kind: &str, known: impl Iterator<Item = &'k T> + Clone) -> Vec<T>
    where
        T: Clone + Display + 'k,
    {
        let taken = Taken::default();
        let nodes = self.get(key).map(|node| node.list()).unwrap_or_default();
        let read = |node: Node<'a>| {
            let id = node.reference(kind, known.clone())?;
            if !taken.take(&id.to_string()) {
                node.wrong(format!("`{id}` stands here twice"), "each name once");
            }
            Some(id)
        };
        nodes.into_iter().filter_map(read).collect()
    }

    /// Reads every table of a list; an absent key is an empty list.
    pub fn each<T>(&self, key: &'static str, read: impl Fn(Table<'a>) -> Option<T>) -> Vec<T> {
        let nodes = self.get(key).map(|node| node.list()).unwrap_or_default();
        nodes.into_iter().filter_map(|node| read(node.table()?)).collect()
    }

    /// Reads every table of a list that must hold at least one.
    pub fn at_least_one<T>(&self, key: &'static str, read: impl Fn(Table<'a>) -> Option<T>) -> Vec<T> {
        let node = self.need(key).map(|node| node.list()).unwrap_or_default();
        if self.has(key) && node.is_empty() {
            self.wrong(format!("`{key}` is empty"), "at least one");
        }
        node.into_iter().filter_map(|node| read(node.table()?)).collect()
    }
}
