use anyhow::{Context, Result, bail};

/// What a measurement was asked to do, as in `--rounds 50`.
pub struct Asked(Vec<(String, String)>);

impl Asked {
    /// Reads what stands behind the name of the measurement. Refuses an option that is not among those known.
    pub fn read(words: impl Iterator<Item = String>, known: &[&str]) -> Result<Self> {
        let (mut words, mut pairs) = (words, Vec::new());
        while let Some(name) = words.next() {
            if !known.contains(&name.as_str()) {
                match known {
                    [] => bail!("{name} is not known here; this measurement has no options"),
                    _ => bail!("{name} is not known here; there is {}", known.join(", ")),
                }
            }
            let value = words.next().with_context(|| format!("{name} wants a value"))?;
            pairs.push((name, value));
        }
        Ok(Self(pairs))
    }

    /// The words of the command line behind `cargo xtask bench <name>`.
    pub fn command_line(known: &[&str]) -> Result<Self> {
        Self::read(std::env::args().skip(3), known)
    }

    /// A number; the usual one where none was asked for.
    pub fn number(&self, name: &str, usual: u32) -> Result<u32> {
        match self.word(name) {
            None => Ok(usual),
            Some(text) => text.parse().with_context(|| format!("{name} {text} is no number")),
        }
    }

    /// Numbers with commas between; the usual ones where none were asked for.
    pub fn numbers(&self, name: &str, usual: &[u32]) -> Result<Vec<u32>> {
        let Some(text) = self.word(name) else { return Ok(usual.to_vec()) };
        text.split(',').map(|one| one.parse().with_context(|| format!("{name} {one} is no number"))).collect()
    }

    fn word(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;

    fn asked(line: &str) -> anyhow::Result<Asked> {
        Asked::read(line.split_whitespace().map(ToOwned::to_owned), &["--rounds", "--visits"])
    }

    #[test]
    fn what_is_not_asked_for_is_as_usual_and_what_is_asked_for_counts() {
        let some = asked("--visits 1000,10000").unwrap();
        assert_eq!(some.number("--rounds", 9).unwrap(), 9);
        assert_eq!(some.numbers("--visits", &[1]).unwrap(), [1000, 10000]);
        assert_eq!(asked("--rounds 3").unwrap().number("--rounds", 9).unwrap(), 3);
    }

    #[test]
    fn an_unknown_option_a_missing_value_and_a_word_for_a_number_are_refused() {
        assert!(asked("--seed 3").is_err());
        assert!(asked("--rounds").is_err());
        assert!(asked("--rounds many").unwrap().number("--rounds", 9).is_err());
    }
}
