use std::ops::Range;

const BEGINS: &str = "<nav";
const ENDS: &str = "</nav>";

/// A document with blanks in the place of its navigation, byte for byte, and where that stood.
///
/// Menus, breadcrumbs and lists of links name other pages, and those answer for themselves: naming a treatment there does
/// not make a page one that offers it. The words of the links are asked about all the same.
pub(super) fn without(document: &str) -> (String, Vec<Range<usize>>) {
    let (mut bare, mut places) = (String::with_capacity(document.len()), Vec::new());
    let mut rest = 0;
    while let Some(start) = find(document, rest, BEGINS) {
        let end = find(document, start, ENDS).map_or(document.len(), |at| at + ENDS.len());
        bare.push_str(document.get(rest..start).unwrap_or_default());
        bare.extend(std::iter::repeat_n(' ', end - start));
        places.push(start..end);
        rest = end;
    }
    bare.push_str(document.get(rest..).unwrap_or_default());
    (bare, places)
}

fn find(document: &str, from: usize, what: &str) -> Option<usize> {
    document.get(from..)?.find(what).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_navigation_stays_where_it_was() {
        let document = "<p>前</p><nav class=\"menu\"><a>施術</a></nav><p>中</p><nav><a>x</a></nav><p>後</p>";
        let (bare, places) = without(document);
        assert_eq!(bare.len(), document.len());
        assert_eq!((bare.find("中"), bare.find("後")), (document.find("中"), document.find("後")));
        assert!(!bare.contains("施術") && places.len() == 2);
    }

    #[test]
    fn a_document_without_navigation_is_itself() {
        assert_eq!(without("<p>施術</p>"), ("<p>施術</p>".to_owned(), Vec::new()));
    }

    #[test]
    fn navigation_without_an_end_reaches_to_the_end() {
        let (bare, places) = without("<p>前</p><nav>施術");
        assert!(bare.starts_with("<p>前</p>") && bare.trim_end().ends_with("</p>") && places.len() == 1);
    }
}
