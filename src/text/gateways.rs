//! The gateways: the questions, their answers, and what they mean.

use crate::domain::process::{Answer, Gateway};

/// The question, named as in the source where it has a name there.
pub const fn gateway_question(gateway: Gateway) -> &'static str {
    match gateway {
        Gateway::AgreementsNeeded => "Anvendes der webservices?",
        Gateway::MoreAgreements => "Opret flere serviceaftaler?",
        Gateway::CloseRoute => "Nedlæg rute?",
        Gateway::CloseParty | Gateway::EstablishParty => "Part i rute?",
        Gateway::EstablishRoute => "Etabler rute?",
        Gateway::RouteType => "Rutetype",
        Gateway::MoreRoutes => "Flere ruter?",
        Gateway::CarryOut => "Gennemfør systemskifte ift. plan?",
        Gateway::ImplicitRoutes => "Implicitte ruter?",
        Gateway::ReceiptsOk => "Kvitteringer OK?",
        Gateway::Abandon => "Rul tilbage på grund af en incident?",
        Gateway::CheckOk => "Kontrol OK?",
        Gateway::Succeeded => "Er omlægningen lykkedes?",
        Gateway::StillUsed => "Anvender andre myndigheder fortsat det gamle it-system?",
    }
}

/// The answer as it reads on a button and in the history.
pub const fn answer_label(gateway: Gateway, answer: Answer) -> &'static str {
    match (gateway, answer) {
        (Gateway::StillUsed, Answer::Yes) => "Ja – fjern myndighed fra myndighedsafgrænsning",
        (Gateway::StillUsed, Answer::No) => "Nej – nedlæg it-system",
        (Gateway::CheckOk, Answer::No) => "Nej – roll back",
        (Gateway::Abandon, Answer::Yes) => "Ja – roll back",
        (Gateway::Abandon, Answer::No) => "Nej – fortsæt",
        (_, Answer::Yes) => "Ja",
        (_, Answer::No) => "Nej",
        (_, Answer::Party) => "Part i rute",
        (_, Answer::NotParty) => "Ikke part i rute",
        (_, Answer::Sftp) => "SFTP",
        (_, Answer::Webservice) => "Webservice",
        (_, Answer::Go) => "Gennemfør",
        (_, Answer::Postpone) => "Udskyd",
    }
}

/// "Hvad betyder det?": what the question asks and what the answer changes.
pub const fn gateway_help(gateway: Gateway) -> &'static str {
    match gateway {
        Gateway::AgreementsNeeded => {
            "Serviceaftaler hører til webservices. Har sagen kun SFTP-ruter, er serviceaftaler ikke \
             understøttet, og etablerer den ingen webservice-rute, er der ingen at lave. Så \
             springes pkt. 9–12 over."
        }
        Gateway::MoreAgreements => {
            "Ja giver en serviceaftale mere, som går igennem pkt. 9–12. Nej betyder, at alle \
             aftaler er med, og at sagen kan gå videre til pkt. 13."
        }
        Gateway::CloseRoute => {
            "Skal den forvaltningsansvarlige for det nye it-system bestille, at en gammel rute \
             nedlægges? Svaret følger af, om ruten erstattes eller nedlægges, og af hvem der skal \
             nedlægge den."
        }
        Gateway::CloseParty => {
            "Bestiller er part i den gamle rute, når bestiller er forvaltningsansvarlig for et af \
             rutens to it-systemer. En bestiller, der ikke er part, skal have en delegering."
        }
        Gateway::EstablishRoute => {
            "Skal der bestilles en ny rute? Svaret er ja, når ruten er ny eller erstatter en gammel."
        }
        Gateway::RouteType => {
            "En webservice-rute bærer kald fra et anvendersystem til et serviceudbydersystem. En \
             SFTP-rute afleverer filer fra et afsendersystem til et modtagersystem."
        }
        Gateway::EstablishParty => {
            "Bestiller er part i den nye rute, når bestiller er forvaltningsansvarlig for et af \
             rutens to it-systemer. En bestiller, der ikke er part, skal have en delegering."
        }
        Gateway::MoreRoutes => {
            "Er der ruter i ruteoverblikket, som endnu ikke er bestilt? Først når svaret er nej, er \
             ruterne forberedt."
        }
        Gateway::CarryOut => {
            "Gennemfør sætter omlægningen i gang på det aftalte tidspunkt. Udskyd fører tilbage \
             til pkt. 16, hvor der aftales et nyt."
        }
        Gateway::ImplicitRoutes => {
            "Er der implicitte ruter, som skal skifte i servicevinduet? Ellers er der ingen ruter, \
             der venter på Serviceplatformen, og 2.3 pkt. 3 og 4 springes over."
        }
        Gateway::ReceiptsOk => {
            "Siger alle kvitteringer OK? Er der fejl, åbnes en incident, og omlægningen venter, \
             til den er løst eller rullet tilbage."
        }
        Gateway::Abandon => {
            "Ja ruller omlægningen tilbage, selv om kontrollen ikke er nået. Nej betyder, at \
             fejlen løses, og at omlægningen fortsætter."
        }
        Gateway::CheckOk => {
            "Kan hele systemskiftet gennemføres? Ja betyder, at de gamle ruter nedlægges. Nej \
             betyder, at omlægningen rulles tilbage."
        }
        Gateway::Succeeded => {
            "Ja betyder, at ruterne er lagt om, og at oprydningen kan begynde. Efter en roll back \
             er svaret nej, og der aftales et nyt tidspunkt i pkt. 16."
        }
        Gateway::StillUsed => {
            "Er der andre myndigheder, som anvender det gamle it-system, skal det blive. Så \
             fjernes kun denne myndighed fra systemets myndighedsafgrænsning."
        }
    }
}
