//! The words of the page "Licenser".

use super::dates;

pub const TITLE: &str = "Licenser";
pub const LEAD: &str = "Appen er bygget af dele, som andre har lavet og givet fri. Her er de, hver med sin \
    licens. Alt ligger på siden her; intet hentes andre steder fra.";
pub const OWN: &str =
    "Appen selv må du bruge efter MIT-licensen eller Apache-licensen 2.0, som du vil.";
pub const WAITING: &str = "Listen bliver hentet …";
pub const FAILED: &str = "Listen kunne ikke hentes. Genindlæs siden, eller se filerne i mappen »licenses« \
    på den server, siden ligger på.";

/// What kind of part it is: a code of the list, as a heading.
pub fn kind(code: &str) -> &'static str {
    match code {
        "crate" => "Programmet",
        "npm" => "Udseende og Word-filer",
        "font" => "Skrift",
        "icons" => "Ikoner",
        _ => "Andet",
    }
}

/// "130 dele".
pub fn count(parts: usize) -> String {
    dates::count(parts, "del", "dele")
}

/// "leptos 0.8.23 · MIT".
pub fn part(name: &str, version: &str, licence: &str) -> String {
    let named = if version.is_empty() { name.to_owned() } else { format!("{name} {version}") };
    format!("{named} · {licence}")
}
