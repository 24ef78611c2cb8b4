//! The lines of the face and the outlines of its zones, in a drawing of 240 by 320.
//!
//! Of the front view only the patient's left half is written down and mirrored at the middle; the view from
//! the right is the view from the left, mirrored.

use maud::{Markup, html};

use super::View;

const MIRROR: &str = "matrix(-1 0 0 1 240 0)";

const FRONT_HALF: [&str; 16] = [
    "M120 24C172 23 199 66 197 124C197 160 191 186 181 208C173 226 158 246 145 256C137 262 128 265 120 265",
    "M120 57C151 55 177 72 186 104C189 115 191 124 192 134",
    "M120 12C190 9 216 66 206 128",
    "M197 128C207 121 213 132 210 147C208 160 201 171 194 168",
    "M201 134C206 133 207 141 204 149",
    "M137 112C149 104 168 104 181 112",
    "M138 133C146 122 166 121 177 133",
    "M138 133C148 139 166 140 177 133",
    "M151.6 126.4C149.8 133 152.4 137.6 157.6 137.6C162.8 137.6 165.4 133 163.6 126",
    "M138 126C148 116 167 116 179 128",
    "M129 134C130 152 131 162 134 171",
    "M134 171C143 174 143 186 134 188C129 187 126 192 120 192",
    "M120 213C124 209 128 210 132 212C140 214 146 218 151 222C142 233 130 237 120 237",
    "M120 222C130 219 140 222 151 222",
    "M129 248C126 250 123 250.500 120 250.500",
    "M167 234C167 262 169 280 177 294C190 306 214 311 234 315M128 308C146 303 164 304 182 309",
];

const SIDE: [&str; 16] = [
    "M98 42C83 52 73 68 69 90C67 102 66 108 68 114C70 120 70 124 68 128C62 144 52 158 46 170C44 176 48 181 56 182\
     C62 183 65 185 64 190C62 197 57 201 56 207C56 211 60 213 64 214C60 216 57 220 58 226C59 230 65 232 65 237\
     C63 244 60 252 64 260C68 268 80 270 94 267",
    "M94 267C120 262 142 246 149 214C151 206 152 196 152 184",
    "M98 42C124 20 170 16 196 44C219 70 219 120 205 160C200 176 196 190 196 202",
    "M86 51C100 56 112 66 116 84C120 102 134 106 138 122C140 132 140 140 141 148",
    "M196 202C192 232 196 262 214 292",
    "M100 266C108 274 109 288 103 312",
    "M147 136C156 122 172 127 171 145C170 160 161 165 159 176C157 185 148 185 147 176",
    "M152 143C160 135 166 144 161 156C158 162 154 162 153 167",
    "M75 109C84 102 98 102 109 109",
    "M81 124C90 119 98 122 105 131C98 137 90 140 82 138C79 134 79 129 81 124",
    "M84.500 122.500C89 127 89 134 85 138.500",
    "M83 117C92 112 102 116 109 126",
    "M65 163C73 164 77 172 73 180C71 184 67 184 64 183",
    "M57 178C60 174 65 175 66 179",
    "M56 206C64 203 76 208 87 216C78 223 68 227 58 226",
    "M64 214C72 212 80 213 87 216",
];

const FRONT_MIDDLE: [(&str, &str); 6] = [
    (
        "forehead",
        "M120 61C149 59 173 75 182 102C168 96 150 96 138 103C130 99 110 99 102 103C90 96 72 96 58 102\
         C67 75 91 59 120 61Z",
    ),
    (
        "glabella",
        "M120 103C128 103 134 106 135 112C134 120 130 126 126 128H114C110 126 106 120 105 112C106 106 112 103 120 103Z",
    ),
    (
        "nose",
        "M114 131H126C128 150 130 161 133 169C144 173 144 187 135 190C128 195 112 195 105 190C96 187 96 173 107 169\
         C110 161 112 150 114 131Z",
    ),
    (
        "perioral",
        "M120 198C138 198 154 207 157 221C153 237 138 243 120 243C102 243 87 237 83 221C86 207 102 198 120 198Z",
    ),
    ("chin", "M98 247C110 245 130 245 142 247C141 255 133 263 120 263C107 263 99 255 98 247Z"),
    (
        "neck",
        "M98 268C112 273 128 273 142 268C150 264 158 257 164 249C165 268 168 282 172 293C150 303 90 303 68 293\
         C72 282 75 268 76 249C82 257 90 264 98 268Z",
    ),
];

const FRONT_LEFT: [(&str, &str); 6] = [
    ("temple", "M185 94C191 106 195 120 195 137L183 120C183 111 184 103 185 94Z"),
    ("crows-feet", "M181 122C187 125 193 133 194 141C191 148 185 149 180 145C182 138 182 130 181 122Z"),
    ("eyelid", "M136 131C143 113 169 112 180 128L177 133C166 121 146 122 138 133Z"),
    ("under-eye", "M137 137C147 142 167 143 178 138C177 149 166 155 154 154C144 153 138 147 137 137Z"),
    (
        "cheek",
        "M147 159C162 162 178 157 192 151C192 164 190 172 186 180C178 196 168 202 160 204C153 198 149 190 148 180\
         C147 172 147 166 147 159Z",
    ),
    (
        "jaw",
        "M189 181C187 197 181 211 173 225C167 235 159 243 151 250C150 236 155 219 162 208C173 204 183 195 189 181Z",
    ),
];

const SIDE_MIDDLE: [(&str, &str); 6] = [
    ("forehead", "M87 56C76 66 71 80 69 98C80 92 96 92 110 100C115 97 117 92 115 86C111 69 100 60 87 56Z"),
    ("glabella", "M69 102C73 100 76 101 78 104C78 112 76 118 72 122C68 116 67 108 69 102Z"),
    (
        "nose",
        "M70 126C75 136 77 150 76 160C81 170 79 182 73 185C66 185 60 183 55 181C48 180 45 176 47 170\
         C54 158 64 144 69 128Z",
    ),
    (
        "perioral",
        "M66 189C77 189 90 196 94 207C96 222 84 236 67 236C64 231 60 229 59 225C58 220 60 217 64 214C60 212 57 210 58 206\
         C60 200 64 196 66 189Z",
    ),
    ("chin", "M67 240C76 240 84 243 88 251C89 259 87 264 83 267C72 268 66 264 65 258C62 252 64 246 67 240Z"),
    (
        "neck",
        "M104 267C124 261 142 249 150 230C160 240 178 246 194 234C192 262 198 280 208 292C176 306 138 308 106 306\
         C111 290 111 277 104 267Z",
    ),
];

const SIDE_LEFT: [(&str, &str); 6] = [
    ("temple", "M118 92C122 104 134 110 138 125C129 127 120 124 113 119C111 111 113 105 115 101Z"),
    ("crows-feet", "M111 122C119 125 127 128 132 133C128 142 117 145 108 141C111 135 112 128 111 122Z"),
    ("eyelid", "M80 122C85 110 102 111 109 127L105 131C98 122 90 119 81 124Z"),
    ("under-eye", "M82 141C92 143 101 140 106 142C108 150 98 157 88 155C83 151 81 146 82 141Z"),
    ("cheek", "M84 161C101 163 117 152 133 144C142 152 146 166 146 180C130 196 110 201 95 199C86 190 80 176 84 161Z"),
    (
        "jaw",
        "M99 205C117 206 136 200 150 187C152 200 149 218 143 230C134 246 117 257 97 263C95 253 93 247 91 243C99 233 102 219 99 205Z",
    ),
];

/// One zone of one view.
pub(super) struct ZoneShape {
    zone: &'static str,
    side: Option<&'static str>,
    /// The outline.
    pub path: &'static str,
    /// How it is moved to its place.
    pub transform: Option<&'static str>,
}

impl ZoneShape {
    /// Whether the name of a shape (`cheek-left`, `forehead`) means this one.
    pub fn is(&self, shape: &str) -> bool {
        match self.side {
            None => shape == self.zone,
            Some(side) => shape.strip_prefix(self.zone).and_then(|rest| rest.strip_prefix('-')) == Some(side),
        }
    }
}

/// The zones of a view in its own coordinates, before [`mirror`].
pub(super) fn zones(view: View) -> Vec<ZoneShape> {
    match view {
        View::Front => middle(&FRONT_MIDDLE)
            .chain(sided(&FRONT_LEFT, "left", None))
            .chain(sided(&FRONT_LEFT, "right", Some(MIRROR)))
            .collect(),
        View::Left => middle(&SIDE_MIDDLE).chain(sided(&SIDE_LEFT, "left", None)).collect(),
        View::Right => middle(&SIDE_MIDDLE).chain(sided(&SIDE_LEFT, "right", None)).collect(),
    }
}

fn middle(shapes: &'static [(&str, &str)]) -> impl Iterator<Item = ZoneShape> {
    shapes.iter().map(|&(zone, path)| ZoneShape { zone, side: None, path, transform: None })
}

fn sided(
    shapes: &'static [(&str, &str)],
    side: &'static str,
    transform: Option<&'static str>,
) -> impl Iterator<Item = ZoneShape> {
    shapes.iter().map(move |&(zone, path)| ZoneShape { zone, side: Some(side), path, transform })
}

/// How a whole view is mirrored, if it is.
pub(super) const fn mirror(view: View) -> Option<&'static str> {
    match view {
        View::Front | View::Left => None,
        View::Right => Some(MIRROR),
    }
}

/// The fine lines of the face.
pub(super) fn face(view: View) -> Markup {
    html! {
        g.face aria-hidden="true" transform=[mirror(view)] {
            @match view {
                View::Front => { (lines(&FRONT_HALF)) g transform=(MIRROR) { (lines(&FRONT_HALF)) } }
                View::Left | View::Right => { (lines(&SIDE)) }
            }
        }
    }
}

fn lines(paths: &[&str]) -> Markup {
    html! { @for path in paths { path d=(path) {} } }
}
