//! The words of a site's rules of who signs: what a rule says, what is wrong with it, and the page that writes them.

use super::facts::route_type_label;
pub use super::routes::order_verb as order_label;
use super::{capital, dates, uncapital};
use crate::domain::signers::{
    LONGEST, MOST_RULES, NewEnd, Overlap, Rule, RuleError, RuleErrorKind, RuleField, Signer,
    SignerPart,
};

pub const TITLE: &str = "Regler for underskrivere";
pub const LEAD: &str = "Hvem skal skrive under, når en bestilling er delegeret? Her laver du den \
    fil, der svarer på det for alle, der bruger denne side.";
pub const SECTION: &str = "Regler for underskrivere";
pub const SECTION_TEXT: &str = "Siden kan have en fil med regler for, hvem der skriver under på \
    delegeringer. Den gælder for alle, der åbner siden.";
pub const TO_EDITOR: &str = "Se og ret reglerne";
pub const WHERE_TITLE: &str = "Hvor skal filen ligge?";
pub const WHERE: [&str; 3] = [
    "Tryk på »Hent fil«. Det, du retter her, gælder ikke for nogen, før filen er lagt på plads.",
    "Den, der driver siden på webserveren, lægger filen i samme mappe som sidens index.html, under \
     navnet underskriver-regler.json. Den erstatter den, der ligger der.",
    "Alle, der derefter åbner eller genindlæser siden, har de nye regler. Det, der allerede er \
     noteret i sager, ændres ikke.",
];
pub const SOURCE_HINT: &str = "Reglerne står i KOMBITs tabel 2, »Beslutningstabel for underskrifter \
    ifm. delegering«. Den er ikke offentlig, så siden har ingen regler med fra start.";
pub const DOWNLOAD: &str = "Hent fil";
pub const OPEN: &str = "Åbn fil med regler";
pub const ADD: &str = "Tilføj regel";
pub const RULES: &str = "Reglerne";
pub const NONE: &str = "Der er ingen regler. Uden regler skal underskriverne udpeges i hver sag.";
pub const STATE: &str = "Holder reglerne?";
pub const SITES: &str = "Begynd igen med sidens regler";
pub const UNDO: &str = "Fortryd seneste rettelse af listen";
pub const UNDONE: &str = "Listen er, som den var før.";
pub const FIX_FIRST: &str = "Ret fejlene først, så hentes filen.";
pub const DOWNLOADED: &str = "Filen er hentet. Den gælder, når den ligger ved siden.";
pub const OPENED: &str = "Filen er åbnet her. Den gælder, når den ligger ved siden.";
pub const OPENED_PARTLY: &str = "Filen har fejl, og de regler, der har fejl, er ikke med her.";
pub const ERRORS: &str = "Fejl i sidens regler for underskrivere";
pub const ERRORS_WHAT: &str = "Regler med fejl bruges ikke. Sig det til den, der driver siden.";
pub const NAME_HINT: &str = "Kort, så den kan kendes igen på siden med underskrifter.";
pub const ALL: &str = "Alle";
pub const WHO_SIGNS: &str = "Hvem skriver under? Alle, der er krydset af eller nævnt.";
pub const ORGANISATIONS: &str = "Navngivne organisationer";
pub const ORGANISATIONS_HINT: &str =
    "Adskil flere med semikolon. Navnet skal være som i sagens stamdata.";
pub const EARLIER: &str = "Op";
pub const LATER: &str = "Ned";
pub const REMOVE: &str = "Fjern";
pub const NEW_SYSTEM_HINT: &str = "Ved nedlæggelse er det det gamle it-system, som det nye træder i \
    stedet for. En betingelse, der står på »Alle«, skiller ingen bestillinger fra.";
pub const RULE_SOURCE_HINT: &str = "Hvor reglen står, for eksempel »Tabel 2, række 3«.";
pub const WRONG: &str = "Fejl, der skal rettes";
pub const FINE: &str =
    "Reglerne dækker alle delegerede bestillinger, og ingen siger hinanden imod.";
pub const OVERLAPS: &str = "Regler, der siger hver sit";
pub const GAPS: &str = "Delegerede bestillinger, som ingen regel dækker";
pub const NO_CASE: &str =
    "Åbn en sag, og kom tilbage hertil: så prøves reglerne på dens bestillinger.";

/// A field as it is called on the page.
pub const fn field_label(field: RuleField) -> &'static str {
    match field {
        RuleField::Format => "Format",
        RuleField::Version => "Version",
        RuleField::Rules => "Regler",
        RuleField::Name => "Regelens navn",
        RuleField::Order => "Bestilling",
        RuleField::Type => "Rutetype",
        RuleField::Party => "Part i rute",
        RuleField::NewSystem => "Det nye it-system er",
        RuleField::Signers => "Underskrivere",
        RuleField::Source => "Kilde",
    }
}

/// Which end of the route; of an old route it is the old system's.
pub const fn end_label(end: NewEnd) -> &'static str {
    match end {
        NewEnd::From => "Anvendersystem eller afsendersystem",
        NewEnd::To => "Serviceudbydersystem eller modtagersystem",
        NewEnd::Neither => "Ingen af rutens to systemer",
    }
}

pub const fn part_label(part: SignerPart) -> &'static str {
    match part {
        SignerPart::FromOperator => "Forvaltningsansvarlig for anvender- eller afsendersystemet",
        SignerPart::ToOperator => {
            "Forvaltningsansvarlig for serviceudbyder- eller modtagersystemet"
        }
        SignerPart::FromManager => "Systemansvarlig for anvender- eller afsendersystemet",
        SignerPart::ToManager => "Systemansvarlig for serviceudbyder- eller modtagersystemet",
        SignerPart::Manager => "Systemansvarlig for det nye og det gamle it-system",
    }
}

pub fn signer_text(signer: &Signer) -> String {
    match signer {
        Signer::Part(part) => uncapital(part_label(*part)),
        Signer::Organisation(name) => name.clone(),
    }
}

/// "regel 2 »Alt andet«".
pub fn rule_name(number: usize, name: &str) -> String {
    match name {
        "" => format!("regel {number}"),
        name => format!("regel {number} »{name}«"),
    }
}

pub fn of_rule(rules: &[Rule], place: usize) -> String {
    rules.get(place).map(|rule| rule_name(rule.number, &rule.name)).unwrap_or_default()
}

/// "regel 2 »Alt andet« (Tabel 2, række 1)": a rule with its source.
pub fn with_source(rules: &[Rule], place: usize) -> String {
    let name = of_rule(rules, place);
    match rules.get(place).map(|rule| rule.source.as_str()) {
        None | Some("") => name,
        Some(source) => format!("{name} ({source})"),
    }
}

/// "Nedlæg · SFTP · alle".
pub fn conditions(rule: &Rule) -> String {
    let order = rule.order.map_or("alle bestillinger", order_label);
    let kind = rule.kind.map_or("alle rutetyper", route_type_label);
    let mut parts = vec![order.to_owned(), kind.to_owned()];
    parts.extend(rule.end.map(|end| {
        let end = uncapital(end_label(end));
        format!("{} {end}", uncapital(field_label(RuleField::NewSystem)))
    }));
    parts.join(" · ")
}

/// "Regel 1 »A« og regel 2 »B« gælder begge for: Nedlæg · SFTP."
pub fn overlap_text(rules: &[Rule], overlap: &Overlap) -> String {
    let [one, other] = overlap.rules.map(|place| of_rule(rules, place));
    format!("{} og {other} gælder begge for: {}.", capital(&one), conditions(&overlap.on))
}

/// What is wrong, with the rule and the field it is about.
pub fn error_text(error: &RuleError) -> String {
    let about = error.rule.as_ref().map(|(number, name)| rule_name(*number, name));
    let field =
        error.field.map(|field| format!("feltet »{}« ({})", field_label(field), field.code()));
    let about: Vec<String> = about.into_iter().chain(field).collect();
    let what = what(&error.kind);
    match about.join(", ") {
        about if about.is_empty() => capital(&format!("filen {what}.")),
        about => format!("{}: {what}.", capital(&about)),
    }
}

fn what(kind: &RuleErrorKind) -> String {
    match kind {
        RuleErrorKind::TooLarge => "er for stor til at være en fil med regler".to_owned(),
        RuleErrorKind::NotJson { line, column } => {
            format!("er ikke gyldig JSON: se linje {line}, tegn {column}")
        }
        RuleErrorKind::NotARuleFile => {
            "skal være »underskriver-regler«. Det er ikke en fil med regler".to_owned()
        }
        RuleErrorKind::NewerVersion => {
            "er fra en nyere udgave af appen. Opdatér appen, eller brug version 1".to_owned()
        }
        RuleErrorKind::TooManyRules => {
            format!("der er flere end {MOST_RULES} regler")
        }
        RuleErrorKind::NotAnObject => "skal være et objekt i { }".to_owned(),
        RuleErrorKind::UnknownKey(key) => {
            format!("har feltet »{key}«, som ikke findes. Se, om det er stavet forkert")
        }
        RuleErrorKind::Missing => "mangler".to_owned(),
        RuleErrorKind::NotText => "skal være en tekst i \" \"".to_owned(),
        RuleErrorKind::TooLong => format!("er længere end {LONGEST} tegn"),
        RuleErrorKind::NotAList => "skal være en liste i [ ]".to_owned(),
        RuleErrorKind::NotOneOf(codes) => {
            let codes: Vec<String> = codes.iter().map(|code| format!("»{code}«")).collect();
            format!("skal være {}", dates::list(&codes).replace(" og ", " eller "))
        }
        RuleErrorKind::NotASigner(text) => format!("{text} er ikke en underskriver"),
        RuleErrorKind::NoSigners => "ingen underskriver er valgt".to_owned(),
        RuleErrorKind::NeverDelegated => {
            "er »true«, men en bestilling fra en part i ruten er aldrig delegeret".to_owned()
        }
        RuleErrorKind::NotAFlag => "skal være true eller false".to_owned(),
    }
}

/// "Regel 2: Alt andet": a rule's heading on the page.
pub fn heading(number: usize, name: &str) -> String {
    match name.trim() {
        "" => format!("Regel {number}"),
        name => format!("Regel {number}: {name}"),
    }
}

/// What a button at a rule does, where many stand on the page: "Fjern regel 2".
pub fn button_label(word: &str, number: usize) -> String {
    format!("{word}: regel {number}")
}

/// How many rules the site has.
pub fn count(rules: usize) -> String {
    match rules {
        0 => "Siden har ingen regler nu.".to_owned(),
        rules => format!("Siden har {} nu.", dates::count(rules, "regel", "regler")),
    }
}

pub fn removed(number: usize) -> String {
    format!("Regel {number} er fjernet. Fortryd under listen, hvis det var en fejl.")
}

/// What the rules would say of the open case's orders.
pub fn tried(case: &str, covered: usize, uncovered: usize, overlapping: usize) -> String {
    let all = covered + uncovered + overlapping;
    let all = dates::count(all, "delegeret bestilling", "delegerede bestillinger");
    let [covered, uncovered, overlapping] = [covered, uncovered, overlapping].map(dates::number);
    format!(
        "I sagen »{case}« er der {all}: {covered} er dækket af en regel, {uncovered} er ikke, og \
         om {overlapping} siger reglerne hver sit."
    )
}

/// "og 5 mere".
pub fn more(more: usize) -> String {
    format!("Og {} mere.", dates::number(more))
}

/// What is wrong with one rule, beside its fields: "Regelens navn: mangler. Underskrivere: …"
pub fn errors_text(errors: &[RuleError]) -> String {
    let texts = errors.iter().map(|error| {
        let field = error.field.map(field_label).unwrap_or_default();
        format!("{field}: {}.", what(&error.kind))
    });
    texts.collect::<Vec<_>>().join(" ")
}
