//! HTML, as written: closed or not, nested or not.

use super::builder::Builder;
use super::{Kind, Legibility};
use crate::normalise::Break;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::ops::Range;

/// What the tags before say about the text that follows.
#[derive(Debug, Default)]
pub struct Tags {
    silent: Option<Vec<u8>>,
    small: usize,
    hidden: Vec<(Vec<u8>, usize)>,
    quotations: usize,
}

/// The longest entity.
const ENTITY: usize = 40;
const SILENT: [&[u8]; 6] = [b"script", b"style", b"template", b"noscript", b"svg", b"iframe"];
const VOID: [&[u8]; 6] = [b"br", b"hr", b"img", b"input", b"meta", b"link"];

/// Reads a whole page.
pub fn read(builder: &mut Builder<'_>, range: Range<usize>) {
    fragment(builder, &mut Tags::default(), range.clone());
    builder.close(range.end);
}

/// Reads a part of a page, the tags before it known.
pub fn fragment(builder: &mut Builder<'_>, tags: &mut Tags, range: Range<usize>) {
    let source = builder.source().get(range.clone()).unwrap_or_default();
    let at = |span: html5gum::Span<usize>| range.start + span.start..range.start + span.end.max(span.start);
    for token in Tokenizer::new_with_emitter(source, DefaultEmitter::<usize>::new_with_span()) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => tags.start(builder, &tag, at(tag.span)),
            Token::EndTag(tag) => tags.end(builder, &tag.name, at(tag.span)),
            Token::String(text) if tags.silent.is_none() => written(builder, at(text.span)),
            Token::Comment(comment) => builder.note(at(comment.span)),
            _ => {}
        }
    }
}

/// A sign that a link stands here, and where it leads: a source, a telephone, a form.
pub fn link(builder: &mut Builder<'_>, target: &str, at: Range<usize>) {
    let sign = match target {
        _ if target.starts_with("tel:") => "[tel]",
        _ if target.starts_with("mailto:") => "[mail]",
        _ if target.starts_with("http") => "[http]",
        _ if ["contact", "inquiry", "reserve", "book", "form"].iter().any(|word| target.contains(word)) => "[form]",
        _ => return,
    };
    builder.decoded(sign, at);
}

impl Tags {
    fn start(&mut self, builder: &mut Builder<'_>, tag: &StartTag<usize>, at: Range<usize>) {
        let name: &[u8] = &tag.name;
        if self.silent.is_some() {
            return;
        }
        if SILENT.contains(&name) && !tag.self_closing {
            self.silent = Some(name.to_vec());
            return;
        }
        self.hide(tag);
        if name == b"small" {
            self.small += 1;
        }
        builder.see(self.legibility());
        let base = at.start.saturating_sub(tag.span.start);
        match name {
            b"img" => seen(builder, tag, b"alt", Kind::Caption, base),
            b"meta" if is_description(tag) => seen(builder, tag, b"content", Kind::Paragraph, base),
            b"a" => {
                if let Some(target) = attribute(tag, b"href") {
                    link(builder, &target, at.start..at.start + 1);
                }
            }
            b"form" => builder.decoded("[form]", at.start..at.start + 1),
            b"br" => builder.separate(Break::Hard, at.start),
            b"td" | b"th" | b"dd" => builder.separate(Break::Cell, at.start),
            b"blockquote" => self.quotations += 1,
            _ => {}
        }
        if let Some(kind) = self.kind(name) {
            builder.open(kind, at.end);
        }
    }

    fn end(&mut self, builder: &mut Builder<'_>, name: &[u8], at: Range<usize>) {
        if let Some(silent) = &self.silent {
            if silent == name {
                self.silent = None;
            }
            return;
        }
        match name {
            b"small" => self.small = self.small.saturating_sub(1),
            b"blockquote" => self.quotations = self.quotations.saturating_sub(1),
            _ => {}
        }
        if self.kind(name).is_some() && !matches!(name, b"dt") {
            builder.close(at.start);
        }
        self.show(name);
        builder.see(self.legibility());
    }

    fn kind(&self, name: &[u8]) -> Option<Kind> {
        Some(match name {
            b"title" | b"h1" => Kind::Heading(1),
            b"h2" => Kind::Heading(2),
            b"h3" | b"summary" => Kind::Heading(3),
            b"h4" => Kind::Heading(4),
            b"h5" => Kind::Heading(5),
            b"h6" => Kind::Heading(6),
            b"li" => Kind::Item,
            b"tr" | b"dt" => Kind::Row,
            b"figcaption" | b"caption" => Kind::Caption,
            b"p" | b"div" | b"section" | b"article" | b"header" | b"footer" | b"main" | b"aside" | b"nav"
            | b"address" | b"ul" | b"ol" | b"table" | b"dl" | b"blockquote" | b"figure" | b"details" | b"body"
            | b"hr" | b"form" | b"button" | b"label" => {
                if self.quotations > 0 {
                    Kind::Quotation
                } else {
                    Kind::Paragraph
                }
            }
            _ => return None,
        })
    }

    fn legibility(&self) -> Legibility {
        match (self.hidden.is_empty(), self.small) {
            (false, _) => Legibility::Hidden,
            (true, 0) => Legibility::Plain,
            (true, _) => Legibility::Small,
        }
    }

    /// Begins something hidden, or counts an element of the same name inside it.
    fn hide(&mut self, tag: &StartTag<usize>) {
        let name: &[u8] = &tag.name;
        if VOID.contains(&name) || tag.self_closing {
            return;
        }
        if let Some((_, depth)) = self.hidden.last_mut().filter(|(hidden, _)| hidden == name) {
            *depth += 1;
            return;
        }
        let style = attribute(tag, b"style").unwrap_or_default().replace(' ', "");
        let invisible = style.contains("display:none") || style.contains("visibility:hidden");
        let collapsed = name == b"details" && attribute(tag, b"open").is_none();
        if invisible || collapsed || attribute(tag, b"hidden").is_some() {
            self.hidden.push((name.to_vec(), 1));
        }
    }

    fn show(&mut self, name: &[u8]) {
        if let Some((_, depth)) = self.hidden.last_mut().filter(|(hidden, _)| hidden == name) {
            *depth -= 1;
            if *depth == 0 {
                self.hidden.pop();
            }
        }
    }
}

fn attribute(tag: &StartTag<usize>, name: &[u8]) -> Option<String> {
    tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned())
}

fn is_description(tag: &StartTag<usize>) -> bool {
    attribute(tag, b"name").is_some_and(|name| name.eq_ignore_ascii_case("description"))
}

/// An attribute that readers come to see, as a block of its own; `base` is where the fragment begins.
fn seen(builder: &mut Builder<'_>, tag: &StartTag<usize>, name: &[u8], kind: Kind, base: usize) {
    let Some(value) = tag.attributes.get(name) else { return };
    let whole = base + value.span.start..base + value.span.end.max(value.span.start);
    let text = String::from_utf8_lossy(value);
    let within = builder.source().get(whole.clone()).and_then(|written| written.rfind(&*text));
    let range = within.map_or(whole.clone(), |at| whole.start + at..whole.start + at + text.len());
    builder.aside(kind, &text, range);
}

/// Text between tags: as it stands, but for entities.
fn written(builder: &mut Builder<'_>, range: Range<usize>) {
    let source = builder.source();
    let mut start = range.start;
    while let Some(found) = source.get(start..range.end).and_then(|rest| rest.find('&')) {
        let at = start + found;
        builder.verbatim(start..at);
        let end = entity_end(source, at, range.end);
        match source.get(at..end).and_then(decoded) {
            Some(letters) => builder.decoded(&letters, at..end),
            None => builder.verbatim(at..end),
        }
        start = end;
    }
    builder.verbatim(start..range.end);
}

/// The end of what may be an entity: its semicolon, or the ampersand itself.
fn entity_end(source: &str, at: usize, limit: usize) -> usize {
    let bytes = source.as_bytes().get(at + 1..limit.min(at + ENTITY)).unwrap_or_default();
    let name = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
    if bytes.get(name) == Some(&b';') { at + name + 2 } else { at + 1 }
}

fn decoded(entity: &str) -> Option<String> {
    if entity.len() < 3 {
        return None;
    }
    let first = Tokenizer::new(entity).find_map(|token| match token {
        Ok(Token::String(text)) => Some(String::from_utf8_lossy(&text).into_owned()),
        _ => None,
    });
    first.filter(|letters| letters != entity)
}
