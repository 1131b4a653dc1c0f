//! The route decision: from a line's facts, its path through the gateways and its orders.

use super::context::RouteContext;
use super::order::{AgreementNeed, Moment, Order, Signing};
use super::reason::{Because, Lacking, Question};
use crate::domain::case::{
    Addressing, Closer, End, Handling, Id, MarkState, OrderKind, Route, RouteSide, RouteType, Side,
};
use crate::domain::process::{Activity, Answer, Gateway, Role};
use crate::domain::signers::{Ruled, rule_order};

/// What follows from a line's facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteDecision {
    pub handling: Option<Handling>,
    /// The old side; none where the line has none.
    pub old: Option<RouteSide>,
    /// The new side with what it takes over from the old; none where the line has none.
    pub new: Option<RouteSide>,
    /// The gateways of Forbered ruter that were met, each with its answer and reason.
    pub path: Vec<PathStep>,
    /// At most one order to close and one to establish, in that order.
    pub orders: Vec<Order>,
    /// What must be answered before the line is decided.
    pub open: Vec<Question>,
}

/// A gateway on a route's path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathStep {
    pub gateway: Gateway,
    pub answer: Option<Answer>,
    pub because: Because,
}

impl RouteDecision {
    /// Whether every question about the line is answered.
    pub fn is_decided(&self) -> bool {
        self.open.is_empty()
    }

    /// One of its orders.
    pub fn order(&self, kind: OrderKind) -> Option<&Order> {
        self.orders.iter().find(|order| order.kind == kind)
    }
}

/// The questions of a line in the order in which its page asks them.
const ASKED: [Question; 9] = [
    Question::Handling,
    Question::Type(Side::Old),
    Question::Active,
    Question::Addressing(Side::Old),
    Question::Closer,
    Question::Party(Side::Old),
    Question::Type(Side::New),
    Question::Addressing(Side::New),
    Question::Party(Side::New),
];

/// The question that a line's page asks next; none where the line is decided.
///
/// What the new side takes over is asked of the old side, and the old side's facts before who closes it.
pub fn asked_next(route: &Route, decision: &RouteDecision) -> Option<Question> {
    let open = |question| decision.open.contains(&question);
    let closes = matches!(route.handling, Some(Handling::Replace | Handling::Close));
    let old = &route.old;
    let is_asked = |question: &Question| match *question {
        Question::Type(Side::Old) => {
            closes && old.kind.is_none() && open(Question::Type(Side::New))
        }
        Question::Active => closes && old.active.is_none(),
        Question::Addressing(Side::Old) => {
            let takes_over = open(Question::Addressing(Side::New));
            closes && old.addressing.is_none() && (old.active == Some(true) || takes_over)
        }
        question => open(question),
    };
    ASKED.into_iter().find(is_asked)
}

/// The place of a question among those that a line's page asks.
pub fn asked_place(question: Question) -> usize {
    ASKED.iter().position(|other| *other == question).unwrap_or_default()
}

/// Decides a line.
pub fn decide(context: &RouteContext, route: &Route) -> RouteDecision {
    let mut decision = RouteDecision {
        handling: route.handling,
        old: None,
        new: None,
        path: Vec::new(),
        orders: Vec::new(),
        open: Vec::new(),
    };
    let Some(handling) = route.handling else {
        decision.open.push(Question::Handling);
        decision.step(Gateway::CloseRoute, None, Because::HandlingOpen);
        return decision;
    };
    if handling != Handling::Establish {
        decision.old = Some(route.old);
    }
    decision.new = match handling {
        Handling::Replace => Some(taken_over(context, &route.old, &route.new)),
        Handling::Establish => Some(route.new),
        Handling::Close | Handling::Keep => None,
    };
    decision.close(context, route, handling);
    decision.establish(context, route, handling);
    decision
}

impl RouteDecision {
    fn step(&mut self, gateway: Gateway, answer: Option<Answer>, because: Because) {
        self.path.push(PathStep { gateway, answer, because });
    }

    fn close(&mut self, context: &RouteContext, route: &Route, handling: Handling) {
        let because = Because::Handling(handling);
        if !matches!(handling, Handling::Replace | Handling::Close) {
            return self.step(Gateway::CloseRoute, Some(Answer::No), because);
        }
        let orderer = match route.closer {
            None => {
                self.open.push(Question::Closer);
                return self.step(Gateway::CloseRoute, None, Because::CloserOpen);
            }
            Some(Closer::NewOperations) => {
                self.step(Gateway::CloseRoute, Some(Answer::Yes), because);
                Role::NewOperations
            }
            Some(Closer::OldOperations) => {
                let because = Because::ClosedBy(Closer::OldOperations);
                self.step(Gateway::CloseRoute, Some(Answer::No), because);
                Role::OldOperations
            }
        };
        let old = route.old;
        let (party, because) = if orderer == Role::OldOperations {
            (Some(true), Because::OwnSystem)
        } else {
            self.party(context, route, Side::Old, OrderKind::Close, orderer)
        };
        if old.active.is_none() {
            self.open.push(Question::Active);
        }
        if old.active == Some(true) && old.addressing.is_none() {
            self.open.push(Question::Addressing(Side::Old));
        }
        let form = match (orderer, party) {
            (Role::OldOperations, _) => Some(Activity::U22),
            (_, Some(true)) => Some(Activity::F2),
            (_, Some(false)) => Some(Activity::F3),
            (_, None) => None,
        };
        let ruled = ruled(context, route, OrderKind::Close, party, &old);
        self.orders.push(Order {
            kind: OrderKind::Close,
            orderer,
            form,
            party,
            because,
            route_type: old.kind,
            addressing: old.addressing,
            moment: closing_moment(orderer, &old, route.ordered_early == Some(true)),
            signing: signing(route, OrderKind::Close, party, &ruled),
            ruled,
            agreement: AgreementNeed::NotNeeded,
            placed: placed(route, form),
            position: route.close.position,
        });
    }

    fn establish(&mut self, context: &RouteContext, route: &Route, handling: Handling) {
        let Some(new) = self.new else {
            let because = Because::Handling(handling);
            return self.step(Gateway::EstablishRoute, Some(Answer::No), because);
        };
        self.step(Gateway::EstablishRoute, Some(Answer::Yes), Because::Handling(handling));
        let (answer, because) = match (new.kind, route.new.kind) {
            (None, _) => {
                self.open.push(Question::Type(Side::New));
                (None, Because::TypeOpen)
            }
            (Some(kind), None) => (Some(type_answer(kind)), Because::TypeTakenOver(kind)),
            (Some(kind), Some(_)) => (Some(type_answer(kind)), Because::TypeEntered(kind)),
        };
        self.step(Gateway::RouteType, answer, because);
        let (party, because) =
            self.party(context, route, Side::New, OrderKind::Establish, Role::NewOperations);
        if new.addressing.is_none() {
            self.open.push(Question::Addressing(Side::New));
        }
        let form = match (new.kind, party) {
            (Some(RouteType::Sftp), Some(false)) => Some(Activity::F4),
            (Some(RouteType::Sftp), Some(true)) => Some(Activity::F5),
            (Some(RouteType::Webservice), Some(false)) => Some(Activity::F6),
            (Some(RouteType::Webservice), Some(true)) => Some(Activity::F7),
            _ => None,
        };
        let agreement = match new.kind {
            Some(RouteType::Webservice) => route
                .agreement
                .filter(|id| context.agreements.contains(id))
                .map_or(AgreementNeed::Missing, AgreementNeed::Named),
            _ => AgreementNeed::NotNeeded,
        };
        let ruled = ruled(context, route, OrderKind::Establish, party, &new);
        self.orders.push(Order {
            kind: OrderKind::Establish,
            orderer: Role::NewOperations,
            form,
            party,
            because,
            route_type: new.kind,
            addressing: new.addressing,
            moment: new.addressing.map(|addressing| match addressing {
                Addressing::Explicit => Moment::Preparation,
                Addressing::Implicit => Moment::Window,
            }),
            signing: signing(route, OrderKind::Establish, party, &ruled),
            ruled,
            agreement,
            placed: placed(route, form),
            position: route.establish.position,
        });
    }

    /// Part i rute, as derived or as confirmed or overruled, with the step on the path.
    fn party(
        &mut self,
        context: &RouteContext,
        route: &Route,
        side: Side,
        order: OrderKind,
        orderer: Role,
    ) -> (Option<bool>, Because) {
        let facts = match side {
            Side::Old => self.old,
            Side::New => self.new,
        };
        let (derived, because) = derive_party(context, &facts.unwrap_or_default(), side, orderer);
        let recorded = route.order(order);
        let (party, because) = match (recorded.party, &recorded.party_stamp) {
            (Some(party), Some(stamp)) if derived == Some(party) => {
                let derived = Box::new(because);
                (Some(party), Because::Confirmed { derived, stamp: stamp.clone() })
            }
            (Some(party), Some(stamp)) => {
                let (derived, reason) = (Box::new(because), recorded.party_reason.clone());
                (Some(party), Because::Overruled { derived, reason, stamp: stamp.clone() })
            }
            _ => (derived, because),
        };
        let gateway = match order {
            OrderKind::Close => Gateway::CloseParty,
            OrderKind::Establish => Gateway::EstablishParty,
        };
        let answer = party.map(|party| if party { Answer::Party } else { Answer::NotParty });
        if answer.is_none() {
            self.open.push(Question::Party(side));
        }
        self.step(gateway, answer, because.clone());
        (party, because)
    }
}

/// The new side as entered, and where nothing is entered a copy of the old with the new system in the old one's place.
pub(super) fn taken_over(context: &RouteContext, old: &RouteSide, new: &RouteSide) -> RouteSide {
    let exchanged = |system: Option<Id>| {
        if system.is_some() && system == context.old_system { context.new_system } else { system }
    };
    RouteSide {
        kind: new.kind.or(old.kind),
        from: new.from.or_else(|| exchanged(old.from)),
        to: new.to.or_else(|| exchanged(old.to)),
        authority: new.authority.or(old.authority),
        addressing: new.addressing.or(old.addressing),
        active: None,
    }
}

/// Whether the orderer's organisation is forvaltningsansvarlig for one of the side's two systems.
fn derive_party(
    context: &RouteContext,
    facts: &RouteSide,
    side: Side,
    role: Role,
) -> (Option<bool>, Because) {
    let Some(organisation) = context.orderer(role) else {
        return (None, Because::PartyOpen(vec![Lacking::Orderer(role)]));
    };
    let mut lacking = Vec::new();
    for end in [End::From, End::To] {
        let Some(system) = facts.system(end) else {
            lacking.push(Lacking::System(side, end));
            continue;
        };
        match context.operators.get(&system) {
            Some(operator) if *operator == organisation => {
                return (Some(true), Because::PartyTo { role, side, end, system, organisation });
            }
            Some(_) => {}
            None => lacking.push(Lacking::Operator(system)),
        }
    }
    if lacking.is_empty() {
        (Some(false), Because::PartyToNeither { role, organisation })
    } else {
        (None, Because::PartyOpen(lacking))
    }
}

/// When a closing order is carried out (domain, 4.1).
fn closing_moment(orderer: Role, old: &RouteSide, ordered_early: bool) -> Option<Moment> {
    let by_fg = orderer == Role::OldOperations;
    match (old.active?, by_fg, old.addressing) {
        (false, false, _) => Some(Moment::Preparation),
        (false, true, _) => Some(Moment::AfterChange),
        (true, true, _) if !ordered_early => Some(Moment::AfterChange),
        (true, _, Some(Addressing::Implicit)) => Some(Moment::Window),
        (true, _, Some(Addressing::Explicit)) => Some(Moment::AfterCheck),
        (true, _, None) => None,
    }
}

/// What the site's rules ask of an order: nothing where it is not delegated.
fn ruled(
    context: &RouteContext,
    route: &Route,
    kind: OrderKind,
    party: Option<bool>,
    side: &RouteSide,
) -> Ruled {
    if party != Some(false) || context.signer_rules.is_empty() {
        return Ruled::default();
    }
    let named: Vec<Option<Id>> = route.signatures(kind).map(|(_, it)| it.organisation).collect();
    rule_order(context, kind, side, &named)
}

fn signing(route: &Route, kind: OrderKind, party: Option<bool>, ruled: &Ruled) -> Signing {
    if party != Some(false) {
        return Signing::NotNeeded;
    }
    let (named, signed) = route.signatures(kind).fold((0, 0), |(named, signed), (_, signature)| {
        (named + 1, signed + usize::from(signature.signed.is_some()))
    });
    let asked = named + ruled.unnamed.len();
    match (asked, asked - signed) {
        (0, _) => Signing::Unclear,
        (_, 0) => Signing::Complete,
        (_, lacking) => Signing::Lacking(lacking),
    }
}

fn placed(route: &Route, form: Option<Activity>) -> Option<crate::domain::case::Stamp> {
    let form = form?;
    let mark = route.marks.get(&form).filter(|mark| mark.state == Some(MarkState::Done));
    // That FG ordered before the window says that it ordered.
    let early = (form == Activity::U22 && route.ordered_early == Some(true))
        .then(|| route.early_stamp.clone());
    mark.map_or_else(|| early?, |mark| mark.stamp.clone())
}

fn type_answer(kind: RouteType) -> Answer {
    match kind {
        RouteType::Sftp => Answer::Sftp,
        RouteType::Webservice => Answer::Webservice,
    }
}
