//! The checks of a case: what is missing, contradictory or out of order (domain, section 6, rule 6).

use std::collections::BTreeMap;

use super::attempts::{AttemptState, current};
use super::lines::{LineKey, Lines};
use super::reason::Question;
use super::status::Step;
use super::tally::Tally;
use super::{findings_conflicts, findings_routes, findings_texts};
use crate::domain::case::{Case, Field, Id, OrderKind, Scope};
use crate::domain::process::{Activity, Answer, Gateway, Role};
use crate::domain::sorting::sort_by_numbers;
use crate::domain::time::LocalTime;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The change cannot be carried out as it stands.
    Error,
    /// Someone must look at it.
    Warning,
    /// Worth knowing.
    Note,
}

/// Where a finding is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    Case,
    Route(Id),
    Order(Id, OrderKind),
    Agreement(Id),
    Attempt(u16),
    Activity(Activity, Scope),
    Role(Role),
    System(Id),
    Field(Field),
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    pub severity: Severity,
    pub place: Place,
    /// The point of the source that it rests on.
    pub source: Activity,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// A route is not decided; the questions that are open.
    RouteUndecided(Vec<Question>),
    /// A new webservice route has no service agreement.
    AgreementMissing,
    /// A delegated order has nobody named to sign: "Afklar underskriver".
    SignerUnclear,
    /// A delegated order lacks so many signatures.
    SignaturesLacking(usize),
    /// So many orders are placed without a BestillingsID.
    OrderIdMissing(usize),
    /// A replaced route's old side has nobody to close it.
    NobodyCloses,
    /// The same old route is closed by both FN and FG.
    ClosedTwice { other: Id },
    /// Lines that are replaced together have no new route among them, or no old one that is closed.
    ReplacedByNothing,
    /// The eksekveringsoversigt has the order before one of an earlier moment.
    PlanContradiction { other: Id, other_kind: OrderKind },
    /// Gennemfør was decided with so many findings that matter open.
    GoWithOpenFindings(usize),
    /// The service window ends before it starts.
    WindowEndsBeforeStart,
    /// A step's planned time lies outside its service window.
    PlannedOutsideWindow(Activity),
    /// Nobody is named for a role.
    RoleWithoutPerson(Role),
    /// An it-system has no forvaltningsansvarlig.
    OperatorMissing,
    /// An activity was recorded, or an order placed, before its turn.
    OutOfOrder,
    /// A completion has lost what it rested on.
    BasisLost,
    /// Several values stand in a field.
    Conflict,
    /// A text looks as if it held a CPR number.
    LooksLikeCpr,
}

/// Every finding of a case.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    head: Vec<Finding>,
    /// Those of single lines, in the order of the route overview; no line is empty.
    lines: BTreeMap<LineKey, Vec<Finding>>,
    tail: Vec<Finding>,
    /// How many there are of each severity.
    counts: [usize; 3],
}

impl Findings {
    /// All of them, the weightiest first, otherwise in the process's order.
    pub fn iter(&self) -> std::vec::IntoIter<&Finding> {
        let lines = self.lines.values().flatten();
        let mut all: Vec<&Finding> = self.head.iter().chain(lines).chain(&self.tail).collect();
        sort_by_numbers(&mut all, |finding| [finding.severity as u64, 0, 0]);
        all.into_iter()
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.counts[severity as usize]
    }

    /// Those of no single line: of the case, and of lines beside each other.
    pub fn beside_lines(&self) -> impl Iterator<Item = &Finding> {
        self.head.iter().chain(&self.tail)
    }

    /// Those of one line by itself, by its place.
    pub(super) fn of_line(&self, place: LineKey) -> &[Finding] {
        self.lines.get(&place).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many lines there are findings about by themselves.
    pub(super) fn lines(&self) -> usize {
        self.lines.len()
    }

    /// Puts in the findings of a line in place of those it had.
    pub(super) fn set_line(&mut self, place: LineKey, found: Vec<Finding>) {
        for finding in &found {
            self.counts[finding.severity as usize] += 1;
        }
        let before = match found.is_empty() {
            true => self.lines.remove(&place),
            false => self.lines.insert(place, found),
        };
        for finding in before.into_iter().flatten() {
            self.counts[finding.severity as usize] -= 1;
        }
    }

    /// Puts in what is found beside the single lines in place of what was.
    pub(super) fn set_rest(
        &mut self,
        case: &Case,
        lines: &Lines,
        tally: &Tally,
        steps: &[Step],
        attempts: &[AttemptState],
    ) {
        for finding in self.head.drain(..).chain(self.tail.drain(..)) {
            self.counts[finding.severity as usize] -= 1;
        }
        of_header(case, tally, &mut self.head);
        findings_routes::of_lines(case, lines, &mut self.tail);
        of_steps(steps, &mut self.tail);
        findings_texts::of_texts(case, &mut self.tail);
        findings_conflicts::of_conflicts(case, &mut self.tail);
        of_windows(case, attempts, &mut self.tail);
        for finding in self.head.iter().chain(&self.tail) {
            self.counts[finding.severity as usize] += 1;
        }
        let open = self.count(Severity::Error) + self.count(Severity::Warning);
        if let Some(finding) = of_decision(case, attempts, open) {
            self.counts[finding.severity as usize] += 1;
            self.tail.push(finding);
        }
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = std::vec::IntoIter<&'a Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

pub(super) fn finding(
    kind: FindingKind,
    severity: Severity,
    place: Place,
    source: Activity,
) -> Finding {
    Finding { kind, severity, place, source }
}

fn of_header(case: &Case, tally: &Tally, found: &mut Vec<Finding>) {
    let placed = tally.fn_placed;
    if placed > 0 && case.order_id.is_empty() {
        let kind = FindingKind::OrderIdMissing(placed);
        let place = Place::Activity(Activity::F1, Scope::Case);
        found.push(finding(kind, Severity::Warning, place, Activity::F1));
    }
    let people = case.list_people();
    for role in Role::ALL {
        if !people.iter().any(|(_, person)| person.roles.contains(role)) {
            let kind = FindingKind::RoleWithoutPerson(*role);
            found.push(finding(kind, Severity::Note, Place::Role(*role), Activity::U1));
        }
    }
    for (id, system) in case.list_systems() {
        if case.organisation_name(system.operator).is_none() {
            let place = Place::System(id);
            found.push(finding(
                FindingKind::OperatorMissing,
                Severity::Warning,
                place,
                Activity::U7,
            ));
        }
    }
}

fn of_steps(steps: &[Step], found: &mut Vec<Finding>) {
    for step in steps {
        let Some(deviation) = &step.deviation else { continue };
        let kind = if deviation.reason.is_empty() {
            FindingKind::BasisLost
        } else {
            FindingKind::OutOfOrder
        };
        let severity = if deviation.lacks.is_empty() { Severity::Note } else { Severity::Warning };
        let place = Place::Activity(step.activity, step.scope);
        found.push(finding(kind, severity, place, step.activity));
    }
}

fn of_windows(case: &Case, attempts: &[AttemptState], found: &mut Vec<Finding>) {
    for attempt in attempts {
        let facts = case.attempts.get(&attempt.number);
        let window = facts.and_then(|facts| Some((facts.window_start?, facts.window_end?)));
        if window.is_some_and(|(start, end)| end <= start) {
            let kind = FindingKind::WindowEndsBeforeStart;
            let place = Place::Attempt(attempt.number);
            found.push(finding(kind, Severity::Error, place, Activity::U16));
            continue;
        }
        let Some(facts) = facts else { continue };
        let outside = |at: &LocalTime| {
            facts.window_start.is_some_and(|start| *at < start)
                || facts.window_end.is_some_and(|end| *at > end)
        };
        for (activity, _) in facts.planned.iter().filter(|(_, at)| outside(at)) {
            let kind = FindingKind::PlannedOutsideWindow(*activity);
            let place = Place::Attempt(attempt.number);
            found.push(finding(kind, Severity::Warning, place, *activity));
        }
    }
}

fn of_decision(case: &Case, attempts: &[AttemptState], open: usize) -> Option<Finding> {
    let scope = Scope::Attempt(current(attempts).number);
    let decision = case.decision(Gateway::CarryOut, scope).and_then(|decision| decision.answer);
    (decision == Some(Answer::Go) && open > 0).then(|| {
        let kind = FindingKind::GoWithOpenFindings(open);
        finding(kind, Severity::Error, Place::Activity(Activity::U18, scope), Activity::U18)
    })
}
