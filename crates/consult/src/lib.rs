//! Questions to the rules and their answers, as JSON that other programs write and read.
//!
//! Five questions: [`screening`] who may have a treatment, [`course`] when the next session may be, [`session`] what
//! may be set, [`recovery`] how urgent a check-in is, [`outcome`] what the scores say and when to come back. Each is
//! read strictly (a name that names nothing is refused with the nearest one that does), answered by the same rules
//! that the clinic's pages go through, and described by a JSON Schema that carries the whole vocabulary of facts.
//!
//! ```
//! use consult::{Question, screening::Screen};
//! # fn main() -> Result<(), consult::Refused> {
//! # let library = journey::protocol::Library::default();
//! let text = r#"{"protocol": "dermapen", "on": "2026-11-24", "facts": {"pregnancy": "yes"}}"#;
//! let question: Screen = consult::read(text)?;
//! match question.answer(&library) {
//!     Ok(verdict) => println!("{:?}", verdict.headline),
//!     Err(refused) => println!("{refused}"), // protocol: no protocol is called "dermapen"; …
//! }
//! # Ok(())
//! # }
//! ```

mod clinic;
mod facts;
mod finding;
mod lines;
mod misread;
mod reading;
mod schema;
pub mod screening;

pub use clinic::{AllOrNone, Approved, Clinic, SetAside};
pub use facts::Facts;
pub use finding::{Finding, Says, Source, Until};
pub use lines::{Given, Reply, each_line, given};
pub use misread::{Misread, Refused};
pub use schema::schema;

use journey::protocol::Library;
use journey::text::Lang;
use journey::tree::Tree;
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A question about one protocol.
pub trait Question: DeserializeOwned + JsonSchema {
    /// Its answer.
    type Answer: Serialize + JsonSchema + Weighty;

    /// Answers by the rules of a library. Refuses names that it does not know and answers that a fact cannot have.
    fn answer(&self, library: &Library) -> Result<Self::Answer, Refused>;

    /// The answer with its reasons, as a tree for people to read.
    fn explain(&self, library: &Library, lang: Lang) -> Result<Tree, Refused>;
}

/// Whether an answer lets something go on, or stands against it.
pub trait Weighty {
    /// What the answer comes to.
    fn weight(&self) -> Weight;
}

/// What an answer comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    /// Nothing stands against it.
    Fine,
    /// Something was found, or is refused.
    Found,
}

/// Reads a question. Refuses what is not JSON, an unknown field, and a value of another kind, with line and field.
pub fn read<Q: Question>(text: &str) -> Result<Q, Refused> {
    let mut json = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let field = match error.path().to_string().as_str() {
            "." => String::new(),
            path => path.to_owned(),
        };
        misread(field, error.inner())
    })?;
    json.end().map_err(|error| misread(String::new(), &error))?;
    Ok(read)
}

fn misread(field: String, error: &serde_json::Error) -> Refused {
    let (line, column) = (Some(error.line()), Some(error.column()));
    let text = error.to_string();
    let wrong = text.split(" at line ").next().unwrap_or(&text).to_owned();
    Refused { error: vec![Misread { field, line, column, wrong, expected: None }] }
}
