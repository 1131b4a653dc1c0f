//! Which row is which route: by identity, by the identity on SP, by what both are called and go between.

use std::collections::HashMap;

use super::names::{linked, name_key, name_of};
use super::{Column, Draft, Fact};
use crate::domain::case::{Case, End, Id, Route, RouteField, RouteSide, Side, SideField, Value};

/// By what something is known, a key per round; an empty key matches nothing.
#[derive(Default)]
pub(super) struct Keys {
    id: String,
    reference: String,
    whole: String,
    name: String,
    parties: String,
}

/// The columns of the list that routes are told apart by.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    kind: bool,
    from: bool,
    to: bool,
    authority: bool,
}

impl Told {
    pub fn of(columns: &[Option<Column>]) -> Told {
        let has = |field| {
            [Side::Old, Side::New]
                .into_iter()
                .any(|side| columns.contains(&Some(Column::Fact(RouteField::Side(side, field)))))
        };
        Told {
            kind: has(SideField::Type),
            from: has(SideField::System(End::From)),
            to: has(SideField::System(End::To)),
            authority: has(SideField::Authority),
        }
    }

    /// What both go between, by the old side, or by the new one where there is no old.
    fn parties(self, old: [&str; 4], new: [&str; 4]) -> String {
        let texts = if old.iter().all(|text| text.is_empty()) { new } else { old };
        let told = [self.kind, self.from, self.to, self.authority];
        let mut parts = [const { String::new() }; 4];
        for (place, part) in parts.iter_mut().enumerate().filter(|(place, _)| told[*place]) {
            *part = name_key(texts[place]);
        }
        // A type alone tells nothing apart.
        if parts[1..].iter().all(String::is_empty) { String::new() } else { parts.join("\n") }
    }
}

impl Keys {
    pub fn of_route(case: &Case, id: Id, route: &Route, told: Told) -> Keys {
        let texts = |side: &RouteSide| {
            let system = |id| case.system_name(id).unwrap_or_default();
            let authority = case.authority_name(side.authority).unwrap_or_default();
            let kind = side.kind.map_or("", |kind| kind.code());
            [kind, system(side.from), system(side.to), authority]
        };
        let parties = told.parties(texts(&route.old), texts(&route.new));
        Keys::new(Some(id), &route.reference, &route.name, parties)
    }

    pub fn of_draft(draft: &Draft, told: Told) -> Keys {
        let texts = |side| {
            let fields = [
                SideField::Type,
                SideField::System(End::From),
                SideField::System(End::To),
                SideField::Authority,
            ];
            fields.map(|field| match draft.fact(RouteField::Side(side, field)) {
                Some(Fact::Named(text)) => text.as_str(),
                Some(Fact::Value(Value::Word(word))) => word,
                _ => "",
            })
        };
        let parties = told.parties(texts(Side::Old), texts(Side::New));
        let text = |field| draft.text(field);
        Keys::new(draft.id, text(RouteField::Reference), text(RouteField::Name), parties)
    }

    fn new(id: Option<Id>, reference: &str, name: &str, parties: String) -> Keys {
        let name = name_key(name);
        let has_any = !name.is_empty() || !parties.is_empty();
        let whole = if has_any { format!("{name}\n{parties}") } else { String::new() };
        let id = id.map(|id| id.to_string()).unwrap_or_default();
        Keys { id, reference: name_key(reference), whole, name, parties }
    }
}

/// Which draft is which route; each route is of one draft at most.
pub(super) struct Pairing {
    /// For each draft the place of its route, if any.
    pub of_draft: Vec<Option<usize>>,
    pub taken: Vec<bool>,
    next: usize,
}

/// By what, what keeps apart, and whether only where one of each is left.
type Round = (fn(&Keys) -> &str, Apart, bool);

const ROUNDS: [Round; 5] = [
    (|keys| &keys.id, Apart::No, false),
    (|keys| &keys.reference, Apart::No, false),
    (|keys| &keys.whole, Apart::ByReference, false),
    // Where a fact is changed, or a name is missing: only where there is no doubt which is meant.
    (|keys| &keys.name, Apart::ByReference, true),
    (|keys| &keys.parties, Apart::ByName, true),
];

impl Pairing {
    pub fn new(routes: usize, drafts: usize) -> Pairing {
        Pairing { of_draft: vec![None; drafts], taken: vec![false; routes], next: 0 }
    }

    /// Goes through the next round; whether all are through.
    pub fn round(&mut self, routes: &[Keys], drafts: &[Keys]) -> bool {
        if let Some(round) = ROUNDS.get(self.next) {
            self.next += 1;
            self.pair_by(routes, drafts, *round);
        }
        self.next == ROUNDS.len()
    }

    /// Pairs what is left and has the same key, in order; or only where one of each is left.
    fn pair_by(&mut self, all_routes: &[Keys], all_drafts: &[Keys], round: Round) {
        let (key, apart, only_one) = round;
        // Of each key the routes and the drafts that are left.
        let mut left: HashMap<&str, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (place, route) in all_routes.iter().enumerate() {
            if !self.taken[place] && !key(route).is_empty() {
                left.entry(key(route)).or_default().0.push(place);
            }
        }
        for (place, draft) in all_drafts.iter().enumerate() {
            if self.of_draft[place].is_none()
                && let Some((_, drafts)) = left.get_mut(key(draft))
            {
                drafts.push(place);
            }
        }
        for (routes, drafts) in left.into_values() {
            if only_one && (routes.len() != 1 || drafts.len() != 1) {
                continue;
            }
            let named = |keys: &Keys| !keys.name.is_empty();
            if apart == Apart::ByName
                && routes.iter().any(|place| named(&all_routes[*place]))
                && drafts.iter().any(|place| named(&all_drafts[*place]))
            {
                continue;
            }
            if apart == Apart::No {
                self.pair(&routes, &drafts);
                continue;
            }
            // Those with an identity on SP go first, to those that have none yet; then the others to any.
            let known = |place: &usize| !all_drafts[*place].reference.is_empty();
            let (known, unknown): (Vec<usize>, Vec<usize>) = drafts.into_iter().partition(known);
            let free = |place: &usize| all_routes[*place].reference.is_empty();
            let unnamed: Vec<usize> = routes.iter().copied().filter(free).collect();
            self.pair(&unnamed, &known);
            let rest: Vec<usize> = routes.into_iter().filter(|place| !self.taken[*place]).collect();
            self.pair(&rest, &unknown);
        }
    }

    fn pair(&mut self, routes: &[usize], drafts: &[usize]) {
        for (route, draft) in routes.iter().zip(drafts) {
            self.taken[*route] = true;
            self.of_draft[*draft] = Some(*route);
        }
    }
}

/// What keeps a route and a draft apart though their keys are the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Apart {
    No,
    /// Two identities on SP are two routes, whatever they are called.
    ByReference,
    /// So are two names, between the same systems.
    ByName,
}

/// The name that stands in a field that links, for comparison and for lists.
pub(super) fn linked_name<'a>(case: &'a Case, field: RouteField, value: &Value) -> Option<&'a str> {
    let kind = linked(field)?;
    Some(match value {
        Value::Link(id) => name_of(case, kind, *id),
        _ => "",
    })
}
