//! Eksekveringsoversigt: every order in the sequence in which they are carried out (U13, F1).
//!
//! The moments of the orders give the phases; within one, the order of the route overview holds until someone moves an
//! order. No order can be moved out of its phase: when it is carried out follows from what it is.

use super::{Guidance, Moment, Order};
use crate::domain::case::{Case, Field, Id, OrderField, OrderKind, RouteField, Value};
use crate::domain::process::Activity;
use crate::domain::sorting::sort_by_numbers;

/// The plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExecutionPlan {
    /// In the order of time; those without orders are left out.
    pub phases: Vec<Phase>,
    /// Orders whose moment is not known yet, in the order of the route overview.
    pub open: Vec<Planned>,
}

/// The orders that are carried out in one activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    pub moment: Moment,
    pub activity: Activity,
    pub kind: OrderKind,
    pub orders: Vec<Planned>,
}

/// An order: what is done with which route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Planned {
    pub route: Id,
    pub kind: OrderKind,
    /// Its place in the whole plan, from 1; of those that are open the place among them.
    pub number: usize,
}

/// Which way an order is moved in its phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    Earlier,
    Later,
}

/// The plan of a case.
pub fn execution_plan(case: &Case, guidance: &Guidance) -> ExecutionPlan {
    let mut orders: Vec<(Id, &Order)> = Vec::new();
    for (id, _) in case.list_routes() {
        let decision = guidance.routes.get(&id);
        orders.extend(decision.iter().flat_map(|d| &d.orders).map(|order| (id, order)));
    }
    // What has no place of its own comes after what has; equals stay in the order of the route overview.
    sort_by_numbers(&mut orders, |(_, order)| {
        [u64::from(order.position.unwrap_or(u32::MAX)), 0, 0]
    });
    let mut plan = ExecutionPlan::default();
    let mut number = 0;
    for moment in Moment::ALL {
        for kind in [OrderKind::Close, OrderKind::Establish] {
            let of_phase = orders
                .iter()
                .filter(|(_, order)| order.moment == Some(moment) && order.kind == kind);
            let planned: Vec<Planned> = of_phase
                .map(|(route, _)| {
                    number += 1;
                    Planned { route: *route, kind, number }
                })
                .collect();
            if !planned.is_empty() {
                let activity = moment.activity(kind);
                plan.phases.push(Phase { moment, activity, kind, orders: planned });
            }
        }
    }
    let open = orders.iter().filter(|(_, order)| order.moment.is_none()).enumerate();
    plan.open = open
        .map(|(index, (route, order))| Planned {
            route: *route,
            kind: order.kind,
            number: index + 1,
        })
        .collect();
    plan
}

/// What moving an order past its neighbour sets: the places of its phase, and of all that had a place already.
///
/// Empty where there is no neighbour that way.
pub fn moved(
    case: &Case,
    guidance: &Guidance,
    route: Id,
    kind: OrderKind,
    toward: Toward,
) -> Vec<(Field, Value)> {
    let mut plan = execution_plan(case, guidance);
    let is_it = |planned: &Planned| planned.route == route && planned.kind == kind;
    let Some(phase) = plan.phases.iter_mut().find(|phase| phase.orders.iter().any(is_it)) else {
        return Vec::new();
    };
    let from = phase.orders.iter().position(is_it).unwrap_or_default();
    let to = match toward {
        Toward::Earlier => from.checked_sub(1),
        Toward::Later => Some(from + 1).filter(|to| *to < phase.orders.len()),
    };
    let Some(to) = to else { return Vec::new() };
    phase.orders.swap(from, to);
    let activity = (phase.moment, phase.kind);
    let mut changes = Vec::new();
    let mut number = 0;
    for phase in &plan.phases {
        for planned in &phase.orders {
            number += 1;
            let facts = case.routes.get(&planned.route).map(|route| route.order(planned.kind));
            let position = facts.and_then(|facts| facts.position);
            let is_placed = position.is_some() || (phase.moment, phase.kind) == activity;
            if is_placed && position != Some(number) {
                let field = RouteField::Order(planned.kind, OrderField::Position);
                changes.push((Field::Route(planned.route, field), Value::Count(number)));
            }
        }
    }
    changes
}
