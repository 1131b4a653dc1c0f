//! What each activity needs, written from the domain's tables over the recorded facts alone: no guidance is asked.

use std::collections::BTreeMap;

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::Moment;
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Role};

use super::super::decisions::Row;
use super::super::player::CASE;
use super::world::{State, World, done};
use Activity::*;

/// The facts recorded in a state.
pub struct Record<'a> {
    pub world: &'a World,
    pub state: &'a State,
    /// The orders of each route, as far as FG has ordered early.
    pub orders: Vec<(Id, Row)>,
    /// How many have done their part of each activity.
    done: BTreeMap<(Activity, Scope), usize>,
}

impl<'a> Record<'a> {
    pub fn new(world: &'a World, state: &'a State) -> Record<'a> {
        let mut done = BTreeMap::new();
        for (field, (value, _)) in state {
            if let Field::Done(key, MarkField::State) = field
                && *value == Value::from(MarkState::Done)
            {
                *done.entry((key.activity, key.scope)).or_default() += 1;
            }
        }
        Record { world, state, orders: world.orders(state), done }
    }

    /// What is not there yet of what the activity needs; none if it may begin.
    pub fn lacks(&self, activity: Activity, scope: Scope) -> Option<String> {
        let all_done = |needed: &[Activity], at: Scope| {
            let lacking = needed.iter().find(|needed| !self.done(**needed, at));
            lacking.map(|needed| format!("{needed:?}"))
        };
        let unless = |holds: bool, what: &str| (!holds).then(|| what.to_owned());
        let of_case = |needed: &[Activity]| all_done(needed, CASE);
        let here = |needed: &[Activity]| all_done(needed, scope);
        let go = || unless(self.answer(Gateway::CarryOut, scope) == Some(Answer::Go), "gennemfør");
        match activity {
            Start => None,
            U1 => of_case(&[Start]),
            U2 | U5 => of_case(&[U1]),
            U3 => of_case(&[U2]),
            U4 => of_case(&[U3]),
            U6 => of_case(&[U5]),
            U7 => of_case(&[U4, U6]),
            U8 => of_case(&[U7]),
            U9 => of_case(&[U8]),
            U10 => here(&[U9]),
            U11 => here(&[U10]),
            U12 => here(&[U11]),
            U13 => of_case(&[U8]).or_else(|| unless(self.is_agreed(), "every agreement")),
            U14 | U15 | F1 => of_case(&[U13]),
            F8 => of_case(&[F1]).or_else(|| unless(self.is_ordered(), "every order of FN's")),
            U16 => {
                of_case(&[F8, U15]).or_else(|| unless(self.may_try(scope), "the attempt before"))
            }
            U17 => here(&[U16]),
            U18 => here(&[U17]),
            G1 | U19 => here(&[U17]).or_else(go),
            G2 => here(&[G1]),
            G3 => here(&[G2]).or_else(|| unless(self.is_implicit(), "implicit routes")),
            G4 => here(&[G3]),
            G5 if self.answer(Gateway::Abandon, scope) == Some(Answer::Yes) => here(&[G2]),
            G5 if self.is_implicit() => here(&[G4]),
            G5 => here(&[G2]),
            G6 => here(&[G5]).or_else(|| unless(self.are_receipts_in(scope), "every receipt")),
            G7 => here(&[G6]),
            G8 => here(&[G7]),
            G9 => here(&[G8]),
            G10 => here(&[G8]).or_else(|| unless(self.is_check(scope, Answer::Yes), "the check")),
            G11 => unless(self.is_check(scope, Answer::No), "the check"),
            G12 => {
                let branch = if self.is_check(scope, Answer::Yes) { G10 } else { G11 };
                here(&[branch])
            }
            U20 => here(&[G12]),
            U21 => here(&[U20]),
            U22 => unless(self.has_succeeded(), "an attempt that succeeded"),
            U23 => unless(self.is_closed_by_fg(), "FG's orders")
                .or_else(|| unless(self.has_succeeded(), "an attempt that succeeded"))
                .or_else(|| unless(self.answer(Gateway::StillUsed, CASE).is_some(), "an answer")),
            U24 => of_case(&[U23]),
            F2 | F3 | F4 | F5 | F6 | F7 => Some("a route".into()),
        }
    }

    /// Whether each who performs the activity has done so. The parties are those that the player's case has.
    pub fn done(&self, activity: Activity, scope: Scope) -> bool {
        let expected = match activity {
            // SA, FG, HD and two organisations; SA, FG and the two.
            U17 => 5,
            U21 => 4,
            _ => 1,
        };
        self.done.get(&(activity, scope)) == Some(&expected)
    }

    pub fn is_placed(&self, route: Id, row: &Row) -> bool {
        let early = row.orderer == Role::OldOperations && row.moment != Moment::AfterChange;
        early || self.state.contains_key(&done(row.form, Scope::Route(route), row.orderer))
    }

    pub fn is_signed(&self, route: Id, kind: OrderKind) -> bool {
        self.state.iter().any(|(field, (value, _))| match field {
            Field::Route(of, RouteField::Signature(id, SignatureField::Order)) => {
                let signed = RouteField::Signature(*id, SignatureField::Signed);
                *of == route
                    && *value == Value::from(kind)
                    && self.state.contains_key(&Field::Route(route, signed))
            }
            _ => false,
        })
    }

    pub fn has_agreement(&self, route: Id) -> bool {
        match self.state.get(&Field::Route(route, RouteField::Agreement)) {
            Some((Value::Link(agreement), _)) => self.done(U12, Scope::Agreement(*agreement)),
            _ => false,
        }
    }

    /// Whether all know of an attempt that ended well.
    pub fn has_succeeded(&self) -> bool {
        (1..=self.world.attempts).any(|attempt| {
            let scope = Scope::Attempt(attempt);
            self.is_check(scope, Answer::Yes) && self.done(G12, scope) && self.done(U21, scope)
        })
    }

    fn answer(&self, gateway: Gateway, scope: Scope) -> Option<Answer> {
        let field = Field::Decision(gateway, scope, DecisionField::Answer);
        match self.state.get(&field) {
            Some((Value::Word(code), _)) => Answer::from_code(code),
            _ => None,
        }
    }

    fn is_check(&self, scope: Scope, answer: Answer) -> bool {
        let abandoned = self.answer(Gateway::Abandon, scope) == Some(Answer::Yes);
        let checked = self.answer(Gateway::CheckOk, scope);
        if abandoned { answer == Answer::No } else { checked == Some(answer) }
    }

    fn is_agreed(&self) -> bool {
        let agreements = World::agreements_of(self.state);
        let field = Field::Decision(Gateway::MoreAgreements, CASE, DecisionField::Answer);
        let no_more = (Value::from(Answer::No), agreements.len() as u64);
        !self.orders.iter().any(|(_, row)| row.needs_agreement)
            || !agreements.is_empty()
                && agreements.iter().all(|id| self.done(U12, Scope::Agreement(*id)))
                && self.state.get(&field) == Some(&no_more)
    }

    fn is_ordered(&self) -> bool {
        let by_fn = |row: &Row| row.orderer == Role::NewOperations;
        self.orders.iter().all(|(route, row)| !by_fn(row) || self.is_placed(*route, row))
    }

    fn is_closed_by_fg(&self) -> bool {
        let by_fg = |row: &Row| row.orderer == Role::OldOperations;
        self.orders.iter().all(|(route, row)| !by_fg(row) || self.is_placed(*route, row))
    }

    fn is_implicit(&self) -> bool {
        self.orders.iter().any(|(_, row)| row.moment == Moment::Window)
    }

    fn may_try(&self, scope: Scope) -> bool {
        let Scope::Attempt(number) = scope else { return false };
        let before = Scope::Attempt(number - 1);
        number == 1
            || self.answer(Gateway::CarryOut, before) == Some(Answer::Postpone)
            || self.is_check(before, Answer::No) && self.done(G12, before) && self.done(U21, before)
    }

    fn are_receipts_in(&self, scope: Scope) -> bool {
        let Scope::Attempt(number) = scope else { return false };
        self.orders.iter().filter(|(_, row)| row.moment == Moment::Window).all(|(route, row)| {
            let at = Occasion::Attempt(number);
            let field = |f| Field::Route(*route, RouteField::Receipt(row.kind, at, f));
            let state = self.state.get(&field(ReceiptField::State));
            let failed = Value::from(ReceiptState::Failed);
            state.is_some_and(|(state, _)| *state != failed)
                || state.is_some() && self.state.contains_key(&field(ReceiptField::Resolved))
        })
    }
}
