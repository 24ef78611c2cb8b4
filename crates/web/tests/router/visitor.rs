//! A visitor with a browser, as far as a router can tell.

use app::staff::{self, Attempt};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use testkit::TestClinic;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// The site of a small clinic, and the cookies of one browser.
pub struct Visitor {
    pub clinic: TestClinic,
    pages: web::Pages,
    router: Router,
    cookies: BTreeMap<String, String>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub headers: axum::http::HeaderMap,
    pub body: String,
}

fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| Runtime::new().expect("a runtime"))
}

impl Visitor {
    /// A fresh clinic on SQLite, and nobody signed in.
    pub fn new() -> Self {
        Self::of(TestClinic::sqlite())
    }

    /// A clinic that was there before, and nobody signed in.
    pub fn of(clinic: TestClinic) -> Self {
        let settings = web::Settings { public_url: "http://127.0.0.1".into(), demo: true };
        let pages = web::Pages::new(clinic.app.clone(), settings).expect("a clinic to show");
        let router = pages.router();
        Self { clinic, pages, router, cookies: BTreeMap::new() }
    }

    /// The same, signed in by both factors.
    pub fn signed_in(login: &str) -> Self {
        let mut visitor = Self::new();
        visitor.sign_in(login);
        visitor
    }

    /// Signs in behind the page: the page itself is walked elsewhere.
    pub fn sign_in(&mut self, login: &str) {
        let (checked, code) = (self.clinic.password_of(login), self.clinic.code_of(login));
        let attempt = self.clinic.by_visitor(move |work| staff::attempt(work, &checked, &code));
        let Ok(Attempt::SignedIn(session)) = attempt else { panic!("{login} cannot sign in: {attempt:?}") };
        self.cookies.insert("suhada-session".into(), session.token.reveal().to_owned());
    }

    /// Every public page, judged.
    pub fn judged(&self) -> Vec<web::gate::Judged> {
        runtime().block_on(self.pages.judge())
    }

    /// Opens an address.
    pub fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty())
    }

    /// Opens an address and says something about the request, or asks with another method.
    pub fn asks(&mut self, method: &str, path: &str, about: (header::HeaderName, &str)) -> Answer {
        self.send(Request::builder().method(method).uri(path).header(about.0, about.1), Body::empty())
    }

    /// Sends a form of the same site.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(form(fields)))
    }

    /// Sends a form from somebody else's page.
    pub fn post_from_elsewhere(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "cross-site");
        self.send(request, Body::from(form(fields)))
    }

    fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Answer {
        let jar: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header(header::HOST, "127.0.0.1").header(header::COOKIE, jar.join("; "));
        let request = request.body(body).expect("a request");
        let router = self.router.clone();
        let (parts, text) = runtime().block_on(async move {
            let response: Response<Body> = router.oneshot(request).await.expect("an answer");
            let (parts, body) = response.into_parts();
            let bytes = axum::body::to_bytes(body, 4_000_000).await.expect("a body");
            (parts, String::from_utf8_lossy(&bytes).into_owned())
        });
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().expect("a cookie is text"));
        }
        let location = parts.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Answer { status: parts.status, location: location.to_owned(), headers: parts.headers.clone(), body: text }
    }

    fn keep(&mut self, cookie: &str) {
        let pair = cookie.split(';').next().unwrap_or_default();
        if let Some((name, value)) = pair.split_once('=') {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

impl Answer {
    /// Every address of the page that begins so.
    pub fn links(&self, start: &str) -> Vec<String> {
        self.body
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|href| href.starts_with(start))
            .map(|href| href.replace("&amp;", "&"))
            .collect()
    }

    /// Every value of the buttons or fields of a name.
    pub fn values(&self, name: &str) -> Vec<String> {
        let marked = format!("name=\"{name}\" value=\"");
        self.body.split(&marked).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    }
}

fn form(fields: &[(&str, &str)]) -> String {
    let escape = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            })
            .collect()
    };
    fields.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect::<Vec<_>>().join("&")
}
