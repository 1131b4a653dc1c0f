//! What a column of a list can hold: every fact of a route, and who runs its systems.

use crate::domain::case::{
    End, OrderField, OrderKind, Route, RouteField, Side, SideField, SystemField, Value,
};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The identity of the line in this app.
    Id,
    Fact(RouteField),
    /// The organisation that is forvaltningsansvarlig or systemansvarlig for the system at an end.
    Party(Side, End, SystemField),
}

use Column::{Fact, Id, Party};
use RouteField as F;

const fn side(side: Side, field: SideField) -> Column {
    Fact(F::Side(side, field))
}

const fn order(kind: OrderKind, field: OrderField) -> Column {
    Fact(F::Order(kind, field))
}

impl Column {
    /// Every column, in the order in which they are offered and written.
    pub const ALL: [Column; 34] = [
        Id,
        Fact(F::Reference),
        Fact(F::Name),
        Fact(F::Handling),
        side(Side::Old, SideField::Type),
        side(Side::Old, SideField::System(End::From)),
        side(Side::Old, SideField::System(End::To)),
        side(Side::Old, SideField::Authority),
        side(Side::Old, SideField::Addressing),
        side(Side::Old, SideField::Active),
        side(Side::New, SideField::Type),
        side(Side::New, SideField::System(End::From)),
        side(Side::New, SideField::System(End::To)),
        side(Side::New, SideField::Authority),
        side(Side::New, SideField::Addressing),
        Fact(F::Closer),
        Fact(F::OrderedEarly),
        Fact(F::Agreement),
        Fact(F::ReplacedWith),
        order(OrderKind::Close, OrderField::Party),
        order(OrderKind::Close, OrderField::PartyReason),
        order(OrderKind::Close, OrderField::Position),
        order(OrderKind::Establish, OrderField::Party),
        order(OrderKind::Establish, OrderField::PartyReason),
        order(OrderKind::Establish, OrderField::Position),
        Fact(F::Note),
        Party(Side::Old, End::From, SystemField::Operator),
        Party(Side::Old, End::To, SystemField::Operator),
        Party(Side::Old, End::From, SystemField::Manager),
        Party(Side::Old, End::To, SystemField::Manager),
        Party(Side::New, End::From, SystemField::Operator),
        Party(Side::New, End::To, SystemField::Operator),
        Party(Side::New, End::From, SystemField::Manager),
        Party(Side::New, End::To, SystemField::Manager),
    ];

    /// The name by which a remembered choice knows the column.
    pub fn code(self) -> String {
        match self {
            Id => "id".to_owned(),
            Fact(field) => field.to_string(),
            Party(side, end, field) => {
                let part = if field == SystemField::Manager { "manager" } else { "operator" };
                format!("{}/{}/{part}", side.code(), end.code())
            }
        }
    }

    /// The column of this name, if any.
    pub fn from_code(code: &str) -> Option<Column> {
        Column::ALL.into_iter().find(|column| column.code() == code)
    }

    /// The same of the new side or of the order to establish, where the column is of the old side or the order to close.
    pub fn of_new(self) -> Option<Column> {
        match self {
            // Whether a route is active is asked of those there are.
            Fact(F::Side(Side::Old, SideField::Active)) => None,
            Fact(F::Side(Side::Old, field)) => Some(side(Side::New, field)),
            Fact(F::Order(OrderKind::Close, field)) => Some(order(OrderKind::Establish, field)),
            Party(Side::Old, end, field) => Some(Party(Side::New, end, field)),
            _ => None,
        }
    }

    /// Whether it holds what the parties of the case decide, and not what SP knows: a list changes it only by choice.
    pub fn is_decision(self) -> bool {
        match self {
            Fact(F::Name | F::Reference | F::Note | F::Side(Side::Old, _)) => false,
            Fact(_) | Party(Side::New, ..) => true,
            Id | Party(Side::Old, ..) => false,
        }
    }
}

/// What is recorded of a route in one of the fields that columns hold.
pub(super) fn standing(route: &Route, field: RouteField) -> Value {
    match field {
        F::Name => Value::text(&route.name),
        F::Reference => Value::text(&route.reference),
        F::Note => Value::text(&route.note),
        F::Handling => route.handling.into(),
        F::Closer => route.closer.into(),
        F::OrderedEarly => route.ordered_early.into(),
        F::Agreement => route.agreement.into(),
        F::ReplacedWith => route.replaced_with.into(),
        F::Side(side, field) => {
            let side = route.side(side);
            match field {
                SideField::Type => side.kind.into(),
                SideField::System(end) => side.system(end).into(),
                SideField::Authority => side.authority.into(),
                SideField::Addressing => side.addressing.into(),
                SideField::Active => side.active.into(),
            }
        }
        F::Order(kind, field) => {
            let order = route.order(kind);
            match field {
                OrderField::Party => order.party.into(),
                OrderField::PartyReason => Value::text(&order.party_reason),
                OrderField::Position => order.position.map_or(Value::Nothing, Value::Count),
            }
        }
        F::Receipt(..) | F::Signature(..) => Value::Nothing,
    }
}
