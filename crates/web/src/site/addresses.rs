//! Every public page there is.

use super::offered::{self, Publication};
use crate::web::Web;
use app::actor::Actor;
use app::{AppError, Work, content};
use journey::text::Lang;
use std::collections::BTreeMap;

/// The pages that are always there, without their language.
const FIXED: [&str; 8] =
    ["", "treatments", "concerns", "practitioners", "access", "counselling", "articles", "privacy"];

/// A public page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Address {
    /// Its address without the language.
    pub rest: String,
    /// The languages that it is written in.
    pub languages: Vec<Lang>,
    /// Whether what it is about is published.
    pub publication: Publication,
}

/// Every public page without its language, what stands for itself before what quotes it.
pub(crate) async fn addresses(web: &Web) -> Result<Vec<String>, AppError> {
    let all = web.app.read(Actor::Visitor, load).await?;
    Ok(all.into_iter().map(|address| address.rest).collect())
}

/// Every public page: treatments, articles, concerns, and what is always there.
pub(super) fn load(work: &mut Work<'_, '_>) -> Result<Vec<Address>, AppError> {
    let both = |rest: String| Address { rest, languages: Lang::ALL.to_vec(), publication: Publication::Published };
    let treatments = offered::load(work)?.treatments.into_iter();
    let mut all: Vec<Address> = treatments
        .map(|one| Address { publication: one.publication, ..both(format!("treatments/{}", one.protocol)) })
        .collect();
    let mut written: BTreeMap<String, Vec<Lang>> = BTreeMap::new();
    for lang in Lang::ALL {
        for article in content::latest(work, lang)? {
            written.entry(article.front.slug).or_default().push(lang);
        }
    }
    all.extend(written.into_iter().map(|(slug, languages)| Address { languages, ..both(format!("articles/{slug}")) }));
    all.extend(work.world.library.concerns().iter().map(|one| both(format!("concerns/{}", one.id))));
    all.extend(FIXED.iter().map(|rest| both((*rest).to_owned())));
    Ok(all)
}
