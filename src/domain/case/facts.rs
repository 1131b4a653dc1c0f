//! The case as folded from its events: who and what it is about, and what was recorded.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::id_key;
use super::{Decision, Field, Id, Mark, MarkKey, Route, Scope, Stamp, Topic};
use crate::domain::process::{Activity, CheckItem, Gateway, Handover, Role};
use crate::domain::signers::Rule;
use crate::domain::sorting::sort_by_numbers;
use crate::domain::time::{Day, LocalTime};

/// Everything recorded in a case. Guidance derives the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    pub title: String,
    pub note: String,
    pub example: bool,
    pub old_system: Option<Id>,
    pub new_system: Option<Id>,
    /// BestillingsID (F1).
    pub order_id: String,
    pub organisations: BTreeMap<Id, Organisation>,
    pub authorities: BTreeMap<Id, Authority>,
    pub systems: BTreeMap<Id, ItSystem>,
    pub people: BTreeMap<Id, Person>,
    pub routes: BTreeMap<Id, Route>,
    /// The few lines that name another as replaced together with them, so that nobody looks for them among all.
    pub linked: BTreeSet<Id>,
    pub agreements: BTreeMap<Id, Agreement>,
    pub attempts: BTreeMap<u16, Attempt>,
    pub meetings: BTreeMap<u16, Meeting>,
    /// The days by which something is to be done or decided.
    pub due: BTreeMap<Topic, Day>,
    /// Completions other than those about a route, which the route has itself.
    pub marks: BTreeMap<MarkKey, Mark>,
    pub decisions: BTreeMap<(Gateway, Scope), Decision>,
    pub checks: BTreeSet<CheckItem>,
    pub sent: BTreeMap<(Handover, Scope), Stamp>,
    /// Fields in which several values stand; [`super::CaseFile`] keeps them. Some may be of what is removed.
    pub conflicts: BTreeSet<Field>,
    /// What the site asks of delegations: no fact of the case, and in no file of it.
    pub signer_rules: Arc<[Rule]>,
}

/// An organisation: a municipality, a supplier, KOMBIT.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    pub born: u64,
    pub removed: bool,
    pub name: String,
}

/// A myndighed whose data the routes carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authority {
    pub born: u64,
    pub removed: bool,
    pub name: String,
}

/// An it-system at an end of a route.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItSystem {
    pub born: u64,
    pub removed: bool,
    pub name: String,
    /// Systemansvarlig.
    pub manager: Option<Id>,
    /// Forvaltningsansvarlig.
    pub operator: Option<Id>,
    pub note: String,
}

/// A person and the roles held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub born: u64,
    pub removed: bool,
    pub name: String,
    pub initials: String,
    pub organisation: Option<Id>,
    pub email: String,
    pub phone: String,
    pub roles: BTreeSet<Role>,
}

/// A service agreement with its own U9–U12.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    pub born: u64,
    pub removed: bool,
    pub name: String,
    /// The system at the other end.
    pub system: Option<Id>,
    pub note: String,
}

/// An attempt at the change: its service window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attempt {
    pub window_start: Option<LocalTime>,
    pub window_end: Option<LocalTime>,
    pub note: String,
    /// It counts for nothing.
    pub rehearsal: bool,
    /// When its steps are to be done.
    pub planned: BTreeMap<Activity, LocalTime>,
}

/// A coordination meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    pub started: Option<LocalTime>,
    /// When and by whom that was recorded.
    pub began: Option<Stamp>,
    pub ended: Option<LocalTime>,
    /// The people of the case who take part.
    pub present: BTreeSet<Id>,
    pub others: String,
    /// Who decided about what, where the decision itself does not say.
    pub deciders: BTreeMap<Topic, String>,
}

/// Lists of what is not removed, in the order it was added.
macro_rules! listed {
    ($($method:ident: $field:ident, $type:ty, $doc:literal;)+) => {$(
        #[doc = $doc]
        pub fn $method(&self) -> Vec<(Id, &$type)> {
            let mut list: Vec<_> =
                self.$field.iter().filter(|(_, e)| !e.removed).map(|(id, e)| (*id, e)).collect();
            sort_by_numbers(&mut list, |(id, e)| id_key(e.born, *id));
            list
        }
    )+};
}

impl Case {
    listed! {
        list_organisations: organisations, Organisation, "The organisations, in the order they were added.";
        list_authorities: authorities, Authority, "The authorities, in the order they were added.";
        list_systems: systems, ItSystem, "The it-systems, in the order they were added.";
        list_people: people, Person, "The people, in the order they were added.";
        list_routes: routes, Route, "The lines of the route overview, in the order they were added.";
        list_agreements: agreements, Agreement, "The service agreements, in the order they were added.";
    }

    /// Whether what was created with this identity, of whatever kind, is removed.
    pub fn is_removed(&self, id: Id) -> bool {
        self.routes.get(&id).is_some_and(|it| it.removed)
            || self.agreements.get(&id).is_some_and(|it| it.removed)
            || self.systems.get(&id).is_some_and(|it| it.removed)
            || self.people.get(&id).is_some_and(|it| it.removed)
            || self.organisations.get(&id).is_some_and(|it| it.removed)
            || self.authorities.get(&id).is_some_and(|it| it.removed)
    }

    /// The decision recorded at a gateway.
    pub fn decision(&self, gateway: Gateway, scope: Scope) -> Option<&Decision> {
        self.decisions.get(&(gateway, scope)).filter(|decision| decision.answer.is_some())
    }

    /// The completion recorded of an activity in a scope by a holder, if it stands.
    pub fn mark(&self, key: &MarkKey) -> Option<&Mark> {
        let mark = match key.route() {
            Some(id) => self.routes.get(&id)?.marks.get(&key.activity),
            None => self.marks.get(key),
        };
        mark.filter(|mark| mark.state.is_some())
    }

    /// The meeting that is going on: the last one that began and has not ended.
    pub fn open_meeting(&self) -> Option<u16> {
        let mut going =
            self.meetings.iter().filter(|(_, it)| it.started.is_some() && it.ended.is_none());
        going.next_back().map(|(number, _)| *number)
    }

    /// The last meeting that began.
    pub fn last_meeting(&self) -> Option<(u16, &Meeting)> {
        let mut begun = self.meetings.iter().filter(|(_, it)| it.started.is_some());
        begun.next_back().map(|(number, it)| (*number, it))
    }

    /// The organisation's name, or none where it is not known or removed.
    pub fn organisation_name(&self, id: Option<Id>) -> Option<&str> {
        let organisation = self.organisations.get(&id?)?;
        (!organisation.removed).then_some(organisation.name.as_str())
    }

    /// The system's name, or none where it is not known or removed.
    pub fn system_name(&self, id: Option<Id>) -> Option<&str> {
        let system = self.systems.get(&id?)?;
        (!system.removed).then_some(system.name.as_str())
    }

    /// The authority's name, or none where it is not known or removed.
    pub fn authority_name(&self, id: Option<Id>) -> Option<&str> {
        let authority = self.authorities.get(&id?)?;
        (!authority.removed).then_some(authority.name.as_str())
    }
}
