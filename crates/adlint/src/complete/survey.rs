//! What a page is about, and where it says what.

use crate::channel::Channel;
use crate::document::{Block, Kind};
use crate::linter::Page;
use crate::pack::{Approval, Compiled, Named, Pack, Requirement, Sharing};
use crate::phrase::hit::{ClassId, Hit, Standing};
use crate::phrase::reading::Reading;
use std::collections::BTreeSet;
use std::ops::Range;

/// A heading deeper than this is no subject.
const DEEPEST: u8 = 3;

/// A page and the pack that asks about it.
pub struct Survey<'a> {
    /// The pack.
    pub pack: &'a Pack,
    page: &'a Page,
    offered: Vec<ClassId>,
    denied: Vec<ClassId>,
    pictured: Vec<ClassId>,
}

/// A treatment or product that the page is about.
pub struct Mention<'a> {
    /// Which.
    pub named: &'a Named,
    /// Whether a heading names it.
    pub has_section: bool,
    block: usize,
    range: Range<usize>,
}

impl<'a> Survey<'a> {
    /// Of one page.
    pub fn of(pack: &'a Pack, page: &'a Page) -> Self {
        Self {
            pack,
            page,
            offered: pack.class("offered"),
            denied: pack.class("denied"),
            pictured: pack.class("before-after"),
        }
    }

    /// The blocks with what was read in them.
    pub fn blocks(&self) -> impl Iterator<Item = (usize, &'a Block, &'a Reading)> + use<'a> {
        let both = self.page.document.blocks.iter().zip(&self.page.readings);
        both.enumerate().map(|(index, (block, reading))| (index, block, reading))
    }

    /// Whether one of the classes stands anywhere on the page.
    pub fn page_has(&self, classes: &[ClassId]) -> bool {
        classes.iter().any(|class| self.page.classes.contains(*class))
    }

    /// Whether the page says of what it uses that it is approved.
    pub fn says_approved(&self) -> bool {
        self.page_has(&self.pack.class("approved-in-use"))
    }

    /// Where a class stands first and is not taken back.
    pub fn first(&self, classes: &[ClassId]) -> Option<Range<usize>> {
        self.blocks().find_map(|(_, _, reading)| {
            let hit = reading.hits.iter().find(|hit| classes.contains(&hit.class) && self.stands(reading, hit))?;
            Some(reading.text.source(hit.range()))
        })
    }

    /// Whether a word stands by itself, in a sentence that does not deny it.
    pub fn stands(&self, reading: &Reading, hit: &Hit) -> bool {
        hit.standing == Standing::Free && !reading.has(sentence(reading, hit), &self.denied)
    }

    /// What the page is about: named in a heading, or in a sentence that offers it.
    pub fn subjects(&self, standings: &[Approval]) -> Vec<Mention<'a>> {
        let wanted = self.pack.subjects.iter().filter(|named| standings.contains(&named.standing));
        wanted.filter_map(|named| self.mention(named)).collect()
    }

    fn mention(&self, named: &'a Named) -> Option<Mention<'a>> {
        let mut found: Option<Mention<'a>> = None;
        for (index, block, reading) in self.blocks().filter(|(_, _, reading)| reading.has_any(&[named.class])) {
            let heads = matches!(block.kind, Kind::Heading(level) if level <= DEEPEST);
            for hit in reading.hits.iter().filter(|hit| hit.class == named.class) {
                let whole = sentence(reading, hit);
                let labels = named.standing == Approval::Treatment && reading.has(whole.clone(), &self.pictured);
                let offers = !labels && (heads || self.induces() || reading.has(whole, &self.offered));
                if offers && self.stands(reading, hit) {
                    let first = found.get_or_insert_with(|| Mention {
                        named,
                        has_section: false,
                        block: index,
                        range: hit.range(),
                    });
                    first.has_section |= heads && !matches!(block.kind, Kind::Heading(1));
                    break;
                }
            }
        }
        found
    }

    /// Whether every mention offers: what is sent to people, or posted, is there to win them.
    fn induces(&self) -> bool {
        self.page.channel != Channel::Site
    }

    /// The bytes of the source that name a subject.
    pub fn source(&self, mention: &Mention<'_>) -> Range<usize> {
        let reading = self.page.readings.get(mention.block);
        reading.map(|reading| reading.text.source(mention.range.clone())).unwrap_or_default()
    }

    /// What the page does not say about a subject.
    pub fn missing<'r>(&self, rule: &'r Compiled, subject: &Mention<'_>, scoped: bool) -> Vec<&'r Requirement> {
        let absent = |need: &&Requirement| !self.says(need, subject, scoped);
        rule.needs.iter().filter(absent).collect()
    }

    fn says(&self, need: &Requirement, subject: &Mention<'_>, scoped: bool) -> bool {
        if !scoped || need.shared == Sharing::Page {
            return self.page_has(&need.any);
        }
        self.blocks().any(|(index, _, reading)| reading.has_any(&need.any) && self.serves(index, need, subject))
    }

    /// Whether a statement in a block is about a subject: in its section, beside its name, or for all.
    fn serves(&self, index: usize, need: &Requirement, subject: &Mention<'_>) -> bool {
        let Some(reading) = self.page.readings.get(index) else { return false };
        if reading.has_any(&[subject.named.class]) {
            return true;
        }
        let heads: BTreeSet<ClassId> = self.headings(index).flat_map(|heading| self.named_in(heading)).collect();
        if !heads.is_empty() {
            return heads.contains(&subject.named.class);
        }
        need.shared == Sharing::Freely && self.named_in(reading).next().is_none()
    }

    /// The headings below the page's own above a block, and the block itself if it is one.
    fn headings(&self, index: usize) -> impl Iterator<Item = &'a Reading> + '_ {
        let block = self.page.document.blocks.get(index);
        let above = block.into_iter().flat_map(|block| block.headings.iter().copied());
        let below_title = |place: &usize| {
            let block = self.page.document.blocks.get(*place);
            block.is_some_and(|block| matches!(block.kind, Kind::Heading(level) if level > 1))
        };
        above.chain([index]).filter(below_title).filter_map(|place| self.page.readings.get(place))
    }

    fn named_in(&self, reading: &'a Reading) -> impl Iterator<Item = ClassId> + '_ {
        self.pack.subjects.iter().map(|named| named.class).filter(|class| reading.has_any(&[*class]))
    }
}

/// The bytes of the sentence in which a word stands.
fn sentence(reading: &Reading, hit: &Hit) -> Range<usize> {
    let sentences = &reading.outline.sentences;
    let after = sentences.partition_point(|sentence| sentence.range.start <= hit.start as usize);
    let place = after.checked_sub(1).and_then(|index| sentences.get(index));
    place.map_or(0..reading.text.as_str().len(), |sentence| sentence.range.clone())
}
