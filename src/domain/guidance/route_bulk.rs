//! One answer for many lines of the route overview at once.

use crate::domain::case::{
    Case, End, Field, Handling, Id, OrderField, OrderKind, RouteField, Side, SideField, Value,
};

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
