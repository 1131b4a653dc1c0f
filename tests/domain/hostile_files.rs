//! Texts, numbers and sizes that nobody writes by hand: read as they are, or refused with their place.

use std::sync::Arc;
use std::time::Instant;

use udskift_it_system::domain::case::{
    CaseFile, Event, Field, LONGEST_TEXT, Value, ValueKind, Writer,
};
use udskift_it_system::domain::exchange::{
    Cover, ImportError, ImportErrorKind as Kind, Imported, LARGEST_FILE, export, import,
    import_bytes,
};
use udskift_it_system::domain::plain::plain;

use crate::builder::{Desk, NOTE, START, TITLE, author};
use crate::samples::fields;

const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "__proto__",
    "constructor",
    "nul \0 midt i",
    "\u{202e}baglæns\u{202c} \u{2066}",
    "\u{feff}mærke \u{1f600} \u{10ffff}",
    "=HYPERLINK(\"http://x\")",
];

fn mailed(desk: &Desk) -> String {
    export(&desk.file, &[], &Cover::new(START, (*desk.pen.author).clone()))
}

fn small() -> String {
    let mut anna = Desk::new(1, "Anna");
    anna.set(TITLE, "Alfa");
    anna.set(NOTE, "Her");
    mailed(&anna)
}

/// The small file with a part exchanged.
fn with(old: &str, new: &str) -> Result<Imported, ImportError> {
    let text = small();
    assert!(text.contains(old), "{old} in {text}");
    import(&text.replacen(old, new, 1))
}

fn refused(old: &str, new: &str, path: &str) -> Kind {
    let error = with(old, new).expect_err("made wrong");
    assert_eq!(error.path.as_deref(), Some(path));
    assert!(error.line.is_some() && error.column.is_some());
    error.kind
}

#[test]
fn every_text_comes_through_letter_by_letter_in_every_text_field() {
    let (id, other) = (Writer::new(7).id(7), Writer::new(7).id(8));
    for hostile in HOSTILE {
        let mut anna = Desk::new(1, "Anna");
        anna.pen.author = Arc::new(author(&plain(hostile)));
        let texts =
            fields(id, other, 1).into_iter().filter(|field| field.kind() == ValueKind::Text);
        let texts: Vec<(Field, Value)> =
            texts.step_by(7).map(|field| (field, Value::from(hostile))).collect();
        assert!(texts.len() > 100);
        anna.file.write(&mut anna.pen, START, texts);
        let imported = import(&mailed(&anna)).expect(hostile);
        let written: Vec<Event> = anna.file.log().events().cloned().collect();
        assert_eq!(imported.events, written, "{hostile}");
        assert!(
            imported.events.iter().all(|event| event.value == Value::from(hostile)),
            "what is written apart reads the same"
        );
    }
}

#[test]
fn keys_of_other_languages_are_keys_like_others() {
    let imported = with("\"at\":", "\"__proto__\":{\"title\":1},\"toString\":null,\"at\":");
    assert_eq!(imported.expect("read"), import(&small()).expect("read"));
}

#[test]
fn numbers_beyond_all_bounds_are_refused_where_they_stand() {
    let clock = "\"clock\":1";
    for number in ["-1", "0", "9223372036854775807", "18446744073709551616", "1e999", "1.5", "-0.0"]
    {
        refused(clock, &format!("\"clock\":{number}"), "events[0].clock");
    }
    let text = small();
    let at = text.split("\"clock\":1,").nth(1).and_then(|rest| rest.split(',').next()).expect("at");
    for number in ["-1", "-9223372036854775808", "9223372036854775807", "1e300", "253402300800000"]
    {
        refused(&format!("1,{at}"), &format!("1,\"at\":{number}"), "events[0].at");
    }
    let last = with(&format!("1,{at}"), "1,\"at\":253402300799999").expect("the year 9999");
    assert_eq!(last.events[0].at, 253_402_300_799_999);
    refused("\"by\":0", "\"by\":18446744073709551615", "events[0].by");
    refused("\"by\":0", "\"by\":-1", "events[0].by");
}

#[test]
fn broken_and_doubled_parts_are_refused_where_they_stand() {
    assert_eq!(refused("\"clock\":1", "\"clock\":1,\"clock\":1", "events[0]"), Kind::RepeatedKey);
    refused("\"value\":\"Alfa\"", "\"value\":\"\\udc00\\ud800\"", "events[0].value");
    let deep = format!("\"at\":{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(with("\"at\":", &format!("{deep},\"at\":")).is_err());
    let mut bytes = small().into_bytes();
    let place = bytes.windows(4).position(|part| part == b"Alfa").expect("the title");
    bytes[place] = 0xc3;
    let error = import_bytes(&bytes).expect_err("no text");
    assert_eq!(error.kind, Kind::NotText);
    assert_eq!(error.line, Some(1 + bytes[..place].iter().filter(|byte| **byte == b'\n').count()));
}

#[test]
fn a_text_of_ten_megabytes_is_refused_where_it_stands() {
    let text = "x".repeat(10_000_000);
    let long = format!("\"value\":\"{text}\"");
    assert_eq!(
        refused("\"value\":\"Alfa\"", &long, "events[0].value"),
        Kind::TooLong { most: LONGEST_TEXT }
    );
    let author = format!("\"initials\":\"{text}\"");
    refused("\"initials\":\"An\"", &author, "exported.by");
}

#[test]
fn a_file_beyond_the_largest_is_not_looked_into() {
    let error = import_bytes(&vec![b'x'; LARGEST_FILE + 1]).expect_err("too large");
    assert_eq!(error.kind, Kind::TooLarge { most: LARGEST_FILE });
}

/// Prints what it took; `EVENTS=1000000` makes a file beyond the largest.
#[test]
fn a_hundred_thousand_events_are_read() {
    let count = std::env::var("EVENTS").ok().and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let (writer, by) = (Writer::new(77), Arc::new(author("Fremmed")));
    let event = |seq: u32| Event {
        id: writer.id(seq),
        clock: u64::from(seq),
        at: START,
        author: by.clone(),
        field: fields(writer.id(seq / 50 + 1), writer.id(1), 1)[seq as usize % 2],
        value: Value::from("Alfa"),
        knew: Vec::new(),
        batch: seq,
    };
    let (file, _) = CaseFile::from_events([1].map(event));
    let head = export(&file, &[], &Cover::new(START, author("Fremmed")));
    let line = head.lines().find(|line| line.starts_with("{\"id\"")).expect("an event").to_owned();
    let lines: Vec<String> = (1..=count)
        .map(|seq: u32| {
            let line = line.replacen(&writer.id(1).to_string(), &writer.id(seq).to_string(), 1);
            line.replacen("\"clock\":1", &format!("\"clock\":{seq}"), 1)
        })
        .collect();
    let text = head.replacen(&line, &lines.join(",\n"), 1);
    drop(lines);
    let start = Instant::now();
    match import(&text) {
        Ok(imported) => {
            let read = start.elapsed();
            let events = imported.events.len();
            let (file, _) = CaseFile::from_events(imported.events);
            println!(
                "{events} events, {} bytes: read in {read:?}, folded by {:?}",
                text.len(),
                start.elapsed()
            );
            assert_eq!(file.log().len(), count as usize);
        }
        Err(error) => {
            println!("{} bytes: {error:?} in {:?}", text.len(), start.elapsed());
            assert_eq!(error.kind, Kind::TooLarge { most: LARGEST_FILE });
        }
    }
}
