//! The status of a route's orders: what each waits for before it can be placed.

use super::order::{AgreementNeed, Order, Signing};
use super::status::{Wait, WaitOn};
use super::{Guidance, Moment};
use crate::domain::case::{Holder, Id, Scope, Stamp};
use crate::domain::process::{Activity, Role};

/// Where an order stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderStatus {
    /// A fact it depends on is open.
    Undecided,
    Waiting(Vec<Wait>),
    /// It can be placed.
    Ready,
    /// Placed, and by whom; with what it should have waited for, if anything.
    Placed {
        stamp: Stamp,
        lacks: Vec<Wait>,
    },
}

/// The status of one of a route's orders.
pub fn order_status(guidance: &Guidance, route: Id, order: &Order) -> OrderStatus {
    let Some(form) = order.form else { return OrderStatus::Undecided };
    let waits = waits(guidance, route, order, form);
    match &order.placed {
        Some(stamp) => OrderStatus::Placed { stamp: stamp.clone(), lacks: waits },
        None if waits.is_empty() => OrderStatus::Ready,
        None => OrderStatus::Waiting(waits),
    }
}

fn waits(guidance: &Guidance, route: Id, order: &Order, form: Activity) -> Vec<Wait> {
    let mut waits = Vec::new();
    let wait = |on, role| Wait { on, from: vec![Holder { role, organisation: None }] };
    let settled = |activity, scope| {
        guidance.step(activity, scope).is_some_and(|step| step.status.is_settled())
    };
    if form == Activity::U22 {
        // Ordered before the window, it waits for SA's word only; otherwise for the change.
        if order.moment == Some(Moment::AfterChange) {
            if let Some(step) = guidance.step(Activity::U22, Scope::Case) {
                waits.extend(step.status.waits().iter().cloned());
            }
        } else if !settled(Activity::U15, Scope::Case) {
            let on = WaitOn::Activity(Activity::U15, Scope::Case);
            waits.push(wait(on, Role::OldOperations));
        }
        return waits;
    }
    if !settled(Activity::F1, Scope::Case) {
        waits.push(wait(WaitOn::Activity(Activity::F1, Scope::Case), Role::NewOperations));
    }
    if matches!(order.signing, Signing::Unclear | Signing::Lacking(_)) {
        waits.push(wait(WaitOn::Signatures(route), Role::SystemManager));
    }
    match order.agreement {
        AgreementNeed::NotNeeded => {}
        AgreementNeed::Missing => {
            waits.push(wait(WaitOn::Agreement(route), Role::NewOperations));
        }
        AgreementNeed::Named(agreement) => {
            let scope = Scope::Agreement(agreement);
            if !settled(Activity::U12, scope) {
                let on = WaitOn::Activity(Activity::U12, scope);
                waits.push(wait(on, Role::NewOperations));
            }
        }
    }
    waits
}
