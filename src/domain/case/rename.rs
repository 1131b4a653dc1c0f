//! The identities in a field, replaced one by one: what storage needs to write a field's shape apart from them.

use super::{Field, Holder, Id, MarkKey, MeetingField, RouteField, Scope, Topic};

impl Field {
    /// The same field of other things: each identity in it replaced, in the order of the path.
    pub fn map_ids(self, mut to: impl FnMut(Id) -> Id) -> Field {
        match self {
            Field::Case(_) | Field::Attempt(..) | Field::Planned(..) | Field::Check(_) => self,
            Field::Due(topic) => Field::Due(topic.map_ids(to)),
            Field::Meeting(number, MeetingField::Decider(topic)) => {
                Field::Meeting(number, MeetingField::Decider(topic.map_ids(to)))
            }
            Field::Meeting(number, MeetingField::Present(id)) => {
                Field::Meeting(number, MeetingField::Present(to(id)))
            }
            Field::Meeting(..) => self,
            Field::Exists(kind, id) => Field::Exists(kind, to(id)),
            Field::OrganisationName(id) => Field::OrganisationName(to(id)),
            Field::AuthorityName(id) => Field::AuthorityName(to(id)),
            Field::System(id, field) => Field::System(to(id), field),
            Field::Person(id, field) => Field::Person(to(id), field),
            Field::Route(id, RouteField::Signature(signature, field)) => {
                let id = to(id);
                Field::Route(id, RouteField::Signature(to(signature), field))
            }
            Field::Route(id, field) => Field::Route(to(id), field),
            Field::Agreement(id, field) => Field::Agreement(to(id), field),
            Field::Done(mark, field) => {
                let scope = mark.scope.map_ids(&mut to);
                let Holder { role, organisation } = mark.holder;
                let holder = Holder { role, organisation: organisation.map(to) };
                Field::Done(MarkKey { activity: mark.activity, scope, holder }, field)
            }
            Field::Decision(gateway, scope, field) => {
                Field::Decision(gateway, scope.map_ids(to), field)
            }
            Field::Sent(handover, scope) => Field::Sent(handover, scope.map_ids(to)),
        }
    }
}

impl Topic {
    fn map_ids(self, mut to: impl FnMut(Id) -> Id) -> Topic {
        match self {
            Topic::Activity(activity, scope) => Topic::Activity(activity, scope.map_ids(to)),
            Topic::Gateway(gateway, scope) => Topic::Gateway(gateway, scope.map_ids(to)),
            Topic::Route(id) => Topic::Route(to(id)),
            Topic::Case => self,
        }
    }
}

impl Scope {
    fn map_ids(self, mut to: impl FnMut(Id) -> Id) -> Scope {
        match self {
            Scope::Case | Scope::Attempt(_) => self,
            Scope::Agreement(id) => Scope::Agreement(to(id)),
            Scope::Route(id) => Scope::Route(to(id)),
        }
    }
}
