//! The words of the page "Sager".

use super::dates;

pub const LEAD: &str = "Se de sager, der ligger i denne browser, og hvor langt de er.";
pub const ABOUT: &str = "Guiden fører jer gennem udskiftning af et it-system på \
    Serviceplatformen, fra den første besked til det lukkede servicevindue. Den viser hver rolle, \
    hvis tur det er, hvad der ventes på og af hvem, og hvad der følger af hver rute. Er du her for \
    første gang, så prøv eksempelsagen, eller læs, hvad din rolle går ud på:";
pub const TO_GUIDE: &str = "Vejledning til hver rolle";
pub const HOW_TITLE: &str = "Sådan virker det";
pub const HOW: [(&str, &str); 3] = [
    (
        "Opret en sag",
        "Skriv de to it-systemer, organisationerne, personerne og ruterne ind. Du kan begynde med \
         det, du ved.",
    ),
    (
        "Følg guiden",
        "Vælg din rolle, og markér det udført, du har gjort. Guiden viser det næste og siger, hvis \
         noget mangler.",
    ),
    (
        "Del og udskriv",
        "Send sagens fil til de andre, og flet deres ændringer ind. Tag tjeklisterne med til møderne \
         på papir.",
    ),
];
pub const STAYS_HERE: &str = "Det, du skriver, ligger kun i denne browser. Ingen andre ser det, før \
    du eksporterer sagen og sender filen. Eksportér jævnligt: filen er også din sikkerhedskopi.";

pub const NEW: &str = "Ny sag";
pub const OPEN: &str = "Åbn fil";
pub const EXAMPLE: &str = "Prøv med eksempelsag";
pub const DROP_TOO: &str = "Du kan også trække en sags fil ind på siden.";
pub const DROP_HERE: &str = "Slip filen her for at åbne den";
pub const EXAMPLE_OPENED: &str = "Eksempelsagen er åbnet. Vælg en rolle under »Min rolle«, og se \
    under »Min tur«, hvad der er at gøre.";
pub const EXAMPLE_MISSING: &str = "Eksempelsagen kunne ikke hentes. Genindlæs siden, og prøv igen.";

pub const LIST_TITLE: &str = "Sager i denne browser";
pub const NONE: &str = "Der er ingen sager i denne browser endnu. Opret en ny, åbn en fil, du har \
    fået, eller se dig om i eksempelsagen.";
pub const EXAMPLE_TAG: &str = "Eksempel";
pub const PROGRESS: &str = "Fremdrift";
pub const ROUTES: &str = "Ruter";
pub const CHANGED: &str = "Sidst ændret";
pub const EXPORTED: &str = "Sidst eksporteret";
pub const NEVER: &str = "Aldrig";
pub const UNKNOWN: &str = "Vides ikke: åbn sagen";
pub const EXPORT: &str = "Eksportér";
pub const DELETE: &str = "Slet";

pub const TITLE: &str = "Sagens navn";
pub const TITLE_HINT: &str = "For eksempel: Nyt lønsystem 2026.";
pub const TITLE_MISSING: &str = "Skriv sagens navn.";
pub const OLD_SYSTEM: &str = "Gammelt it-system";
pub const NEW_SYSTEM: &str = "Nyt it-system";
pub const AUTHORITY: &str = "Myndighed";
pub const AUTHORITY_HINT: &str = "Kommunen, der skifter it-system. Den bliver også sat som \
    systemansvarlig organisation for de to systemer. Det kan ændres under Stamdata.";
pub const LATER: &str = "Resten kan vente: kun navnet skal udfyldes nu.";
pub const CREATE: &str = "Opret sag";
pub const CREATED: &str =
    "Sagen er oprettet. Skriv nu, hvem der har hvilken rolle. Ruterne kommer til under Ruter.";

pub const DELETE_CONFIRM: &str = "Slet sagen";
pub const EXPORT_FIRST: &str = "Eksportér først";
pub const DELETE_TEXT: &str = "Sagen forsvinder fra denne browser og kan ikke kaldes tilbage med \
    »Fortryd«. Med sagens fil kan du altid åbne den igen.";

/// "12 af 41 aktiviteter".
pub fn progress(done: usize, all: usize) -> String {
    format!("{} af {}", dates::number(done), dates::count(all, "aktivitet", "aktiviteter"))
}

pub fn delete_title(case: &str) -> String {
    format!("Slet »{case}«?")
}

pub fn deleted(case: &str) -> String {
    format!("»{case}« er slettet fra denne browser.")
}

/// When the case was last exported, as a sentence.
pub fn exported_sentence(when: Option<&str>) -> String {
    match when {
        Some(when) => format!("Den er sidst eksporteret {when}."),
        None => "Den er aldrig eksporteret herfra.".to_owned(),
    }
}
