//! The handovers: what is handed over.

use crate::domain::process::Handover;

/// What is handed over, in a few words.
pub const fn handover_name(handover: Handover) -> &'static str {
    match handover {
        Handover::Decision => "Beslutning om udskiftning",
        Handover::PrepareNew => "Besked om klargøring af nyt it-system",
        Handover::StartChange => "Besked om at sætte systemskifte i gang",
        Handover::Registered => "Besked om, at nyt it-system er klar",
        Handover::RouteRequest => "Forespørgsel på eksisterende ruter",
        Handover::RouteList => "Liste over eksisterende ruter",
        Handover::RouteListForwarded => "Liste over eksisterende ruter, videresendt",
        Handover::RouteOverview => "Ruteoverblik",
        Handover::AgreementNeeds => "Behov for serviceaftaler",
        Handover::AgreementRequest => "Henvendelse om serviceaftaler",
        Handover::AgreementInPlace => "Besked om, at serviceaftaler er på plads",
        Handover::AgreementReady => "Besked om, at serviceaftaler er klar",
        Handover::RouteChanges => "Ruter, der skal erstattes, etableres og nedlægges",
        Handover::RouteClosures => "Ruter, der skal nedlægges efter omlægning",
        Handover::TimeToManager => "Tidspunkt for ruteskift til systemansvarlig",
        Handover::TimeToInvolved => "Tidspunkt for ruteskift til involverede",
        Handover::TimeToOld => "Tidspunkt for ruteskift til gammelt it-system",
        Handover::TimeToHelpdesk => "Tidspunkt for ruteskift til SP's Helpdesk",
        Handover::CarryOutDecision => "Beslutning om gennemførsel",
        Handover::CutoverOrder => "Bestilling af omlægning",
        Handover::ClosedReceipts => "Kvitteringer for nedlagte ruter",
        Handover::SetUpReceipts => "Kvitteringer for opsatte ruter",
        Handover::RouteStatus => "Status på alle ruter",
        Handover::CheckResult => "Resultat af kontrol",
        Handover::CutoverResult => "Besked om omlægning eller roll back",
        Handover::ResultToManager => "Resultat af omlægning til systemansvarlig",
        Handover::ResultToInvolved => "Resultat af omlægning til involverede",
        Handover::ResultToOld => "Resultat af omlægning til gammelt it-system",
    }
}

/// What is handed over, in one sentence.
pub const fn handover_what(handover: Handover) -> &'static str {
    match handover {
        Handover::Decision => "Systemejeren har besluttet, at it-systemet skal udskiftes.",
        Handover::PrepareNew => {
            "Det nye it-system skal gøres klar og tilsluttes til Serviceplatformen."
        }
        Handover::StartChange => {
            "Systemskiftet går i gang, og det gamle it-systems ruter skal findes frem."
        }
        Handover::Registered => {
            "Det nye it-system er registreret i ADM, og oplysningerne er provisioneret til \
             Serviceplatformen."
        }
        Handover::RouteRequest => {
            "SP's Helpdesk bedes finde alle ruter til og fra det gamle it-system."
        }
        Handover::RouteList => {
            "SP's Helpdesk sender de ruter, der findes til og fra det gamle it-system."
        }
        Handover::RouteListForwarded => {
            "Den systemansvarlige får listen fra SP's Helpdesk som grundlag for ruteoverblikket."
        }
        Handover::RouteOverview => {
            "Hele overblikket over eksisterende og nye ruter, med underskrevet delegering hvor \
             den kræves."
        }
        Handover::AgreementNeeds => {
            "Den serviceaftale, som det nye it-system har brug for, og hvem den skal indgås med."
        }
        Handover::AgreementRequest => {
            "De systemansvarlige for involverede it-systemer bedes få serviceaftalen på plads."
        }
        Handover::AgreementInPlace => {
            "Serviceaftalen er ajourført for det involverede it-system og på plads."
        }
        Handover::AgreementReady => "Serviceaftalen er klar, så den kan anmodes om i ADM.",
        Handover::RouteChanges => {
            "Hvilke ruter der skal erstattes, etableres og nedlægges, og hvem der gør hvad."
        }
        Handover::RouteClosures => {
            "De ruter, som den forvaltningsansvarlige for det gamle it-system selv skal nedlægge."
        }
        Handover::TimeToManager
        | Handover::TimeToInvolved
        | Handover::TimeToOld
        | Handover::TimeToHelpdesk => {
            "Servicevinduets start og slutning, og de ruter der skifter i det."
        }
        Handover::CarryOutDecision => {
            "Om systemskiftet gennemføres efter planen eller udskydes, og hvorfor."
        }
        Handover::CutoverOrder => {
            "SP's Helpdesk bedes gennemføre det aftalte systemskifte på et bestemt tidspunkt."
        }
        Handover::ClosedReceipts => {
            "For hver gammel implicit rute: om nedlægningen lykkedes eller fejlede."
        }
        Handover::SetUpReceipts => {
            "For hver afventende rute: om opsætningen lykkedes eller fejlede."
        }
        Handover::RouteStatus => "Status på alle ruter, holdt op mod ruteoverblikket.",
        Handover::CheckResult => {
            "Om det fulde systemskifte kan gennemføres, eller hvad der forhindrer det."
        }
        Handover::CutoverResult => {
            "Om ruterne er lagt om eller rullet tilbage, og at servicevinduet er lukket."
        }
        Handover::ResultToManager | Handover::ResultToInvolved | Handover::ResultToOld => {
            "Om omlægningen lykkedes eller blev rullet tilbage, og hvad der sker nu."
        }
    }
}
