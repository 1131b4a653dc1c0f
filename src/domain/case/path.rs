//! Fields as paths, `route/7k2m9qx4-17/new/type`: the names that files and storage know fields by.

use std::fmt;
use std::str::FromStr;

use super::{
    AgreementField, AttemptField, CaseField, DecisionField, End, EntityKind, Field, Holder, Id,
    MarkField, MarkKey, MeetingField, Occasion, OrderField, OrderKind, PersonField, ReceiptField,
    RouteField, Scope, Side, SideField, SignatureField, SystemField, Topic,
};
use crate::domain::process::{Activity, CheckItem, Gateway, Handover, Role};

/// No field has this path; a newer version of the format may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchField;

/// The last part of a path and the field it names, for the fields that are a plain list.
macro_rules! leaves {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [$type] = &[$($type::$variant),+];
        }

        impl Leaf for $type {
            fn name(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }
            fn named(name: &str) -> Option<$type> {
                match name { $($name => Some($type::$variant),)+ _ => None }
            }
        }
    };
}

trait Leaf: Sized {
    fn name(self) -> &'static str;
    fn named(name: &str) -> Option<Self>;
}

leaves!(CaseField {
    Title = "title",
    Note = "note",
    Example = "example",
    OldSystem = "old-system",
    NewSystem = "new-system",
    OrderId = "order-id",
});
leaves!(SystemField { Name = "name", Manager = "manager", Operator = "operator", Note = "note" });
leaves!(AgreementField { Name = "name", System = "system", Note = "note" });
leaves!(AttemptField {
    WindowStart = "window-start",
    WindowEnd = "window-end",
    Note = "note",
    Rehearsal = "rehearsal",
});
leaves!(MarkField { State = "state", On = "on", Note = "note", Reason = "reason" });
leaves!(DecisionField { Answer = "answer", By = "by", Note = "note", Reason = "reason" });
leaves!(OrderField { Party = "party", PartyReason = "party-reason", Position = "position" });
leaves!(ReceiptField {
    State = "state",
    Incident = "incident",
    Reference = "reference",
    Resolved = "resolved",
});
leaves!(SignatureField {
    Removed = "removed",
    Order = "order",
    Organisation = "organisation",
    Signer = "signer",
    Asked = "asked",
    Signed = "signed",
    Reference = "reference",
});

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Field::Case(field) => write!(f, "case/{}", field.name()),
            Field::Exists(kind, id) => write!(f, "{}/{id}/exists", kind.code()),
            Field::OrganisationName(id) => write!(f, "organisation/{id}/name"),
            Field::AuthorityName(id) => write!(f, "authority/{id}/name"),
            Field::System(id, field) => write!(f, "system/{id}/{}", field.name()),
            Field::Person(id, field) => write!(f, "person/{id}/{}", person_name(field)),
            Field::Route(id, field) => write!(f, "route/{id}/{field}"),
            Field::Agreement(id, field) => write!(f, "agreement/{id}/{}", field.name()),
            Field::Attempt(number, field) => write!(f, "attempt/{number}/{}", field.name()),
            Field::Planned(number, activity) => {
                write!(f, "attempt/{number}/planned/{}", activity.code())
            }
            Field::Due(topic) => write!(f, "due/{topic}"),
            Field::Meeting(number, field) => write!(f, "meeting/{number}/{field}"),
            Field::Done(mark, field) => write!(
                f,
                "done/{}/{}/{}/{}",
                mark.activity.code(),
                mark.scope,
                mark.holder,
                field.name()
            ),
            Field::Decision(gateway, scope, field) => {
                write!(f, "decision/{}/{scope}/{}", gateway.code(), field.name())
            }
            Field::Check(item) => write!(f, "check/{}", item.code()),
            Field::Sent(handover, scope) => write!(f, "sent/{}/{scope}", handover.code()),
        }
    }
}

impl fmt::Display for RouteField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            RouteField::Name => f.write_str("name"),
            RouteField::Reference => f.write_str("reference"),
            RouteField::Note => f.write_str("note"),
            RouteField::Handling => f.write_str("handling"),
            RouteField::Closer => f.write_str("closer"),
            RouteField::OrderedEarly => f.write_str("ordered-early"),
            RouteField::Agreement => f.write_str("agreement"),
            RouteField::ReplacedWith => f.write_str("replaced-with"),
            RouteField::Side(side, field) => write!(f, "{}/{}", side.code(), side_name(field)),
            RouteField::Order(order, field) => write!(f, "{}/{}", order.code(), field.name()),
            RouteField::Receipt(order, occasion, field) => {
                write!(f, "{}/receipt/{occasion}/{}", order.code(), field.name())
            }
            RouteField::Signature(id, field) => write!(f, "signature/{id}/{}", field.name()),
        }
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Topic::Activity(activity, scope) => write!(f, "activity/{}/{scope}", activity.code()),
            Topic::Gateway(gateway, scope) => write!(f, "gateway/{}/{scope}", gateway.code()),
            Topic::Route(id) => write!(f, "route/{id}"),
            Topic::Case => f.write_str("case"),
        }
    }
}

impl fmt::Display for MeetingField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MeetingField::Started => f.write_str("started"),
            MeetingField::Ended => f.write_str("ended"),
            MeetingField::Present(id) => write!(f, "present/{id}"),
            MeetingField::Others => f.write_str("others"),
            MeetingField::Decider(topic) => write!(f, "decider/{topic}"),
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scope::Case => f.write_str("case"),
            Scope::Agreement(id) => write!(f, "agreement-{id}"),
            Scope::Route(id) => write!(f, "route-{id}"),
            Scope::Attempt(number) => write!(f, "attempt-{number}"),
        }
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.organisation {
            None => f.write_str(self.role.code()),
            Some(id) => write!(f, "{}-{id}", self.role.code()),
        }
    }
}

impl fmt::Display for Occasion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Occasion::Preparation => f.write_str("preparation"),
            Occasion::Attempt(number) => write!(f, "attempt-{number}"),
            Occasion::After => f.write_str("after"),
        }
    }
}

impl FromStr for Field {
    type Err = NoSuchField;

    fn from_str(path: &str) -> Result<Field, NoSuchField> {
        let parts: Vec<&str> = path.split('/').collect();
        field(&parts).ok_or(NoSuchField)
    }
}

impl FromStr for Scope {
    type Err = NoSuchField;

    fn from_str(text: &str) -> Result<Scope, NoSuchField> {
        scope(text).ok_or(NoSuchField)
    }
}

fn field(parts: &[&str]) -> Option<Field> {
    Some(match *parts {
        ["case", name] => Field::Case(Leaf::named(name)?),
        [kind, id, "exists"] => Field::Exists(EntityKind::from_code(kind)?, id.parse().ok()?),
        ["organisation", id, "name"] => Field::OrganisationName(id.parse().ok()?),
        ["authority", id, "name"] => Field::AuthorityName(id.parse().ok()?),
        ["system", id, name] => Field::System(id.parse().ok()?, Leaf::named(name)?),
        ["person", id, ref rest @ ..] => Field::Person(id.parse().ok()?, person(rest)?),
        ["route", id, ref rest @ ..] => Field::Route(id.parse().ok()?, route(rest)?),
        ["agreement", id, name] => Field::Agreement(id.parse().ok()?, Leaf::named(name)?),
        ["attempt", number, "planned", activity] => {
            Field::Planned(counted(number)?, Activity::from_code(activity)?)
        }
        ["due", ref rest @ ..] => Field::Due(topic(rest)?),
        ["meeting", number, ref rest @ ..] => Field::Meeting(counted(number)?, meeting(rest)?),
        ["attempt", number, name] => Field::Attempt(counted(number)?, Leaf::named(name)?),
        ["done", activity, scope_text, holder_text, name] => Field::Done(
            MarkKey {
                activity: Activity::from_code(activity)?,
                scope: scope(scope_text)?,
                holder: holder(holder_text)?,
            },
            Leaf::named(name)?,
        ),
        ["decision", gateway, scope_text, name] => {
            Field::Decision(Gateway::from_code(gateway)?, scope(scope_text)?, Leaf::named(name)?)
        }
        ["check", item] => Field::Check(CheckItem::from_code(item)?),
        ["sent", handover, scope_text] => {
            Field::Sent(Handover::from_code(handover)?, scope(scope_text)?)
        }
        _ => return None,
    })
}

fn route(parts: &[&str]) -> Option<RouteField> {
    Some(match *parts {
        ["name"] => RouteField::Name,
        ["reference"] => RouteField::Reference,
        ["note"] => RouteField::Note,
        ["handling"] => RouteField::Handling,
        ["closer"] => RouteField::Closer,
        ["ordered-early"] => RouteField::OrderedEarly,
        ["agreement"] => RouteField::Agreement,
        ["replaced-with"] => RouteField::ReplacedWith,
        ["signature", id, name] => RouteField::Signature(id.parse().ok()?, Leaf::named(name)?),
        [order, "receipt", occasion_text, name] => RouteField::Receipt(
            OrderKind::from_code(order)?,
            occasion(occasion_text)?,
            Leaf::named(name)?,
        ),
        [first, name] => match Side::from_code(first) {
            Some(side_) => RouteField::Side(side_, side(name)?),
            None => RouteField::Order(OrderKind::from_code(first)?, Leaf::named(name)?),
        },
        _ => return None,
    })
}

fn topic(parts: &[&str]) -> Option<Topic> {
    Some(match *parts {
        ["activity", activity, of] => Topic::Activity(Activity::from_code(activity)?, scope(of)?),
        ["gateway", gateway, of] => Topic::Gateway(Gateway::from_code(gateway)?, scope(of)?),
        ["route", id] => Topic::Route(id.parse().ok()?),
        ["case"] => Topic::Case,
        _ => return None,
    })
}

fn meeting(parts: &[&str]) -> Option<MeetingField> {
    Some(match *parts {
        ["started"] => MeetingField::Started,
        ["ended"] => MeetingField::Ended,
        ["present", id] => MeetingField::Present(id.parse().ok()?),
        ["others"] => MeetingField::Others,
        ["decider", ref rest @ ..] => MeetingField::Decider(topic(rest)?),
        _ => return None,
    })
}

fn side_name(field: SideField) -> &'static str {
    match field {
        SideField::Type => "type",
        SideField::System(end) => end.code(),
        SideField::Authority => "authority",
        SideField::Addressing => "addressing",
        SideField::Active => "active",
    }
}

fn side(name: &str) -> Option<SideField> {
    Some(match name {
        "type" => SideField::Type,
        "authority" => SideField::Authority,
        "addressing" => SideField::Addressing,
        "active" => SideField::Active,
        end => SideField::System(End::from_code(end)?),
    })
}

fn person_name(field: PersonField) -> String {
    match field {
        PersonField::Name => "name".to_owned(),
        PersonField::Initials => "initials".to_owned(),
        PersonField::Organisation => "organisation".to_owned(),
        PersonField::Email => "email".to_owned(),
        PersonField::Phone => "phone".to_owned(),
        PersonField::Role(role) => format!("role/{}", role.code()),
    }
}

fn person(parts: &[&str]) -> Option<PersonField> {
    Some(match *parts {
        ["name"] => PersonField::Name,
        ["initials"] => PersonField::Initials,
        ["organisation"] => PersonField::Organisation,
        ["email"] => PersonField::Email,
        ["phone"] => PersonField::Phone,
        ["role", role] => PersonField::Role(Role::from_code(role)?),
        _ => return None,
    })
}

fn scope(text: &str) -> Option<Scope> {
    if text == "case" {
        return Some(Scope::Case);
    }
    let (kind, rest) = text.split_once('-')?;
    match kind {
        "agreement" => rest.parse::<Id>().ok().map(Scope::Agreement),
        "route" => rest.parse::<Id>().ok().map(Scope::Route),
        "attempt" => counted(rest).map(Scope::Attempt),
        _ => None,
    }
}

fn holder(text: &str) -> Option<Holder> {
    let (role, organisation) = match text.split_once('-') {
        Some((role, id)) => (role, Some(id.parse().ok()?)),
        None => (text, None),
    };
    Some(Holder { role: Role::from_code(role)?, organisation })
}

fn occasion(text: &str) -> Option<Occasion> {
    match text {
        "preparation" => Some(Occasion::Preparation),
        "after" => Some(Occasion::After),
        _ => counted(text.strip_prefix("attempt-")?).map(Occasion::Attempt),
    }
}

/// Attempts and meetings are written without leading zeros or signs, so that a field has one path only.
fn counted(text: &str) -> Option<u16> {
    text.parse().ok().filter(|n| *n > 0 && !text.starts_with(['0', '+']))
}
