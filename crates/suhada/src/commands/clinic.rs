use super::user::secrets;
use super::{BadInput, Outcome};
use crate::clock::SystemClock;
use crate::config::Config;
use crate::database::{clinic, fault, open};
use crate::{public_pages, world};
use anyhow::{Context, bail};
use app::clinic::{ClinicKind, ClinicPlan, Credentials, set_up};
use app::{Clock, Ids, staff};
use journey::protocol::Library;
use std::collections::BTreeMap;
use std::path::PathBuf;
use store::{Durability, Store};

/// `suhada clinic`
#[derive(clap::Args)]
#[command(
    after_help = "Example: suhada clinic my-clinic.toml\nThe file demo/clinic.toml of the sources shows the form."
)]
pub struct Clinic {
    #[command(flatten)]
    config: Config,
    /// The clinic, written down: hours, people, rooms, services, prices.
    file: PathBuf,
}

impl Clinic {
    /// Sets the clinic up and prints a first password for everybody, once.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let plan = self.plan()?;
        let store = open(&self.config, Durability::Full)?;
        if clinic(&store)?.is_some() {
            bail!("this database already has a clinic");
        }
        let library = crate::protocols::library(self.config.protocols.as_deref())?;
        let (credentials, passwords) = first_passwords(&plan)?;
        let (ids, now) = (Ids::new(rand::random(), SystemClock::default().now()), SystemClock::default().now());
        let (given, shown) = (credentials.clone(), plan.clone());
        let known = library.clone();
        let setting_up = store.write(move |tx| set_up(tx, ids.clone(), now, &plan, &known, &credentials));
        setting_up.wait().map_err(fault)?;
        println!("{} / {} is set up.", shown.particulars.name.ja, shown.particulars.name.en);
        for (login, password) in passwords {
            let otpauth = given.by_login.get(&login).and_then(|pair| staff::provisioning(&login, &pair.totp_secret));
            println!("{login}\n  password {password}\n  {}", otpauth.unwrap_or_default());
        }
        self.judge(store, library)?;
        Ok(Outcome::Fine)
    }

    /// Tells at once which of its public pages the clinic would withhold.
    fn judge(&self, store: Store, library: Library) -> anyhow::Result<()> {
        let clinic = clinic(&store)?.context("the clinic that was just set up")?;
        let app = world::app(store, &clinic, library, "")?;
        let settings = web::Settings { public_url: String::new(), demo: false };
        let pages = web::Pages::new(app, settings).map_err(fault)?;
        public_pages::print(&tokio::runtime::Runtime::new()?.block_on(pages.judge()));
        Ok(())
    }

    fn plan(&self) -> anyhow::Result<ClinicPlan> {
        let text =
            std::fs::read_to_string(&self.file).with_context(|| format!("{} cannot be read", self.file.display()))?;
        let plan: ClinicPlan =
            toml::from_str(&text).map_err(|error| BadInput(format!("{}: {error}", self.file.display())))?;
        if plan.kind == ClinicKind::Demo {
            bail!("this is a fictional clinic; make it with `suhada demo`");
        }
        Ok(plan)
    }
}

fn first_passwords(plan: &ClinicPlan) -> anyhow::Result<(Credentials, BTreeMap<String, String>)> {
    let (mut by_login, mut passwords) = (BTreeMap::new(), BTreeMap::new());
    for person in &plan.staff {
        let password = staff::totp_secret(&rand::random());
        by_login.insert(person.login.clone(), secrets(&person.login, &password)?);
        passwords.insert(person.login.clone(), password);
    }
    Ok((Credentials { by_login }, passwords))
}
