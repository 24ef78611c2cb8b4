//! JSON-RPC messages with their headers.

use adlint::MOST_BYTES;
use serde_json::Value;
use std::io::{self, BufRead, Read, Write};

/// A header line longer than this is none.
const LONGEST_HEADER: u64 = 1024;

/// The next message; `None` at the end.
///
/// # Errors
/// When headers or body cannot be understood.
pub fn read(input: &mut impl BufRead) -> io::Result<Option<Value>> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if input.by_ref().take(LONGEST_HEADER).read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse::<usize>().ok();
        }
    }
    let Some(length) = length.filter(|length| *length <= MOST_BYTES * 2) else {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a message without a usable Content-Length"));
    };
    let mut body = vec![0; length];
    input.read_exact(&mut body)?;
    Ok(Some(serde_json::from_slice(&body).unwrap_or(Value::Null)))
}

/// Sends a message.
///
/// # Errors
/// When nobody reads.
pub fn write(output: &mut impl Write, message: &Value) -> io::Result<()> {
    let body = message.to_string();
    write!(output, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    output.flush()
}
