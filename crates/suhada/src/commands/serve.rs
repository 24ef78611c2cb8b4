use super::Outcome;
use crate::config::{Config, Reach};
use crate::database::{clinic, fault, open};
use crate::mail::Post;
use crate::seed::{self, Again};
use crate::workers::Worker;
use crate::{logins, protocols, public_pages, world};
use anyhow::{Context, bail};
use app::App;
use app::actor::Actor;
use app::clinic::{Clinic, ClinicKind};
use std::net::SocketAddr;
use store::Durability;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use web::Pages;

/// `suhada serve`
#[derive(clap::Args)]
#[command(after_help = "Example: suhada serve --demo --listen 127.0.0.1:8080")]
pub struct Serve {
    #[command(flatten)]
    config: Config,
    #[command(flatten)]
    reach: Reach,
    /// Serve the fictional clinic; it is made first where there is none.
    #[arg(long)]
    demo: bool,
}

impl Serve {
    /// Serves until it is told to stop.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let library = protocols::library(self.config.protocols.as_deref())?;
        if self.demo {
            seed::ensure(&self.config, &library, Again::IfUnfinished)?;
        }
        let store = open(&self.config, Durability::Full)?;
        let clinic = clinic(&store)?
            .context("no clinic has been set up; see `suhada clinic --help`, or try `suhada serve --demo`")?;
        self.demand_kind(&clinic)?;
        let app = world::app(store, &clinic, library, &self.reach.public())?;
        app.write(Actor::System, app::catalogue::store_versions).wait().map_err(fault)?;
        let settings = web::Settings { public_url: self.reach.public(), demo: self.demo };
        let pages = web::Pages::new(app.clone(), settings).map_err(fault)?;
        let calendar = Worker::follow(app.clone())?;
        let worker = Worker::start(app.clone(), Post::new(&clinic.particulars.mail, &self.config.data_dir)?)?;
        tokio::runtime::Runtime::new()?.block_on(self.listen(&app, pages))?;
        drop((worker, calendar));
        Ok(Outcome::Fine)
    }

    /// The fictional clinic is served as such, and a real one never is.
    fn demand_kind(&self, clinic: &Clinic) -> anyhow::Result<()> {
        match (clinic.kind, self.demo) {
            (ClinicKind::Demo, false) => bail!("this database holds the fictional clinic; serve it with --demo"),
            (ClinicKind::Real, true) => bail!("this database holds a real clinic; serve it without --demo"),
            _ => Ok(()),
        }
    }

    async fn listen(&self, app: &App, pages: Pages) -> anyhow::Result<()> {
        let listener = TcpListener::bind(self.reach.listen)
            .await
            .with_context(|| format!("cannot listen at {}", self.reach.listen))?;
        let at = listener.local_addr()?;
        if self.demo {
            let app = app.clone();
            tokio::task::spawn_blocking(move || logins::show(&app)).await??;
        }
        println!("\nSite     http://{at}/\nConsole  http://{at}/console");
        tokio::spawn(public_pages::watch(pages.clone()));
        let service = pages.router().into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).await?;
        Ok(())
    }
}

/// Waits for an interrupt or a termination.
async fn told_to_stop() {
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
}
