//! What an activity waits for, and from whom.

use super::attempts::Outcome;
use super::evaluate::Evaluation;
use super::status::{Status, Wait, WaitOn};
use crate::domain::case::{Holder, Scope};
use crate::domain::process::{
    Activity, ActivityInfo, Answer, Gateway, Need, Origin, Role, ScopeKind,
};

impl Evaluation<'_> {
    /// What an activity still needs, whether or not it is done.
    pub fn waits(&self, activity: Activity, scope: Scope) -> Vec<Wait> {
        let info = self.info(activity);
        let mut waits = Vec::new();
        for condition in info.when {
            let at = self.gateway_scope(condition.gateway, scope);
            if self.answer(condition.gateway, at).is_none() {
                waits.push(self.wait_for_answer(condition.gateway, at));
            }
        }
        for need in info.needs {
            self.wait_for_need(*need, scope, &mut waits);
        }
        if let (Activity::U16, Scope::Attempt(number)) = (activity, scope)
            && number > 1
        {
            self.wait_for_attempt(number - 1, &mut waits);
        }
        waits
    }

    /// What of an activity's own parts is to be done now, and by whom.
    pub(super) fn remaining(&self, info: &ActivityInfo, scope: Scope) -> Vec<Wait> {
        let mut waits = Vec::new();
        if info.activity == Activity::U22 {
            let unplaced = self.tally.fg_orders - self.tally.fg_placed;
            if unplaced > 0 {
                waits.push(wait(WaitOn::Orders(unplaced), Role::OldOperations));
            }
        }
        if let (Activity::G5, Scope::Attempt(number)) = (info.activity, scope) {
            let lacking = self.receipts_lacking(number);
            let abandoned = self.decided(Gateway::Abandon, scope) == Some(Answer::Yes);
            if lacking > 0 && !abandoned {
                waits.push(wait(WaitOn::Receipts(lacking), Role::Helpdesk));
            }
        }
        for part in info.made_of.iter().filter(|part| self.info(**part).scope == info.scope) {
            match self.status(*part, scope) {
                Status::Ready => waits.push(self.wait_for_activity(*part, scope)),
                // A part that waits for no other one: for orders, receipts, the end of an incident.
                Status::NotReached(own) if !own.iter().any(is_for_activity) => waits.extend(own),
                _ => {}
            }
        }
        waits
    }

    /// The scope in which a gateway of an activity in this scope is answered.
    pub(super) fn gateway_scope(&self, gateway: Gateway, from: Scope) -> Scope {
        match (gateway.info().scope, from) {
            (ScopeKind::Attempt, Scope::Attempt(number)) => Scope::Attempt(number),
            (ScopeKind::Attempt, _) => Scope::Attempt(self.current()),
            _ => Scope::Case,
        }
    }

    /// \[I\] A new attempt begins when the one before was postponed, or rolled back and all know it.
    fn wait_for_attempt(&self, before: u16, waits: &mut Vec<Wait>) {
        let scope = Scope::Attempt(before);
        match self.outcome(before) {
            Outcome::Postponed | Outcome::Rehearsed => {}
            Outcome::RolledBack => self.wait_for_need(Need::Done(Activity::U21), scope, waits),
            Outcome::Open | Outcome::Succeeded => {
                waits.push(self.wait_for_answer(Gateway::CheckOk, scope));
            }
        }
    }

    fn wait_for_need(&self, need: Need, scope: Scope, waits: &mut Vec<Wait>) {
        match need {
            Need::Done(activity) => {
                for at in self.need_scopes(activity, scope) {
                    if !self.is_settled(activity, at) {
                        waits.push(self.wait_for_activity(activity, at));
                    }
                }
            }
            Need::AgreementsSettled => self.wait_for_agreements(waits),
            Need::Answered(gateway) => {
                let at = self.gateway_scope(gateway, scope);
                if self.answer(gateway, at).is_none() {
                    waits.push(self.wait_for_answer(gateway, at));
                }
            }
            Need::RoutesOrdered => {
                if let Some(undecided) = self.wait_for_decisions() {
                    waits.push(undecided);
                }
                if self.unplaced() > 0 {
                    waits.push(wait(WaitOn::Orders(self.unplaced()), Role::NewOperations));
                }
            }
            Need::ReceiptsClear => {
                let Scope::Attempt(number) = scope else { return };
                let incidents = self.tally.receipts_of(number).incidents;
                let lacking = self.receipts_lacking(number);
                if lacking > 0 {
                    waits.push(wait(WaitOn::Receipts(lacking), Role::Helpdesk));
                }
                if incidents > 0 {
                    waits.push(wait(WaitOn::Incidents(incidents), Role::NewOperations));
                }
            }
        }
    }

    fn wait_for_agreements(&self, waits: &mut Vec<Wait>) {
        match self.answer(Gateway::AgreementsNeeded, Scope::Case) {
            Some(Answer::Yes) => {}
            Some(_) => return,
            None => {
                return waits.push(self.wait_for_answer(Gateway::AgreementsNeeded, Scope::Case));
            }
        }
        if self.agreements.is_empty() {
            waits.push(wait(WaitOn::AnyAgreement, Role::NewOperations));
        }
        for agreement in &self.agreements {
            let scope = Scope::Agreement(*agreement);
            if !self.is_settled(Activity::U12, scope) {
                waits.push(self.wait_for_activity(Activity::U12, scope));
            }
        }
        if self.answer(Gateway::MoreAgreements, Scope::Case) != Some(Answer::No) {
            waits.push(self.wait_for_answer(Gateway::MoreAgreements, Scope::Case));
        }
    }

    /// SA decides the routes; none while each is decided.
    fn wait_for_decisions(&self) -> Option<Wait> {
        let open = self.tally.routes - self.tally.decided;
        if self.tally.routes == 0 {
            Some(wait(WaitOn::AnyRoute, Role::SystemManager))
        } else {
            (open > 0).then(|| wait(WaitOn::Decisions(open), Role::SystemManager))
        }
    }

    fn wait_for_activity(&self, activity: Activity, scope: Scope) -> Wait {
        let parts = self.parts(self.info(activity), scope);
        let from = parts.into_iter().filter(|part| !part.done).map(|part| part.holder).collect();
        Wait { on: WaitOn::Activity(activity, scope), from }
    }

    fn wait_for_answer(&self, gateway: Gateway, scope: Scope) -> Wait {
        let on = WaitOn::Answer(gateway, scope);
        match (gateway, gateway.info().origin) {
            // It follows from the routes, so they are what is waited for.
            (Gateway::AgreementsNeeded, _) => {
                self.wait_for_decisions().unwrap_or_else(|| wait(on, Role::SystemManager))
            }
            // HD closes the window and says how it went.
            (Gateway::Succeeded, _) => wait(on, Role::Helpdesk),
            (_, Origin::Asked(role) | Origin::Proposed(role)) => wait(on, role),
            // What a derived answer waits for is up to those who perform what it is derived from.
            (_, Origin::Derived) => wait(on, self.info(gateway.info().at).roles[0]),
        }
    }

    /// The scopes in which an activity of one scope needs one of another.
    fn need_scopes(&self, activity: Activity, from: Scope) -> Vec<Scope> {
        match (self.info(activity).scope, from) {
            (ScopeKind::Case, _) => vec![Scope::Case],
            (ScopeKind::Attempt, Scope::Attempt(number)) => vec![Scope::Attempt(number)],
            (ScopeKind::Attempt, _) => vec![Scope::Attempt(self.current())],
            (ScopeKind::Agreement, Scope::Agreement(id)) => vec![Scope::Agreement(id)],
            (ScopeKind::Agreement, _) => self.scopes(ScopeKind::Agreement),
            (ScopeKind::Route, _) => Vec::new(),
        }
    }
}

fn wait(on: WaitOn, from: Role) -> Wait {
    Wait { on, from: vec![Holder { role: from, organisation: None }] }
}

fn is_for_activity(wait: &Wait) -> bool {
    matches!(wait.on, WaitOn::Activity(..))
}
