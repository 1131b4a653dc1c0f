//! Every field has one path, and takes values of its kind only.

use std::collections::HashMap;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use udskift_it_system::domain::case::{Field, Id, LONGEST_TEXT, Value, ValueKind, Writer};

use crate::samples::{fields, id, value};

fn sample() -> Vec<Field> {
    let id = |seq| Writer::new(0x7_3a4d_5e6f).id(seq);
    fields(id(17), id(4_000_000_000), 2)
}

#[test]
fn every_path_leads_back_to_its_field_and_to_no_other() {
    let mut paths: HashMap<String, Field> = HashMap::new();
    for field in sample() {
        let path = field.to_string();
        assert_eq!(path.parse(), Ok(field), "{path}");
        assert_eq!(paths.insert(path.clone(), field), None, "{path} names two fields");
    }
    assert!(paths.len() > 2_000, "all fields are sampled");
}

#[test]
fn a_path_is_read_only_as_it_is_written() {
    let right =
        ["route/0000000a-1/new/type", "attempt/1/note", "done/U17/attempt-2/FI-0000000a-7/state"];
    for path in right {
        assert_eq!(path.parse::<Field>().map(|field| field.to_string()), Ok(path.to_owned()));
    }
    for path in [
        "",
        "/",
        "case",
        "case/",
        "case/Title",
        "case/title/",
        "route/0000000a-1",
        "route/0000000a-01/name",
        "route/0000000A-1/name",
        "route/a-1/name",
        "route/0000000a-0/name",
        "route/0000000a-+1/name",
        "route/0000000a-1/close/type",
        "attempt/1/planned/G99",
        "due/agreement/0000000a-1",
        "meeting/0/started",
        "attempt/0/note",
        "attempt/01/note",
        "attempt/70000/note",
        "done/U99/case/SA/state",
        "done/U1/case/XX/state",
        "done/U1/route/SA/state",
        "check/other",
        "sent/decision",
        "person/0000000a-1/role",
    ] {
        assert!(path.parse::<Field>().is_err(), "{path}");
    }
}

#[test]
fn identities_are_read_only_as_they_are_written() {
    for text in ["00000000-1", "zzzzzzzz-4294967295", "7k2m9qx4-17"] {
        assert_eq!(text.parse::<Id>().map(|id| id.to_string()), Ok(text.to_owned()));
    }
    for text in [
        "7k2m9qx4-",
        "7k2m9qx4",
        "7k2m9qx4-0",
        "7k2m9qx4-4294967296",
        "ik2m9qx4-1",
        "7k2m9qx-1",
        "7k2m9qx4--1",
    ] {
        assert!(text.parse::<Id>().is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn values_go_through_json_and_back((field, value) in any_set()) {
        let json = value.to_json().to_string();
        let json: Json = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(field.kind().read(&json), Ok(value.clone()));
        prop_assert!(field.kind().accepts(&value));
    }

    #[test]
    fn each_identity_of_a_field_can_be_replaced(field in any_field(), to in id()) {
        let path = field.to_string();
        let mut seen = 0;
        let replaced = field.map_ids(|_| { seen += 1; to });
        prop_assert_eq!(seen, path.matches("-17").count() + path.matches("-4000000000").count());
        if seen > 0 {
            let expected = [sample_id(17), sample_id(4_000_000_000)]
                .iter().fold(path, |path, id| path.replace(&id.to_string(), &to.to_string()));
            prop_assert_eq!(replaced.to_string(), expected);
        } else {
            prop_assert_eq!(replaced, field);
        }
    }
}

fn sample_id(seq: u32) -> Id {
    Writer::new(0x7_3a4d_5e6f).id(seq)
}

fn any_field() -> impl Strategy<Value = Field> {
    proptest::sample::select(sample())
}

fn any_set() -> impl Strategy<Value = (Field, Value)> {
    any_field().prop_flat_map(|field| value(field.kind()).prop_map(move |value| (field, value)))
}

#[test]
fn what_is_not_of_the_fields_kind_is_refused() {
    for field in sample() {
        let wrong: Vec<Json> = match field.kind() {
            ValueKind::Text => vec![json!(true), json!(1), json!([]), json!({})],
            ValueKind::Flag => vec![json!("true"), json!(0), json!("")],
            ValueKind::Count => vec![json!(-1), json!(1.5), json!("1"), json!(4_294_967_296_u64)],
            ValueKind::Word(_) => vec![json!("other"), json!(""), json!(true), json!("REPLACE")],
            ValueKind::Link(_) => vec![json!("7k2m9qx4"), json!(17), json!("")],
            ValueKind::Day => vec![json!("2026-02-30"), json!("21.11.2026"), json!(0)],
            ValueKind::Time => vec![json!("2026-11-21"), json!("2026-11-21T25:00"), json!(0)],
        };
        for json in wrong {
            let unfit = field.kind().read(&json).map_err(|unfit| unfit.expected);
            assert_eq!(unfit, Err(field.kind()), "{field} = {json}");
        }
        assert_eq!(field.kind().read(&Json::Null), Ok(Value::Nothing), "{field}");
    }
}

#[test]
fn a_text_has_a_longest_length_and_no_blanks_around_it() {
    let longest = "å".repeat(LONGEST_TEXT);
    assert!(ValueKind::Text.read(&json!(longest)).is_ok());
    assert!(ValueKind::Text.read(&json!(longest.clone() + "å")).is_err());
    assert!(!ValueKind::Text.accepts(&Value::Text(longest + "å")));
    assert_eq!(ValueKind::Text.read(&json!("  Alfa \n")), Ok("Alfa".into()));
    assert_eq!(ValueKind::Text.read(&json!(" ")), Ok(Value::Nothing));
}
