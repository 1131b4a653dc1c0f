//! A file of rules, read: what is good of it, and what is wrong with the rest.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::{
    FORMAT, LONGEST, NewEnd, Rule, RuleError, RuleErrorKind, RuleField, Signer, SignerPart,
    VERSION, check,
};
use crate::domain::case::{OrderKind, RouteType};
use crate::domain::plain::plain;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 500_000;
/// The most rules in a file.
pub const MOST_RULES: usize = 200;

/// What was read. A rule with an error is left out; a file with one holds no rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleFile {
    pub rules: Arc<[Rule]>,
    pub errors: Vec<RuleError>,
}

/// Reads a file of rules, and never fails: what is wrong is part of the answer.
pub fn read_rules(bytes: &[u8]) -> RuleFile {
    let mut reader = Reader { errors: Vec::new(), rule: None };
    let rules = reader.file(bytes).unwrap_or_default();
    RuleFile { rules: rules.into(), errors: reader.errors }
}

/// Collects what is wrong, with the rule it is about.
struct Reader {
    errors: Vec<RuleError>,
    rule: Option<(usize, String)>,
}

impl Reader {
    fn file(&mut self, bytes: &[u8]) -> Option<Vec<Rule>> {
        if bytes.len() > MOST_BYTES {
            return self.wrong(None, RuleErrorKind::TooLarge);
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        // Bytes that are no text are read as far as they are; JSON has no such signs outside of texts.
        let text = String::from_utf8_lossy(bytes);
        let json: Json = match serde_json::from_str(&text) {
            Ok(json) => json,
            Err(error) => {
                let (line, column) = (error.line(), error.column());
                return self.wrong(None, RuleErrorKind::NotJson { line, column });
            }
        };
        if json.get("format").and_then(Json::as_str) != Some(FORMAT) {
            return self.wrong(Some(RuleField::Format), RuleErrorKind::NotARuleFile);
        }
        match json.get("version").and_then(Json::as_u64) {
            Some(1..=VERSION) => {}
            Some(_) => return self.wrong(Some(RuleField::Version), RuleErrorKind::NewerVersion),
            None => return self.wrong(Some(RuleField::Version), RuleErrorKind::Missing),
        }
        let own = [RuleField::Format, RuleField::Version, RuleField::Rules];
        self.known_keys(json.as_object()?, &own)?;
        let field = Some(RuleField::Rules);
        let Some(list) = json.get("rules") else {
            return self.wrong(field, RuleErrorKind::Missing);
        };
        let Some(list) = list.as_array() else {
            return self.wrong(field, RuleErrorKind::NotAList);
        };
        if list.len() > MOST_RULES {
            return self.wrong(field, RuleErrorKind::TooManyRules);
        }
        let rules = list.iter().enumerate();
        Some(rules.filter_map(|(place, json)| self.rule(place + 1, json)).collect())
    }

    /// One rule; none where anything is wrong with it, and then all of that is told.
    fn rule(&mut self, number: usize, json: &Json) -> Option<Rule> {
        let name = json.get("name").and_then(Json::as_str).unwrap_or_default().trim().to_owned();
        let before = self.errors.len();
        self.rule = Some((number, name.chars().take(LONGEST).collect()));
        let rule = self.rule_of(number, json);
        self.rule = None;
        rule.filter(|_| self.errors.len() == before)
    }

    fn rule_of(&mut self, number: usize, json: &Json) -> Option<Rule> {
        let Some(map) = json.as_object() else {
            return self.wrong(None, RuleErrorKind::NotAnObject);
        };
        let own = &RuleField::ALL[RuleField::Name as usize..];
        let _ = self.known_keys(map, own);
        let rule = Rule {
            number,
            name: self.text(map, RuleField::Name),
            order: self.word(map, RuleField::Order, OrderKind::CODES, OrderKind::from_code),
            kind: self.word(map, RuleField::Type, RouteType::CODES, RouteType::from_code),
            end: self.word(map, RuleField::NewSystem, NewEnd::CODES, NewEnd::from_code),
            signers: self.signers(map),
            source: self.text(map, RuleField::Source),
        };
        let party = Some(RuleField::Party);
        match map.get("party") {
            None | Some(Json::Null | Json::Bool(false)) => {}
            Some(Json::Bool(true)) => {
                let _: Option<()> = self.wrong(party, RuleErrorKind::NeverDelegated);
            }
            Some(_) => {
                let _: Option<()> = self.wrong(party, RuleErrorKind::NotAFlag);
            }
        }
        // What is of the wrong kind is told already.
        let told: Vec<_> =
            self.errors.iter().map(|error| (error.rule.clone(), error.field)).collect();
        let found = check(&rule).into_iter();
        self.errors
            .extend(found.filter(|error| !told.contains(&(error.rule.clone(), error.field))));
        Some(rule)
    }

    /// Tells keys that mean nothing; those that begin with `$` are for other programs.
    fn known_keys(&mut self, map: &Map<String, Json>, own: &[RuleField]) -> Option<()> {
        let unknown = map.keys().filter(|key| {
            !key.starts_with('$') && !RuleField::from_code(key).is_some_and(|it| own.contains(&it))
        });
        let unknown: Vec<String> = unknown.map(|key| cut(key)).collect();
        for key in &unknown {
            let _: Option<()> = self.wrong(None, RuleErrorKind::UnknownKey(key.clone()));
        }
        unknown.is_empty().then_some(())
    }

    fn text(&mut self, map: &Map<String, Json>, field: RuleField) -> String {
        match map.get(field.code()) {
            None | Some(Json::Null) => String::new(),
            Some(Json::String(text)) => plain(text).trim().to_owned(),
            Some(_) => self.wrong(Some(field), RuleErrorKind::NotText).unwrap_or_default(),
        }
    }

    fn word<T>(
        &mut self,
        map: &Map<String, Json>,
        field: RuleField,
        codes: &'static [&'static str],
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        match map.get(field.code()) {
            None | Some(Json::Null) => None,
            Some(json) => json
                .as_str()
                .and_then(read)
                .or_else(|| self.wrong(Some(field), RuleErrorKind::NotOneOf(codes))),
        }
    }

    fn signers(&mut self, map: &Map<String, Json>) -> Vec<Signer> {
        let field = Some(RuleField::Signers);
        let list = match map.get(RuleField::Signers.code()) {
            None | Some(Json::Null) => {
                return self.wrong(field, RuleErrorKind::Missing).unwrap_or_default();
            }
            Some(Json::Array(list)) => list,
            Some(_) => return self.wrong(field, RuleErrorKind::NotAList).unwrap_or_default(),
        };
        list.iter()
            .filter_map(|json| {
                let signer = signer(json);
                signer.or_else(|| {
                    self.wrong(field, RuleErrorKind::NotASigner(cut(&json.to_string())))
                })
            })
            .collect()
    }

    /// Notes what is wrong; there is nothing to go on with then.
    fn wrong<T>(&mut self, field: Option<RuleField>, kind: RuleErrorKind) -> Option<T> {
        self.errors.push(RuleError { rule: self.rule.clone(), field, kind });
        None
    }
}

/// A part by its code, or `{"organisation": "…"}`.
fn signer(json: &Json) -> Option<Signer> {
    match json {
        Json::String(code) => SignerPart::from_code(code).map(Signer::Part),
        Json::Object(map) if map.len() == 1 => {
            let name = map.get("organisation")?.as_str()?.trim();
            (!name.is_empty()).then(|| Signer::Organisation(name.to_owned()))
        }
        _ => None,
    }
}

/// What is quoted of a file is short.
fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}
