//! What a site's rules ask of one delegated order.

use super::{NewEnd, Rule, Signer, SignerPart};
use crate::domain::case::{Case, End, Id, OrderKind, RouteSide};
use crate::domain::guidance::{Guidance, RouteContext};

/// What the rules say of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ruled {
    pub by: Ruling,
    /// Those who must sign and whom nobody has named for the order yet.
    pub unnamed: Vec<Unnamed>,
}

/// Which rule an order is under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ruling {
    /// The order is not delegated, or the site has no rules.
    #[default]
    None,
    /// No rule is for it.
    Uncovered,
    /// The rules at these places ask for different signers, so neither holds.
    Overlap(usize, usize),
    /// The rule at this place.
    Rule(usize),
}

/// One who must sign, as the rule at this place says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unnamed {
    /// The place of the signer in its rule.
    pub signer: usize,
    /// None where the case does not say who that is.
    pub organisation: Option<Id>,
}

/// What the rules ask of a delegated order of the route with this side, for which these organisations are named.
pub fn rule_order(
    context: &RouteContext,
    order: OrderKind,
    side: &RouteSide,
    named: &[Option<Id>],
) -> Ruled {
    let rules = &context.signer_rules;
    if rules.is_empty() {
        return Ruled::default();
    }
    let system = match order {
        OrderKind::Close => context.old_system,
        OrderKind::Establish => context.new_system,
    };
    let ends = ends(system, side);
    let mut met =
        rules.iter().enumerate().filter(|(_, it)| it.covers(Some(order), side.kind, &ends));
    let Some((place, rule)) = met.next() else {
        return Ruled { by: Ruling::Uncovered, unnamed: Vec::new() };
    };
    if let Some((other, _)) = met.find(|(_, other)| !other.asks_as(rule)) {
        return Ruled { by: Ruling::Overlap(place, other), unnamed: Vec::new() };
    }
    Ruled { by: Ruling::Rule(place), unnamed: unnamed(context, rule, side, named) }
}

/// At which ends the system is; none where the route's systems are not entered.
fn ends(system: Option<Id>, side: &RouteSide) -> Vec<NewEnd> {
    let both = [(side.from, NewEnd::From), (side.to, NewEnd::To)];
    let at = both.into_iter().filter(|(it, _)| system.is_some() && *it == system);
    let found: Vec<NewEnd> = at.map(|(_, end)| end).collect();
    match (side.from, side.to) {
        (Some(_), Some(_)) if found.is_empty() => vec![NewEnd::Neither],
        _ => found,
    }
}

/// Those that the rule asks for and who are not named, each organisation once.
fn unnamed(
    context: &RouteContext,
    rule: &Rule,
    side: &RouteSide,
    named: &[Option<Id>],
) -> Vec<Unnamed> {
    let mut found: Vec<Unnamed> = Vec::new();
    for (signer, asked) in rule.signers.iter().enumerate() {
        let organisations = organisations(context, asked, side);
        if organisations.is_empty() {
            found.push(Unnamed { signer, organisation: None });
        }
        for organisation in organisations.into_iter().map(Some) {
            let known = named.contains(&organisation)
                || found.iter().any(|other| other.organisation == organisation);
            if !known {
                found.push(Unnamed { signer, organisation });
            }
        }
    }
    found
}

/// Who that is in the case; nobody where it does not say.
fn organisations(context: &RouteContext, signer: &Signer, side: &RouteSide) -> Vec<Id> {
    let operator = |end| side.system(end).and_then(|id| context.operators.get(&id)).copied();
    let manager = |end| side.system(end).and_then(|id| context.managers.get(&id)).copied();
    let one = match signer {
        Signer::Part(SignerPart::FromOperator) => operator(End::From),
        Signer::Part(SignerPart::ToOperator) => operator(End::To),
        Signer::Part(SignerPart::FromManager) => manager(End::From),
        Signer::Part(SignerPart::ToManager) => manager(End::To),
        Signer::Part(SignerPart::Manager) => {
            let both = [context.new_system, context.old_system].into_iter().flatten();
            let mut all: Vec<Id> =
                both.filter_map(|id| context.managers.get(&id)).copied().collect();
            all.dedup();
            return all;
        }
        Signer::Organisation(name) => {
            let named = context.signing_organisations.iter();
            named.clone().find(|(other, _)| other == name).map(|(_, id)| *id)
        }
    };
    one.into_iter().collect()
}

/// How many delegated orders of a case these rules are for, how many none is for, and on how many they disagree.
pub fn try_rules(case: &Case, guidance: &Guidance, rules: &[Rule]) -> [usize; 3] {
    let context = RouteContext {
        old_system: case.old_system,
        new_system: case.new_system,
        signer_rules: rules.into(),
        ..RouteContext::default()
    };
    let mut counts = [0; 3];
    for decision in guidance.routes.values() {
        for order in decision.orders.iter().filter(|order| order.delegated() == Some(true)) {
            let side = match order.kind {
                OrderKind::Close => decision.old,
                OrderKind::Establish => decision.new,
            };
            let place = match rule_order(&context, order.kind, &side.unwrap_or_default(), &[]).by {
                Ruling::Rule(_) => 0,
                Ruling::None | Ruling::Uncovered => 1,
                Ruling::Overlap(..) => 2,
            };
            counts[place] += 1;
        }
    }
    counts
}
