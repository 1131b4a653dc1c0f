//! The activities: official names, the source's numbering, and the labels of part, place and scope.

use crate::domain::process::{Activity, Part, Performed, ScopeKind};

/// The activity's official name.
pub const fn activity_name(activity: Activity) -> &'static str {
    use Activity::*;
    match activity {
        Start => "Beslut, at it-system skal udskiftes",
        U1 => "Giv besked om klargøring",
        U2 => "Tilslut it-system",
        U3 => "Giv besked om, at it-system er klar ift. fælleskommunale infrastruktur",
        U4 => "Modtag besked om klargøring",
        U5 => "Hent information om ruter (til/fra gml. it-system)",
        U6 => "Fremfind eksisterende ruter",
        U7 => {
            "Dan overblik over alle ruter ift. gml. it-system og behov for nye ruter og delegering"
        }
        U8 => "Modtag ruteoverblik",
        U9 => "Koordiner serviceaftaler",
        U10 => "Koordiner serviceaftaler",
        U11 => "Koordinering og ajourføring af serviceaftaler",
        U12 => "Opret serviceaftaler",
        U13 => "Giv besked om etableringer, erstatninger og nedlæggelser af ruter",
        U14 => "Forbered ruter",
        U15 => "Modtag besked om hvilke ruter, der skal nedlægges efter omlægning",
        U16 => "Koordiner overgangstidspunkt (ruteskift)",
        U17 => "Deltag i koordinering",
        U18 => "Beslut gennemførsel af systemskifte ift. plan",
        U19 => "Gennemfør omlægning af ruter",
        U20 => "Giv besked om resultat af omlægning",
        U21 => "Modtag besked om resultat af omlægning",
        U22 => "Bestil nedlægning af rute (uden delegering)",
        U23 => "Nedlæg it-system eller fjern myndighed fra myndighedsafgrænsning",
        U24 => "Ryd op i serviceaftaler (evt.)",
        F1 => "Bestil ydelse i Digitaliseringskataloget",
        F2 => "Bestil nedlægning af rute (uden delegering)",
        F3 => "Bestil nedlægning af rute (med delegering)",
        F4 => "Bestil SFTP-rute (med delegering)",
        F5 => "Bestil SFTP-rute (uden delegering)",
        F6 => "Bestil webservice-rute (med delegering)",
        F7 => "Bestil webservice-rute (uden delegering)",
        F8 => "Tjek om der skal forberedes flere ruter",
        G1 => "Bestil omlægning",
        G2 => "Åbn servicevindue",
        G3 => "Nedlæg gamle implicitte ruter",
        G4 => "Opsæt afventende ruter på SP",
        G5 => "Modtag kvitteringer",
        G6 => "Giv besked om status på ruter",
        G7 => "Kontrollér at det fulde systemskifte kan gennemføres",
        G8 => "Giv besked om kontrol",
        G9 => "Behandl besked om kontrolresultat",
        G10 => {
            "Nedlæg gamle eksplicitte ruter og ruter for integrationer, der ikke længere skal \
             benyttes"
        }
        G11 => "Roll back",
        G12 => "Giv besked til forvaltningsansvarlig og luk servicevindue",
    }
}

/// Where the source describes the activity: "pkt. 7", "2.2 pkt. 3", "2.3 pkt. 9".
pub fn activity_reference(activity: Activity) -> String {
    match (activity.part(), activity.number()) {
        (_, None) => "Start".to_string(),
        (Part::Main, Some(number)) => format!("pkt. {number}"),
        (Part::Prepare, Some(number)) => format!("2.2 pkt. {number}"),
        (Part::Cutover, Some(number)) => format!("2.3 pkt. {number}"),
    }
}

/// "pkt. 7 Dan overblik over alle ruter …".
pub fn activity_title(activity: Activity) -> String {
    format!("{} {}", activity_reference(activity), activity_name(activity))
}

/// The official name of the process or subprocess.
pub const fn part_name(part: Part) -> &'static str {
    match part {
        Part::Main => "Udskift it-system",
        Part::Prepare => "Forbered ruter",
        Part::Cutover => "Gennemfør omlægning af ruter",
    }
}

/// Where an activity is performed: what the source says with a colour.
pub const fn performed_label(performed: Performed) -> &'static str {
    match performed {
        Performed::Own => "Udføres i egen organisation",
        Performed::Helpdesk => "Udføres af SP's Helpdesk",
        Performed::Adm => "Udføres i ADM",
    }
}

/// What an activity is performed once for.
pub const fn scope_name(scope: ScopeKind) -> &'static str {
    match scope {
        ScopeKind::Case => "Én gang i sagen",
        ScopeKind::Agreement => "Én gang pr. serviceaftale",
        ScopeKind::Route => "Én gang pr. rute",
        ScopeKind::Attempt => "Én gang pr. forsøg",
    }
}
