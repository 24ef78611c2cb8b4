//! A block as the rules see it: its normalised text, the words in it, its sentences.

use super::hit::{ClassId, ClassSet, Hit, Standing};
use super::lexicon::Lexicon;
use super::number::{Shapes, find};
use super::pattern::Pattern;
use super::sentence::{Outline, Sentence, outline};
use crate::normalise::Text;
use std::ops::Range;

/// A class that is a sequence of other classes.
#[derive(Debug)]
pub struct Composite {
    /// The class it gives.
    pub class: ClassId,
    /// The sequences, any of which will do.
    pub patterns: Vec<Pattern>,
}

/// Finds words and sequences.
#[derive(Debug)]
pub struct Reader {
    lexicon: Lexicon,
    shapes: Shapes,
    layers: Vec<Layer>,
}

/// Sequences that are made of words and of sequences of earlier layers.
#[derive(Debug, Default)]
struct Layer {
    sequences: Vec<(ClassId, Pattern)>,
    by_first: Vec<Vec<usize>>,
}

/// A block that was read.
#[derive(Debug, Default, Clone)]
pub struct Reading {
    /// Its text.
    pub text: Text,
    /// The words in it, ordered by their starts.
    pub hits: Vec<Hit>,
    /// Its sentences and quotations.
    pub outline: Outline,
    /// The classes that occur.
    pub classes: ClassSet,
    /// The classes that occur by themselves.
    pub free: ClassSet,
}

impl Reader {
    /// A reader of these words and sequences; each layer may use the classes of those before it.
    #[must_use]
    pub fn new(lexicon: Lexicon, shapes: Shapes, layers: Vec<Vec<Composite>>) -> Self {
        Self { lexicon, shapes, layers: layers.into_iter().map(Layer::new).collect() }
    }

    /// Reads a normalised text.
    #[must_use]
    pub fn read(&self, text: Text) -> Reading {
        let mut hits = Vec::new();
        self.lexicon.find(text.as_str(), &mut hits);
        find(text.as_str(), self.shapes, &mut hits);
        hits.sort_unstable();
        let outline = outline(text.as_str());
        let mut classes: ClassSet = hits.iter().map(|hit| hit.class).collect();
        for layer in &self.layers {
            let found = layer.find(text.as_str(), &hits, &outline.sentences, &classes);
            if !found.is_empty() {
                found.iter().for_each(|hit| classes.insert(hit.class));
                hits.extend(found);
                hits.sort_unstable();
                hits.dedup();
            }
        }
        let free = hits.iter().filter(|hit| hit.standing == Standing::Free).map(|hit| hit.class).collect();
        Reading { text, hits, outline, classes, free }
    }
}

impl Layer {
    fn new(composites: Vec<Composite>) -> Self {
        let mut layer = Self::default();
        for composite in composites {
            for pattern in composite.patterns {
                let index = layer.sequences.len();
                for class in pattern.beginnings() {
                    let first = usize::from(class.0);
                    if layer.by_first.len() <= first {
                        layer.by_first.resize_with(first + 1, Vec::new);
                    }
                    layer.by_first.get_mut(first).into_iter().for_each(|list| list.push(index));
                }
                layer.sequences.push((composite.class, pattern));
            }
        }
        layer
    }

    fn find(&self, text: &str, hits: &[Hit], sentences: &[Sentence], classes: &ClassSet) -> Vec<Hit> {
        let (mut found, mut ahead) = (Vec::new(), sentences.iter().peekable());
        for (index, hit) in hits.iter().enumerate() {
            while ahead.next_if(|sentence| sentence.range.end <= hit.start as usize).is_some() {}
            let Some(starting) = self.by_first.get(usize::from(hit.class.0)) else { continue };
            let limit = ahead.peek().map_or(text.len(), |sentence| sentence.range.end);
            for (class, pattern) in starting.iter().filter_map(|one| self.sequences.get(*one)) {
                if !pattern.possible(|class| classes.contains(class)) {
                    continue;
                }
                if let Some(one) = pattern.at(text, hits, index, limit) {
                    let end = u32::try_from(one.range.end).unwrap_or(u32::MAX);
                    found.push(Hit { start: hit.start, end, class: *class, standing: one.standing });
                }
            }
        }
        found
    }
}

impl Reading {
    /// The hits that begin in a range of the text.
    #[must_use]
    pub fn hits_in(&self, range: Range<usize>) -> &[Hit] {
        let first = self.hits.partition_point(|hit| (hit.start as usize) < range.start);
        let after = self.hits.partition_point(|hit| (hit.start as usize) < range.end);
        self.hits.get(first..after).unwrap_or_default()
    }

    /// Whether one of the classes stands wholly in a range, by itself.
    #[must_use]
    pub fn has(&self, range: Range<usize>, classes: &[ClassId]) -> bool {
        let within = |hit: &Hit| hit.end as usize <= range.end && hit.standing == Standing::Free;
        self.has_any(classes)
            && self.hits_in(range.clone()).iter().any(|hit| classes.contains(&hit.class) && within(hit))
    }

    /// Whether one of the classes occurs anywhere, by itself.
    #[must_use]
    pub fn has_any(&self, classes: &[ClassId]) -> bool {
        classes.iter().any(|class| self.free.contains(*class))
    }
}
