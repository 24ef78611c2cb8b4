//! Dates over the protocols of the repository, for histories that nobody thought of.
#![expect(clippy::unwrap_used, reason = "a repository that cannot be read must fail")]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use journey::course::{
    BookedSession, CourseQuestion, LifeEvent, PastSession, Planned, Purpose, Release, Treated, check_date, forecast,
};
use journey::protocol::Library;
use journey::quantity::HundredthsMm;
use journey::screening::Headline;
use journey::text::Bilingual;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../protocols");
    let mut texts = BTreeMap::new();
    gather(&root, &root, &mut texts);
    protocol::load(&texts).unwrap_or_default()
});

fn gather(folder: &Path, root: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, texts);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            texts.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}

const TODAY: Date = date(2026, 4, 1);

/// Numbers that pick what a session was; each is taken modulo what there is.
#[derive(Clone, Debug)]
struct Pick {
    treated: usize,
    indication: usize,
    zone: Option<usize>,
    product: Option<usize>,
    depth: Option<u32>,
    released: bool,
    at: i32,
}

fn pick() -> impl Strategy<Value = Pick> {
    let of = || 0usize..1000;
    let what = (of(), of(), proptest::option::of(of()), proptest::option::of(of()));
    (what, proptest::option::of(20u32..250), any::<bool>(), -400i32..200).prop_map(
        |((treated, indication, zone, product), depth, released, at)| Pick {
            treated,
            indication,
            zone,
            product,
            depth,
            released,
            at,
        },
    )
}

fn chosen<T: Clone>(all: &[T], pick: usize) -> Option<T> {
    all.get(pick.checked_rem(all.len())?).cloned()
}

fn session(pick: &Pick) -> PastSession {
    let library = &*LIBRARY;
    let protocols: Vec<_> = library.iter().collect();
    let kinds: Vec<Treated> = protocols
        .iter()
        .map(|protocol| Treated::Protocol(protocol.id.clone()))
        .chain(library.groups.iter().map(|group| Treated::Group(group.id.clone())))
        .collect();
    let treated = chosen(&kinds, pick.treated).unwrap();
    let protocol = match &treated {
        Treated::Protocol(id) => library.get(id),
        Treated::Group(_) => None,
    };
    let products = protocol.map(|one| one.products.as_slice()).unwrap_or_default();
    let indications = protocol.map(|one| one.indications.as_slice()).unwrap_or_default();
    PastSession {
        treated,
        on: TODAY.saturating_add(i64::from(pick.at).days()),
        indication: chosen(indications, pick.indication).map(|indication| indication.id),
        zones: pick.zone.and_then(|zone| chosen(&library.zones, zone)).map(|zone| zone.id).into_iter().collect(),
        product: pick.product.and_then(|product| chosen(products, product)).map(|product| product.id),
        depth: pick.depth.map(HundredthsMm),
        doses: Vec::new(),
        release: if pick.released { Release::ByPhysician } else { Release::None },
        purpose: Purpose::Course,
    }
}

struct Patient {
    history: Vec<PastSession>,
    booked: Vec<BookedSession>,
    planned: Planned,
    events: Vec<LifeEvent>,
}

impl Patient {
    fn of(picks: &[Pick], planned: &Pick) -> Self {
        let (past, ahead): (Vec<PastSession>, Vec<PastSession>) =
            picks.iter().map(session).partition(|session| session.on < TODAY);
        let book = |PastSession { treated, on, indication, zones, product, purpose, .. }| BookedSession {
            treated,
            on,
            indication,
            zones,
            product,
            purpose,
        };
        let PastSession { zones, product, depth, purpose, on, .. } = session(planned);
        let name = Bilingual::new("ご予定", "Something ahead");
        Self {
            history: past,
            booked: ahead.into_iter().map(book).collect(),
            planned: Planned { zones, product, depth, purpose },
            events: vec![LifeEvent { on, name }],
        }
    }

    fn questions(&self) -> impl Iterator<Item = CourseQuestion<'_>> {
        LIBRARY.iter().flat_map(move |protocol| {
            protocol.indications.iter().map(move |indication| CourseQuestion {
                library: &LIBRARY,
                protocol,
                indication,
                history: &self.history,
                booked: &self.booked,
                planned: &self.planned,
                events: &self.events,
                screened: None,
                today: TODAY,
            })
        })
    }
}

fn is_refused(question: &CourseQuestion<'_>, on: Date) -> bool {
    check_date(question, on).iter().any(|finding| finding.headline > Headline::Caution)
}

#[test]
fn the_protocols_are_there() {
    assert!(LIBRARY.iter().count() > 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_proposed_day_is_refused(picks in proptest::collection::vec(pick(), 0..12), planned in pick()) {
        let patient = Patient::of(&picks, &planned);
        for question in patient.questions() {
            let window = forecast(&question);
            for day in [window.earliest, window.ideal] {
                prop_assert!(!is_refused(&question, day), "{} on {}", question.protocol.id, day);
            }
            let before = window.earliest.saturating_sub(1.day());
            prop_assert!(window.earliest == TODAY || is_refused(&question, before), "{}", question.protocol.id);
            prop_assert_eq!(window.earliest == TODAY, window.binding.earliest.is_none());
        }
    }

    #[test]
    fn one_more_session_never_makes_a_day_earlier(
        picks in proptest::collection::vec(pick(), 0..8),
        more in pick(),
        planned in pick(),
    ) {
        let with_more = [picks.as_slice(), std::slice::from_ref(&more)].concat();
        let (fewer, all) = (Patient::of(&picks, &planned), Patient::of(&with_more, &planned));
        for (before, after) in fewer.questions().zip(all.questions()) {
            prop_assert!(forecast(&before).earliest <= forecast(&after).earliest, "{}", before.protocol.id);
        }
    }
}
