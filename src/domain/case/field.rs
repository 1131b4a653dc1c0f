//! The fields of a case: everything that can be set, each with the kind of value it holds.

use super::{
    Addressing, Closer, End, Handling, Id, MarkState, OrderKind, ReceiptState, RouteType, Side,
    ValueKind,
};
use crate::domain::codes::codes;
use crate::domain::process::{Activity, Answer, CheckItem, Gateway, Handover, Role};

codes! {
    /// What is created and removed in a case.
    pub enum EntityKind {
        Organisation = "organisation",
        Authority = "authority",
        System = "system",
        Person = "person",
        Route = "route",
        Agreement = "agreement",
    }
}

/// Everything that can be set. Two events meet in a conflict only where they set the same field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Case(CaseField),
    /// True when created, false when removed.
    Exists(EntityKind, Id),
    OrganisationName(Id),
    AuthorityName(Id),
    System(Id, SystemField),
    Person(Id, PersonField),
    Route(Id, RouteField),
    Agreement(Id, AgreementField),
    /// Attempts are counted from 1; there is nothing to create.
    Attempt(u16, AttemptField),
    /// When a step of the service window is to be done, in this attempt.
    Planned(u16, Activity),
    /// The day by which something is to be done or decided.
    Due(Topic),
    /// Meetings are counted from 1, as attempts are.
    Meeting(u16, MeetingField),
    Done(MarkKey, MarkField),
    Decision(Gateway, Scope, DecisionField),
    /// An optional check item is ticked.
    Check(CheckItem),
    /// A handover is marked as sent.
    Sent(Handover, Scope),
}

/// What an activity, decision or handover is about (domain, section 6, rule 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    Case,
    Agreement(Id),
    Route(Id),
    Attempt(u16),
}

/// What a day is set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    Activity(Activity, Scope),
    Gateway(Gateway, Scope),
    /// What is undecided of a line of the route overview.
    Route(Id),
    /// What is of none of these.
    Case,
}

/// Who performs: the role, and for a role with several organisations which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holder {
    pub role: Role,
    pub organisation: Option<Id>,
}

/// One completion to be made: an activity in a scope by a holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarkKey {
    pub activity: Activity,
    pub scope: Scope,
    pub holder: Holder,
}

/// When an order was carried out: the receipts of each are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Occasion {
    /// During the preparation.
    Preparation,
    /// In the service window of this attempt.
    Attempt(u16),
    /// After the change (U22).
    After,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseField {
    Title,
    Note,
    /// The case is the example.
    Example,
    OldSystem,
    NewSystem,
    /// BestillingsID (F1).
    OrderId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SystemField {
    Name,
    /// The organisation that is systemansvarlig.
    Manager,
    /// The organisation that is forvaltningsansvarlig.
    Operator,
    Note,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonField {
    Name,
    Initials,
    Organisation,
    Email,
    Phone,
    /// Whether the person holds the role.
    Role(Role),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteField {
    /// Name or number, as the route overview has it.
    Name,
    /// The identity the route has on SP, by which lists of its Helpdesk know it.
    Reference,
    Note,
    Handling,
    /// Who closes the old side: FN or FG (U13, U15).
    Closer,
    /// FG has placed its closing order before the service window.
    OrderedEarly,
    /// The service agreement that covers the new side.
    Agreement,
    /// Another line that is replaced together with this one: of several old routes with one new one, of one old route
    /// with several new ones, all that are linked are one group, whichever way the links go.
    ReplacedWith,
    Side(Side, SideField),
    Order(OrderKind, OrderField),
    Receipt(OrderKind, Occasion, ReceiptField),
    Signature(Id, SignatureField),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SideField {
    Type,
    System(End),
    Authority,
    Addressing,
    /// Aktiv or inaktiv; asked of the old side only.
    Active,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderField {
    /// Part i rute: confirmed or overruled.
    Party,
    PartyReason,
    /// Place in the eksekveringsoversigt, from 1.
    Position,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReceiptField {
    State,
    /// What went wrong.
    Incident,
    /// The incident's reference at the one who handles it.
    Reference,
    /// The day the incident was resolved.
    Resolved,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignatureField {
    Removed,
    /// The order the signature delegates.
    Order,
    /// The organisation that signs.
    Organisation,
    /// The one who signs, by name.
    Signer,
    Asked,
    Signed,
    Reference,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgreementField {
    /// What the agreement is called, as a rule after its service.
    Name,
    /// The system at the other end.
    System,
    Note,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttemptField {
    WindowStart,
    WindowEnd,
    Note,
    /// The attempt is a rehearsal ("generalprøve"): it runs as any other, and counts for nothing.
    Rehearsal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeetingField {
    Started,
    Ended,
    /// Whether this person takes part.
    Present(Id),
    /// Those who take part and are not among the case's people.
    Others,
    /// Who decided about this at the meeting.
    Decider(Topic),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkField {
    State,
    /// The day it was done, where that is not the day it was recorded.
    On,
    Note,
    /// Why it was recorded before its turn.
    Reason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionField {
    Answer,
    /// Who decided, where that is not who recorded it.
    By,
    Note,
    /// Why it was decided before its turn.
    Reason,
}

impl Field {
    /// What the field holds.
    pub fn kind(self) -> ValueKind {
        use ValueKind::{Day, Flag, Link, Text, Time, Word};
        match self {
            Field::Case(CaseField::Example) | Field::Exists(..) => Flag,
            Field::Case(CaseField::OldSystem | CaseField::NewSystem) => Link(EntityKind::System),
            Field::System(_, SystemField::Manager | SystemField::Operator)
            | Field::Person(_, PersonField::Organisation) => Link(EntityKind::Organisation),
            Field::Person(_, PersonField::Role(_)) | Field::Check(_) | Field::Sent(..) => Flag,
            Field::Route(_, field) => field.kind(),
            Field::Agreement(_, AgreementField::System) => Link(EntityKind::System),
            Field::Attempt(_, AttemptField::WindowStart | AttemptField::WindowEnd) => Time,
            Field::Attempt(_, AttemptField::Rehearsal) => Flag,
            Field::Planned(..) => Time,
            Field::Due(_) => Day,
            Field::Meeting(_, MeetingField::Started | MeetingField::Ended) => Time,
            Field::Meeting(_, MeetingField::Present(_)) => Flag,
            Field::Done(_, MarkField::State) => Word(MarkState::CODES),
            Field::Done(_, MarkField::On) => Day,
            Field::Decision(_, _, DecisionField::Answer) => Word(Answer::CODES),
            Field::Case(_)
            | Field::OrganisationName(_)
            | Field::AuthorityName(_)
            | Field::System(..)
            | Field::Person(..)
            | Field::Agreement(..)
            | Field::Attempt(..)
            | Field::Meeting(_, MeetingField::Others | MeetingField::Decider(_))
            | Field::Done(..)
            | Field::Decision(..) => Text,
        }
    }

    /// What the field belongs to and goes with when that is removed.
    pub fn entity(self) -> Option<Id> {
        let scoped = |scope| match scope {
            Scope::Agreement(id) | Scope::Route(id) => Some(id),
            Scope::Case | Scope::Attempt(_) => None,
        };
        match self {
            Field::Exists(_, id)
            | Field::OrganisationName(id)
            | Field::AuthorityName(id)
            | Field::System(id, _)
            | Field::Person(id, _)
            | Field::Route(id, _)
            | Field::Agreement(id, _) => Some(id),
            Field::Done(mark, _) => scoped(mark.scope),
            Field::Decision(_, scope, _) | Field::Sent(_, scope) => scoped(scope),
            Field::Due(Topic::Activity(_, scope) | Topic::Gateway(_, scope)) => scoped(scope),
            Field::Due(Topic::Route(id)) => Some(id),
            Field::Due(Topic::Case)
            | Field::Case(_)
            | Field::Attempt(..)
            | Field::Planned(..)
            | Field::Meeting(..)
            | Field::Check(_) => None,
        }
    }
}

impl Topic {
    /// What a field is about.
    pub fn of(field: Field) -> Topic {
        match field {
            Field::Decision(gateway, scope, _) => Topic::Gateway(gateway, scope),
            Field::Route(id, _) | Field::Exists(EntityKind::Route, id) => Topic::Route(id),
            Field::Attempt(number, _) => Topic::Activity(Activity::U16, Scope::Attempt(number)),
            Field::Planned(number, activity) => Topic::Activity(activity, Scope::Attempt(number)),
            Field::Done(key, _) => Topic::Activity(key.activity, key.scope),
            Field::Agreement(id, _) | Field::Exists(EntityKind::Agreement, id) => {
                Topic::Activity(Activity::U9, Scope::Agreement(id))
            }
            Field::Due(topic) | Field::Meeting(_, MeetingField::Decider(topic)) => topic,
            Field::Case(_)
            | Field::Exists(..)
            | Field::OrganisationName(_)
            | Field::AuthorityName(_)
            | Field::System(..)
            | Field::Person(..)
            | Field::Meeting(..)
            | Field::Check(_)
            | Field::Sent(..) => Topic::Case,
        }
    }
}

impl RouteField {
    fn kind(self) -> ValueKind {
        use ValueKind::{Count, Day, Flag, Link, Text, Word};
        match self {
            RouteField::Name | RouteField::Reference | RouteField::Note => Text,
            RouteField::Handling => Word(Handling::CODES),
            RouteField::Closer => Word(Closer::CODES),
            RouteField::OrderedEarly => Flag,
            RouteField::Agreement => Link(EntityKind::Agreement),
            RouteField::ReplacedWith => Link(EntityKind::Route),
            RouteField::Side(_, SideField::Type) => Word(RouteType::CODES),
            RouteField::Side(_, SideField::System(_)) => Link(EntityKind::System),
            RouteField::Side(_, SideField::Authority) => Link(EntityKind::Authority),
            RouteField::Side(_, SideField::Addressing) => Word(Addressing::CODES),
            RouteField::Side(_, SideField::Active) => Flag,
            RouteField::Order(_, OrderField::Party) => Flag,
            RouteField::Order(_, OrderField::PartyReason) => Text,
            RouteField::Order(_, OrderField::Position) => Count,
            RouteField::Receipt(_, _, ReceiptField::State) => Word(ReceiptState::CODES),
            RouteField::Receipt(_, _, ReceiptField::Resolved) => Day,
            RouteField::Receipt(..) => Text,
            RouteField::Signature(_, SignatureField::Removed) => Flag,
            RouteField::Signature(_, SignatureField::Order) => Word(OrderKind::CODES),
            RouteField::Signature(_, SignatureField::Organisation) => {
                Link(EntityKind::Organisation)
            }
            RouteField::Signature(_, SignatureField::Asked | SignatureField::Signed) => Day,
            RouteField::Signature(..) => Text,
        }
    }
}

impl MarkKey {
    /// The completion by a role that one organisation holds.
    pub const fn new(activity: Activity, scope: Scope, role: Role) -> MarkKey {
        MarkKey { activity, scope, holder: Holder { role, organisation: None } }
    }

    /// The route that keeps this completion among its own, by activity: that of the one who orders for it, FN or FG.
    ///
    /// Any other holder's is kept apart, lest the one that comes last overwrites the other.
    pub(super) fn route(self) -> Option<Id> {
        match self.scope {
            Scope::Route(id)
                if self.activity.info().roles.first().is_some_and(|orderer| {
                    self == MarkKey::new(self.activity, self.scope, *orderer)
                }) =>
            {
                Some(id)
            }
            _ => None,
        }
    }
}
