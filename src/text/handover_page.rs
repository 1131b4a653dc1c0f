//! The words of the page "Overleveringer".

use super::dates::number;

pub const LEAD: &str =
    "Hvad der skal fra hvem til hvem, hvor langt det er, og en besked, der er klar til at sende.";
pub const ALL: &str = "Alle overleveringer";
pub const ONLY_MINE: &str = "Kun mine roller";
pub const ONLY_OPEN: &str = "Kun åbne";
pub const NONE_MATCH: &str = "Ingen overleveringer passer til dit valg.";
pub const SHOW_ALL: &str = "Vis alle";
pub const COPY: &str = "Kopiér besked";
pub const COPIED: &str = "Beskeden er kopieret. Sæt den ind i en mail eller en chat.";
pub const COPY_YOURSELF: &str = "Browseren lader os ikke kopiere. Teksten er markeret: tryk Ctrl+C \
    (på Mac: Cmd+C).";
pub const OPEN_MAIL: &str = "Åbn i mailprogram";
pub const TOO_LONG: &str = "Beskeden er for lang til at følge med i mailen af sig selv. »Åbn i \
    mailprogram« åbner en mail med modtager og emne og kopierer teksten: sæt den ind med Ctrl+V.";
pub const PASTE: &str = "Mailen åbnes med modtager og emne. Teksten er kopieret: sæt den ind i mailen \
    med Ctrl+V (på Mac: Cmd+V).";
pub const PASTE_YOURSELF: &str = "Mailen åbnes med modtager og emne, men browseren lader os ikke \
    kopiere teksten. Den er markeret: tryk Ctrl+C og derefter Ctrl+V i mailen (på Mac: Cmd).";
pub const NO_ADDRESS: &str = "Der er ingen e-mail på modtageren endnu.";
pub const ADD_PEOPLE: &str = "Tilføj personer i Stamdata";
pub const MARK_SENT: &str = "Markér afsendt";
pub const UNDO_SENT: &str = "Fortryd afsendt";
pub const SEE_MESSAGE: &str = "Se beskeden";
pub const TO: &str = "Til";
pub const SUBJECT: &str = "Emne";
pub const MESSAGE: &str = "Besked";
pub const DELIVER_TITLE: &str = "Overdrag sagen";
pub const DELIVER_LEAD: &str = "Er det en andens tur nu? Vælg rollen, så får du en fil med sagen og en \
    besked til at sende med. Når modtageren åbner filen, står modtagerens tur øverst.";
pub const DELIVER_TO: &str = "Hvem skal have sagen?";
pub const CHOOSE: &str = "Vælg rolle";
pub const CHOOSE_ROLE: &str = "Vælg den rolle, der skal have sagen, og tryk på »Overdrag« igen.";
pub const DELIVER: &str = "Overdrag";
pub const DELIVER_NEXT: &str = "Filen er hentet. Vedhæft den i en mail, og send denne besked med:";
pub const DELIVER_MESSAGE: &str = "overdragelse af sagen";
pub const ARROW: &str = "til";

/// "3 kan sendes nu · 2 er på vej · 12 er modtaget".
pub fn sums(ready: usize, sent: usize, received: usize) -> String {
    format!(
        "{} kan sendes nu · {} er på vej · {} er modtaget",
        number(ready),
        number(sent),
        number(received)
    )
}

/// "»sag-2026-11-23.json« er hentet til Systemansvarlig. …"
pub fn delivered(file: &str, role: &str) -> String {
    format!("»{file}« er hentet. Send den til {role} sammen med beskeden nedenfor.")
}

/// What is said when a file was handed over to a role.
pub fn received_as(role: &str, what: &str) -> String {
    format!("{what} Filen er overdraget til {role}: her er, hvad du skal gøre.")
}

/// "Afsendt 21.11.2026 kl. 10.00 af Mette Holm."
pub fn sent(time: &str, name: &str) -> String {
    by("Afsendt", time, name)
}

/// "Modtaget 21.11.2026 kl. 10.00 af Mette Holm."
pub fn received(time: &str, name: &str) -> String {
    by("Modtaget", time, name)
}

/// How a handover that nobody marked came to be sent.
pub fn sent_by(activity: &str) -> String {
    format!("Regnes som afsendt, fordi {activity} er udført.")
}

/// How the receiver shows that it has arrived.
pub fn received_by(activity: &str) -> String {
    format!("Modtageren bekræfter ved at udføre {activity}.")
}

fn by(verb: &str, time: &str, name: &str) -> String {
    match name {
        "" => format!("{verb} {time}."),
        name => format!("{verb} {time} af {name}."),
    }
}
