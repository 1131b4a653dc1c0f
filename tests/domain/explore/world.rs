//! A small case to explore: its fixed facts, the facts recorded so far, and the moves that guidance offers.

use std::collections::BTreeMap;

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Role, ScopeKind};

use super::super::decisions::{Row, expected_orders};
use super::super::player::{CASE, Line, Player, day};
use Activity::*;

/// Where the exploration begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Begin {
    Start,
    /// U13 is done, and the agreement made if the routes need one.
    Prepare,
}

/// A case and how far it is explored.
#[derive(Clone)]
pub struct World {
    pub lines: Vec<Line>,
    routes: Vec<Id>,
    pub attempts: u16,
    pub agreements: usize,
    /// What is independent is done one after the other; naming and signing are one move.
    pub folded: bool,
    pub case: Case,
    pub begin: State,
}

/// The facts recorded: a field, its value, and for the question of more agreements how many there were.
pub type State = BTreeMap<Field, (Value, u64)>;

/// A recorded fact.
pub type Fact = (Field, (Value, u64));

/// Writers that nothing of the fixed facts comes from.
const AGREEMENT: Writer = Writer::new(101);
const SIGNATURE: Writer = Writer::new(102);

impl World {
    pub fn new(lines: &[Line], begin: Begin) -> World {
        let (p, routes) = Player::with_lines(lines);
        let mut world = World {
            lines: lines.to_vec(),
            routes,
            attempts: 1,
            agreements: 1,
            folded: false,
            case: p.file.case().clone(),
            begin: State::new(),
        };
        if begin == Begin::Prepare {
            world.begin_at_preparation();
        }
        world
    }

    pub fn attempts(self, attempts: u16) -> World {
        World { attempts, ..self }
    }

    pub fn agreements(self, agreements: usize) -> World {
        World { agreements, ..self }
    }

    pub fn folded(self) -> World {
        World { folded: true, ..self }
    }

    /// The orders of each route, by the domain's table rather than by guidance.
    pub fn orders(&self, state: &State) -> Vec<(Id, Row)> {
        let of_line = |(line, route): (&Line, &Id)| {
            let (route, early) = (*route, is_early(state, *route));
            let rows = expected_orders(Line { early, ..*line });
            rows.into_iter().map(move |row| (route, row))
        };
        self.lines.iter().zip(&self.routes).flat_map(of_line).collect()
    }

    /// The agreements made in a state.
    pub fn agreements_of(state: &State) -> Vec<Id> {
        let made = state.keys().filter_map(|field| match field {
            Field::Exists(EntityKind::Agreement, id) => Some(*id),
            _ => None,
        });
        made.collect()
    }

    /// The case with the facts of a state.
    pub fn case_of(&self, state: &State) -> Case {
        let mut case = self.case.clone();
        for (field, (value, agreements)) in state {
            let (id, clock) = match field {
                Field::Exists(_, id) => (*id, 2 * u64::from(id.seq)),
                _ => (AGREEMENT.id(99), 2 * agreements + 1),
            };
            let stamp = Stamp { id, clock, at: 0, author: Default::default() };
            case.apply(*field, value, Some(&stamp));
        }
        case
    }

    /// What is offered in a state, each as the facts it adds.
    pub fn moves(&self, state: &State, case: &Case, guidance: &Guidance) -> Vec<Vec<Fact>> {
        let mut moves = Moves { world: self, state, next: Vec::new() };
        for step in &guidance.steps {
            moves.of_step(step);
        }
        for gateway in &guidance.gateways {
            moves.of_gateway(gateway);
        }
        if state.contains_key(&done(U13, CASE, Role::SystemManager)) {
            let of_route = |(id, decision): (&Id, &RouteDecision)| {
                decision.orders.clone().into_iter().map(|order| (*id, order)).collect::<Vec<_>>()
            };
            for (route, order) in guidance.routes.iter().flat_map(of_route) {
                let before = moves.next.len();
                moves.of_order(guidance, route, &order);
                if self.folded && moves.next.len() > before {
                    break;
                }
            }
        }
        moves.of_receipts(case, guidance);
        moves.of_early_orders();
        moves.next
    }

    /// The state with what no longer matters left out.
    pub fn fold(&self, mut state: State, guidance: &Guidance) -> State {
        let ended = |attempt: u16| attempt < guidance.current_attempt();
        state.retain(|field, (value, _)| match field {
            Field::Route(_, RouteField::Receipt(_, Occasion::Attempt(attempt), field))
                if ended(*attempt) =>
            {
                *value = ReceiptState::Ok.into();
                *field == ReceiptField::State
            }
            _ => true,
        });
        state
    }

    fn begin_at_preparation(&mut self) {
        let mut state = State::new();
        for activity in [Start, U1, U2, U3, U4, U5, U6, U7, U8, U13] {
            let role = activity.info().roles[0];
            state.insert(done(activity, CASE, role), (MarkState::Done.into(), 0));
        }
        if self.orders(&state).iter().any(|(_, row)| row.needs_agreement) {
            let agreement = AGREEMENT.id(1);
            state.insert(Field::Exists(EntityKind::Agreement, agreement), (true.into(), 0));
            for activity in [U9, U10, U11, U12] {
                let role = activity.info().roles[0];
                let scope = Scope::Agreement(agreement);
                state.insert(done(activity, scope, role), (MarkState::Done.into(), 0));
            }
            let more = Field::Decision(Gateway::MoreAgreements, CASE, DecisionField::Answer);
            state.insert(more, (Answer::No.into(), 1));
        }
        self.begin = state;
    }
}

/// The moves of one state.
struct Moves<'a> {
    world: &'a World,
    state: &'a State,
    next: Vec<Vec<Fact>>,
}

impl Moves<'_> {
    fn add(&mut self, facts: impl IntoIterator<Item = (Field, Value)>) {
        let made = |field: &Field| match field {
            Field::Decision(Gateway::MoreAgreements, ..) => World::agreements_of(self.state).len(),
            _ => 0,
        };
        let facts = facts.into_iter().map(|(field, value)| (field, (value, made(&field) as u64)));
        self.next.push(facts.collect());
    }

    fn add_agreement(&mut self) {
        let made = World::agreements_of(self.state).len();
        if made < self.world.agreements {
            let id = AGREEMENT.id(made as u32 + 1);
            self.add([(Field::Exists(EntityKind::Agreement, id), true.into())]);
        }
    }

    fn of_step(&mut self, step: &Step) {
        if step.status != Status::Ready || step.activity.info().decides.is_some() {
            return;
        }
        if step.scope == CASE && step.activity.info().scope == ScopeKind::Agreement {
            return self.add_agreement();
        }
        // What is made of other things is done by doing those.
        if !step.lacks().is_empty() {
            return;
        }
        let undone = step.parts.iter().filter(|part| !part.done);
        for part in undone.take(if self.world.folded { 1 } else { usize::MAX }) {
            let (activity, scope, holder) = (step.activity, step.scope, part.holder);
            let field = Field::Done(MarkKey { activity, scope, holder }, MarkField::State);
            self.add([(field, MarkState::Done.into())]);
            if activity.info().optional && !self.world.folded {
                self.add([(field, MarkState::Skipped.into())]);
            }
        }
    }

    fn of_gateway(&mut self, state: &GatewayState) {
        let (gateway, scope) = (state.gateway, state.scope);
        if gateway == Gateway::MoreAgreements && state.answer == Some(Answer::Yes) && state.is_open
        {
            return self.add_agreement();
        }
        if !state.is_open || state.answer.is_some() {
            return;
        }
        for (answer, _) in gateway.info().answers {
            let ends_attempt = matches!(
                (gateway, answer),
                (Gateway::CarryOut, Answer::Postpone)
                    | (Gateway::CheckOk, Answer::No)
                    | (Gateway::Abandon, Answer::Yes)
            );
            let last = scope == Scope::Attempt(self.world.attempts);
            let more = gateway == Gateway::MoreAgreements
                && *answer == Answer::Yes
                && World::agreements_of(self.state).len() == self.world.agreements;
            // Both answers lead to U23.
            let same = gateway == Gateway::StillUsed && *answer == Answer::No && self.world.folded;
            if !(ends_attempt && last || more || same) {
                let field = Field::Decision(gateway, scope, DecisionField::Answer);
                self.add([(field, (*answer).into())]);
            }
        }
    }

    fn of_order(&mut self, guidance: &Guidance, route: Id, order: &Order) {
        let number = match order.kind {
            OrderKind::Close => 1,
            OrderKind::Establish => 2,
        };
        let signature = SIGNATURE.id(route.seq * 10 + number);
        let field = |field| Field::Route(route, RouteField::Signature(signature, field));
        let named = (field(SignatureField::Order), order.kind.into());
        let signed = (field(SignatureField::Signed), day(1).into());
        match order.signing {
            Signing::Unclear if self.world.folded => self.add([named, signed]),
            Signing::Unclear => self.add([named]),
            Signing::Lacking(_) => self.add([signed]),
            Signing::NotNeeded | Signing::Complete => {}
        }
        if order.agreement == AgreementNeed::Missing {
            for agreement in World::agreements_of(self.state) {
                self.add([(Field::Route(route, RouteField::Agreement), agreement.into())]);
            }
        }
        if let (OrderStatus::Ready, Some(form)) = (order_status(guidance, route, order), order.form)
        {
            self.add([(done(form, Scope::Route(route), order.orderer), MarkState::Done.into())]);
        }
    }

    /// FG may order a closing as soon as it knows of it, before the first decision to carry out.
    fn of_early_orders(&mut self) {
        let told = self.state.contains_key(&done(U15, CASE, Role::OldOperations));
        let first = Field::Decision(Gateway::CarryOut, Scope::Attempt(1), DecisionField::Answer);
        if !told || self.state.contains_key(&first) {
            return;
        }
        for (line, route) in self.world.lines.iter().zip(&self.world.routes) {
            if line.closer == Some(Closer::OldOperations) && !is_early(self.state, *route) {
                self.add([(Field::Route(*route, RouteField::OrderedEarly), true.into())]);
            }
        }
    }

    /// Each order of the window gives a receipt once HD has done it, until FN has them all or gives up.
    fn of_receipts(&mut self, case: &Case, guidance: &Guidance) {
        let attempt = guidance.current_attempt();
        let scope = Scope::Attempt(attempt);
        let status = |activity| guidance.step(activity, scope).map(|step| &step.status);
        if status(G2) != Some(&Status::Done) || matches!(status(G6), Some(Status::Done)) {
            return;
        }
        if matches!(status(G6), Some(Status::NotApplicable(_))) {
            return;
        }
        for (route, row) in &self.world.orders(self.state) {
            let by = if row.kind == OrderKind::Close { G3 } else { G4 };
            if row.moment != Moment::Window || status(by) != Some(&Status::Done) {
                continue;
            }
            let occasion = Occasion::Attempt(attempt);
            let field = |f| Field::Route(*route, RouteField::Receipt(row.kind, occasion, f));
            let recorded = case.routes[route].order(row.kind).receipts.get(&occasion);
            match recorded {
                None => {
                    self.add([(field(ReceiptField::State), ReceiptState::Ok.into())]);
                    let failed = guidance.tally.receipts_of(attempt);
                    if !self.world.folded || failed.incidents + failed.resolved == 0 {
                        let failed = ReceiptState::Failed;
                        self.add([(field(ReceiptField::State), failed.into())]);
                    }
                    if self.world.folded {
                        break;
                    }
                }
                Some(receipt) if receipt.is_open_incident() => {
                    self.add([(field(ReceiptField::Resolved), day(1).into())]);
                }
                Some(_) => {}
            }
        }
    }
}

/// Whether FG has ordered the closing before the window.
fn is_early(state: &State, route: Id) -> bool {
    state.contains_key(&Field::Route(route, RouteField::OrderedEarly))
}

/// The field of a completion by a role that one organisation holds.
pub fn done(activity: Activity, scope: Scope, role: Role) -> Field {
    Field::Done(MarkKey::new(activity, scope, role), MarkField::State)
}
