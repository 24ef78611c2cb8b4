//! Content: bilingual articles, kept in the database under a slug and a language.

use crate::error::{AppError, Refusal};
use crate::work::Work;
use jiff::civil::Date;
use journey::id::ArticleId;
use journey::text::Lang;
use serde::{Deserialize, Serialize};
use store::{Row, args};

/// What stands before an article's text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Front {
    /// Its name in addresses, the same in both languages.
    pub slug: String,
    /// Its language.
    pub lang: Lang,
    /// The title.
    pub title: String,
    /// Two sentences for lists.
    pub excerpt: String,
    /// The day it became public.
    pub published: Date,
    /// Who wrote it: a sign-in name of the clinic.
    pub author: String,
    /// Words to find it by.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Concerns it is about.
    #[serde(default)]
    pub concerns: Vec<String>,
    /// Treatments it is about.
    #[serde(default)]
    pub treatments: Vec<String>,
    /// Other articles, by slug.
    #[serde(default)]
    pub related: Vec<String>,
}

/// An article with its Markdown text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Article {
    /// What stands before the text.
    pub front: Front,
    /// The text in Markdown.
    pub body: String,
}

/// Brings articles in, replacing those of the same slug and language. For commands of the system and for editors.
pub fn import(work: &mut Work<'_, '_>, articles: &[Article]) -> Result<(), AppError> {
    if work.actor != crate::actor::Actor::System {
        work.actor.editor()?;
    }
    let clinic = work.clinic();
    for article in articles {
        let (id, front) = (work.ids.next(ArticleId::new), &article.front);
        work.tx.execute(
            "INSERT INTO content_article (clinic_id, id, slug, language, title, excerpt, body, front, published_on,
             version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
             ON CONFLICT (clinic_id, slug, language) DO UPDATE SET title = excluded.title, excerpt = excluded.excerpt,
             body = excluded.body, front = excluded.front, published_on = excluded.published_on,
             version = content_article.version + 1",
            args![
                clinic,
                id,
                front.slug.as_str(),
                front.lang.code(),
                front.title.as_str(),
                front.excerpt.as_str(),
                article.body.as_str(),
                serde_json::to_string(front)?,
                front.published
            ],
        )?;
    }
    Ok(())
}

/// The articles of a language that are public today, newest first.
pub fn latest(work: &mut Work<'_, '_>, lang: Lang) -> Result<Vec<Article>, AppError> {
    let (clinic, today) = (work.clinic(), work.today());
    work.tx
        .query(
            "SELECT front, body FROM content_article WHERE clinic_id = $1 AND language = $2 AND published_on <= $3
             ORDER BY published_on DESC, slug",
            args![clinic, lang.code(), today],
        )?
        .iter()
        .map(article)
        .collect()
}

/// One public article.
pub fn by_slug(work: &mut Work<'_, '_>, lang: Lang, slug: &str) -> Result<Article, AppError> {
    let (clinic, today) = (work.clinic(), work.today());
    let row = work.tx.first(
        "SELECT front, body FROM content_article WHERE clinic_id = $1 AND language = $2 AND slug = $3
         AND published_on <= $4",
        args![clinic, lang.code(), slug, today],
    )?;
    article(&row.ok_or(Refusal::NotFound)?)
}

fn article(row: &Row) -> Result<Article, AppError> {
    Ok(Article { front: serde_json::from_value(row.get(0)?)?, body: row.get(1)? })
}
