use app::Token;
use app::booking::{Booking, ByStaff, Caller, Hold, Wanted};
use app::identity::Details;
use jiff::Timestamp;
use jiff::civil::date;
use journey::booking::Origin;
use journey::facts::Facts;
use journey::text::Lang;

/// Somebody who has never been here; another one for each number.
pub fn details(number: u16) -> Details {
    let kana = ["ア", "カ", "サ", "タ", "ナ", "ハ", "マ", "ヤ", "ラ", "ワ"];
    let digit = |place: u16| kana[usize::from(number / 10_u16.pow(u32::from(place)) % 10)];
    Details {
        family: format!("患者{number}"),
        given: "花子".into(),
        family_kana: format!("カンジャ{}{}{}", digit(2), digit(1), digit(0)),
        given_kana: "ハナコ".into(),
        birth_date: Some(date(1992, 4, 1).saturating_add(jiff::Span::new().days(i32::from(number)))),
        phone: format!("090-0000-{number:04}"),
        mail: format!("patient{number}@example.jp"),
    }
}

/// The wish to keep a time.
pub fn hold(service: &str, starts: Timestamp) -> Hold {
    let wanted = Wanted { service: service.into(), practitioner: None, moving: None };
    Hold { wanted, starts, language: Lang::Ja, request: None }
}

/// A form that agrees a held time.
pub fn booking(token: &Token, details: Details, answers: Facts) -> Booking {
    Booking { token: token.clone(), details, answers, wish: String::new(), language: Lang::Ja }
}

/// A booking that reception makes while the patient waits on the telephone.
pub fn caller(patient: Caller, service: &str, starts: Timestamp) -> ByStaff {
    ByStaff {
        patient,
        service: service.into(),
        starts,
        practitioner: None,
        origin: Origin::Phone,
        language: Lang::Ja,
        wish: String::new(),
        request: None,
    }
}
