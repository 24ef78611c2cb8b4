use crate::clock::{SeededEntropy, SettableClock};
use crate::database::Database;
use crate::letters::PlainLetters;
use app::actor::Actor;
use app::clinic::{ClinicPlan, Credentials, set_up};
use app::staff::{self, Checked, SecretPair};
use app::{App, AppError, Clock, Entropy, Ids, Work, World};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use journey::booking::Policy;
use journey::id::{ClinicId, StaffId};
use journey::protocol::{Library, Protocol};
use journey::screening::Activation;
use journey::slug::ProtocolId;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use store::Store;

/// The password of everybody who works at the test clinic.
pub const PASSWORD: &str = "only a test clinic";

const PLAN: &str = include_str!("../clinic.toml");
const ZONE: &str = "Asia/Tokyo";
const START: &str = "2026-11-23T18:00:00Z";
const TOTP_SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// A clinic of its own for one test.
pub struct TestClinic {
    /// The door to every use case.
    pub app: App,
    /// The clock that the clinic goes by.
    pub clock: Arc<SettableClock>,
    pub(crate) database: Database,
}

impl TestClinic {
    /// In a file of the embedded engine.
    pub fn sqlite() -> Self {
        Self::in_database(Database::sqlite())
    }

    /// On the server that `SUHADA_TEST_POSTGRES` names; fails when it names none.
    pub fn postgres() -> Self {
        Self::in_database(Database::postgres())
    }

    /// In a file of the embedded engine and in a zone, from an instant on.
    pub fn in_zone(zone: &str, from: Timestamp) -> Self {
        Self::begin(Database::sqlite(), Activation::all_by("坂本"), zone, from)
    }

    /// In a file of the embedded engine, as a real clinic begins: its physician has put no weak rule into effect yet.
    pub fn newly_set_up() -> Self {
        Self::begin(Database::sqlite(), Activation::none(), ZONE, START.parse().expect("an instant"))
    }

    fn in_database(database: Database) -> Self {
        Self::begin(database, Activation::all_by("坂本"), ZONE, START.parse().expect("an instant"))
    }

    fn begin(database: Database, activation: Activation, zone: &str, now: Timestamp) -> Self {
        let mut plan: ClinicPlan = toml::from_str(PLAN).expect("the plan is sound");
        plan.zone = zone.to_owned();
        Self::of_plan(database, activation, plan, now)
    }

    pub(crate) fn of_plan(database: Database, activation: Activation, plan: ClinicPlan, now: Timestamp) -> Self {
        let (clock, entropy) = (Arc::new(SettableClock::at(now)), Arc::new(SeededEntropy::default()));
        let (store, library) = (database.open(now), shipped_library());
        let zone = TimeZone::get(&plan.zone).expect("the zone is known");
        let clinic = build(&store, Ids::new(entropy.seed(), now), now, plan, library.clone());
        let app = App::new(store, Arc::new(world(clinic, zone, library, activation)), clock.clone(), entropy);
        let clinic = Self { app, clock, database };
        clinic.by("sakamoto", |work| {
            app::catalogue::store_versions(work)?;
            app::catalogue::approve_for_demo(work)
        });
        clinic
    }

    /// Who acts under a sign-in name.
    pub fn actor(&self, login: &str) -> Actor {
        let login = login.to_owned();
        self.app
            .read(Actor::System, move |work| staff::actor_for(work, &login))
            .wait()
            .expect("somebody who works here")
    }

    /// The key of somebody who works here.
    pub fn staff(&self, login: &str) -> StaffId {
        self.actor(login).staff_id().expect("a member of staff")
    }

    /// Runs a use case as somebody who works here.
    pub fn try_by<T, F>(&self, login: &str, deed: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.app.write(self.actor(login), deed).wait()
    }

    /// Runs a use case as somebody who works here, and it must go well.
    pub fn by<T, F>(&self, login: &str, deed: F) -> T
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.try_by(login, deed).expect("the use case goes well")
    }

    /// Runs a use case as somebody on the public site.
    pub fn by_visitor<T, F>(&self, deed: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.app.write(Actor::Visitor, deed).wait()
    }

    /// The password of somebody, checked as it is before signing.
    pub fn password_of(&self, login: &str) -> Checked {
        self.password_tried(login, PASSWORD)
    }

    /// Any password, checked for a login.
    pub fn password_tried(&self, login: &str, password: &str) -> Checked {
        let login = login.to_owned();
        let asked = self.app.read(Actor::System, move |work| staff::challenge(work, &login)).wait();
        asked.expect("a challenge for every name").verify(password)
    }

    /// The one-time code of a login at the instant the clock shows.
    pub fn code_of(&self, login: &str) -> String {
        let logins = self.app.read(Actor::System, staff::demo_logins).wait().expect("the logins");
        logins.into_iter().find(|known| known.login == login).expect("a login").code
    }

    /// Sets the clock to a time on the clinic's wall.
    pub fn at(&self, day: Date, hour: i8, minute: i8) -> Timestamp {
        let zoned = day.at(hour, minute, 0, 0).to_zoned(self.app.world().zone.clone()).expect("a time that exists");
        self.clock.set(zoned.timestamp());
        zoned.timestamp()
    }

    /// The day that the clock shows.
    pub fn today(&self) -> Date {
        self.app.world().date_of(self.clock.now())
    }

    /// A protocol by its name.
    pub fn protocol(&self, id: &str) -> &Protocol {
        self.app.world().library.get(&ProtocolId::parse(id).expect("a name")).expect("a protocol")
    }

    /// How many rows a table has.
    pub fn count(&self, table: &str) -> i64 {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        let row = self.app.read(Actor::System, move |work| Ok(work.tx.first(&sql, &[])?)).wait().expect("a table");
        row.expect("a count").get(0).expect("a number")
    }
}

fn build(store: &Store, ids: Ids, now: Timestamp, plan: ClinicPlan, library: Library) -> ClinicId {
    let by_login = plan.staff.iter().map(|person| (person.login.clone(), secrets())).collect();
    let credentials = Credentials { by_login };
    store
        .write(move |tx| set_up(tx, ids.clone(), now, &plan, &library, &credentials))
        .wait()
        .expect("the clinic is set up")
}

pub(crate) fn world(clinic: ClinicId, zone: TimeZone, library: Library, activation: Activation) -> World {
    World {
        clinic,
        zone,
        policy: Policy::default(),
        library,
        activation,
        letters: Box::new(PlainLetters),
        public_url: "http://127.0.0.1".into(),
        demo: true,
    }
}

/// Everybody shares a password, so that it is hashed once: hashing is slow by design.
fn secrets() -> SecretPair {
    static HASH: OnceLock<String> = OnceLock::new();
    let hash = HASH.get_or_init(|| staff::hash_password(PASSWORD, b"sixteen bytes of").expect("it hashes"));
    SecretPair { password_hash: hash.clone(), totp_secret: TOTP_SECRET.into() }
}

pub(crate) fn shipped_library() -> Library {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../protocols");
    let mut texts = BTreeMap::new();
    gather(&root, &root, &mut texts);
    protocol::load(&texts).unwrap_or_else(|mistakes| panic!("{}", mistakes[0]))
}

fn gather(folder: &Path, root: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, root, texts);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
            texts.insert(name, std::fs::read_to_string(&path).expect("a text"));
        }
    }
}
