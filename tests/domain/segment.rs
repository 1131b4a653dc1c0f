//! Segments of storage: what is written is read back, rubbish is told, and they are small.

use proptest::prelude::*;
use udskift_it_system::domain::case::{
    Addressing, AgreementField, End, EntityKind, Event, Field, Handling, MarkField, MarkKey,
    MarkState, Occasion, OrderField, OrderKind, ReceiptField, ReceiptState, RouteField, RouteType,
    Scope, Side, SideField, SignatureField, SystemField, Value,
};
use udskift_it_system::domain::exchange::LAST_CLOCK;
use udskift_it_system::domain::exchange::segment::{BadSegment, Encoder, decode, encode};
use udskift_it_system::domain::process::{Activity, Role};
use udskift_it_system::domain::time::{Day, LAST_MOMENT};

use crate::builder::{Desk, NOTE, TITLE, exists, two};
use crate::samples::events;

proptest! {
    #[test]
    fn what_is_written_is_read_back(events in events(30)) {
        prop_assert_eq!(decode(&encode(&events)), Ok(events));
    }

    #[test]
    fn a_longer_segment_begins_with_the_shorter_one(events in events(30), at in any::<prop::sample::Index>()) {
        let shorter = encode(&events[..at.index(events.len() + 1)]);
        prop_assert!(encode(&events).starts_with(&shorter));
        let mut encoder = Encoder::default();
        let appended: String = events.iter().map(|event| encoder.lines(event)).collect();
        prop_assert_eq!(appended, encode(&events));
    }

    #[test]
    fn a_segment_cut_short_gives_all_that_is_whole(events in events(12), at in any::<prop::sample::Index>()) {
        let text = encode(&events);
        let mut cut = at.index(text.len() + 1);
        while !text.is_char_boundary(cut) { cut -= 1; }
        let (read, whole) = match decode(&text[..cut]) {
            Ok(read) => (read, true),
            Err(BadSegment { good, line }) => {
                prop_assert_eq!(line, text[..cut].matches('\n').count() + 1);
                (good, false)
            }
        };
        prop_assert_eq!(whole, cut == 0 || text[..cut].ends_with('\n'));
        prop_assert_eq!(&read[..], &events[..read.len()]);
        let lines = text[..cut].matches('\n').count();
        let definitions = text.lines().take(lines).filter(|line| line.starts_with(['%', '@', ':'])).count();
        prop_assert_eq!(read.len(), lines - definitions);
    }

    #[test]
    fn rubbish_never_breaks_the_reader(text in "(?s).{0,200}") {
        if let Ok(events) = decode(&text) {
            prop_assert_eq!(decode(&encode(&events)), Ok(events));
        }
    }

    #[test]
    fn a_damaged_segment_never_breaks_the_reader(
        events in events(12), at in any::<prop::sample::Index>(), with in "[ -~\n]{0,3}", length in 0usize..4
    ) {
        let mut chars: Vec<char> = encode(&events).chars().collect();
        let start = at.index(chars.len() + 1);
        let end = (start + length).min(chars.len());
        chars.splice(start..end, with.chars());
        let text: String = chars.into_iter().collect();
        let read = match decode(&text) { Ok(read) => read, Err(bad) => bad.good };
        // Whatever is made of it can be stored and read again.
        prop_assert_eq!(decode(&encode(&read)), Ok(read));
    }
}

#[test]
fn the_line_that_cannot_be_read_is_named_and_what_stands_before_it_kept() {
    let (anna, _) = two();
    let events: Vec<Event> = anna.file.log().events().cloned().collect();
    let text = encode(&events);
    let lines = text.lines().count();
    assert_eq!(decode(&format!("{text}???\n")), Err(BadSegment { good: events, line: lines + 1 }));
    assert_eq!(decode("rubbish\n"), Err(BadSegment { good: vec![], line: 1 }));
    assert_eq!(decode(""), Ok(vec![]));
}

#[test]
fn a_number_that_is_too_large_is_not_read_as_another() {
    let (anna, _) = two();
    let mut event = anna.file.log().events().next().expect("one").clone();
    event.clock = 3;
    let text = encode(std::slice::from_ref(&event));
    assert!(text.contains("^2"), "{text}");
    assert_eq!(decode(&text.replace("^2", "^CAAAAAAAAAAA0")), Ok(vec![event]));
    assert!(decode(&text.replace("^2", "^CAAAAAAAAAAAg")).is_err(), "a bit too many");
    assert!(decode(&text.replace("^2", "^CAAAAAAAAAAAA0")).is_err(), "a digit too many");
}

#[test]
fn what_no_file_may_hold_is_not_read_from_storage_either() {
    let (anna, _) = two();
    let event = anna.file.log().events().next().expect("one").clone();
    let refused = |what: &str, change: fn(&mut Event), refused: bool| {
        let mut event = event.clone();
        change(&mut event);
        assert_eq!(decode(&encode(&[event])).is_err(), refused, "{what}");
    };
    refused("as it was", |_| {}, false);
    refused("identity 0", |e| e.id.seq = 0, true);
    refused("it knew identity 0", |e| e.knew.push(e.id.writer.id(0)), true);
    refused("clock 0", |e| e.clock = 0, true);
    refused("the last clock", |e| e.clock = LAST_CLOCK, false);
    refused("after the last clock", |e| e.clock = LAST_CLOCK + 1, true);
    refused("before 1970", |e| e.at = -1, true);
    refused("the last moment", |e| e.at = LAST_MOMENT, false);
    refused("after the year 9999", |e| e.at = LAST_MOMENT + 1, true);
    refused("group 0", |e| e.batch = 0, true);
    refused("a group after it", |e| e.batch = e.id.seq + 1, true);
}

#[test]
fn an_edit_in_passing_takes_a_short_line() {
    let mut anna = Desk::new(1, "Anna");
    let mut encoder = Encoder::default();
    let mut lines =
        |events: Vec<Event>| -> String { events.iter().map(|e| encoder.lines(e)).collect() };
    lines(anna.set(TITLE, "Alfa"));
    lines(anna.set(NOTE, "a"));
    let second = lines(anna.set(TITLE, "Beta"));
    assert!(second.len() <= 20, "{second}");
}

/// A case of 2,000 routes: a list read in one stroke, then weeks of work at five desks.
fn big_case() -> Desk {
    let names = ["Anna Holm", "Bo Kjær", "Carl Juhl", "Dorte Lund", "Eva Brandt"];
    let mut desks: Vec<Desk> = names
        .iter()
        .zip([81_234_567_890, 4_711_000_123, 9, 777_777_777_777, 12_345_678_901])
        .map(|(name, n)| Desk::new(n, name))
        .collect();
    let supplier = desks[0].add(EntityKind::Organisation);
    desks[0].set(Field::OrganisationName(supplier), "Leverandør A/S");
    let systems: Vec<_> = (0..40)
        .map(|n| {
            let id = desks[0].add(EntityKind::System);
            desks[0].set(Field::System(id, SystemField::Name), format!("Fagsystem {n}").as_str());
            desks[0].set(Field::System(id, SystemField::Operator), supplier);
            id
        })
        .collect();
    let authority = desks[0].add(EntityKind::Authority);
    let agreement = desks[0].add(EntityKind::Agreement);
    desks[0].set(Field::Agreement(agreement, AgreementField::Name), "SF1530");
    let mut changes = Vec::new();
    let first = desks[0].pen.next_id().seq;
    for n in 0..2_000usize {
        let id = desks[0].pen.writer().id(first + changes.len() as u32);
        let old = |fact| Field::Route(id, RouteField::Side(Side::Old, fact));
        changes.extend([
            (exists(id), Value::Flag(true)),
            (
                Field::Route(id, RouteField::Name),
                format!("SF{}_{} Udveksling {n}", 1500 + n % 90, n % 7).as_str().into(),
            ),
            (old(SideField::Type), [RouteType::Webservice, RouteType::Sftp][n % 2].into()),
            (old(SideField::System(End::From)), systems[n % 40].into()),
            (old(SideField::System(End::To)), systems[(n * 7 + 3) % 40].into()),
            (old(SideField::Authority), authority.into()),
        ]);
    }
    desks[0].now += 60_000;
    let mut desk = desks[0].clone();
    desk.file.write(&mut desk.pen, desk.now, changes);
    let routes: Vec<_> = desk.file.case().routes.keys().copied().collect();
    // One file that everyone works on in turn: what is edited was mostly written by another.
    for (n, route) in routes.iter().enumerate() {
        let field = |field| Field::Route(*route, field);
        let mark = MarkKey::new(
            [Activity::F2, Activity::F4][n % 2],
            Scope::Route(*route),
            Role::NewOperations,
        );
        let signature = field(RouteField::Signature(*route, SignatureField::Signed));
        let receipt =
            RouteField::Receipt(OrderKind::Close, Occasion::Attempt(1), ReceiptField::State);
        let edits: [(Field, Value); 4] = match n % 3 {
            0 => [
                (field(RouteField::Handling), Handling::Replace.into()),
                (
                    field(RouteField::Side(Side::Old, SideField::Addressing)),
                    Addressing::Explicit.into(),
                ),
                (
                    field(RouteField::Order(OrderKind::Establish, OrderField::Position)),
                    Value::Count(n as u32),
                ),
                (Field::Done(mark, MarkField::State), MarkState::Done.into()),
            ],
            1 => [
                (field(RouteField::Handling), Handling::Close.into()),
                (field(RouteField::Handling), Handling::Keep.into()),
                (
                    field(RouteField::Note),
                    format!("Aftalt på mødet, afventer svar om punkt {n}").as_str().into(),
                ),
                (field(RouteField::Side(Side::Old, SideField::Type)), Value::Nothing),
            ],
            _ => [
                (signature, Day { year: 2026, month: 11, day: 1 + (n % 28) as u8 }.into()),
                (field(receipt), ReceiptState::Ok.into()),
                (field(RouteField::Agreement), agreement.into()),
                (field(RouteField::Name), format!("SF15_{n} Udveksling, rettet").as_str().into()),
            ],
        };
        for (step, (field, value)) in edits.into_iter().enumerate() {
            desk.now += 17_345 + 977 * step as i64;
            desk.file.write(&mut desks[1 + (n + step / 2) % 4].pen, desk.now, [(field, value)]);
        }
    }
    desk
}

#[test]
fn twenty_thousand_events_fit_many_times_over() {
    let desk = big_case();
    let events: Vec<Event> = desk.file.log().events().cloned().collect();
    assert!((19_500..21_000).contains(&events.len()), "{}", events.len());
    // Short segments, as a tab writes them, and one long one per writer, as they are folded together.
    let short: usize = events.chunks(60).map(|part| units(&encode(part))).sum();
    let long = units(&encode(&events));
    println!("{} events: {long} units in one segment, {short} in segments of 60", events.len());
    assert!(long <= events.len() * 25, "{long}");
    assert!(short <= events.len() * 45, "{short}");
    assert_eq!(decode(&encode(&events)), Ok(events));
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
