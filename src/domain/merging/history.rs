//! The history as a list that can be filtered, and the case as it was at an earlier point of it.

use std::collections::BTreeSet;

use super::{Page, Spot, Who};
use crate::domain::case::{CaseFile, Event, Id};
use crate::domain::process::Role;
use crate::domain::sorting::sort_by_numbers;
use crate::domain::time::Day;

/// Which events are shown: those that match all that is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    pub person: Option<Who>,
    pub role: Option<Role>,
    pub page: Option<Page>,
    /// One of these routes.
    pub routes: Option<BTreeSet<Id>>,
    /// The first and last day.
    pub from: Option<Day>,
    pub to: Option<Day>,
}

impl HistoryFilter {
    /// Whether the event, which was written on this day where it is read, is shown.
    pub fn matches(&self, event: &Event, day: Day) -> bool {
        let spot = Spot::of(event.field);
        self.person.as_ref().is_none_or(|who| Who::of(&event.author) == *who)
            && self.role.is_none_or(|role| event.author.roles.contains(&role))
            && self.page.is_none_or(|page| spot.page == page)
            && self
                .routes
                .as_ref()
                .is_none_or(|routes| spot.route().is_some_and(|route| routes.contains(&route)))
            && self.from.is_none_or(|from| from <= day)
            && self.to.is_none_or(|to| day <= to)
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        *self == HistoryFilter::default()
    }
}

/// All events, the newest first by the clocks on the wall: that is how people look for what happened.
pub fn history(file: &CaseFile) -> Vec<&Event> {
    let mut events: Vec<&Event> = file.log().events().collect();
    // By identity to begin with, so that the order is the same everywhere also for what is equal otherwise.
    events.reverse();
    sort_by_numbers(&mut events, |event| place(event).map(|number| !number));
    events
}

/// The case as it was when this event was the newest of the history; none if there is no such event.
pub fn as_it_was(file: &CaseFile, last: Id) -> Option<CaseFile> {
    let newest = file.log().get(last)?;
    let until = (place(newest), newest.id);
    let events = file.log().events().filter(|event| (place(event), event.id) <= until);
    Some(CaseFile::from_events(events.cloned()).0)
}

/// The last event of the stroke that this one is of: in the midst of a stroke the case was never seen.
pub fn stroke_end(file: &CaseFile, event: Id) -> Option<&Event> {
    let one = file.log().get(event)?;
    let stroke = |other: &&Event| other.id.writer == one.id.writer && other.batch == one.batch;
    file.log().events().filter(stroke).max_by_key(|other| place(other))
}

/// Those who wrote in the case, by name.
pub fn people(file: &CaseFile) -> Vec<Who> {
    let people: BTreeSet<Who> = file.log().events().map(|event| Who::of(&event.author)).collect();
    people.into_iter().collect()
}

/// The roles in which something was written.
pub fn roles(file: &CaseFile) -> Vec<Role> {
    let roles: BTreeSet<Role> =
        file.log().events().flat_map(|event| event.author.roles.iter().copied()).collect();
    roles.into_iter().collect()
}

fn place(event: &Event) -> [u64; 3] {
    [event.at.max(0).unsigned_abs(), event.clock, u64::from(event.id.seq)]
}
