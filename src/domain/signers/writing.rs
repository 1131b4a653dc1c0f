//! Rules as a file, laid out to be read: a rule's keys on lines of their own.

use serde_json::{Map, Value as Json};

use super::{FORMAT, Rule, RuleField, Signer, VERSION};

/// The text of a file with these rules.
pub fn write_rules(rules: &[Rule]) -> String {
    let rules: Vec<String> = rules.iter().map(rule).collect();
    let rules = match rules.as_slice() {
        [] => "[]".to_owned(),
        rules => format!("[\n{}\n  ]", rules.join(",\n")),
    };
    format!(
        "{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION},\n  \"rules\": {rules}\n}}\n"
    )
}

fn rule(rule: &Rule) -> String {
    let text = |text: &str| (!text.is_empty()).then(|| Json::from(text));
    let signers = rule.signers.iter().map(signer).collect();
    let keys = [
        (RuleField::Name, text(&rule.name)),
        (RuleField::Order, rule.order.map(|order| order.code().into())),
        (RuleField::Type, rule.kind.map(|kind| kind.code().into())),
        (RuleField::NewSystem, rule.end.map(|end| end.code().into())),
        (RuleField::Signers, Some(Json::Array(signers))),
        (RuleField::Source, text(&rule.source)),
    ];
    let keys = keys.into_iter().filter_map(|(field, value)| {
        value.map(|value| format!("      \"{}\": {value}", field.code()))
    });
    format!("    {{\n{}\n    }}", keys.collect::<Vec<_>>().join(",\n"))
}

fn signer(signer: &Signer) -> Json {
    match signer {
        Signer::Part(part) => part.code().into(),
        Signer::Organisation(name) => {
            Json::Object(Map::from_iter([("organisation".to_owned(), name.as_str().into())]))
        }
    }
}
