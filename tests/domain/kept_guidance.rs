//! Guidance derived from what was kept of before: the same as guidance derived from nothing.

use proptest::prelude::*;
use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::{guide, guide_on};
use udskift_it_system::domain::merging::Spot;
use udskift_it_system::domain::process::Process;

use super::player::*;
use crate::samples::events;

const PROCESS: &Process = &Process::UDSKIFT_IT_SYSTEM;

/// Takes the events in, so many at a time, and derives anew after each.
fn check(events: &[Event], at_once: usize) {
    let mut file = CaseFile::default();
    let mut kept = guide(PROCESS, file.case());
    for some in events.chunks(at_once) {
        file.merge(some.iter().cloned());
        let changed = some.iter().filter_map(|event| Spot::of(event.field).route());
        kept = guide_on(PROCESS, file.case(), &mut kept, changed);
        let anew = guide(PROCESS, file.case());
        assert_eq!(format!("{kept:?}"), format!("{anew:?}"), "after {:?}", some.last());
    }
}

#[test]
fn a_case_told_event_by_event_is_guided_as_if_read_whole() {
    let lines = [Line::close(SFTP.inactive()), Line::keep(), Line::replace(SFTP, SFTP)];
    let (mut p, routes) = Player::with_lines(&lines);
    let operator = p.organisation("Nyt Selskab A/S");
    let system = p.system("Sidste", operator, operator);
    p.agreement(system);
    // Who runs the new system decides for every route which orders are delegated.
    if let Some(new) = p.file.case().new_system {
        p.set(Field::System(new, SystemField::Operator), Value::Link(operator));
    }
    p.signature(routes[0], OrderKind::Close, None);
    p.remove(EntityKind::Route, routes[1]);
    p.route(routes[0], RouteField::Closer, Value::Nothing);
    let mut events: Vec<Event> = p.file.log().events().cloned().collect();
    events.sort_by_key(|event| event.clock);
    check(&events, 1);
    check(&events, 3);
}

proptest! {
    #[test]
    fn any_events_leave_the_same_guidance(events in events(60), at_once in 1usize..8) {
        check(&events, at_once);
    }
}
