use axum::Form;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use jiff::civil::Date;

/// A form as it was filled in: names and values in the order they came, some names more than once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filled(Vec<(String, String)>);

impl Filled {
    /// The first value of a field, without blanks around it; empty when the field is absent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.trim())
    }

    /// A value that is not blank.
    pub fn some(&self, name: &str) -> Option<&str> {
        Some(self.get(name)).filter(|value| !value.is_empty())
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.trim())
    }

    /// Every field and its value, as they came.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// A date in three fields: `name-year`, `name-month`, `name-day`. Full-width digits are read as well.
    pub fn date_parts(&self, name: &str) -> Option<Date> {
        let part = |end: &str| self.get(&format!("{name}-{end}")).chars().map(ascii_digit).collect::<String>();
        Date::new(part("year").parse().ok()?, part("month").parse().ok()?, part("day").parse().ok()?).ok()
    }

    /// A date as the browser's calendar sends it.
    pub fn date(&self, name: &str) -> Option<Date> {
        self.get(name).parse().ok()
    }
}

/// Full-width figures are typed as easily as others on a Japanese keyboard.
pub(crate) fn ascii_digit(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '．' => '.',
        other => other,
    }
}

impl<S: Send + Sync> FromRequest<S> for Filled {
    type Rejection = StatusCode;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let Form(pairs) = Form::<Vec<(String, String)>>::from_request(request, state)
            .await
            .map_err(|_| StatusCode::UNPROCESSABLE_ENTITY)?;
        Ok(Self(pairs))
    }
}

#[cfg(test)]
impl Filled {
    /// A form with the given fields.
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }
}
