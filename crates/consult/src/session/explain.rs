//! Why settings are judged as they are: every finding, then every bound and whether it spoke.

use journey::session::{
    Compared, Explained, Outcome, SessionQuestion, Setting, Silence, Voice, check_session, explain_setting,
};
use journey::text::Lang;
use journey::tree::Tree;

/// The findings first, then each setting with every bound of the protocol.
pub(super) fn tree(question: &SessionQuestion<'_>, lang: Lang) -> Tree {
    let found = check_session(question).into_iter().map(|finding| {
        let text = format!("{} [{}, {}]", finding.rule, finding.headline.code(), finding.kind.code());
        let instead = finding.instead.as_ref().map(|instead| Tree::leaf(instead.get(lang)));
        Tree { text, below: std::iter::once(Tree::leaf(finding.says.get(lang))).chain(instead).collect() }
    });
    let settings = question.settings.iter().map(|setting| {
        let bounds = explain_setting(question.protocol, setting, question.indication, question.known);
        Tree { text: name(setting), below: bounds.iter().map(|one| bound(one, lang)).collect() }
    });
    let text = question.protocol.name.get(lang).to_owned();
    Tree { text, below: found.chain(settings).collect() }
}

fn name(setting: &Setting) -> String {
    let place = setting.place.as_ref().map(|place| format!("{} {}: ", place.zone, place.side.code()));
    format!("{}{} {}", place.unwrap_or_default(), setting.product, setting.quantity)
}

fn bound(one: &Explained, lang: Lang) -> Tree {
    let text = match &one.voice {
        Voice::Spoke { compared, .. } => format!("{} {}", mark(compared.outcome), told(compared, lang)),
        Voice::Silent(silence) => format!("· {}", silent(*silence, lang)),
    };
    Tree::leaf(format!("{}: {text}", one.rule))
}

const fn mark(outcome: Outcome) -> char {
    match outcome {
        Outcome::Within | Outcome::WithOthers => '✓',
        Outcome::Below | Outcome::Above => '✗',
        Outcome::PointsUnknown => '?',
    }
}

fn told(compared: &Compared, lang: Lang) -> String {
    let min = compared.min.map(|min| format!("{min} – ")).unwrap_or_default();
    let outcome = match (compared.outcome, lang) {
        (Outcome::Within, Lang::Ja) => "範囲内",
        (Outcome::Within, Lang::En) => "within",
        (Outcome::Below, Lang::Ja) => "下限より低い",
        (Outcome::Below, Lang::En) => "below",
        (Outcome::Above, Lang::Ja) => "上限を超える",
        (Outcome::Above, Lang::En) => "above",
        (Outcome::PointsUnknown, Lang::Ja) => "ポイント数が不明",
        (Outcome::PointsUnknown, Lang::En) => "the number of points is not known",
        (Outcome::WithOthers, Lang::Ja) => "ほかの設定と合わせて判断",
        (Outcome::WithOthers, Lang::En) => "judged together with the other settings",
    };
    format!("{} ({min}{}): {outcome}", compared.amount, compared.max)
}

fn silent(silence: Silence, lang: Lang) -> String {
    let why = silence.code();
    match lang {
        Lang::Ja => format!("対象外（{why}）"),
        Lang::En => format!("does not speak here ({why})"),
    }
}
