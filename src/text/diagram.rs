//! The diagrams of the process: the words in them, and the page that shows them.

use super::{
    activity_name, activity_reference, answer_label, gateway_question, handover_name, role_name,
};
use crate::domain::diagram::{Figure, Message, Name, Word};
use crate::domain::process::{Answer, Gateway};

/// What is named in a diagram; a soft hyphen marks where a long word may be divided.
pub fn diagram_name(name: Name) -> String {
    let text = match name {
        Name::Role(role) => role_name(role).to_owned(),
        Name::Activity(activity) => activity_name(activity).to_owned(),
        Name::Reference(activity) => activity_reference(activity),
        Name::Question(gateway) => gateway_question(gateway).to_owned(),
        Name::Answer(gateway, answer) => answer_name(gateway, answer).to_owned(),
        Name::Message(Message::Handover(handover)) => handover_name(handover).to_owned(),
        Name::Message(Message::Word(word)) => word_name(word).to_owned(),
        Name::Figure(figure) => figure_name(figure).to_owned(),
    };
    DIVIDED.iter().fold(text, |text, (whole, divided)| text.replace(whole, divided))
}

/// Long words, and where they may be divided.
const DIVIDED: [(&str, &str); 17] = [
    ("Forvaltningsansvarlig", "Forvaltnings\u{ad}ansvarlig"),
    ("myndighedsafgrænsning", "myndigheds\u{ad}afgrænsning"),
    ("Digitaliseringskataloget", "Digitaliserings\u{ad}kataloget"),
    ("fælleskommunale", "fælles\u{ad}kommunale"),
    ("forvaltningsansvarlig", "forvaltnings\u{ad}ansvarlig"),
    ("overgangstidspunkt", "overgangs\u{ad}tidspunkt"),
    ("kontrolresultat", "kontrol\u{ad}resultat"),
    ("serviceaftaler", "service\u{ad}aftaler"),
    ("Serviceaftaler", "Service\u{ad}aftaler"),
    ("gennemførsel", "gennem\u{ad}førsel"),
    ("systemskifte", "system\u{ad}skifte"),
    ("etableringer", "etable\u{ad}ringer"),
    ("erstatninger", "erstat\u{ad}ninger"),
    ("infrastruktur", "infra\u{ad}struktur"),
    ("Systemansvarlig", "System\u{ad}ansvarlig"),
    ("systemansvarlig", "system\u{ad}ansvarlig"),
    ("integrationer", "integra\u{ad}tioner"),
];

/// The title of a diagram.
pub const fn figure_name(figure: Figure) -> &'static str {
    match figure {
        Figure::MainOne => "Udskift it-system (del 1)",
        Figure::MainTwo => "Udskift it-system (del 2)",
        Figure::Prepare => "Forbered ruter",
        Figure::Cutover => "Gennemfør omlægning af ruter",
    }
}

/// The answer on an arrow.
const fn answer_name(gateway: Gateway, answer: Answer) -> &'static str {
    match (gateway, answer) {
        (Gateway::StillUsed, Answer::Yes) => "Ja",
        (Gateway::StillUsed, Answer::No) => "Nej",
        _ => answer_label(gateway, answer),
    }
}

/// What one role waits for from another, where the source has no message.
pub const fn word_name(word: Word) -> &'static str {
    match word {
        Word::AgreementsSettled => "Serviceaftaler på plads",
        Word::PartTwo => "Del 1 til del 2",
        Word::ClosuresKnown => "Ved, hvilke ruter der nedlægges",
        Word::InvolvedTookPart | Word::OldTookPart | Word::HelpdeskTookPart => "Har deltaget",
        Word::ManagerKnows | Word::InvolvedKnow => "Kender resultatet",
        Word::OldIsClosed => "Ryddet op",
        Word::NoImplicitRoutes => "Ingen implicitte ruter",
        Word::ReceiptsClear => "Kvitteringer i orden",
        Word::Abandoned => "Rul tilbage",
    }
}
