//! The route overview as a list: where each line stands, what it is picked by, and which line comes next.

use std::collections::{BTreeMap, BTreeSet};

use super::route::{OrderStatus, order_status};
use super::{Finding, Guidance, Place, RouteDecision, Signing};
use crate::domain::case::{Addressing, Case, Field, Id, RouteSide, Scope, Topic};
use crate::domain::sorting::sort_by_numbers;

/// Where a line stands, for lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RouteState {
    pub findings: usize,
    pub undecided: bool,
    /// A delegated order lacks a signature or the naming of who is to sign.
    pub unsigned: bool,
    /// An order can be placed now.
    pub ready: bool,
    /// Some order is placed for another, and some by a party to the route.
    pub delegated: bool,
    pub undelegated: bool,
}

/// Which lines a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RouteFilter {
    #[default]
    All,
    Undecided,
    WithFindings,
    Unsigned,
    Ready,
    Delegated,
    Undelegated,
}

/// Which lines a list shows: those that pass all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RoutePick {
    /// One of each of [`RouteFilter::GROUPS`].
    pub filters: [RouteFilter; 2],
    /// The old or the new route is addressed so.
    pub addressing: Option<Addressing>,
    /// Runs or manages a system at an end of the line, or is to sign.
    pub organisation: Option<Id>,
    pub authority: Option<Id>,
}

/// A choice in one of the selects by which lines are picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickPart {
    /// Of this group.
    Filter(usize, RouteFilter),
    Addressing(Option<Addressing>),
    Organisation(Option<Id>),
    Authority(Option<Id>),
}

impl RouteFilter {
    /// The filters of which one each is chosen, in the order in which they are offered.
    pub const GROUPS: [&[RouteFilter]; 2] = [
        &[
            RouteFilter::All,
            RouteFilter::Undecided,
            RouteFilter::WithFindings,
            RouteFilter::Unsigned,
            RouteFilter::Ready,
        ],
        &[RouteFilter::All, RouteFilter::Delegated, RouteFilter::Undelegated],
    ];

    /// Whether a line in this state is shown.
    pub fn shows(self, state: &RouteState) -> bool {
        match self {
            RouteFilter::All => true,
            RouteFilter::Undecided => state.undecided,
            RouteFilter::WithFindings => state.findings > 0,
            RouteFilter::Unsigned => state.unsigned,
            RouteFilter::Ready => state.ready,
            RouteFilter::Delegated => state.delegated,
            RouteFilter::Undelegated => state.undelegated,
        }
    }
}

impl RoutePick {
    /// Makes a choice in one of the selects.
    pub fn set(&mut self, part: PickPart) {
        match part {
            PickPart::Filter(group, filter) => {
                if let Some(chosen) = self.filters.get_mut(group) {
                    *chosen = filter;
                }
            }
            PickPart::Addressing(it) => self.addressing = it,
            PickPart::Organisation(it) => self.organisation = it,
            PickPart::Authority(it) => self.authority = it,
        }
    }

    /// Whether this is what is chosen.
    pub fn has(&self, part: PickPart) -> bool {
        let mut with = *self;
        with.set(part);
        with == *self
    }

    /// Whether a line in this state is shown.
    pub fn shows(&self, case: &Case, guidance: &Guidance, route: Id, state: &RouteState) -> bool {
        let only_state = RoutePick { filters: self.filters, ..RoutePick::default() };
        self.filters.iter().all(|filter| filter.shows(state))
            && (*self == only_state || self.fits(case, guidance, route))
    }

    /// Whether the line's own facts, and what its new side takes over, are what is asked for.
    fn fits(&self, case: &Case, guidance: &Guidance, route: Id) -> bool {
        let Some(line) = case.routes.get(&route) else { return false };
        let decision = guidance.routes.get(&route);
        // Before the handling is decided, what is known of the old side is shown already.
        let old =
            if line.handling.is_none() { Some(line.old) } else { decision.and_then(|d| d.old) };
        let sides = [old, decision.and_then(|d| d.new)];
        let some_side = |fits: &dyn Fn(&RouteSide) -> bool| sides.iter().flatten().any(fits);
        let has_part = |organisation: Id| {
            let theirs = |id: Id| {
                let system = case.systems.get(&id).filter(|system| !system.removed);
                system.is_some_and(|it| [it.manager, it.operator].contains(&Some(organisation)))
            };
            let mut signatures = line.signatures.values().filter(|signature| !signature.removed);
            some_side(&|side| [side.from, side.to].into_iter().flatten().any(theirs))
                || signatures.any(|signature| signature.organisation == Some(organisation))
        };
        self.organisation.is_none_or(has_part)
            && self.authority.is_none_or(|it| some_side(&|side| side.authority == Some(it)))
            && self.addressing.is_none_or(|it| some_side(&|side| side.addressing == Some(it)))
    }
}

/// Where a line stands.
pub fn route_state(guidance: &Guidance, route: Id) -> Option<RouteState> {
    let mut state = state(guidance, route, guidance.routes.get(&route)?);
    let beside = guidance.findings.beside_lines();
    state.findings += beside.filter(|finding| route_of(finding) == Some(route)).count();
    Some(state)
}

/// Where each line stands, in one pass over the findings.
pub fn route_states(guidance: &Guidance) -> BTreeMap<Id, RouteState> {
    let mut states: BTreeMap<Id, RouteState> = guidance
        .routes
        .iter()
        .map(|(id, decision)| (*id, state(guidance, *id, decision)))
        .collect();
    for finding in guidance.findings.beside_lines() {
        if let Some(state) = route_of(finding).and_then(|id| states.get_mut(&id)) {
            state.findings += 1;
        }
    }
    states
}

/// How many lines there are findings about.
pub fn routes_with_findings(guidance: &Guidance) -> usize {
    let by_itself = |id: &Id| !own_findings(guidance, *id).is_empty();
    let beside = guidance.findings.beside_lines().filter_map(route_of);
    let beside = beside.filter(|id| guidance.routes.contains_key(id) && !by_itself(id));
    guidance.findings.lines() + beside.collect::<BTreeSet<Id>>().len()
}

/// The findings about a line and its orders.
pub fn route_findings(guidance: &Guidance, route: Id) -> Vec<Finding> {
    let beside = guidance.findings.beside_lines();
    let beside = beside.filter(|finding| route_of(finding) == Some(route));
    let mut found: Vec<Finding> =
        own_findings(guidance, route).iter().chain(beside).cloned().collect();
    sort_by_numbers(&mut found, |finding| [finding.severity as u64, 0, 0]);
    found
}

/// The next line after this one that is not decided, from the start again after the last.
pub fn next_undecided(guidance: &Guidance, after: Option<Id>) -> Option<Id> {
    let undecided = |id: &Id| guidance.routes.get(id).is_some_and(|it| !it.is_decided());
    guidance.lines.after(after).find(undecided)
}

fn state(guidance: &Guidance, id: Id, decision: &RouteDecision) -> RouteState {
    let orders = &decision.orders;
    RouteState {
        findings: own_findings(guidance, id).len(),
        undecided: !decision.is_decided(),
        unsigned: orders
            .iter()
            .any(|o| matches!(o.signing, Signing::Unclear | Signing::Lacking(_))),
        ready: orders.iter().any(|o| order_status(guidance, id, o) == OrderStatus::Ready),
        delegated: orders.iter().any(|o| o.delegated() == Some(true)),
        undelegated: orders.iter().any(|o| o.delegated() == Some(false)),
    }
}

/// The findings about a line by itself.
fn own_findings(guidance: &Guidance, line: Id) -> &[Finding] {
    guidance.lines.place(line).map(|place| guidance.findings.of_line(place)).unwrap_or_default()
}

fn route_of(finding: &Finding) -> Option<Id> {
    match finding.place {
        Place::Route(id) | Place::Order(id, _) | Place::Activity(_, Scope::Route(id)) => Some(id),
        Place::Field(Field::Meeting(..)) => None,
        Place::Field(field) => match Topic::of(field) {
            Topic::Route(id)
            | Topic::Activity(_, Scope::Route(id))
            | Topic::Gateway(_, Scope::Route(id)) => Some(id),
            Topic::Activity(..) | Topic::Gateway(..) | Topic::Case => None,
        },
        _ => None,
    }
}
