//! The decisions that are wanted of people now, each with its answers and who decides.

use crate::domain::case::{Addressing, Closer, Handling, RouteType, Scope};
use crate::domain::case::{
    AttemptField, Case, CaseFile, DecisionField, Field, Id, OrderField, OrderKind, RouteField,
    Side, SideField, Value,
};
use crate::domain::guidance::{
    Finding, FindingKind, GatewayState, Guidance, Outcome, Question, RouteDecision, Signing,
    Status, asked_next, asked_place, candidates,
};
use crate::domain::merging::Dispute;
use crate::domain::process::{Activity, Answer, Gateway, Origin, Role};

/// A decision that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub matter: Matter,
    /// The role that decides; none where it is up to those who disagree.
    pub by: Option<Role>,
    /// The answers to choose among; where there are none, or none fits, it is written.
    ///
    /// Each is what the matter's field is set to, and for a signer the organisation that is named.
    pub options: Vec<Value>,
}

/// What is to be decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Several values stand in a field.
    Conflict(Dispute),
    /// A question of the process that can be answered now.
    Answer(Gateway, Scope),
    /// When the service window of this attempt begins and ends.
    Window(u16),
    /// A question about a route.
    Route(Id, Question),
    /// Who signs for these delegated orders; they have the same candidates.
    Signer(Vec<(Id, OrderKind)>),
}

/// The decisions wanted: conflicts, the process's questions, the window, then the routes in the order of the overview
/// with their questions, and who signs.
pub fn wanted_decisions(file: &CaseFile, guidance: &Guidance) -> Vec<Wanted> {
    let case = file.case();
    let mut wanted: Vec<Wanted> = file.conflicts().map(|it| conflict(Dispute::of(&it))).collect();
    wanted.extend(guidance.gateways.iter().filter(|it| is_open(it)).map(answer));
    wanted.extend(window(case, guidance));
    for id in guidance.lines.ids() {
        let line = case.routes.get(&id).zip(guidance.routes.get(&id));
        let Some((route, decision)) = line else { continue };
        wanted.extend(questions(route, decision).into_iter().map(|it| of_route(id, it)));
    }
    wanted.extend(signers(case, guidance));
    wanted
}

/// The findings that no decision wanted stands for.
pub fn findings_beside(guidance: &Guidance) -> Vec<&Finding> {
    let is_beside = |finding: &&Finding| {
        !matches!(
            finding.kind,
            FindingKind::RouteUndecided(_)
                | FindingKind::NobodyCloses
                | FindingKind::SignerUnclear
                | FindingKind::Conflict
        )
    };
    guidance.findings.iter().filter(is_beside).collect()
}

impl Matter {
    /// The field that is set to the option chosen; none where it takes more than one.
    pub fn field(&self) -> Option<Field> {
        Some(match self {
            Matter::Conflict(dispute) => dispute.field,
            Matter::Answer(gateway, scope) => {
                Field::Decision(*gateway, *scope, DecisionField::Answer)
            }
            Matter::Route(id, question) => Field::Route(*id, route_field(*question)),
            Matter::Window(_) | Matter::Signer(_) => return None,
        })
    }

    /// The fields that are written where there is nothing to choose among.
    pub fn written(&self) -> Vec<Field> {
        match self {
            Matter::Window(attempt) => [AttemptField::WindowStart, AttemptField::WindowEnd]
                .map(|field| Field::Attempt(*attempt, field))
                .to_vec(),
            _ => Vec::new(),
        }
    }
}

/// The field that answers a question about a route.
fn route_field(question: Question) -> RouteField {
    match question {
        Question::Handling => RouteField::Handling,
        Question::Closer => RouteField::Closer,
        Question::Active => RouteField::Side(Side::Old, SideField::Active),
        Question::Addressing(side) => RouteField::Side(side, SideField::Addressing),
        Question::Type(side) => RouteField::Side(side, SideField::Type),
        Question::Party(Side::Old) => RouteField::Order(OrderKind::Close, OrderField::Party),
        Question::Party(Side::New) => RouteField::Order(OrderKind::Establish, OrderField::Party),
    }
}

fn conflict(dispute: Dispute) -> Wanted {
    let options = dispute.choices.iter().map(|choice| choice.value.clone()).collect();
    Wanted { matter: Matter::Conflict(dispute), by: None, options }
}

fn is_open(state: &GatewayState) -> bool {
    state.is_open && state.answer.is_none()
}

fn answer(state: &GatewayState) -> Wanted {
    let info = state.gateway.info();
    let by = match info.origin {
        Origin::Asked(role) | Origin::Proposed(role) => Some(role),
        Origin::Derived => None,
    };
    let options = info.answers.iter().map(|(answer, _): &(Answer, _)| Value::from(*answer));
    Wanted { matter: Matter::Answer(state.gateway, state.scope), by, options: options.collect() }
}

/// The window is wanted from when the time of the change is to be agreed until it is known.
fn window(case: &Case, guidance: &Guidance) -> Option<Wanted> {
    let number = guidance.current_attempt();
    let attempt = guidance.attempts.iter().find(|attempt| attempt.number == number)?;
    let step = guidance.step(Activity::U16, Scope::Attempt(number))?;
    let is_reached = matches!(step.status, Status::Ready | Status::Done);
    let facts = case.attempts.get(&number);
    let is_known = facts.is_some_and(|it| it.window_start.is_some() && it.window_end.is_some());
    (is_reached && !is_known && attempt.outcome == Outcome::Open).then(|| Wanted {
        matter: Matter::Window(number),
        by: Some(Role::NewOperations),
        options: Vec::new(),
    })
}

/// The questions of a line that can be answered now, in the order in which its page asks them.
fn questions(route: &crate::domain::case::Route, decision: &RouteDecision) -> Vec<Question> {
    let mut open = decision.open.clone();
    if let Some(next) = asked_next(route, decision).filter(|next| !open.contains(next)) {
        // The new side takes the answer over, so it is asked once.
        let taken_over = match next {
            Question::Type(Side::Old) => Some(Question::Type(Side::New)),
            Question::Addressing(Side::Old) => Some(Question::Addressing(Side::New)),
            _ => None,
        };
        open.retain(|question| Some(*question) != taken_over);
        open.push(next);
    }
    let mut ordered: Vec<Question> = Vec::new();
    for place in 0..=open.iter().map(|question| asked_place(*question)).max().unwrap_or(0) {
        ordered.extend(open.iter().find(|question| asked_place(**question) == place));
    }
    ordered
}

fn of_route(id: Id, question: Question) -> Wanted {
    let by = match question {
        Question::Party(_) => Role::NewOperations,
        _ => Role::SystemManager,
    };
    let options = match question {
        Question::Handling => Handling::ALL.iter().map(|it| Value::from(*it)).collect(),
        Question::Closer => Closer::ALL.iter().map(|it| Value::from(*it)).collect(),
        Question::Addressing(_) => Addressing::ALL.iter().map(|it| Value::from(*it)).collect(),
        Question::Type(_) => RouteType::ALL.iter().map(|it| Value::from(*it)).collect(),
        Question::Active | Question::Party(_) => [true, false].map(Value::Flag).to_vec(),
    };
    Wanted { matter: Matter::Route(id, question), by: Some(by), options }
}

/// Delegated orders of which nobody is named to sign, those with the same candidates together.
fn signers(case: &Case, guidance: &Guidance) -> Vec<Wanted> {
    type Orders = Vec<(Id, OrderKind)>;
    let mut groups: Vec<(Vec<Id>, Orders)> = Vec::new();
    for id in guidance.lines.ids() {
        let Some(decision) = guidance.routes.get(&id) else { continue };
        for order in decision.orders.iter().filter(|order| order.signing == Signing::Unclear) {
            let may = candidates(case, decision, order);
            let may: Vec<Id> = may.into_iter().map(|candidate| candidate.organisation).collect();
            match groups.iter_mut().find(|(other, _)| *other == may) {
                Some((_, orders)) => orders.push((id, order.kind)),
                None => groups.push((may, vec![(id, order.kind)])),
            }
        }
    }
    let wanted = |(may, orders): (Vec<Id>, Orders)| Wanted {
        matter: Matter::Signer(orders),
        by: Some(Role::SystemManager),
        options: may.into_iter().map(Value::Link).collect(),
    };
    groups.into_iter().map(wanted).collect()
}
