use crate::gate::{self, Gate, Judged};
use crate::limits::Limits;
use crate::{assets, booking, calendar, console, headers, portal, site, waitlist};
use app::clinic::Clinic;
use app::{App, StoreError};
use axum::Router;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::middleware;
use axum::response::IntoResponse;
use axum::routing::get;
use std::net::SocketAddr;
use std::sync::Arc;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::trace::TraceLayer;

/// No form of ours is larger than this.
const BODY_LIMIT: usize = 256 * 1024;

/// How the pages are served.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where patients reach the site, without a slash at the end.
    pub public_url: String,
    /// Whether every page says that the clinic is fictional.
    pub demo: bool,
}

/// What every handler shares. Cloning is cheap.
#[derive(Clone)]
pub(crate) struct Web {
    pub app: App,
    pub settings: Arc<Settings>,
    pub clinic: Arc<Clinic>,
    pub limits: Arc<Limits>,
    pub gate: Arc<Gate>,
}

/// Every page over the use cases, with the gate before the public ones. Cloning is cheap.
#[derive(Clone)]
pub struct Pages(Web);

impl Pages {
    /// Refused when no clinic has been set up: there would be nothing to show. The clinic's particulars are read once;
    /// a change of address shows after the next start.
    pub fn new(app: App, settings: Settings) -> Result<Self, app::AppError> {
        let clinic = app.read(app::actor::Actor::System, |work| app::clinic::get(work.tx)).wait()?;
        let pack = gate::pack().map_err(|why| app::AppError::Store(StoreError::Fault(why.to_owned())))?;
        Ok(Self(Web {
            app,
            settings: Arc::new(settings),
            clinic: Arc::new(clinic),
            limits: Arc::new(Limits::default()),
            gate: Arc::new(Gate::new(pack)),
        }))
    }

    /// Judges every public page, as the gate would when it is asked for.
    pub async fn judge(&self) -> Vec<Judged> {
        gate::survey(&self.0).await
    }

    /// The pages, to be served.
    pub fn router(&self) -> Router {
        let web = &self.0;
        let pages = Router::new()
            .merge(site::routes(web))
            .merge(booking::routes(web))
            .merge(waitlist::routes(web))
            .merge(portal::routes(web))
            .merge(calendar::routes(web))
            .merge(console::routes(web))
            .fallback(site::not_found)
            .layer(middleware::from_fn_with_state(web.clone(), headers::add))
            .layer(CsrfLayer::new())
            .layer(RequestBodyLimitLayer::new(BODY_LIMIT));
        Router::new()
            .route("/healthz", get(|| async { "ok" }))
            .route("/readyz", get(ready))
            .route("/assets/{version}/{*file}", get(assets::serve))
            .merge(pages)
            .layer(CompressionLayer::new())
            .layer(TraceLayer::new_for_http().make_span_with(span))
            .with_state(web.clone())
    }
}

/// A request in the log: its method and the shape of its path. Never the path itself, which may hold a secret, and
/// never a name, number or answer.
fn span(request: &Request) -> tracing::Span {
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str);
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().is_some();
    tracing::info_span!("http", http.method = %request.method(), http.route = route, http.peer = peer)
}

async fn ready(State(web): State<Web>) -> impl IntoResponse {
    let asked = web.app.read(app::actor::Actor::System, |work| app::clinic::get(work.tx)).await;
    let calendar = web.app.availability().progress();
    match (asked.is_ok(), calendar.is_ready()) {
        (true, true) => (StatusCode::OK, "ready".to_owned()),
        (true, false) => (StatusCode::SERVICE_UNAVAILABLE, format!("calendar {} %", calendar.percent())),
        (false, _) => (StatusCode::SERVICE_UNAVAILABLE, "not ready".to_owned()),
    }
}
