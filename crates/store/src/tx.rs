use crate::error::StoreError;
use crate::row::Row;
use crate::value::Value;

/// What an engine must do for a running transaction.
pub(crate) trait Session {
    fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64, StoreError>;
    fn query(&mut self, sql: &str, args: &[Value]) -> Result<Vec<Row>, StoreError>;
    fn batch(&mut self, sql: &str) -> Result<(), StoreError>;
}

/// A transaction that somebody else opened and will close. It cannot be begun, committed or kept.
pub struct Tx<'a> {
    session: &'a mut dyn Session,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(session: &'a mut dyn Session) -> Self {
        Self { session }
    }

    /// Runs a statement; gives the number of rows it changed.
    pub fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64, StoreError> {
        self.session.execute(sql, args)
    }

    /// Runs a query; gives all its rows.
    pub fn query(&mut self, sql: &str, args: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.session.query(sql, args)
    }

    /// The first row, if there is one.
    pub fn first(&mut self, sql: &str, args: &[Value]) -> Result<Option<Row>, StoreError> {
        Ok(self.query(sql, args)?.into_iter().next())
    }

    /// Inserts several rows with one statement; `into` is the table with its columns. All of them, or none.
    pub fn insert(&mut self, into: &str, rows: &[Vec<Value>]) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        let (mut sql, mut number) = (format!("INSERT INTO {into} VALUES "), 0);
        for (place, row) in rows.iter().enumerate() {
            sql.push_str(if place == 0 { "(" } else { ", (" });
            for column in 0..row.len() {
                number += 1;
                let comma = if column == 0 { "" } else { ", " };
                sql.push_str(&format!("{comma}${number}"));
            }
            sql.push(')');
        }
        self.execute(&sql, &rows.concat()).map(drop)
    }

    /// Runs statements without arguments, such as a migration.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        self.session.batch(sql)
    }

    /// Tries something that may fail, and takes back what it did when it does; the rest of the transaction stands.
    pub fn attempt<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        self.batch("SAVEPOINT attempt")?;
        let outcome = work(self);
        if outcome.is_err() {
            self.batch("ROLLBACK TO SAVEPOINT attempt")?;
        }
        self.batch("RELEASE SAVEPOINT attempt")?;
        outcome
    }
}

/// Builds the arguments of a query: `args![patient, now, "text"]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => {
        &[$($crate::Value::from($value)),*]
    };
}
