//! The JSON Schema of the case file, made from the domain's own lists; the published one is that one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde_json::{Value as Json, json};
use udskift_it_system::domain::case::{LONGEST_TEXT, ValueKind, Writer};
use udskift_it_system::domain::exchange::{FORMAT, VERSION};
use udskift_it_system::domain::process::Role;
use udskift_it_system::domain::time::LAST_MOMENT;

use crate::samples::fields;

/// A path with what can stand in each of its places.
type Places = Vec<BTreeSet<String>>;

/// Whole numbers that 32 bits hold, from 1.
const U32: &str = "(?:[1-9][0-9]{0,8}|[1-3][0-9]{9}|4[01][0-9]{8}|42[0-8][0-9]{7}|429[0-3][0-9]{6}\
    |4294[0-8][0-9]{5}|42949[0-5][0-9]{4}|429496[0-6][0-9]{3}|4294967[01][0-9]{2}\
    |42949672[0-8][0-9]|429496729[0-5])";
/// Whole numbers that 16 bits hold, from 1.
const U16: &str = "(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]\
    |6553[0-5])";
const DAY: &str = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";

/// Set it to write the schema instead of comparing it.
const UPDATE: &str = "UPDATE_SCHEMA";

#[test]
fn the_published_schema_is_that_of_this_version() {
    let path: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "public", "sagsfil.schema.json"].iter().collect();
    let text = format!("{}\n", serde_json::to_string_pretty(&schema()).expect("JSON"));
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(&path, &text).expect("to be written");
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(published == text, "run this test with {UPDATE}=1 and look at what changed");
}

#[test]
fn paths_that_differ_in_one_place_become_one() {
    let paths = ["a/x/1", "a/y/1", "a/x/2", "a/y/2", "b/x/1"];
    let places = merged(paths.iter().map(|path| places(path)).collect());
    assert_eq!(places.iter().map(pattern).collect::<Vec<_>>(), ["a/(?:x|y)/(?:1|2)", "b/x/1"]);
}

fn schema() -> Json {
    let text = json!({ "type": "string", "maxLength": LONGEST_TEXT });
    let moment = json!({
        "description": "Milliseconds since 1970-01-01T00:00Z",
        "type": "integer", "minimum": 0, "maximum": LAST_MOMENT
    });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Sagsfil: udskiftning af et it-system på Serviceplatformen",
        "description": "A case as a set of events; see docs/file-format.md. Keys that are not named here are ignored.",
        "type": "object",
        "required": ["format", "version", "case", "events"],
        "if": { "properties": { "version": { "const": 1 } } },
        "then": {
            "required": ["app", "exported", "authors"],
            "properties": {
                "app": { "description": "The version of the app that wrote the file", "$ref": "#/$defs/text" },
                "exported": {
                    "type": "object",
                    "required": ["at", "by"],
                    "properties": { "at": { "$ref": "#/$defs/moment" }, "by": { "$ref": "#/$defs/author" } }
                },
                "authors": { "type": "array", "items": { "$ref": "#/$defs/author" } },
                "events": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {
                            "by": { "description": "Place in authors, from 0", "type": "integer", "minimum": 0 }
                        }
                    }
                }
            }
        },
        "else": {
            "properties": {
                "events": {
                    "description": "Closed by null, so that each event's line ends with a comma",
                    "type": "array",
                    "contains": { "type": "object" },
                    "items": { "type": ["object", "null"], "properties": { "by": { "$ref": "#/$defs/author" } } }
                }
            }
        },
        "properties": {
            "format": { "const": FORMAT },
            "version": {
                "description": "1: a file that someone exported. 2: a file that many write to",
                "type": "integer", "minimum": 1, "maximum": VERSION
            },
            "case": { "description": "The identity of the case's first event", "$ref": "#/$defs/id" },
            "summary": { "description": "The case for other programs; never read by the app" },
            "events": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/event" } }
        },
        "$defs": {
            "id": {
                "description": "Writer and sequence number",
                "type": "string", "pattern": format!("^{}$", id())
            },
            "text": text,
            "moment": moment,
            "author": {
                "type": "object",
                "properties": {
                    "name": { "$ref": "#/$defs/text" },
                    "initials": { "$ref": "#/$defs/text" },
                    "organisation": { "$ref": "#/$defs/text" },
                    "roles": { "type": "array", "items": { "enum": Role::CODES } }
                }
            },
            "event": {
                "type": ["object", "null"],
                "required": ["id", "clock", "at", "by", "field", "value"],
                "properties": {
                    "id": { "$ref": "#/$defs/id" },
                    "clock": { "type": "integer", "minimum": 1 },
                    "at": { "$ref": "#/$defs/moment" },
                    "by": { "description": "Its author: a place in authors, or the author itself" },
                    "field": { "$ref": "#/$defs/text" },
                    "value": true,
                    "knew": { "type": "array", "items": { "$ref": "#/$defs/id" } },
                    "batch": { "type": "integer", "minimum": 1, "maximum": u32::MAX }
                },
                "allOf": rules()
            }
        }
    })
}

/// For each kind of value the fields that hold it; a field of no rule is a newer version's and holds anything.
fn rules() -> Vec<Json> {
    let (one, other) = (Writer::new(7).id(7), Writer::new(8).id(8));
    let mut kinds: BTreeMap<String, (ValueKind, Vec<Places>)> = BTreeMap::new();
    for field in fields(one, other, 2) {
        let path = field.to_string();
        let path = path.replace(&one.to_string(), "{id}").replace(&other.to_string(), "{id}");
        let path = path.replace("attempt/2/", "attempt/{n}/").replace("attempt-2", "attempt-{n}");
        let path = path.replace("meeting/2/", "meeting/{n}/");
        let kind = field.kind();
        kinds.entry(format!("{kind:?}")).or_insert((kind, Vec::new())).1.push(places(&path));
    }
    let rule = |(kind, paths): (ValueKind, Vec<Places>)| {
        let patterns: Vec<String> = merged(paths).iter().map(pattern).collect();
        let pattern = patterns.join("|").replace("{id}", &id()).replace("{n}", U16);
        json!({
            "if": {
                "required": ["field"],
                "properties": { "field": { "pattern": format!("^(?:{pattern})$") } }
            },
            "then": { "properties": { "value": value(kind) } }
        })
    };
    kinds.into_values().map(rule).collect()
}

fn value(kind: ValueKind) -> Json {
    match kind {
        ValueKind::Text => json!({ "type": ["string", "null"], "maxLength": LONGEST_TEXT }),
        ValueKind::Flag => json!({ "type": ["boolean", "null"] }),
        ValueKind::Count => {
            json!({ "type": ["integer", "null"], "minimum": 0, "maximum": u32::MAX })
        }
        ValueKind::Word(words) => {
            let words = words.iter().map(|word| json!(word)).chain([Json::Null]);
            json!({ "enum": words.collect::<Vec<_>>() })
        }
        ValueKind::Link(kind) => json!({
            "description": format!("The identity of: {}", kind.code()),
            "type": ["string", "null"], "pattern": format!("^{}$", id())
        }),
        ValueKind::Day => json!({ "type": ["string", "null"], "pattern": format!("^{DAY}$") }),
        ValueKind::Time => json!({
            "description": "Local time",
            "type": ["string", "null"], "pattern": format!("^{DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9]$")
        }),
    }
}

fn id() -> String {
    format!("[0-9a-hjkmnp-tv-z]{{8}}-{U32}")
}

fn places(path: &str) -> Places {
    path.split('/').map(|part| BTreeSet::from([part.to_owned()])).collect()
}

/// The same paths, those that differ in one place only taken together.
fn merged(mut paths: Vec<Places>) -> Vec<Places> {
    let longest = paths.iter().map(Vec::len).max().unwrap_or_default();
    for place in (0..longest).rev() {
        let mut alike: BTreeMap<Places, BTreeSet<String>> = BTreeMap::new();
        let mut short = Vec::new();
        for mut path in paths {
            match path.get_mut(place).map(std::mem::take) {
                Some(words) => alike.entry(path).or_default().extend(words),
                None => short.push(path),
            }
        }
        let whole = alike.into_iter().map(|(mut path, words)| {
            path[place] = words;
            path
        });
        paths = whole.chain(short).collect();
    }
    paths.sort();
    paths
}

fn pattern(path: &Places) -> String {
    let part = |words: &BTreeSet<String>| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if let [only] = words.as_slice() {
            (*only).to_owned()
        } else {
            format!("(?:{})", words.join("|"))
        }
    };
    path.iter().map(part).collect::<Vec<_>>().join("/")
}
