//! Lines that are replaced together: several old routes by one new one, or one old route by several new ones.
//!
//! Each line still has its own orders and no others: at most one that closes its old route and one that establishes its
//! new one. So a second new route for the same old one is a line to be established, and a second old route that the
//! same new one replaces is a line to be closed; the link says that they belong together, and counts nothing twice.

use std::collections::BTreeMap;

use super::RouteContext;
use super::decision::taken_over;
use crate::domain::case::{
    Case, End, Field, Handling, Id, Route, RouteField, RouteSide, Side, SideField, Value, id_key,
};
use crate::domain::sorting::sort_by_numbers;

/// Every group of lines that are linked, whichever way, in the order of the route overview. No line is in two.
pub fn replaced_together(case: &Case) -> Vec<Vec<Id>> {
    let mut groups: Vec<Vec<Id>> = Vec::new();
    let mut places: BTreeMap<Id, usize> = BTreeMap::new();
    for id in &case.linked {
        let Some(other) = here(case, *id).and_then(|line| line.replaced_with) else { continue };
        if other == *id || here(case, other).is_none() {
            continue;
        }
        let mut place = |id| {
            *places.entry(id).or_insert_with(|| {
                groups.push(vec![id]);
                groups.len() - 1
            })
        };
        let (to, from) = (place(*id), place(other));
        if to != from {
            let moved = groups.get_mut(from).map(std::mem::take).unwrap_or_default();
            for id in &moved {
                places.insert(*id, to);
            }
            if let Some(group) = groups.get_mut(to) {
                group.extend(moved);
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    for group in &mut groups {
        sort_by_numbers(group, |id| id_key(born(case, *id), *id));
    }
    sort_by_numbers(&mut groups, |group| id_key(born(case, group[0]), group[0]));
    groups
}

/// The lines that are replaced together with this one, itself among them; none where it is by itself.
pub fn group_of(case: &Case, line: Id) -> Vec<Id> {
    let groups = replaced_together(case).into_iter();
    groups.filter(|group| group.contains(&line)).flatten().collect()
}

/// Whether lines that belong together have both an old route that is closed and a new one.
pub fn is_whole(case: &Case, group: &[Id]) -> bool {
    use Handling::{Close, Establish, Replace};
    let some = |wanted: [Handling; 2]| {
        let mut handlings = group.iter().filter_map(|id| case.routes.get(id)?.handling);
        handlings.any(|handling| wanted.contains(&handling))
    };
    some([Replace, Close]) && some([Replace, Establish])
}

/// What has another line replaced together with this one.
///
/// Where this line has the new route, and the other none of its own entered, that one's old route is closed and that is
/// all: many old routes, one new. Where this line's old route is only closed, the other has the new one.
pub fn replace_together(case: &Case, line: Id, other: Id) -> Vec<(Field, Value)> {
    let handling = case.routes.get(&line).and_then(|line| line.handling);
    joined(case, line, other, handling != Some(Handling::Close))
}

fn joined(case: &Case, line: Id, other: Id, has_new: bool) -> Vec<(Field, Value)> {
    let Some(found) = here(case, other).filter(|_| line != other) else { return Vec::new() };
    let mut changes = vec![(Field::Route(other, RouteField::ReplacedWith), line.into())];
    let is_bare = found.new == RouteSide::default();
    let handling = match (has_new, found.handling) {
        (false, None) => Handling::Replace,
        (true, None) => Handling::Close,
        (true, Some(Handling::Replace)) if is_bare => Handling::Close,
        _ => return changes,
    };
    changes.push((Field::Route(other, RouteField::Handling), handling.into()));
    changes
}

/// What has one new route, that of the first of these lines, replace the old ones of them all.
pub fn replace_by_one(case: &Case, lines: &[Id]) -> Vec<(Field, Value)> {
    let Some((first, others)) = lines.split_first() else { return Vec::new() };
    let mut changes = Vec::new();
    let handling = case.routes.get(first).and_then(|line| line.handling);
    if !matches!(handling, Some(Handling::Replace | Handling::Establish)) {
        let field = Field::Route(*first, RouteField::Handling);
        changes.push((field, Handling::Replace.into()));
    }
    // Whatever the first line was to be until now, it has the new route.
    changes.extend(others.iter().flat_map(|other| joined(case, *first, *other, true)));
    changes
}

/// What takes a line out of its group; the others stay together.
pub fn part_from(case: &Case, line: Id) -> Vec<(Field, Value)> {
    let linked = |id| Field::Route(id, RouteField::ReplacedWith);
    let mut rest: Vec<Id> = group_of(case, line).into_iter().filter(|id| *id != line).collect();
    let mut changes = vec![(linked(line), Value::Nothing)];
    let Some(first) = (!rest.is_empty()).then(|| rest.remove(0)) else { return changes };
    // What hung together through this line hangs together through the first of the others.
    changes.push((linked(first), Value::Nothing));
    changes.extend(rest.into_iter().map(|id| (linked(id), Value::Link(first))));
    changes
}

/// The facts of one more line, whose new route replaces the old one of this line too: one old route, many new.
///
/// What carries over is what the two routes have in common, who talks to whom and how, with the new it-system in the old
/// one's place. What is the old route's own does not: its identity on SP, whether it is active, its agreement, notes.
pub fn another_new(case: &Case, line: Id, name: &str) -> Vec<(RouteField, Value)> {
    let Some(found) = here(case, line) else { return Vec::new() };
    let side = taken_over(&RouteContext::of(case), &found.old, &RouteSide::default());
    let on_new = |field| RouteField::Side(Side::New, field);
    vec![
        (RouteField::Name, Value::text(name)),
        (RouteField::Handling, Handling::Establish.into()),
        (RouteField::ReplacedWith, line.into()),
        (on_new(SideField::Type), side.kind.into()),
        (on_new(SideField::System(End::From)), side.from.into()),
        (on_new(SideField::System(End::To)), side.to.into()),
        (on_new(SideField::Authority), side.authority.into()),
        (on_new(SideField::Addressing), side.addressing.into()),
    ]
}

fn here(case: &Case, line: Id) -> Option<&Route> {
    case.routes.get(&line).filter(|line| !line.removed)
}

fn born(case: &Case, line: Id) -> u64 {
    case.routes.get(&line).map_or(0, |line| line.born)
}
