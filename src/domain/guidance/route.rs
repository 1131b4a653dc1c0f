//! The status of a route's orders: what each waits for before it can be placed.

use std::collections::BTreeSet;

use super::order::{AgreementNeed, Order, Signing};
use super::status::{Step, Wait, WaitOn};
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

/// What the orders of all routes depend on besides the route.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderBasis {
    /// F1 is settled: the BestillingsID is ordered.
    started: bool,
    /// U15 is settled: FG knows which routes it closes.
    told: bool,
    /// What U22 waits for.
    before_closing: Vec<Wait>,
    /// The agreements that are through U12.
    agreed: BTreeSet<Id>,
}

/// The status of one of a route's orders.
pub fn order_status(guidance: &Guidance, route: Id, order: &Order) -> OrderStatus {
    let waits = guidance.basis.waits(route, order);
    match (&order.placed, order.form) {
        (_, None) => OrderStatus::Undecided,
        (Some(stamp), _) => OrderStatus::Placed { stamp: stamp.clone(), lacks: waits },
        (None, _) if waits.is_empty() => OrderStatus::Ready,
        (None, _) => OrderStatus::Waiting(waits),
    }
}

impl OrderBasis {
    /// What orders depend on, as the activities stand.
    pub fn of(steps: &[Step]) -> OrderBasis {
        let mut basis = OrderBasis::default();
        for step in steps {
            match (step.activity, step.scope) {
                (Activity::F1, _) => basis.started = step.status.is_settled(),
                (Activity::U15, _) => basis.told = step.status.is_settled(),
                (Activity::U22, _) => basis.before_closing = step.status.waits().to_vec(),
                (Activity::U12, Scope::Agreement(id)) if step.status.is_settled() => {
                    basis.agreed.insert(id);
                }
                _ => {}
            }
        }
        basis
    }

    /// What an order waits for, or should have waited for if it is placed.
    pub fn waits(&self, route: Id, order: &Order) -> Vec<Wait> {
        let wait = |on, role| Wait { on, from: vec![Holder { role, organisation: None }] };
        let activity = |activity, role| wait(WaitOn::Activity(activity, Scope::Case), role);
        if order.by_old_operations() {
            // Ordered before the window, it waits for SA's word only; otherwise for the change.
            return match order.moment {
                Some(Moment::AfterChange) => self.before_closing.clone(),
                _ if self.told => Vec::new(),
                _ => vec![activity(Activity::U15, Role::OldOperations)],
            };
        }
        let mut waits = Vec::new();
        if !self.started {
            waits.push(activity(Activity::F1, Role::NewOperations));
        }
        if matches!(order.signing, Signing::Unclear | Signing::Lacking(_)) {
            waits.push(wait(WaitOn::Signatures(route), Role::SystemManager));
        }
        match order.agreement {
            AgreementNeed::NotNeeded => {}
            AgreementNeed::Missing => {
                waits.push(wait(WaitOn::Agreement(route), Role::NewOperations));
            }
            AgreementNeed::Named(agreement) if self.agreed.contains(&agreement) => {}
            AgreementNeed::Named(agreement) => {
                let on = WaitOn::Activity(Activity::U12, Scope::Agreement(agreement));
                waits.push(wait(on, Role::NewOperations));
            }
        }
        waits
    }
}
