//! The evaluation: the status of every activity and the answer of every gateway, from facts and sums.

use std::cell::RefCell;
use std::collections::HashMap;

use super::attempts::{AttemptState, Outcome, attempts, check_answer, current};
use super::status::{Deviation, Excluded, Part, Status, Step, Wait, WaitOn};
use super::tally::Tally;
use crate::domain::case::{Case, Holder, Id, MarkKey, MarkState, Scope};
use crate::domain::process::{
    Activity, ActivityInfo, Answer, Gateway, Need, Origin, Process, Role, ScopeKind,
};

/// Evaluates a case; each activity once.
pub struct Evaluation<'a> {
    process: &'a Process,
    case: &'a Case,
    tally: &'a Tally,
    pub attempts: Vec<AttemptState>,
    agreements: Vec<Id>,
    known: RefCell<HashMap<(Activity, Scope), Status>>,
}

impl<'a> Evaluation<'a> {
    pub fn new(process: &'a Process, case: &'a Case, tally: &'a Tally) -> Evaluation<'a> {
        Evaluation {
            process,
            case,
            tally,
            attempts: attempts(case),
            agreements: case.list_agreements().into_iter().map(|(id, _)| id).collect(),
            known: RefCell::default(),
        }
    }

    /// The number of the current attempt.
    pub fn current(&self) -> u16 {
        current(&self.attempts).number
    }

    /// Every activity of the case, its agreements and its attempts, in the process's order; orders of routes apart.
    pub fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        for info in self.process.activities {
            for scope in self.scopes(info.scope) {
                steps.push(self.step(info.activity, scope));
            }
        }
        steps
    }

    /// The scopes in which activities of a kind are performed in this case; those of routes apart.
    pub fn scopes(&self, kind: ScopeKind) -> Vec<Scope> {
        match kind {
            ScopeKind::Case => vec![Scope::Case],
            // Without an agreement yet, U9–U12 stand once for the first one, or for there being none.
            ScopeKind::Agreement if self.agreements.is_empty() => vec![Scope::Case],
            ScopeKind::Agreement => self.agreements.iter().copied().map(Scope::Agreement).collect(),
            ScopeKind::Attempt => self.attempts.iter().map(|a| Scope::Attempt(a.number)).collect(),
            ScopeKind::Route => Vec::new(),
        }
    }

    /// One activity with its parts.
    pub fn step(&self, activity: Activity, scope: Scope) -> Step {
        let info = self.info(activity);
        let parts: Vec<Part> = self.parts(info, scope);
        let status = self.status(activity, scope);
        let deviation = (status == Status::Done).then(|| self.deviation(info, scope)).flatten();
        Step { activity, scope, status, parts, deviation }
    }

    /// The status of an activity in a scope.
    pub fn status(&self, activity: Activity, scope: Scope) -> Status {
        if let Some(status) = self.known.borrow().get(&(activity, scope)) {
            return status.clone();
        }
        let status = self.evaluate(self.info(activity), scope);
        self.known.borrow_mut().insert((activity, scope), status.clone());
        status
    }

    /// The answer at a gateway; none while it is open.
    pub fn answer(&self, gateway: Gateway, scope: Scope) -> Option<Answer> {
        let yes_if = |yes: bool| Some(if yes { Answer::Yes } else { Answer::No });
        match (gateway, scope) {
            (Gateway::AgreementsNeeded, _) => {
                if !self.agreements.is_empty() || self.tally.webservices > 0 {
                    Some(Answer::Yes)
                } else if self.tally.routes == 0 || self.tally.decided < self.tally.routes {
                    None
                } else {
                    Some(Answer::No)
                }
            }
            (Gateway::MoreRoutes, _) => {
                yes_if(self.tally.decided < self.tally.routes || self.unplaced() > 0)
            }
            (Gateway::ImplicitRoutes, _) => yes_if(self.tally.receipts_due() > 0),
            (Gateway::ReceiptsOk, Scope::Attempt(number)) => {
                let receipts = self.tally.receipts_of(number);
                if receipts.incidents > 0 {
                    Some(Answer::No)
                } else if self.receipts_lacking(number) > 0 {
                    None
                } else {
                    Some(Answer::Yes)
                }
            }
            (Gateway::CheckOk, Scope::Attempt(number)) => check_answer(self.case, number),
            (Gateway::Abandon, _) => self.decided(gateway, scope).or(Some(Answer::No)),
            (Gateway::Succeeded, Scope::Attempt(number)) => match self.outcome(number) {
                Outcome::Succeeded => Some(Answer::Yes),
                Outcome::RolledBack => Some(Answer::No),
                Outcome::Open | Outcome::Postponed => None,
            },
            _ => self.decided(gateway, scope),
        }
    }

    /// The holders of a role who perform an activity in a scope.
    pub fn holders(&self, role: Role, scope: Scope) -> Vec<Holder> {
        let organisations = match (role, scope) {
            (Role::InvolvedManagers, Scope::Agreement(id)) => {
                let system = self.case.agreements.get(&id).and_then(|agreement| agreement.system);
                let system = system.and_then(|id| self.case.systems.get(&id));
                system.and_then(|system| system.manager).into_iter().collect()
            }
            (Role::InvolvedManagers | Role::InvolvedOperations, _) => {
                super::holders::involved(self.case, role)
            }
            _ => Vec::new(),
        };
        if organisations.is_empty() {
            return vec![Holder { role, organisation: None }];
        }
        let holder = |organisation| Holder { role, organisation: Some(organisation) };
        organisations.into_iter().map(holder).collect()
    }

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
            // [I] A new attempt begins when the result of the one rolled back is known to all.
            let before = Scope::Attempt(number - 1);
            match self.outcome(number - 1) {
                Outcome::Postponed => {}
                Outcome::RolledBack => {
                    self.wait_for_need(Need::Done(Activity::U21), before, &mut waits);
                }
                Outcome::Open | Outcome::Succeeded => {
                    waits.push(self.wait_for_answer(Gateway::CheckOk, before));
                }
            }
        }
        waits
    }

    fn info(&self, activity: Activity) -> &'a ActivityInfo {
        &self.process.activities[activity as usize]
    }

    fn evaluate(&self, info: &ActivityInfo, scope: Scope) -> Status {
        for condition in info.when {
            let at = self.gateway_scope(condition.gateway, scope);
            if let Some(answer) = self.answer(condition.gateway, at)
                && answer != condition.answer
            {
                let gateway = condition.gateway;
                return Status::NotApplicable(Excluded::Branch { gateway, scope: at, answer });
            }
        }
        if let Some(excluded) = self.excluded(info, scope) {
            return Status::NotApplicable(excluded);
        }
        if self.is_done(info, scope) {
            return Status::Done;
        }
        match self.waits(info.activity, scope) {
            waits if waits.is_empty() => Status::Ready,
            waits => Status::NotReached(waits),
        }
    }

    /// Whether its role set it aside, or it has nothing to do.
    fn excluded(&self, info: &ActivityInfo, scope: Scope) -> Option<Excluded> {
        if info.activity == Activity::U22
            && self.tally.fg_orders == 0
            && self.tally.routes > 0
            && self.tally.decided == self.tally.routes
            && self.waits(Activity::U22, scope).is_empty()
        {
            return Some(Excluded::NothingToDo);
        }
        let marks = info
            .roles
            .iter()
            .flat_map(|role| self.holders(*role, scope))
            .map(|holder| self.case.mark(&MarkKey { activity: info.activity, scope, holder }));
        let skipped = marks.flatten().find(|mark| mark.state == Some(MarkState::Skipped))?;
        Some(Excluded::Skipped { stamp: skipped.stamp.clone(), note: skipped.note.clone() })
    }

    fn is_done(&self, info: &ActivityInfo, scope: Scope) -> bool {
        if let Some(gateway) = info.decides {
            return self.answer(gateway, self.gateway_scope(gateway, scope)).is_some();
        }
        if self.parts(info, scope).iter().all(|part| part.done) {
            return true;
        }
        match info.activity {
            Activity::U14 => self.status(Activity::F8, Scope::Case) == Status::Done,
            Activity::U19 => self.status(Activity::G12, scope) == Status::Done,
            Activity::U22 => {
                self.tally.fg_orders > 0
                    && self.tally.fg_placed == self.tally.fg_orders
                    && self.waits(Activity::U22, Scope::Case).is_empty()
            }
            _ => false,
        }
    }

    fn parts(&self, info: &ActivityInfo, scope: Scope) -> Vec<Part> {
        let holders = info.roles.iter().flat_map(|role| self.holders(*role, scope));
        holders.map(|holder| self.part(info, scope, holder)).collect()
    }

    fn part(&self, info: &ActivityInfo, scope: Scope, holder: Holder) -> Part {
        if let Some(gateway) = info.decides {
            let decision = self.case.decision(gateway, self.gateway_scope(gateway, scope));
            return Part {
                holder,
                done: decision.is_some(),
                stamp: decision.and_then(|decision| decision.stamp.clone()),
                on: None,
                note: decision.map(|decision| decision.note.clone()).unwrap_or_default(),
            };
        }
        let mark = self.case.mark(&MarkKey { activity: info.activity, scope, holder });
        Part {
            holder,
            done: mark.is_some(),
            stamp: mark.and_then(|mark| mark.stamp.clone()),
            on: mark.and_then(|mark| mark.on),
            note: mark.map(|mark| mark.note.clone()).unwrap_or_default(),
        }
    }

    fn deviation(&self, info: &ActivityInfo, scope: Scope) -> Option<Deviation> {
        let reason = match info.decides {
            Some(gateway) => {
                let decision = self.case.decision(gateway, self.gateway_scope(gateway, scope));
                decision.map(|decision| decision.reason.clone()).unwrap_or_default()
            }
            None => {
                let holders = info.roles.iter().flat_map(|role| self.holders(*role, scope));
                let reasons = holders.filter_map(|holder| {
                    let key = MarkKey { activity: info.activity, scope, holder };
                    self.case.mark(&key).map(|mark| mark.reason.as_str())
                });
                reasons.filter(|reason| !reason.is_empty()).collect::<Vec<_>>().join(" · ")
            }
        };
        let lacks = self.waits(info.activity, scope);
        (!reason.is_empty() || !lacks.is_empty()).then_some(Deviation { reason, lacks })
    }

    fn wait_for_need(&self, need: Need, scope: Scope, waits: &mut Vec<Wait>) {
        match need {
            Need::Done(activity) => {
                for at in self.need_scopes(activity, scope) {
                    if !self.status(activity, at).is_settled() {
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
                if self.tally.routes == 0 {
                    waits.push(self.wait(WaitOn::AnyRoute, Role::SystemManager));
                }
                let open = self.tally.routes - self.tally.decided;
                if open > 0 {
                    waits.push(self.wait(WaitOn::Decisions(open), Role::SystemManager));
                }
                if self.unplaced() > 0 {
                    let orders = WaitOn::Orders(self.unplaced());
                    waits.push(self.wait(orders, Role::NewOperations));
                }
            }
            Need::ReceiptsClear => {
                let Scope::Attempt(number) = scope else { return };
                let incidents = self.tally.receipts_of(number).incidents;
                let lacking = self.receipts_lacking(number);
                if lacking > 0 {
                    waits.push(self.wait(WaitOn::Receipts(lacking), Role::Helpdesk));
                }
                if incidents > 0 {
                    waits.push(self.wait(WaitOn::Incidents(incidents), Role::NewOperations));
                }
            }
        }
    }

    fn wait_for_agreements(&self, waits: &mut Vec<Wait>) {
        match self.answer(Gateway::AgreementsNeeded, Scope::Case) {
            Some(Answer::Yes) => {}
            Some(_) => return,
            None if self.tally.routes == 0 => {
                return waits.push(self.wait(WaitOn::AnyRoute, Role::SystemManager));
            }
            None => {
                let open = WaitOn::Decisions(self.tally.routes - self.tally.decided);
                return waits.push(self.wait(open, Role::SystemManager));
            }
        }
        if self.agreements.is_empty() {
            waits.push(self.wait(WaitOn::AnyAgreement, Role::NewOperations));
        }
        for agreement in &self.agreements {
            let scope = Scope::Agreement(*agreement);
            if !self.status(Activity::U12, scope).is_settled() {
                waits.push(self.wait_for_activity(Activity::U12, scope));
            }
        }
        if self.decided(Gateway::MoreAgreements, Scope::Case) != Some(Answer::No) {
            waits.push(self.wait_for_answer(Gateway::MoreAgreements, Scope::Case));
        }
    }

    fn wait(&self, on: WaitOn, from: Role) -> Wait {
        Wait { on, from: vec![Holder { role: from, organisation: None }] }
    }

    fn wait_for_activity(&self, activity: Activity, scope: Scope) -> Wait {
        let parts = self.parts(self.info(activity), scope);
        let from = parts.into_iter().filter(|part| !part.done).map(|part| part.holder).collect();
        Wait { on: WaitOn::Activity(activity, scope), from }
    }

    fn wait_for_answer(&self, gateway: Gateway, scope: Scope) -> Wait {
        let role = match gateway.info().origin {
            Origin::Asked(role) | Origin::Proposed(role) => role,
            // What a derived answer waits for is up to those who perform what it is derived from.
            Origin::Derived => self.info(gateway.info().at).roles[0],
        };
        self.wait(WaitOn::Answer(gateway, scope), role)
    }

    /// The scope in which an activity of one scope needs one of another.
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

    fn gateway_scope(&self, gateway: Gateway, from: Scope) -> Scope {
        match (gateway.info().scope, from) {
            (ScopeKind::Attempt, Scope::Attempt(number)) => Scope::Attempt(number),
            (ScopeKind::Attempt, _) => Scope::Attempt(self.current()),
            _ => Scope::Case,
        }
    }

    fn outcome(&self, attempt: u16) -> Outcome {
        let state = self.attempts.iter().find(|state| state.number == attempt);
        state.map_or(Outcome::Open, |state| state.outcome)
    }

    fn decided(&self, gateway: Gateway, scope: Scope) -> Option<Answer> {
        self.case.decision(gateway, scope).and_then(|decision| decision.answer)
    }

    fn unplaced(&self) -> usize {
        self.tally.fn_orders - self.tally.fn_placed
    }

    /// Receipts due in an attempt that are neither ok nor failed yet.
    fn receipts_lacking(&self, attempt: u16) -> usize {
        let receipts = self.tally.receipts_of(attempt);
        let known = receipts.ok + receipts.resolved + receipts.incidents;
        self.tally.receipts_due().saturating_sub(known)
    }
}
