//! The optional check items: things worth checking that the process description leaves out.

use super::SUPPORT_SERVICES_URL;
use crate::domain::process::CheckItem;

/// A check item in Danish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckText {
    pub title: &'static str,
    pub explanation: &'static str,
    /// Where more is said, where such a page is known.
    pub link: Option<&'static str>,
}

pub const OPTIONAL: &str = "Frivilligt: guiden venter ikke på det.";

/// "Tjekket 21.11.2026 af Mette Holm (MH)."
pub fn checked_by(day: &str, name: &str, initials: &str) -> String {
    match (name.is_empty(), initials.is_empty()) {
        (true, true) => format!("Tjekket {day}."),
        (true, false) => format!("Tjekket {day} af {initials}."),
        (false, true) => format!("Tjekket {day} af {name}."),
        (false, false) => format!("Tjekket {day} af {name} ({initials})."),
    }
}

/// The check item's title, explanation and link.
pub const fn check_text(item: CheckItem) -> CheckText {
    match item {
        CheckItem::AgreementApproval => CheckText {
            title: "Er serviceaftalen godkendt i kommunen?",
            explanation: "Leverandøren sætter som regel serviceaftalen i gang, men en af kommunens \
                          underskriftsberettigede skal godkende den. Godkendelsen omfatter også \
                          betalingen.",
            link: None,
        },
        CheckItem::EndingAgreements => CheckText {
            title: "Er ubrugte serviceaftaler afsluttet?",
            explanation: "En serviceaftale er også kommunens instruks til databehandleren \
                          (databeskyttelsesforordningens artikel 28, stk. 3). Kommunen skal selv \
                          afslutte dem, der ikke længere bruges.",
            link: None,
        },
        CheckItem::SshKey => CheckText {
            title: "Er det nye it-systems SSH-nøgle registreret?",
            explanation: "SFTP logger på med en SSH-nøgle. Det nye it-systems offentlige nøgle \
                          skal være registreret på Serviceplatformen, før servicevinduet åbner.",
            link: Some(SUPPORT_SERVICES_URL),
        },
        CheckItem::Sf2900 => CheckText {
            title: "Er fordelingsreglerne ændret (SF2900)?",
            explanation: "It-systemer på Fordelingskomponenten (SF2900) har deres egne \
                          fordelingsregler. Dem ændrer myndigheden selv.",
            link: None,
        },
        CheckItem::NoPersonalData => CheckText {
            title: "Er sagen fri for personoplysninger og nøgler?",
            explanation: "Sagens fil sendes tit med e-mail. Skriv aldrig CPR-numre, private nøgler \
                          eller adgangskoder i den.",
            link: None,
        },
    }
}
