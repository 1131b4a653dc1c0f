//! "Proces": the words around the diagrams, what they say in their boxes, and the same as text.

use super::diagram::{diagram_name, figure_name};
use super::{activity_name, activity_reference, activity_title, gateway_question, role_short};
use crate::domain::diagram::{Count, Counted, Figure, Kind, Message, Name, Standing, State};
use crate::domain::process::{Activity, Answer, Gateway, Performed, Role};

pub const TITLE: &str = "Proces";
pub const LEAD: &str = "KOMBITs proces som figur, med sagens stand på. Hver bane er en rolle. Vælg en \
    aktivitet eller et spørgsmål for at gå til det i sagen.";
pub const FIGURES: &str = "Figur";
pub const ZOOM: &str = "Zoom";
pub const ZOOM_IN: &str = "Zoom ind";
pub const ZOOM_OUT: &str = "Zoom ud";
pub const FIT: &str = "Tilpas bredden";
pub const KEYS: &str = "I figuren: + og − zoomer, 0 tilpasser bredden, pile ruller.";
pub const BPMN: &str = "Hent BPMN";
pub const BPMN_FILE: &str = "Udskift it-system.bpmn";
pub const BPMN_HINT: &str = "Alle fire figurer i én fil til programmer, der læser BPMN 2.0. Filen \
    indeholder processen, ikke sagen.";
pub const AS_TEXT: &str = "Figuren som tekst";
pub const LEGEND: &str = "Sådan læses figuren";
pub const PRINT: &str = "Udskriv";
pub const PAPER: &str = "Papir";
pub const A3: &str = "A3, én side pr. figur";
pub const A4: &str = "A4, to sider pr. bred figur";
pub const ALL_FIGURES: &str = "Alle fire figurer";
pub const HELPDESK_MARK: &str = "SP";
pub const ADM_MARK: &str = "ADM";
pub const ROUTE_FIGURE: &str = "Rutens vej i figuren Forbered ruter";

/// What the marks of a figure mean: a mark and its words.
pub const LEGEND_ROWS: [(Mark, &str); 9] = [
    (Mark::Helpdesk, "Grøn med SP: udføres af SP's Helpdesk"),
    (Mark::Adm, "Lyserød med ADM: udføres i det fælleskommunale administrationsmodul"),
    (Mark::Plus, "+: har sin egen proces"),
    (Mark::Hear, "Lys konvolut: rollen får en besked"),
    (Mark::Tell, "Mørk konvolut: rollen sender en besked"),
    (Mark::Question, "Rude: et spørgsmål, hvis svar står på pilene"),
    (Mark::Either, "Rude med cirkel: den besked, der kommer først, afgør vejen"),
    (Mark::Message, "Stiplet pil: en overlevering til en anden rolle"),
    (Mark::Word, "Prikket pil: en rolle venter på en anden, uden at kilden tegner en besked"),
];

/// A sign in the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Helpdesk,
    Adm,
    Plus,
    Hear,
    Tell,
    Question,
    Either,
    Message,
    Word,
}

pub const fn state_word(state: State) -> &'static str {
    match state {
        State::Waiting => "Venter",
        State::Ready => "Klar",
        State::Done => "Udført",
        State::NotApplicable => "Ikke relevant",
    }
}

/// "12 af 38 ruter".
pub fn count_text(count: Count) -> String {
    let of = match count.of {
        Counted::Routes => "ruter",
        Counted::Agreements => "aftaler",
        Counted::Receipts => "kvitteringer",
    };
    format!("{} af {} {of}", super::dates::number(count.done), super::dates::number(count.all))
}

/// The same as far as there is room: without its noun, or closer.
pub fn count_short(count: Count, fits: impl Fn(&str) -> bool) -> String {
    let [done, all] = [count.done, count.all].map(super::dates::number);
    let ways = [count_text(count), format!("{done} af {all}")];
    ways.into_iter().find(|way| fits(way)).unwrap_or_else(|| format!("{done}/{all}"))
}

/// The mark beside the colour of an activity.
pub const fn performed_mark(performed: Performed) -> Option<&'static str> {
    match performed {
        Performed::Own => None,
        Performed::Helpdesk => Some(HELPDESK_MARK),
        Performed::Adm => Some(ADM_MARK),
    }
}

/// "pkt. 7 Dan overblik …, Systemansvarlig: Klar, 12 af 38 ruter".
pub fn activity_label(activity: Activity, role: Role, standing: Option<Standing>) -> String {
    let mut label = format!(
        "{} {}, {}",
        activity_reference(activity),
        activity_name(activity),
        role_short(role)
    );
    if let Some(Standing { state, count, .. }) = standing {
        label.push_str(": ");
        label.push_str(state_word(state));
        if let Some(count) = count {
            label.push_str(", ");
            label.push_str(&count_text(count));
        }
    }
    label
}

/// "Kontrol OK? Svar: Nej – roll back".
pub fn question_label(gateway: Gateway, answer: Option<Answer>) -> String {
    let question = gateway_question(gateway);
    match answer {
        Some(answer) => format!("{question} Svar: {}", super::answer_label(gateway, answer)),
        None => format!("{question} Ikke besvaret"),
    }
}

/// "Vis figuren Forbered ruter".
pub fn show_figure(figure: Figure) -> String {
    format!("Vis figuren {}", figure_name(figure))
}

/// "100 %".
pub fn percent(percent: i32) -> String {
    format!("{percent} %")
}

/// The figure's name on paper, "1 af 2" where it has two sides.
pub fn sheet_title(figure: Figure, side: Option<(usize, usize)>) -> String {
    match side {
        Some((side, of)) => format!("{}, {side} af {of}", figure_name(figure)),
        None => figure_name(figure).to_owned(),
    }
}

/// What a step of the figure is, for the version in words; an activity and a question have their own lines.
pub fn step_text(kind: Kind, is_first: bool) -> Option<String> {
    let name = |message| diagram_name(Name::Message(message)).replace('\u{ad}', "");
    let other = |role| role_short(role);
    Some(match kind {
        Kind::Hear(message) if is_first => {
            format!("Begynder med beskeden “{}” fra {}", name(message), other(message.ends().0))
        }
        Kind::Hear(message) => {
            format!("Venter på beskeden “{}” fra {}", name(message), other(message.ends().0))
        }
        Kind::Tell(message) => {
            format!("Sender beskeden “{}” til {}", name(message), other(message.ends().1))
        }
        Kind::Either => "Den besked, der kommer først, afgør vejen".to_owned(),
        Kind::Begin | Kind::End | Kind::Act(_) | Kind::Ask(..) => return None,
    })
}

/// Where an answer leads, in words: "pkt. 9 Koordiner serviceaftaler".
pub fn target_text(kind: Kind) -> String {
    match kind {
        Kind::Act(activity) => activity_title(activity),
        Kind::Ask(gateway, _) => format!("spørgsmålet {}", gateway_question(gateway)),
        Kind::Tell(message) => format!("beskeden “{}”", message_name(message)),
        Kind::Hear(message) => format!("ventetid på “{}”", message_name(message)),
        Kind::Either => "den besked, der kommer først".to_owned(),
        Kind::Begin | Kind::End => "slut".to_owned(),
    }
}

fn message_name(message: Message) -> String {
    diagram_name(Name::Message(message)).replace('\u{ad}', "")
}
