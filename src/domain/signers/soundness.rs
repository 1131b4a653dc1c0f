//! What is wrong with rules that can be read: a rule by itself, two that contradict each other, orders that none is for.

use super::{LONGEST, NewEnd, Rule, RuleError, RuleErrorKind as Kind, RuleField, Signer};
use crate::domain::case::{OrderKind, RouteType};

/// Two rules for the same orders that ask for different signers: neither holds there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The places of the two.
    pub rules: [usize; 2],
    /// The orders that both are for, as conditions.
    pub on: Rule,
}

/// What is wrong with a rule by itself.
pub fn check(rule: &Rule) -> Vec<RuleError> {
    let name = rule.name.chars().take(LONGEST).collect();
    let about = Some((rule.number, name));
    let too_long = |text: &str| text.chars().count() > LONGEST;
    let named = |signer: &Signer| matches!(signer, Signer::Organisation(name) if too_long(name));
    let found = [
        (rule.name.trim().is_empty(), RuleField::Name, Kind::Missing),
        (too_long(&rule.name), RuleField::Name, Kind::TooLong),
        (rule.signers.is_empty(), RuleField::Signers, Kind::NoSigners),
        (rule.signers.iter().any(named), RuleField::Signers, Kind::TooLong),
        (too_long(&rule.source), RuleField::Source, Kind::TooLong),
    ];
    found
        .into_iter()
        .filter(|(wrong, ..)| *wrong)
        .map(|(_, field, kind)| RuleError { rule: about.clone(), field: Some(field), kind })
        .collect()
}

/// Every two rules that contradict each other.
pub fn overlaps(rules: &[Rule]) -> Vec<Overlap> {
    let mut found = Vec::new();
    for (place, one) in rules.iter().enumerate() {
        for (other_place, other) in rules.iter().enumerate().skip(place + 1) {
            if let Some(on) = both(one, other).filter(|_| !one.asks_as(other)) {
                found.push(Overlap { rules: [place, other_place], on });
            }
        }
    }
    found
}

/// The delegated orders that no rule is for, as conditions; what is alike but for one condition is told as one.
pub fn gaps(rules: &[Rule]) -> Vec<Rule> {
    let mut found = Vec::new();
    for order in OrderKind::ALL {
        for kind in RouteType::ALL {
            let of = |end| Rule { order: Some(*order), kind: Some(*kind), end, ..Rule::default() };
            let open = |end: &NewEnd| {
                let one = of(Some(*end));
                !rules.iter().any(|rule| rule.covers(one.order, one.kind, &[*end]))
            };
            let ends: Vec<NewEnd> = NewEnd::ALL.iter().copied().filter(open).collect();
            if ends.len() == NewEnd::ALL.len() {
                found.push(of(None));
            } else {
                found.extend(ends.into_iter().map(|end| of(Some(end))));
            }
        }
    }
    found
}

impl Rule {
    /// Whether the rule is for such an order; what is not known of it meets no condition, and a rule that names no
    /// signers yet is for none.
    pub fn covers(
        &self,
        order: Option<OrderKind>,
        kind: Option<RouteType>,
        ends: &[NewEnd],
    ) -> bool {
        !self.signers.is_empty()
            && (self.order.is_none() || self.order == order)
            && (self.kind.is_none() || self.kind == kind)
            && self.end.is_none_or(|end| ends.contains(&end))
    }

    /// Whether both ask the same to sign, in whatever order.
    pub fn asks_as(&self, other: &Rule) -> bool {
        self.signers.iter().all(|signer| other.signers.contains(signer))
            && other.signers.iter().all(|signer| self.signers.contains(signer))
    }
}

/// The conditions of both rules at once; none where nothing meets both, or one of them names no signers yet.
fn both(one: &Rule, other: &Rule) -> Option<Rule> {
    if one.signers.is_empty() || other.signers.is_empty() {
        return None;
    }
    Some(Rule {
        order: meet(one.order, other.order)?,
        kind: meet(one.kind, other.kind)?,
        end: meet(one.end, other.end)?,
        ..Rule::default()
    })
}

fn meet<T: PartialEq>(one: Option<T>, other: Option<T>) -> Option<Option<T>> {
    match (one, other) {
        (Some(one), Some(other)) => (one == other).then_some(Some(one)),
        (one, other) => Some(one.or(other)),
    }
}
