//! A client of HTTP/1.1 of our own: one connection that is kept, from a loopback address of its own.
//!
//! Linux answers at every address of the loopback network; elsewhere they would have to be set up first.

pub mod person;
pub mod spans;
pub mod visitor;

use socket2::{Domain, Socket, Type};
use std::io::{Error, ErrorKind, Read, Result, Write};
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4, TcpStream};
use std::time::Duration;

/// The house lets one address send sixty forms in a minute. A client goes on from another address of the loopback
/// network before that, as another visitor would; the limit stays on.
const FORMS_FROM_ONE_ADDRESS: u32 = 50;
/// Nobody waits longer for an answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Answers have fewer header lines than this.
const HEADERS: usize = 48;

/// What the server answered.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where it leads, when it leads on.
    pub location: Option<String>,
    /// The page.
    pub body: String,
}

/// One client with one connection.
pub struct Client {
    server: SocketAddr,
    number: u8,
    addresses: u16,
    forms: u32,
    stream: Option<TcpStream>,
    unread: Vec<u8>,
}

impl Client {
    /// A client with addresses of its own: `127.{16 + number}.x.y`. It connects when it first asks.
    pub const fn new(server: SocketAddr, number: u8) -> Self {
        Self { server, number, addresses: 0, forms: 0, stream: None, unread: Vec::new() }
    }

    /// Asks another server from now on; keeps the connection when it is the same.
    pub fn turn_to(&mut self, server: SocketAddr) {
        if self.server != server {
            self.server = server;
            self.stream = None;
        }
    }

    /// Asks for a page. An error means that no answer came.
    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.server))
    }

    /// Sends a form. An error means that no answer came; the server may have acted on it all the same.
    pub fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Result<Answer> {
        self.forms += 1;
        if self.forms > FORMS_FROM_ONE_ADDRESS {
            (self.forms, self.addresses, self.stream) = (1, self.addresses.wrapping_add(1), None);
        }
        let form = encoded(form);
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{form}",
            self.server,
            form.len()
        ))
    }

    fn ask(&mut self, request: &str) -> Result<Answer> {
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => self.connect()?,
        };
        stream.write_all(request.as_bytes())?;
        let answer = self.read(&mut stream)?;
        self.stream = Some(stream);
        Ok(answer)
    }

    fn connect(&mut self) -> Result<TcpStream> {
        self.unread.clear();
        let [high, low] = self.addresses.to_be_bytes();
        let own = Ipv4Addr::new(127, 16_u8.saturating_add(self.number), high, low);
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
        socket.bind(&SocketAddr::V4(SocketAddrV4::new(own, 0)).into())?;
        socket.connect(&self.server.into())?;
        let stream: TcpStream = socket.into();
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(stream)
    }

    fn read(&mut self, stream: &mut TcpStream) -> Result<Answer> {
        loop {
            if let Some((answer, used)) = parse(&self.unread)? {
                self.unread.drain(..used);
                return Ok(answer);
            }
            let mut more = [0; 16 * 1024];
            match stream.read(&mut more)? {
                0 => return Err(ErrorKind::UnexpectedEof.into()),
                read => self.unread.extend_from_slice(more.get(..read).unwrap_or_default()),
            }
        }
    }
}

/// The first whole answer of what was read, and how many bytes it took; none while something is missing.
fn parse(bytes: &[u8]) -> Result<Option<(Answer, usize)>> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut response = httparse::Response::new(&mut headers);
    let head = match response.parse(bytes).map_err(|error| Error::new(ErrorKind::InvalidData, error))? {
        httparse::Status::Complete(head) => head,
        httparse::Status::Partial => return Ok(None),
    };
    let value = |name: &str| {
        let header = response.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
        std::str::from_utf8(header.value).ok()
    };
    let length = value("content-length").and_then(|text| text.parse::<usize>().ok());
    let length = length.ok_or_else(|| Error::new(ErrorKind::InvalidData, "an answer does not tell its length"))?;
    let Some(body) = bytes.get(head..head + length) else { return Ok(None) };
    let answer = Answer {
        status: response.code.unwrap_or_default(),
        location: value("location").map(ToOwned::to_owned),
        body: String::from_utf8_lossy(body).into_owned(),
    };
    Ok(Some((answer, head + length)))
}

/// A form as browsers send it.
fn encoded(form: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = form.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
    pairs.join("&")
}

fn escaped(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut all, byte| {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            all.push(char::from(byte));
        } else {
            all.push_str(&format!("%{byte:02X}"));
        }
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &[u8] = b"HTTP/1.1 303 See Other\r\nlocation: /ja/\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\n";

    #[test]
    fn an_answer_is_whole_only_with_its_last_byte_and_leaves_the_next_one_alone() {
        let (answer, used) = parse(TWO).unwrap().unwrap();
        assert_eq!((answer.status, answer.location.as_deref(), used), (303, Some("/ja/"), TWO.len() - 17));
        let page = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";
        assert!(parse(&page[..page.len() - 1]).unwrap().is_none());
        assert_eq!(parse(page).unwrap().unwrap().0.body, "abc");
    }

    #[test]
    fn an_answer_without_a_length_is_refused() {
        assert!(parse(b"HTTP/1.1 200 OK\r\n\r\nabc").is_err());
    }

    #[test]
    fn whatever_is_no_plain_letter_is_escaped() {
        assert_eq!(encoded(&[("a", "x y&z"), ("b", "花")]), "a=x%20y%26z&b=%E8%8A%B1");
    }
}
