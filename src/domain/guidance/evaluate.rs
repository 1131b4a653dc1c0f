//! The evaluation: the status of every activity and the answer of every gateway, from facts and sums.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::attempts::{AttemptState, Outcome, attempts, check_answer, current, decided, has_ended};
use super::holders::{involved, manager_of_agreement};
use super::status::{Deviation, Excluded, Part, Status, Step, Wait};
use super::tally::Tally;
use crate::domain::case::{Case, Decision, Holder, Id, Mark, MarkKey, MarkState, Scope};
use crate::domain::process::{Activity, ActivityInfo, Answer, Gateway, Process, Role, ScopeKind};

/// Evaluates a case; each activity once.
pub struct Evaluation<'a> {
    process: &'a Process,
    pub(super) case: &'a Case,
    pub(super) tally: &'a Tally,
    pub attempts: Vec<AttemptState>,
    pub(super) agreements: Vec<Id>,
    /// Each agreement's place among the agreements.
    places: BTreeMap<Id, usize>,
    managers: Vec<Id>,
    operators: Vec<Id>,
    /// The statuses known so far, by activity and by the scope's place among its scopes.
    known: RefCell<Vec<Vec<Option<Status>>>>,
}

impl<'a> Evaluation<'a> {
    pub fn new(process: &'a Process, case: &'a Case, tally: &'a Tally) -> Evaluation<'a> {
        let agreements: Vec<Id> = case.list_agreements().into_iter().map(|(id, _)| id).collect();
        Evaluation {
            process,
            case,
            tally,
            attempts: attempts(case),
            places: agreements.iter().enumerate().map(|(place, id)| (*id, place)).collect(),
            agreements,
            managers: involved(case, Role::InvolvedManagers),
            operators: involved(case, Role::InvolvedOperations),
            known: RefCell::new(vec![Vec::new(); process.activities.len()]),
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

    /// The place of a scope among the scopes of its kind.
    fn place(&self, scope: Scope) -> usize {
        match scope {
            Scope::Case | Scope::Route(_) => 0,
            Scope::Attempt(number) => usize::from(number),
            Scope::Agreement(id) => 1 + self.places.get(&id).copied().unwrap_or(self.places.len()),
        }
    }

    /// One activity with its parts.
    fn step(&self, activity: Activity, scope: Scope) -> Step {
        let info = self.info(activity);
        let parts: Vec<Part> = self.parts(info, scope);
        let status = self.status(activity, scope);
        let begun = matches!(status, Status::Ready | Status::Done);
        let remaining = if begun { self.remaining(info, scope) } else { Vec::new() };
        let deviation =
            (status == Status::Done).then(|| self.deviation(info, scope, &remaining)).flatten();
        Step { activity, scope, status, parts, remaining, deviation }
    }

    /// The status of an activity in a scope.
    pub fn status(&self, activity: Activity, scope: Scope) -> Status {
        self.with_status(activity, scope, Status::clone)
    }

    /// Whether what needs the activity may go on.
    pub fn is_settled(&self, activity: Activity, scope: Scope) -> bool {
        self.with_status(activity, scope, Status::is_settled)
    }

    /// The answer at a gateway; none while it is open.
    pub fn answer(&self, gateway: Gateway, scope: Scope) -> Option<Answer> {
        let yes_if = |yes: bool| Some(if yes { Answer::Yes } else { Answer::No });
        match (gateway, scope) {
            (Gateway::AgreementsNeeded, _) => self.agreements_needed(),
            (Gateway::MoreAgreements, _) => self.more_agreements(),
            (Gateway::MoreRoutes, _) => {
                yes_if(self.tally.decided < self.tally.routes || self.unplaced() > 0)
            }
            (Gateway::ImplicitRoutes, Scope::Attempt(number)) => {
                yes_if(self.has_implicit_routes(number))
            }
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
            // Asked only while an incident is open; without one there is nothing to abandon.
            (Gateway::Abandon, _) => self.decided(gateway, scope).or_else(|| {
                (self.answer(Gateway::ReceiptsOk, scope) != Some(Answer::No)).then_some(Answer::No)
            }),
            (Gateway::Succeeded, Scope::Attempt(number)) => match self.outcome(number) {
                Outcome::Succeeded => Some(Answer::Yes),
                Outcome::RolledBack | Outcome::Rehearsed => Some(Answer::No),
                Outcome::Open | Outcome::Postponed => None,
            },
            _ => self.decided(gateway, scope),
        }
    }

    /// The holders of a role who perform an activity in a scope.
    pub fn holders(&self, role: Role, scope: Scope) -> Vec<Holder> {
        let organisations = match (role, scope) {
            (Role::InvolvedManagers, Scope::Agreement(id)) => {
                manager_of_agreement(self.case, id).into_iter().collect()
            }
            (Role::InvolvedManagers, _) => self.managers.clone(),
            (Role::InvolvedOperations, _) => self.operators.clone(),
            _ => Vec::new(),
        };
        if organisations.is_empty() {
            return vec![Holder { role, organisation: None }];
        }
        let holder = |organisation| Holder { role, organisation: Some(organisation) };
        organisations.into_iter().map(holder).collect()
    }

    pub(super) fn info(&self, activity: Activity) -> &'a ActivityInfo {
        &self.process.activities[activity as usize]
    }

    pub(super) fn parts(&self, info: &ActivityInfo, scope: Scope) -> Vec<Part> {
        let holders = info.roles.iter().flat_map(|role| self.holders(*role, scope));
        holders.map(|holder| self.part(info, scope, holder)).collect()
    }

    pub(super) fn outcome(&self, attempt: u16) -> Outcome {
        let state = self.attempts.iter().find(|state| state.number == attempt);
        state.map_or(Outcome::Open, |state| state.outcome)
    }

    pub(super) fn decided(&self, gateway: Gateway, scope: Scope) -> Option<Answer> {
        decided(self.case, gateway, scope)
    }

    /// FN's orders that are not placed.
    pub(super) fn unplaced(&self) -> usize {
        self.tally.fn_orders - self.tally.fn_placed
    }

    /// Receipts due in an attempt that are neither ok nor failed yet.
    pub(super) fn receipts_lacking(&self, attempt: u16) -> usize {
        // The routes may have changed since an attempt that ended; it gives no more receipts.
        if has_ended(self.outcome(attempt)) {
            return 0;
        }
        let receipts = self.tally.receipts_of(attempt);
        let known = receipts.ok + receipts.resolved + receipts.incidents;
        self.tally.receipts_due().saturating_sub(known)
    }

    fn with_status<T>(&self, activity: Activity, scope: Scope, read: fn(&Status) -> T) -> T {
        let place = self.place(scope);
        let known = |known: &[Vec<Option<Status>>]| {
            known[activity as usize].get(place).and_then(Option::as_ref).map(read)
        };
        if let Some(known) = known(&self.known.borrow()) {
            return known;
        }
        let status = self.evaluate(self.info(activity), scope);
        let answer = read(&status);
        let mut known = self.known.borrow_mut();
        let of_activity = &mut known[activity as usize];
        if of_activity.len() <= place {
            of_activity.resize(place + 1, None);
        }
        of_activity[place] = Some(status);
        answer
    }

    fn agreements_needed(&self) -> Option<Answer> {
        let decided = self.tally.routes > 0 && self.tally.decided == self.tally.routes;
        // An agreement that someone made shows the need, unless every route turns out to be SFTP.
        let made = !self.agreements.is_empty() && (!decided || self.tally.with_webservice > 0);
        if self.tally.webservices > 0 || made {
            Some(Answer::Yes)
        } else {
            decided.then_some(Answer::No)
        }
    }

    /// The question comes after each U12, so an answer counts for the agreements that were there when it was given.
    fn more_agreements(&self) -> Option<Answer> {
        let answer = self.decided(Gateway::MoreAgreements, Scope::Case)?;
        let decision = self.case.decision(Gateway::MoreAgreements, Scope::Case)?;
        let answered = decision.stamp.as_ref().map_or(0, |stamp| stamp.clock);
        let agreements = self.agreements.iter().filter_map(|id| self.case.agreements.get(id));
        agreements.map(|agreement| agreement.born).all(|born| born <= answered).then_some(answer)
    }

    fn has_implicit_routes(&self, attempt: u16) -> bool {
        if has_ended(self.outcome(attempt)) {
            // What it did, not what the routes have become since.
            let of_window = [Activity::G3, Activity::G4].into_iter().any(|activity| {
                let key = MarkKey::new(activity, Scope::Attempt(attempt), Role::Helpdesk);
                self.case.mark(&key).is_some()
            });
            return of_window || self.tally.receipts.contains_key(&attempt);
        }
        self.tally.receipts_due() > 0
    }

    fn evaluate(&self, info: &ActivityInfo, scope: Scope) -> Status {
        for condition in info.when {
            let at = self.gateway_scope(condition.gateway, scope);
            if let Some(answer) = self.answer(condition.gateway, at)
                && answer != condition.answer
            {
                let gateway = condition.gateway;
                let no_new = gateway == Gateway::AgreementsNeeded && self.tally.with_webservice > 0;
                return Status::NotApplicable(if no_new {
                    Excluded::NoNewWebservice
                } else {
                    Excluded::Branch { gateway, scope: at, answer }
                });
            }
        }
        if let Some(excluded) = self.excluded(info, scope) {
            return Status::NotApplicable(excluded);
        }
        if self.is_done(info, scope) {
            return Status::Done;
        }
        if let Some(excluded) = self.broken_off(info.activity, scope) {
            return Status::NotApplicable(excluded);
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
        if !info.optional {
            return None;
        }
        let holders = info.roles.iter().flat_map(|role| self.holders(*role, scope));
        let mut marks = holders.filter_map(|holder| self.mark(info, scope, holder));
        let skipped = marks.find(|mark| mark.state == Some(MarkState::Skipped))?;
        Some(Excluded::Skipped { stamp: skipped.stamp.clone(), note: skipped.note.clone() })
    }

    /// \[I\] What an attempt that was broken off left undone is nobody's turn any more; what was done stays done.
    fn broken_off(&self, activity: Activity, scope: Scope) -> Option<Excluded> {
        let (gateway, answer) = match activity {
            Activity::U16 | Activity::U17 => (Gateway::CarryOut, Answer::Postpone),
            Activity::G3 | Activity::G4 => (Gateway::Abandon, Answer::Yes),
            _ => return None,
        };
        (self.decided(gateway, scope) == Some(answer)).then_some(Excluded::Branch {
            gateway,
            scope,
            answer,
        })
    }

    fn is_done(&self, info: &ActivityInfo, scope: Scope) -> bool {
        if let Some(gateway) = info.decides {
            return self.answer(gateway, self.gateway_scope(gateway, scope)).is_some();
        }
        let mut holders = info.roles.iter().flat_map(|role| self.holders(*role, scope));
        if holders.all(|holder| self.part(info, scope, holder).done) {
            return true;
        }
        match info.activity {
            Activity::U14 => self.is_status_done(Activity::F8, Scope::Case),
            Activity::U19 => self.is_status_done(Activity::G12, scope),
            Activity::U22 => {
                self.tally.fg_orders > 0
                    && self.tally.fg_placed == self.tally.fg_orders
                    && self.waits(Activity::U22, Scope::Case).is_empty()
            }
            _ => false,
        }
    }

    fn is_status_done(&self, activity: Activity, scope: Scope) -> bool {
        self.with_status(activity, scope, |status| *status == Status::Done)
    }

    fn part(&self, info: &ActivityInfo, scope: Scope, holder: Holder) -> Part {
        if let Some(decision) = self.decision_that_completes(info, scope) {
            return Part {
                holder,
                done: true,
                stamp: decision.stamp.clone(),
                on: None,
                note: decision.note.clone(),
            };
        }
        let mark = self.mark(info, scope, holder);
        Part {
            holder,
            done: mark.is_some_and(|mark| mark.state == Some(MarkState::Done)),
            stamp: mark.and_then(|mark| mark.stamp.clone()),
            on: mark.and_then(|mark| mark.on),
            note: mark.map(|mark| mark.note.clone()).unwrap_or_default(),
        }
    }

    /// The decision whose recording is what completes the activity.
    fn decision_that_completes(&self, info: &ActivityInfo, scope: Scope) -> Option<&'a Decision> {
        if let Some(gateway) = info.decides {
            let at = self.gateway_scope(gateway, scope);
            self.decided(gateway, at)?;
            return self.case.decision(gateway, at);
        }
        // Deciding to abandon the attempt ends the taking in of receipts.
        let abandoned = info.activity == Activity::G5
            && self.decided(Gateway::Abandon, scope) == Some(Answer::Yes);
        if abandoned { self.case.decision(Gateway::Abandon, scope) } else { None }
    }

    fn deviation(
        &self,
        info: &ActivityInfo,
        scope: Scope,
        remaining: &[Wait],
    ) -> Option<Deviation> {
        let reason = match self.decision_that_completes(info, scope) {
            Some(decision) => decision.reason.clone(),
            None => {
                let holders = info.roles.iter().flat_map(|role| self.holders(*role, scope));
                let marks = holders.filter_map(|holder| self.mark(info, scope, holder));
                let reasons = marks.map(|mark| mark.reason.as_str());
                reasons.filter(|reason| !reason.is_empty()).collect::<Vec<_>>().join(" · ")
            }
        };
        let mut lacks = self.waits(info.activity, scope);
        lacks.extend_from_slice(remaining);
        (!reason.is_empty() || !lacks.is_empty()).then_some(Deviation { reason, lacks })
    }

    fn mark(&self, info: &ActivityInfo, scope: Scope, holder: Holder) -> Option<&'a Mark> {
        // Where U9–U12 stand for an agreement yet to be made there is nothing to tick.
        if info.scope == ScopeKind::Agreement && scope == Scope::Case {
            return None;
        }
        self.case.mark(&MarkKey { activity: info.activity, scope, holder })
    }
}
