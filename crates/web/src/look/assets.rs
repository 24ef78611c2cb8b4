//! Where stylesheets, fonts and scripts are served from.

/// The address under which the folder `assets` is served, without a closing slash.
///
/// Put the revision of the build into it (`/assets/1f3a9c`) and the files may be cached for ever.
#[derive(Clone, Copy, Debug)]
pub struct AssetBase<'a>(pub &'a str);

impl AssetBase<'_> {
    /// The address of one file of the folder.
    pub fn href(self, file: &str) -> String {
        format!("{}/{file}", self.0)
    }
}

/// Which part of the house a page belongs to; it decides which stylesheets and scripts are loaded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The public site and booking.
    Public,
    /// The patient's private page.
    Portal,
    /// The console of the clinic.
    Console,
}

const EVERYWHERE: [&str; 8] = [
    "css/tokens.css",
    "css/font-latin.css",
    "css/font-gothic.css",
    "css/base.css",
    "css/type.css",
    "css/layout.css",
    "css/forms.css",
    "css/components.css",
];

impl Part {
    /// The stylesheets in the order in which they are linked; `tokens.css` names the layers and is first.
    pub fn stylesheets(self) -> impl Iterator<Item = &'static str> {
        let own: &[&str] = match self {
            Self::Public => &["css/font-mincho.css", "css/pages.css", "css/plots.css"],
            Self::Portal => &["css/font-mincho.css", "css/pages.css", "css/plots.css", "css/face-map.css"],
            Self::Console => {
                &["css/pages.css", "css/console.css", "css/day-grid.css", "css/plots.css", "css/face-map.css"]
            }
        };
        EVERYWHERE.into_iter().chain(own.iter().copied()).chain(["css/print.css"])
    }

    /// The scripts, each a small module that only adds to a page which already works.
    pub fn scripts(self) -> &'static [&'static str] {
        match self {
            Self::Public => &[],
            Self::Portal => &["js/face-map.js"],
            Self::Console => &["js/dialog.js", "js/day-grid.js", "js/face-map.js"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layers_are_named_before_anything_else_is_loaded() {
        for part in [Part::Public, Part::Portal, Part::Console] {
            assert_eq!(part.stylesheets().next(), Some("css/tokens.css"));
            assert_eq!(part.stylesheets().last(), Some("css/print.css"));
        }
    }

    #[test]
    fn a_public_page_needs_no_script() {
        assert!(Part::Public.scripts().is_empty());
    }

    #[test]
    fn every_file_that_a_page_asks_for_exists() {
        let assets = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"));
        for part in [Part::Public, Part::Portal, Part::Console] {
            for file in part.stylesheets().chain(part.scripts().iter().copied()) {
                assert!(assets.join(file).is_file(), "{file} is missing");
            }
        }
    }
}
