//! The frame around every page: masthead, menu, contact block, foot.

mod console;
mod portal;
mod public;

pub(crate) use console::{ConsolePage, console, console_plain};
pub(crate) use portal::{PortalPage, portal};
pub(crate) use public::{Page, plain, public};

use crate::look::contact::{Contact, Telephone};
use crate::look::shell::FrameWords;
use crate::web::Web;
use crate::wording::Wording;
use journey::text::Lang;

/// The words of every frame, owned so that a frame can borrow them.
struct Common {
    skip: String,
    menu: String,
    breadcrumbs: String,
    foot: String,
    banner: Option<String>,
    contact_title: String,
    dial: String,
    hours: Vec<String>,
    address: Vec<String>,
    emergency: String,
}

impl Common {
    fn new(web: &Web, lang: Lang) -> Self {
        let words = Wording(lang);
        let about = &web.clinic.particulars;
        Self {
            skip: words.t("frame-skip"),
            menu: words.t("frame-menu"),
            breadcrumbs: words.t("frame-breadcrumbs"),
            foot: words.t("frame-foot"),
            banner: web.settings.demo.then(|| words.t("frame-demo-banner")),
            contact_title: words.t("frame-contact"),
            dial: dial(&about.phone),
            hours: vec![about.cover_note.get(lang).to_owned()],
            address: vec![
                about.name.get(lang).to_owned(),
                format!("{} {}", about.postal_code, about.address.get(lang)),
                format!("{} {}", about.floor.get(lang), about.landmark.says.get(lang)),
            ],
            emergency: words.with(
                "frame-emergency",
                &[("hospital", about.hospital.name.get(lang)), ("phone", &about.hospital.phone)],
            ),
        }
    }

    fn words(&self) -> FrameWords<'_> {
        FrameWords { skip: &self.skip, menu: &self.menu, breadcrumbs: &self.breadcrumbs, foot: &self.foot }
    }

    fn contact<'a>(&'a self, web: &'a Web, hours: &'a [&'a str], address: &'a [&'a str]) -> Contact<'a> {
        Contact {
            title: &self.contact_title,
            telephone: Telephone { dial: &self.dial, shown: &web.clinic.particulars.phone },
            hours,
            address,
            emergency: Some(&self.emergency),
        }
    }
}

/// A telephone number as a telephone dials it.
pub(crate) fn dial(shown: &str) -> String {
    shown.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

fn lines(owned: &[String]) -> Vec<&str> {
    owned.iter().map(String::as_str).collect()
}
