//! The pack that is part of the library is the one in the repository, and is cheap to share.

mod labelled {
    pub mod pack;
}

use adlint::{Linter, Pack, japan};
use labelled::pack::{linter, pack};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

#[test]
fn every_file_of_the_pack_is_part_of_the_library() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulepacks/japan");
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let names = entries.map(|entry| format!("japan/{}", entry.expect("it can be read").file_name().display()));
    assert_eq!(names.collect::<BTreeSet<String>>(), japan::texts().into_keys().collect());
}

#[test]
fn a_registry_that_cannot_be_read_is_told_by_its_name() {
    let mistakes = japan::pack("[[product]]\nid = 3\n").expect_err("an id is text");
    assert!(mistakes.iter().all(|mistake| mistake.file == japan::PRODUCTS), "{mistakes:?}");
}

#[test]
fn one_pack_is_asked_from_several_threads_at_once() {
    fn may_be_shared<T: Send + Sync>() {}
    may_be_shared::<Linter<'static>>();
    let shared: Arc<Pack> = Arc::new(pack());
    let asked = |text: &'static str| {
        let shared = Arc::clone(&shared);
        std::thread::spawn(move || linter(&shared).passage(text).expect("short").findings.len())
    };
    let (bad, good) = (asked("必ず治ります。"), asked("赤みが出ることがあります。"));
    assert_eq!((bad.join().expect("it ends"), good.join().expect("it ends")), (1, 0));
}
