use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use journey::text::Lang;
use std::sync::LazyLock;
use unic_langid::langid;

/// The wording of one language. Messages stand in `locales/<language>/<part>.ftl`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wording(pub Lang);

macro_rules! parts {
    ($($part:literal)*) => {
        const JA: &[&str] = &[$(include_str!(concat!("../locales/ja/", $part, ".ftl"))),*];
        const EN: &[&str] = &[$(include_str!(concat!("../locales/en/", $part, ".ftl"))),*];
    };
}

parts! { "frame" "site" "booking" "refusals" "portal" "waitlist" "plan" "console" "roster" "clinical" "letters" "gate" }

static BUNDLES: LazyLock<[FluentBundle<FluentResource>; 2]> = LazyLock::new(|| [bundle(Lang::Ja), bundle(Lang::En)]);

fn sources(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Ja => JA,
        Lang::En => EN,
    }
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let tag = match lang {
        Lang::Ja => langid!("ja"),
        Lang::En => langid!("en"),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    for source in sources(lang) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        // A message that is told twice keeps its first wording; a test forbids it.
        let _ = bundle.add_resource(resource);
    }
    bundle
}

impl Wording {
    /// A message without arguments.
    pub fn t(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with arguments. An unknown key shows itself in brackets; a test walks all that are used.
    pub fn with(self, key: &str, args: &[(&'static str, &str)]) -> String {
        let bundle = &BUNDLES[usize::from(self.0 == Lang::En)];
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, FluentValue::from(*value));
        }
        bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// A message with one number, for plurals.
    pub fn count(self, key: &str, number: i64) -> String {
        let bundle = &BUNDLES[usize::from(self.0 == Lang::En)];
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        let mut values = FluentArgs::new();
        values.set("count", FluentValue::from(number));
        bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// The language.
    pub const fn lang(self) -> Lang {
        self.0
    }
}

/// Every message key of a language in the order of the files, with repeats, for the tests that hold both equal.
pub fn message_keys(lang: Lang) -> Vec<String> {
    sources(lang)
        .iter()
        .flat_map(|source| source.lines())
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim()))
        .filter(|key| !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
        .map(str::to_owned)
        .collect()
}
