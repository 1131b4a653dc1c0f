//! The message to mail along with a file that is handed over on purpose.

use super::messages::Message;
use super::{activity_reference, activity_title, capital, dates, role_short, scope_text};
use crate::domain::case::{Author, Case, Person, Version};
use crate::domain::exchange::{Delivery, Turn};

/// The message that goes with the file.
pub fn delivery_message(
    case: &Case,
    delivery: &Delivery,
    version: Version,
    file_name: &str,
    sender: &Author,
) -> Message {
    let people = case.list_people().into_iter().map(|(_, person)| person);
    let receivers: Vec<&Person> =
        people.filter(|person| person.roles.contains(&delivery.to)).collect();
    let title = if case.title.is_empty() { "sagen" } else { case.title.as_str() };
    let mut lines = vec![
        greeting(&receivers),
        String::new(),
        format!("Her er »{title}«. Filen »{file_name}« er vedhæftet."),
        String::new(),
    ];
    if delivery.turn.is_empty() {
        lines.push(format!("{}: der er ikke noget, du skal gøre nu.", role_short(delivery.to)));
    } else {
        lines.push(format!("Din tur som {}:", role_short(delivery.to)));
        lines.extend(delivery.turn.iter().map(|turn| format!("- {}", turn_text(case, *turn))));
    }
    lines.extend([
        String::new(),
        "Åbn guiden, og træk filen ind på siden. Har du sagen i forvejen, bliver filen flettet sammen \
         med din, og du ser først, hvad der er nyt. Send sagen tilbage med »Overdrag«, når du er \
         færdig."
            .to_owned(),
        String::new(),
        format!("Versionskode: {version}"),
    ]);
    if let Some(number) = delivery.number {
        lines.push(format!("Overdragelse nr. {number}"));
    }
    lines.extend([String::new(), "Venlig hilsen".to_owned()]);
    let roles = sender.roles.iter().map(|role| role_short(*role).to_owned());
    let names = [sender.name.clone(), sender.organisation.clone()].into_iter();
    let from: Vec<String> = names.filter(|name| !name.is_empty()).chain(roles).collect();
    lines.push(from.join(", "));
    let to = receivers.iter().map(|person| person.email.trim().to_owned());
    Message {
        to: to.filter(|address| !address.is_empty()).collect(),
        subject: format!("{} · {}", capital(title), turn_summary(&delivery.turn)),
        body: lines.join("\n").trim_end().to_owned(),
    }
}

/// "din tur: pkt. 8 og pkt. 9".
pub fn turn_summary(turn: &[Turn]) -> String {
    let mut references: Vec<String> = Vec::new();
    for turn in turn {
        let reference = activity_reference(turn.activity);
        if !references.contains(&reference) {
            references.push(reference);
        }
    }
    if references.is_empty() {
        "til orientering".to_owned()
    } else {
        format!("din tur: {}", dates::list(&references))
    }
}

/// "pkt. 8 Modtag ruteoverblik".
pub fn turn_text(case: &Case, turn: Turn) -> String {
    let name = activity_title(turn.activity);
    match scope_text(case, turn.scope) {
        Some(scope) => format!("{name} ({scope})"),
        None => name,
    }
}

fn greeting(receivers: &[&Person]) -> String {
    let names = receivers.iter().filter(|person| !person.name.is_empty());
    let names: Vec<String> = names.map(|person| person.name.clone()).collect();
    match names.len() {
        0 => "Hej".to_owned(),
        1..=3 => format!("Kære {}", dates::list(&names)),
        _ => "Kære alle".to_owned(),
    }
}
