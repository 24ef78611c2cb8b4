use super::guard::render;
use super::{Judged, Shown, Verdict, today};
use crate::site;
use crate::web::Web;
use app::AppError;
use journey::text::Lang;
use std::sync::Arc;

/// What one page quotes of another goes with that other; after so many rounds nothing changes any more.
const ROUNDS: usize = 3;

/// Judges every public page in both languages. A page that has not changed costs its rendering and its hash.
pub(crate) async fn survey(web: &Web) -> Vec<Judged> {
    let _alone = web.gate.surveying.lock().await;
    let judged = settled(web).await.unwrap_or_else(|error| {
        tracing::error!(?error, "the public pages could not be judged; each still is before it is shown");
        Vec::new()
    });
    let paths: Vec<&str> = judged.iter().map(|one| one.path.as_str()).collect();
    if !paths.is_empty() {
        web.gate.forget_but(&paths);
    }
    judged
}

async fn settled(web: &Web) -> Result<Vec<Judged>, AppError> {
    let mut judged = round(web).await?;
    for _ in 1..ROUNDS {
        let before = web.gate.withheld();
        judged = round(web).await?;
        if web.gate.withheld() == before {
            break;
        }
    }
    Ok(judged)
}

async fn round(web: &Web) -> Result<Vec<Judged>, AppError> {
    let mut judged = Vec::new();
    for rest in site::addresses(web).await? {
        let [ja, en] = Lang::ALL.map(|lang| format!("/{}/{rest}", lang.code()));
        let (ja, en) = (shown(web, ja).await, shown(web, en).await);
        judged.extend(both(web, ja, en).await);
    }
    Ok(judged)
}

async fn shown(web: &Web, path: String) -> Option<Shown> {
    let html = render(web, &path).await?;
    Some(Shown { path, html })
}

async fn both(web: &Web, ja: Option<Shown>, en: Option<Shown>) -> Vec<Judged> {
    let today = today(web);
    let pages: Vec<(Lang, Shown)> =
        [(Lang::Ja, ja), (Lang::En, en)].into_iter().filter_map(|(lang, shown)| Some((lang, shown?))).collect();
    let recalled = |(_, shown): &(Lang, Shown)| web.gate.recall(today, shown);
    let mut known: Vec<Option<Arc<Verdict>>> = pages.iter().map(recalled).collect();
    if known.contains(&None)
        && let Some((_, first)) = pages.first()
    {
        web.gate.weigh(today, first, pages.get(1).map(|(_, second)| second)).await;
        known = pages.iter().map(recalled).collect();
    }
    pages
        .into_iter()
        .zip(known)
        .filter_map(|((lang, shown), verdict)| Some(Judged { path: shown.path, lang, verdict: verdict? }))
        .collect()
}
