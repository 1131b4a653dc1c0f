//! Every field there is, values of every kind, and events made of them.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use udskift_it_system::domain::case::*;
use udskift_it_system::domain::process::{Activity, CheckItem, Gateway, Handover, Role};
use udskift_it_system::domain::time::{Day, LAST_MOMENT, LocalTime};

use crate::builder::author;

/// Every field, of the same things.
static SHAPES: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let id = Writer::new(7).id(7);
    fields(id, id, 2)
});

/// Every field, with these identities and this attempt where it has some.
pub fn fields(id: Id, other: Id, attempt: u16) -> Vec<Field> {
    let mut all: Vec<Field> = Vec::new();
    all.extend(CaseField::ALL.iter().map(|field| Field::Case(*field)));
    all.extend(EntityKind::ALL.iter().map(|kind| Field::Exists(*kind, id)));
    all.extend([Field::OrganisationName(id), Field::AuthorityName(id)]);
    all.extend(SystemField::ALL.iter().map(|field| Field::System(id, *field)));
    all.extend(person_fields().into_iter().map(|field| Field::Person(id, field)));
    all.extend(route_fields(other, attempt).into_iter().map(|field| Field::Route(id, field)));
    all.extend(AgreementField::ALL.iter().map(|field| Field::Agreement(id, *field)));
    all.extend(AttemptField::ALL.iter().map(|field| Field::Attempt(attempt, *field)));
    all.extend(Activity::ALL.iter().map(|activity| Field::Planned(attempt, *activity)));
    let meeting = [MeetingField::Started, MeetingField::Ended, MeetingField::Others];
    all.extend(meeting.map(|field| Field::Meeting(attempt, field)));
    all.push(Field::Meeting(attempt, MeetingField::Present(other)));
    for topic in [Topic::Case, Topic::Route(id)] {
        all.extend([Field::Due(topic), Field::Meeting(attempt, MeetingField::Decider(topic))]);
    }
    let scopes = [Scope::Case, Scope::Agreement(id), Scope::Route(id), Scope::Attempt(attempt)];
    for scope in scopes {
        for activity in Activity::ALL {
            let topic = Topic::Activity(*activity, scope);
            all.extend([Field::Due(topic), Field::Meeting(attempt, MeetingField::Decider(topic))]);
            for role in Role::ALL {
                for organisation in [None, Some(other)] {
                    let holder = Holder { role: *role, organisation };
                    let key = MarkKey { activity: *activity, scope, holder };
                    all.extend(MarkField::ALL.iter().map(|field| Field::Done(key, *field)));
                }
            }
        }
        for gateway in Gateway::ALL {
            let topic = Topic::Gateway(*gateway, scope);
            all.extend([Field::Due(topic), Field::Meeting(attempt, MeetingField::Decider(topic))]);
            let decision = |field: &DecisionField| Field::Decision(*gateway, scope, *field);
            all.extend(DecisionField::ALL.iter().map(decision));
        }
        all.extend(Handover::ALL.iter().map(|handover| Field::Sent(*handover, scope)));
    }
    all.extend(CheckItem::ALL.iter().map(|item| Field::Check(*item)));
    all
}

fn person_fields() -> Vec<PersonField> {
    // A new field does not compile here until it is in the list below.
    let _ = |field: PersonField| match field {
        PersonField::Name
        | PersonField::Initials
        | PersonField::Organisation
        | PersonField::Email
        | PersonField::Phone
        | PersonField::Role(_) => {}
    };
    let mut all = vec![
        PersonField::Name,
        PersonField::Initials,
        PersonField::Organisation,
        PersonField::Email,
        PersonField::Phone,
    ];
    all.extend(Role::ALL.iter().map(|role| PersonField::Role(*role)));
    all
}

fn route_fields(signature: Id, attempt: u16) -> Vec<RouteField> {
    let _ = |field: RouteField| match field {
        RouteField::Name
        | RouteField::Reference
        | RouteField::Note
        | RouteField::Handling
        | RouteField::Closer
        | RouteField::OrderedEarly
        | RouteField::Agreement
        | RouteField::ReplacedWith
        | RouteField::Order(..)
        | RouteField::Receipt(..)
        | RouteField::Signature(..) => {}
        RouteField::Side(_, field) => match field {
            SideField::Type
            | SideField::System(_)
            | SideField::Authority
            | SideField::Addressing
            | SideField::Active => {}
        },
    };
    let mut all = vec![
        RouteField::Name,
        RouteField::Reference,
        RouteField::Note,
        RouteField::Handling,
        RouteField::Closer,
        RouteField::OrderedEarly,
        RouteField::Agreement,
        RouteField::ReplacedWith,
    ];
    for side in Side::ALL {
        let mut facts =
            vec![SideField::Type, SideField::Authority, SideField::Addressing, SideField::Active];
        facts.extend(End::ALL.iter().map(|end| SideField::System(*end)));
        all.extend(facts.into_iter().map(|fact| RouteField::Side(*side, fact)));
    }
    for order in OrderKind::ALL {
        all.extend(OrderField::ALL.iter().map(|field| RouteField::Order(*order, *field)));
        for occasion in [Occasion::Preparation, Occasion::Attempt(attempt), Occasion::After] {
            let receipt = |field: &ReceiptField| RouteField::Receipt(*order, occasion, *field);
            all.extend(ReceiptField::ALL.iter().map(receipt));
        }
    }
    all.extend(SignatureField::ALL.iter().map(|field| RouteField::Signature(signature, *field)));
    all
}

/// Identities of a few writers, near and far; often the same few, so that events meet.
pub fn id() -> impl Strategy<Value = Id> {
    let number = prop_oneof![0u64..4, Just(u64::MAX)];
    let seq = prop_oneof![4 => 1u32..4, 4 => 4u32..50, 1 => Just(u32::MAX)];
    (number, seq).prop_map(|(writer, seq)| Writer::new(writer).id(seq))
}

/// Texts as people and programs write them.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zæøå 0-9]{0,20}",
        "\\PC{0,20}",
        Just("to\nlinjer og \\ en \\n skråstreg\t\"citat\" 😀 \u{202e}".to_owned()),
    ]
}

/// A value of this kind.
pub fn value(kind: ValueKind) -> BoxedStrategy<Value> {
    let nothing = Just(Value::Nothing).boxed();
    let day = (0i64..60_000).prop_map(Day::from_epoch);
    let some = match kind {
        ValueKind::Text => text().prop_map(Value::text).boxed(),
        ValueKind::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        ValueKind::Count => any::<u32>().prop_map(Value::Count).boxed(),
        ValueKind::Word(codes) => select(codes).prop_map(Value::Word).boxed(),
        ValueKind::Link(_) => id().prop_map(Value::Link).boxed(),
        ValueKind::Day => day.prop_map(Value::Day).boxed(),
        ValueKind::Time => {
            (0..LAST_MOMENT).prop_map(|millis| Value::Time(LocalTime::at(millis, 0))).boxed()
        }
    };
    prop_oneof![1 => nothing, 9 => some].boxed()
}

/// A valid event.
pub fn event() -> impl Strategy<Value = Event> {
    let field = (id(), id(), any::<Index>()).prop_map(|(id, other, index)| {
        let mut ids = [id, other].into_iter();
        index.get(&SHAPES).map_ids(|same| ids.next().unwrap_or(same))
    });
    let set =
        field.prop_flat_map(|field| value(field.kind()).prop_map(move |value| (field, value)));
    let moment = (1u64..1_000_000, 0..=LAST_MOMENT);
    let writer =
        select(vec!["Anna", "Bo", "", "Ærø \"Å\"\n"]).prop_map(|name| Arc::new(author(name)));
    let knew = prop::collection::vec(id(), 0..3);
    (id(), moment, writer, set, knew, any::<Index>()).prop_map(
        |(id, (clock, at), author, (field, value), knew, batch)| {
            let batch = 1 + batch.index(id.seq as usize) as u32;
            Event { id, clock, at, author, field, value, knew, batch }
        },
    )
}

/// Events of different identities, as a case has.
pub fn events(most: usize) -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(event(), 0..most).prop_map(|mut events| {
        let mut seen = std::collections::BTreeSet::new();
        events.retain(|event| seen.insert(event.id));
        events
    })
}
