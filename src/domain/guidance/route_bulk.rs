//! One answer for many lines of the route overview at once.

use super::{Because, Guidance, Lacking};
use crate::domain::case::{
    Case, End, Field, Handling, Id, OrderField, OrderKind, RouteField, Side, SideField, Value,
};
use crate::domain::process::Gateway;

/// The answers that many lines can be given at once, in the order in which they are offered.
pub const BULK_FIELDS: [RouteField; 15] = [
    RouteField::Handling,
    RouteField::Closer,
    RouteField::Side(Side::Old, SideField::Type),
    RouteField::Side(Side::Old, SideField::Addressing),
    RouteField::Side(Side::Old, SideField::Active),
    RouteField::Side(Side::Old, SideField::System(End::From)),
    RouteField::Side(Side::Old, SideField::System(End::To)),
    RouteField::Side(Side::Old, SideField::Authority),
    RouteField::Side(Side::New, SideField::Type),
    RouteField::Side(Side::New, SideField::Addressing),
    RouteField::Side(Side::New, SideField::System(End::From)),
    RouteField::Side(Side::New, SideField::System(End::To)),
    RouteField::Side(Side::New, SideField::Authority),
    RouteField::Order(OrderKind::Close, OrderField::Party),
    RouteField::Order(OrderKind::Establish, OrderField::Party),
];

/// What sets an answer for these lines: those that do not ask the question are left as they are, and so are those
/// that are answered so already.
pub fn bulk_changes(
    case: &Case,
    lines: impl IntoIterator<Item = Id>,
    field: RouteField,
    value: &Value,
) -> Vec<(Field, Value)> {
    let asks = |id: &Id| {
        let line = case.routes.get(id).filter(|line| !line.removed);
        line.is_some_and(|line| is_asked(line.handling, field))
    };
    let set = |id| (Field::Route(id, field), value.clone());
    lines.into_iter().filter(asks).map(set).collect()
}

/// The reasons that go with one answer to part i rute for many lines: whether each is asked for, since the answer is
/// another than what is derived. A reason of before is not that of this answer, and goes where none is asked for.
pub fn bulk_reasons(guidance: &Guidance, answers: &[(Field, Value)]) -> Vec<(Field, bool)> {
    let of = |(field, value): &(Field, Value)| {
        let Field::Route(id, RouteField::Order(kind, OrderField::Party)) = *field else {
            return None;
        };
        let derived = because(guidance, id, kind).and_then(Because::derived_party);
        let is_own = *value == Value::Nothing || derived.map(Value::Flag).as_ref() == Some(value);
        Some((Field::Route(id, RouteField::Order(kind, OrderField::PartyReason)), !is_own))
    };
    answers.iter().filter_map(of).collect()
}

/// What the organisations that run the systems say of part i rute for many lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FromOrganisations {
    /// What takes back the answers that were given without a reason, and other than the organisations have it.
    pub changes: Vec<(Field, Value)>,
    /// How many such answers.
    pub settled: usize,
    /// How many followed from the organisations already.
    pub followed: usize,
    /// How many other answers have a reason, and stay.
    pub reasoned: usize,
    /// How many cannot be settled.
    pub open: usize,
    /// What those lack, each with how many lack it.
    pub lacking: Vec<(Lacking, usize)>,
}

/// Part i rute of these lines from the organisations that run their systems.
///
/// What is derived needs nothing written; so what is changed is what stands in its way.
pub fn party_from_organisations(
    guidance: &Guidance,
    lines: impl IntoIterator<Item = Id>,
) -> FromOrganisations {
    let mut found = FromOrganisations::default();
    for id in lines {
        for kind in OrderKind::ALL {
            let Some(because) = because(guidance, id, *kind) else { continue };
            match because {
                Because::Overruled { reason, derived, .. } if derived.derived_party().is_some() => {
                    if reason.is_empty() {
                        found.settled += 1;
                        let field = RouteField::Order(*kind, OrderField::Party);
                        found.changes.push((Field::Route(id, field), Value::Nothing));
                    } else {
                        found.reasoned += 1;
                    }
                }
                Because::PartyOpen(lacking) => found.lack(lacking),
                Because::Overruled { derived, .. } => {
                    if let Because::PartyOpen(lacking) = &**derived {
                        found.lack(lacking);
                    }
                }
                _ => found.followed += 1,
            }
        }
    }
    found
}

impl FromOrganisations {
    fn lack(&mut self, lacking: &[Lacking]) {
        self.open += 1;
        for fact in lacking {
            match self.lacking.iter_mut().find(|(other, _)| other == fact) {
                Some((_, count)) => *count += 1,
                None => self.lacking.push((*fact, 1)),
            }
        }
    }
}

/// Why part i rute of a line's order is what it is; none where the line has no such question.
fn because(guidance: &Guidance, line: Id, order: OrderKind) -> Option<&Because> {
    let gateway = match order {
        OrderKind::Close => Gateway::CloseParty,
        OrderKind::Establish => Gateway::EstablishParty,
    };
    let path = &guidance.routes.get(&line)?.path;
    path.iter().find(|step| step.gateway == gateway).map(|step| &step.because)
}

/// Whether a line of this handling has the question, as its own page asks it.
fn is_asked(handling: Option<Handling>, field: RouteField) -> bool {
    let closes = matches!(handling, Some(Handling::Replace | Handling::Close));
    let establishes = matches!(handling, Some(Handling::Replace | Handling::Establish));
    match field {
        RouteField::Closer | RouteField::Order(OrderKind::Close, _) => closes,
        RouteField::Side(Side::Old, _) => handling != Some(Handling::Establish),
        RouteField::Side(Side::New, _) | RouteField::Order(OrderKind::Establish, _) => establishes,
        _ => true,
    }
}
