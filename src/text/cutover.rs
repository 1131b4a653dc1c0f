//! The words of the page "Omlægning".

use super::dates::number;
use crate::domain::guidance::Outcome;

pub const LEAD: &str = "Servicevinduet trin for trin: hvem gør hvad nu, hvad siger kvitteringerne, \
    og holder det?";
pub const PLAN: &str = "Aftal tidspunktet (pkt. 16–18)";
pub const PLAN_LEAD: &str = "Find et tidspunkt, som alle kan. Den systemansvarlige beslutter til \
    sidst: Gennemfør sætter omlægningen i gang. Udskyd lukker dette forsøg, og et nyt begynder ved \
    pkt. 16.";
pub const RUN: &str = "Gennemfør omlægningen (2.3 pkt. 1–12)";
pub const RUN_LEAD: &str = "Det åbne trin er det, der er tur til. Går kontrollen ikke, ruller SP's \
    Helpdesk tilbage, servicevinduet lukkes, og et nyt forsøg begynder ved pkt. 16.";
pub const TELL: &str = "Fortæl resultatet (pkt. 19–21)";
pub const WINDOW: &str = "Servicevindue";
pub const WINDOW_START: &str = "Begynder";
pub const WINDOW_END: &str = "Slutter";
pub const WINDOW_NOTE: &str = "Bemærkning til servicevinduet";
pub const WINDOW_WRONG: &str = "Servicevinduet slutter, før det begynder.";
pub const NOW: &str = "Nu";
pub const OTHERS: &str = "Andre forsøg";
pub const NO_BASIS: &str = "Uden grundlag: det, der afsluttede forsøget før, er taget tilbage.";
pub const SUCCEEDED: &str = "Omlægningen er gennemført. Fortæl resultatet i pkt. 20. Derefter kan \
    oprydningen begynde i pkt. 22.";

pub const RECEIPTS: &str = "Kvitteringer for ruter, der skifter i servicevinduet";
pub const AFTER_CHECK: &str = "Kvitteringer for ruter, der nedlægges efter kontrollen";
pub const NO_RECEIPTS: &str =
    "Ingen ruter skifter i servicevinduet, så der er ingen kvitteringer at vente på.";
pub const ROUTE: &str = "Rute";
pub const ORDER: &str = "Bestilling";
pub const RECEIPT: &str = "Kvittering";
pub const INCIDENT: &str = "Hvad gik galt?";
pub const REFERENCE: &str = "Incidentens reference";
pub const RESOLVED: &str = "Løst den";
pub const ONLY_OPEN: &str = "Vis kun dem, der mangler eller er fejlet";
pub const FAILED_HINT: &str = "Omlægningen venter, til fejlen er løst eller rullet tilbage.";
pub const NONE_LEFT: &str = "Ingen mangler.";

pub const REHEARSAL: &str = "Generalprøve";
pub const REHEARSAL_MEANS: &str = "Forsøget køres som et rigtigt, men tæller ikke: når det er kørt \
    til ende, begynder et nyt forsøg ved pkt. 16.";
pub const PLANNED: &str = "Planlagte tider for trinene";
pub const PLANNED_HINT: &str = "Hvornår hvert trin skal gøres. Uden en tid regnes 2.3 pkt. 2 fra \
    vinduets start og 2.3 pkt. 12 til dets slutning.";

/// "2.3 pkt. 3 og 2.3 pkt. 4 er planlagt uden for servicevinduet."
pub fn planned_outside(steps: &[String]) -> String {
    format!("{} er planlagt uden for servicevinduet.", super::dates::list(steps))
}

/// "Planlagte tider for trinene (4 af 12)".
pub fn planned_summary(set: usize, all: usize) -> String {
    format!("{PLANNED} ({} af {})", number(set), number(all))
}

/// "Markér resten OK (8)".
pub fn rest_ok(amount: usize) -> String {
    format!("Markér resten OK ({})", number(amount))
}

/// "8 OK · 1 fejlet · 3 mangler".
pub fn receipt_sums(ok: usize, failed: usize, resolved: usize, lacking: usize) -> String {
    let mut parts = vec![format!("{} OK", number(ok))];
    if failed > 0 {
        parts.push(format!("{} fejlet", number(failed)));
    }
    if resolved > 0 {
        parts.push(format!("{} fejlet og løst", number(resolved)));
    }
    if lacking > 0 {
        parts.push(format!("{} mangler", number(lacking)));
    }
    parts.join(" · ")
}

/// "Vis 100 flere".
pub fn show_more(amount: usize) -> String {
    format!("Vis {} flere", number(amount))
}

/// "i forsøg 2: Gammel rute A, Nedlæg gammel rute", the name of a row's buttons.
pub fn receipt_of(route: &str, order: &str) -> String {
    format!("{RECEIPT}: {route}, {order}")
}

/// What a new attempt begins with.
pub fn begins_again(number: u16, before: Outcome) -> String {
    let last = number - 1;
    let (what, then) = match before {
        Outcome::Postponed => ("blev udskudt", String::new()),
        Outcome::Rehearsed => ("var en generalprøve", String::new()),
        _ => (
            "blev rullet tilbage",
            format!(", når alle kender resultatet (pkt. 20–21 i forsøg {last})"),
        ),
    };
    format!(
        "Forsøg {last} {what}. Forsøg {number} begynder ved pkt. 16: aftal et nyt tidspunkt{then}. \
         Det, der er noteret i forsøg {last}, står nederst."
    )
}
