//! The words around a site's own settings: its links, and what is wrong with the file.

use super::capital;
use crate::domain::process::Role;
use crate::domain::site::{FILE_NAME, IMAGES, Site, SiteError, SiteErrorKind, is_unread};

pub const SECTION: &str = "Sidens indstillinger";
pub const NO_SETTINGS: &str = "Siden bruges, som den er leveret: den har ingen egne indstillinger.";
pub const HAS_SETTINGS: &str =
    "Siden har sine egne indstillinger. De gælder for alle, der åbner den.";
pub const ERRORS: &str = "Fejl i sidens indstillinger";
pub const TO_ERRORS: &str = "Se, hvad der er galt";
pub const LINKS: &str = "Sidens links";

/// What introduces the errors: whether any of the file is used.
pub fn errors_what(site: &Site) -> String {
    let what = match is_unread(site) {
        true => "Sidens indstillinger kunne ikke læses, så den bruges, som den er leveret.",
        false => "Noget i sidens indstillinger kunne ikke læses. Resten gælder.",
    };
    format!("{what} Dine sager er ikke berørt. Sig det til den, der driver siden.")
}

/// "Sidens indstillinger kunne ikke læses: Filen site.json er ikke gyldig JSON: …"
pub fn footer(site: &Site) -> Option<String> {
    let first = error_text(site.errors.first()?);
    let what = match is_unread(site) {
        true => "Sidens indstillinger kunne ikke læses",
        false => "Noget i sidens indstillinger kunne ikke læses",
    };
    Some(format!("{what}: {first}"))
}

/// What is wrong, where, and what to do.
pub fn error_text(error: &SiteError) -> String {
    let what = what(&error.kind);
    match error.place.as_str() {
        "" => format!("Filen {FILE_NAME} {what}"),
        place => format!("»{place}« i {FILE_NAME} {what}"),
    }
}

fn what(kind: &SiteErrorKind) -> String {
    match kind {
        SiteErrorKind::TooLarge => "er for stor. Læg logoet i en fil for sig.".to_owned(),
        SiteErrorKind::NotJson { line, column } => format!(
            "er ikke gyldig JSON. Ret den ved linje {line}, tegn {column}; oftest mangler der et \
             komma eller et citationstegn."
        ),
        SiteErrorKind::NotAnObject => "skal være et objekt i { }.".to_owned(),
        SiteErrorKind::UnknownKey => {
            "er ikke en indstilling, der findes. Se, om navnet er stavet forkert.".to_owned()
        }
        SiteErrorKind::NotText => "skal være en tekst i \" \".".to_owned(),
        SiteErrorKind::Missing => {
            "mangler. Skriv både »label« og »address« for et link.".to_owned()
        }
        SiteErrorKind::TooLong(most) => format!("er længere end {most} tegn. Gør teksten kortere."),
        SiteErrorKind::NotAList => "skal være en liste i [ ].".to_owned(),
        SiteErrorKind::TooMany(most) => format!("har flere end {most}. Resten vises ikke."),
        SiteErrorKind::NotALink => {
            "skal begynde med https://, http:// eller mailto: eller være en fil ved siden."
                .to_owned()
        }
        SiteErrorKind::NotAnImage => {
            let kinds: Vec<&str> =
                IMAGES.iter().filter_map(|kind| kind.split('/').nth(1)).collect();
            format!(
                "skal være en billedfil på samme websted, for eksempel »logo.svg«, eller et billede \
                 i filen selv, der begynder med »data:image/« ({}).",
                kinds.join(", ")
            )
        }
        SiteErrorKind::NotAFile => {
            "skal være en fil på samme websted, for eksempel »underskriver-regler.json«.".to_owned()
        }
        SiteErrorKind::NotARole => {
            let codes: Vec<&str> = Role::CODES.to_vec();
            format!("er ikke en rolle. Brug {}.", codes.join(", "))
        }
    }
}

/// "Indstillingerne fra Nordby Kommune".
pub fn has_settings(site: &Site) -> String {
    match site.municipality.as_str() {
        "" => HAS_SETTINGS.to_owned(),
        name => capital(&format!("{HAS_SETTINGS} Siden er sat op for {name}.")),
    }
}
