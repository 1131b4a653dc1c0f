//! Builds a case through its events and plays what each role is offered: to do anything else takes another method.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Handover, Process, Role};
use udskift_it_system::domain::time::{Day, LocalTime};

pub use super::line::*;
use Activity::*;

/// One writer's case: a municipality, two suppliers and three more systems.
#[derive(Clone)]
pub struct Player {
    pub file: CaseFile,
    pen: Pen,
    at: i64,
    /// The municipality: systemansvarlig for all but the involved systems.
    pub municipality: Id,
    /// Forvaltningsansvarlig for the new system and for `neighbour`.
    pub new_supplier: Id,
    /// Forvaltningsansvarlig for the old system.
    pub old_supplier: Id,
    /// Forvaltningsansvarlig for `other` and `third`, and systemansvarlig for them.
    pub involved: Id,
    pub old: Id,
    pub new: Id,
    pub other: Id,
    pub third: Id,
    pub neighbour: Id,
}

pub const CASE: Scope = Scope::Case;
pub const FIRST: Scope = Scope::Attempt(1);
pub const SECOND: Scope = Scope::Attempt(2);

impl Player {
    pub fn new() -> Player {
        let nobody = Writer::new(7).id(9999);
        let mut p = Player {
            file: CaseFile::default(),
            pen: Pen::new(Writer::new(7), Author::default()),
            at: 1_000,
            municipality: nobody,
            new_supplier: nobody,
            old_supplier: nobody,
            involved: nobody,
            old: nobody,
            new: nobody,
            other: nobody,
            third: nobody,
            neighbour: nobody,
        };
        p.municipality = p.organisation("Ny Kommune");
        p.new_supplier = p.organisation("Nyt A/S");
        p.old_supplier = p.organisation("Gammelt A/S");
        p.involved = p.organisation("Tredje A/S");
        p.old = p.system("Gamle", p.municipality, p.old_supplier);
        p.new = p.system("Nye", p.municipality, p.new_supplier);
        p.other = p.system("Anden", p.involved, p.involved);
        p.third = p.system("Tredje", p.involved, p.involved);
        p.neighbour = p.system("Nabo", p.involved, p.new_supplier);
        p.set(Field::Case(CaseField::OldSystem), p.old);
        p.set(Field::Case(CaseField::NewSystem), p.new);
        p
    }

    pub fn with_lines(lines: &[Line]) -> (Player, Vec<Id>) {
        let mut p = Player::new();
        let routes = lines.iter().map(|line| p.line(*line)).collect();
        (p, routes)
    }

    // Facts

    pub fn set(&mut self, field: Field, value: impl Into<Value>) {
        self.write(vec![(field, value.into())]);
    }

    pub fn write(&mut self, changes: Vec<(Field, Value)>) {
        self.at += 60_000;
        self.file.write(&mut self.pen, self.at, changes);
    }

    pub fn create(
        &mut self,
        kind: EntityKind,
        facts: impl FnOnce(Id) -> Vec<(Field, Value)>,
    ) -> Id {
        self.at += 60_000;
        self.file.create(&mut self.pen, self.at, kind, facts).0
    }

    pub fn organisation(&mut self, name: &str) -> Id {
        self.create(EntityKind::Organisation, |id| vec![(Field::OrganisationName(id), name.into())])
    }

    pub fn system(&mut self, name: &str, manager: Id, operator: Id) -> Id {
        self.create(EntityKind::System, |id| {
            vec![
                (Field::System(id, SystemField::Name), name.into()),
                (Field::System(id, SystemField::Manager), manager.into()),
                (Field::System(id, SystemField::Operator), operator.into()),
            ]
        })
    }

    pub fn agreement(&mut self, system: Id) -> Id {
        self.create(EntityKind::Agreement, |id| {
            vec![(Field::Agreement(id, AgreementField::System), system.into())]
        })
    }

    /// Enters a line with all its facts.
    pub fn line(&mut self, line: Line) -> Id {
        let closes = matches!(line.handling, Handling::Replace | Handling::Close);
        let establishes = matches!(line.handling, Handling::Replace | Handling::Establish);
        let id = self.create(EntityKind::Route, |id| {
            vec![
                (Field::Route(id, RouteField::Handling), line.handling.into()),
                (Field::Route(id, RouteField::Closer), line.closer.into()),
                (Field::Route(id, RouteField::OrderedEarly), line.early.into()),
            ]
        });
        if closes || line.handling == Handling::Keep {
            let from = if line.old.party { self.neighbour } else { self.other };
            self.side(id, Side::Old, line.old, from, self.old);
        }
        if establishes {
            let to = if line.new.party { self.new } else { self.third };
            self.side(id, Side::New, line.new, self.other, to);
        }
        id
    }

    pub fn side(&mut self, route: Id, side: Side, facts: Facts, from: Id, to: Id) {
        let field = |field| Field::Route(route, RouteField::Side(side, field));
        self.write(vec![
            (field(SideField::Type), facts.kind.into()),
            (field(SideField::Addressing), facts.addressing.into()),
            (field(SideField::System(End::From)), from.into()),
            (field(SideField::System(End::To)), to.into()),
        ]);
        if side == Side::Old {
            self.set(field(SideField::Active), facts.active);
        }
    }

    pub fn route(&mut self, route: Id, field: RouteField, value: impl Into<Value>) {
        self.set(Field::Route(route, field), value);
    }

    pub fn remove(&mut self, kind: EntityKind, id: Id) {
        self.set(Field::Exists(kind, id), false);
    }

    // What guidance says

    pub fn guide(&self) -> Guidance {
        guide(&Process::UDSKIFT_IT_SYSTEM, self.file.case())
    }

    pub fn step(&self, activity: Activity, scope: Scope) -> Step {
        let guidance = self.guide();
        guidance.step(activity, scope).unwrap_or_else(|| panic!("{activity:?} {scope:?}")).clone()
    }

    pub fn status(&self, activity: Activity, scope: Scope) -> Status {
        self.step(activity, scope).status
    }

    pub fn is_ready(&self, activity: Activity, scope: Scope) -> bool {
        self.status(activity, scope) == Status::Ready
    }

    pub fn is_done(&self, activity: Activity, scope: Scope) -> bool {
        self.status(activity, scope) == Status::Done
    }

    /// What an activity waits for, and the roles it waits for.
    pub fn waits(&self, activity: Activity, scope: Scope) -> Vec<(WaitOn, Vec<Role>)> {
        roles_of(self.status(activity, scope).waits())
    }

    pub fn decision(&self, route: Id) -> RouteDecision {
        let case = self.file.case();
        decide(&RouteContext::of(case), &case.routes[&route])
    }

    pub fn order(&self, route: Id, kind: OrderKind) -> Order {
        self.decision(route).order(kind).unwrap_or_else(|| panic!("no order to {kind:?}")).clone()
    }

    pub fn order_status(&self, route: Id, kind: OrderKind) -> OrderStatus {
        order_status(&self.guide(), route, &self.order(route, kind))
    }

    pub fn findings(&self) -> Vec<Finding> {
        self.guide().findings.iter().cloned().collect()
    }

    /// The activities that are some role's turn, without those that are made of others.
    pub fn ready(&self) -> Vec<Activity> {
        let steps = self.guide().steps;
        let ready = steps.iter().filter(|step| step.status == Status::Ready);
        ready.map(|step| step.activity).filter(|a| a.info().made_of.is_empty()).collect()
    }

    // What people record

    /// Every role and organisation that performs the activity does its part, being offered it.
    pub fn does(&mut self, activity: Activity, scope: Scope) {
        let step = self.step(activity, scope);
        assert_eq!(step.status, Status::Ready, "{activity:?} in {scope:?}");
        assert!(step.lacks().is_empty(), "{activity:?} in {scope:?} lacks {:?}", step.lacks());
        for part in step.parts.iter().filter(|part| !part.done) {
            self.tick(activity, scope, part.holder);
        }
        assert!(self.is_done(activity, scope), "{activity:?} in {scope:?} is not done");
    }

    pub fn do_all(&mut self, activities: &[Activity], scope: Scope) {
        for activity in activities {
            self.does(*activity, scope);
        }
    }

    /// Records one part, whether or not it is offered.
    pub fn tick(&mut self, activity: Activity, scope: Scope, holder: Holder) {
        let key = MarkKey { activity, scope, holder };
        self.set(Field::Done(key, MarkField::State), MarkState::Done);
    }

    /// Records an activity before its turn.
    pub fn does_early(&mut self, activity: Activity, scope: Scope, reason: &str) {
        let key = MarkKey::new(activity, scope, activity.info().roles[0]);
        self.write(vec![
            (Field::Done(key, MarkField::State), MarkState::Done.into()),
            (Field::Done(key, MarkField::Reason), reason.into()),
        ]);
    }

    pub fn takes_back(&mut self, activity: Activity, scope: Scope) {
        let key = MarkKey::new(activity, scope, activity.info().roles[0]);
        self.set(Field::Done(key, MarkField::State), Value::Nothing);
    }

    /// Answers a question that is asked.
    pub fn answers(&mut self, gateway: Gateway, scope: Scope, answer: Answer) {
        let guidance = self.guide();
        let state = guidance.gateway(gateway, scope).unwrap();
        assert!(state.is_open, "{gateway:?} is not asked");
        self.decides(gateway, scope, answer);
    }

    /// Records an answer, whether or not it is asked.
    pub fn decides(&mut self, gateway: Gateway, scope: Scope, answer: impl Into<Value>) {
        self.set(Field::Decision(gateway, scope, DecisionField::Answer), answer);
    }

    /// Places an order that can be placed.
    pub fn orders(&mut self, route: Id, kind: OrderKind) {
        assert_eq!(self.order_status(route, kind), OrderStatus::Ready, "{kind:?} of {route}");
        self.orders_anyway(route, kind);
    }

    pub fn orders_anyway(&mut self, route: Id, kind: OrderKind) {
        let order = self.order(route, kind);
        let key = MarkKey::new(order.form.unwrap(), Scope::Route(route), order.orderer);
        self.set(Field::Done(key, MarkField::State), MarkState::Done);
    }

    /// Names one who is to sign, and who has signed if there is a day.
    pub fn signature(&mut self, route: Id, kind: OrderKind, signed: Option<Day>) -> Id {
        let id = self.pen.next_id();
        let field = |field| Field::Route(route, RouteField::Signature(id, field));
        self.write(vec![
            (field(SignatureField::Order), kind.into()),
            (field(SignatureField::Signer), "Underskriver".into()),
            (field(SignatureField::Signed), signed.into()),
        ]);
        id
    }

    pub fn receipt(&mut self, route: Id, kind: OrderKind, attempt: u16, state: ReceiptState) {
        let field = RouteField::Receipt(kind, Occasion::Attempt(attempt), ReceiptField::State);
        self.route(route, field, state);
    }

    pub fn resolves(&mut self, route: Id, kind: OrderKind, attempt: u16) {
        let field = RouteField::Receipt(kind, Occasion::Attempt(attempt), ReceiptField::Resolved);
        self.route(route, field, day(1));
    }

    pub fn window(&mut self, attempt: u16, start: &str, end: &str) {
        let time = |text| LocalTime::parse(text);
        self.set(Field::Attempt(attempt, AttemptField::WindowStart), time(start));
        self.set(Field::Attempt(attempt, AttemptField::WindowEnd), time(end));
    }

    pub fn sends(&mut self, handover: Handover, scope: Scope) {
        self.set(Field::Sent(handover, scope), true);
    }

    // Stretches of the story

    /// From the decision to FN having the route overview.
    pub fn until_overview(&mut self) {
        self.do_all(&[Start, U1, U2, U3, U4, U5, U6, U7, U8], CASE);
    }

    /// One agreement through U9–U12, and no more.
    pub fn agrees(&mut self, system: Id) -> Id {
        let id = self.agreement(system);
        self.do_all(&[U9, U10, U11, U12], Scope::Agreement(id));
        self.answers(Gateway::MoreAgreements, CASE, Answer::No);
        id
    }

    /// FN's preparation: each order, signed if it is delegated and with the agreement if it needs one.
    pub fn prepares(&mut self, agreement: Option<Id>) {
        self.does(F1, CASE);
        self.prepares_after_f1(agreement);
    }

    pub fn prepares_after_f1(&mut self, agreement: Option<Id>) {
        for (route, decision) in self.guide().routes {
            for order in decision.orders.iter().filter(|order| !order.by_old_operations()) {
                if order.delegated() == Some(true) && order.signing != Signing::Complete {
                    self.signature(route, order.kind, Some(day(1)));
                }
                if order.agreement == AgreementNeed::Missing {
                    self.route(route, RouteField::Agreement, agreement);
                }
                if order.placed.is_none() {
                    self.orders(route, order.kind);
                }
            }
        }
        self.does(F8, CASE);
    }

    /// From the overview to the decision of the first attempt, with an agreement if the routes need one.
    pub fn until_decision(&mut self) {
        self.until_overview();
        let needed = self.guide().gateway(Gateway::AgreementsNeeded, CASE).unwrap().answer;
        let agreement = (needed == Some(Answer::Yes)).then(|| self.agrees(self.other));
        self.does(U13, CASE);
        self.prepares(agreement);
        self.does(U15, CASE);
        self.do_all(&[U16, U17], FIRST);
    }

    /// The window up to the receipts, each of them ok.
    pub fn until_receipts(&mut self, attempt: u16) {
        let scope = Scope::Attempt(attempt);
        self.answers(Gateway::CarryOut, scope, Answer::Go);
        self.do_all(&[G1, G2], scope);
        if self.guide().tally.receipts_due() > 0 {
            self.do_all(&[G3, G4], scope);
        }
        for (route, decision) in self.guide().routes {
            for order in decision.orders.iter().filter(|o| o.moment == Some(Moment::Window)) {
                self.receipt(route, order.kind, attempt, ReceiptState::Ok);
            }
        }
    }

    /// From the receipts to the result being known to all.
    pub fn ends(&mut self, attempt: u16, check: Answer) {
        let scope = Scope::Attempt(attempt);
        self.do_all(&[G5, G6, G7, G8], scope);
        self.answers(Gateway::CheckOk, scope, check);
        self.does(if check == Answer::Yes { G10 } else { G11 }, scope);
        self.do_all(&[G12, U20, U21], scope);
    }
}

/// The waits with the roles that are waited for.
pub fn roles_of(waits: &[Wait]) -> Vec<(WaitOn, Vec<Role>)> {
    waits.iter().map(|w| (w.on, w.from.iter().map(|holder| holder.role).collect())).collect()
}

pub fn day(day: u8) -> Day {
    Day { year: 2026, month: 11, day }
}
