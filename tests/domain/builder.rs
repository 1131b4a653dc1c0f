//! Desks at which people write to copies of a case, and the mail between them.

use udskift_it_system::domain::case::{
    Author, CaseField, CaseFile, EntityKind, Event, Field, Id, Pen, RouteField, Value, Writer,
};
use udskift_it_system::domain::process::Role;

/// The first day of the tests, in milliseconds since 1970: 23 November 2026, 8.00 UTC.
pub const START: i64 = 1_795_420_800_000;

/// One person with a copy of the case.
#[derive(Clone, Debug)]
pub struct Desk {
    pub file: CaseFile,
    pub pen: Pen,
    pub now: i64,
}

impl Desk {
    /// The desk of `name`, whose writer has this number.
    pub fn new(number: u64, name: &str) -> Desk {
        Desk {
            file: CaseFile::default(),
            pen: Pen::new(Writer::new(number), author(name)),
            now: START,
        }
    }

    /// Sets one field.
    pub fn set(&mut self, field: Field, value: impl Into<Value>) -> Vec<Event> {
        self.now += 20_000;
        self.file.write(&mut self.pen, self.now, [(field, value.into())])
    }

    /// Creates something.
    pub fn add(&mut self, kind: EntityKind) -> Id {
        self.now += 20_000;
        self.file.create(&mut self.pen, self.now, kind, |_| Vec::new()).0
    }

    /// Creates a route with a name.
    pub fn add_route(&mut self, name: &str) -> Id {
        let facts = |id| vec![(Field::Route(id, RouteField::Name), name.into())];
        self.now += 20_000;
        self.file.create(&mut self.pen, self.now, EntityKind::Route, facts).0
    }

    /// Takes in all that the other has.
    pub fn receive(&mut self, other: &Desk) {
        let merged = self.file.merge(other.file.log().events().cloned().collect::<Vec<_>>());
        assert_eq!(merged.clashes, [], "nobody writes under another's number");
    }

    pub fn title(&self) -> &str {
        &self.file.case().title
    }

    /// What stands in a field and its rivals, newest first.
    pub fn standing(&self, field: Field) -> Vec<Value> {
        self.file.log().heads(field).iter().map(|event| event.value.clone()).collect()
    }

    pub fn conflicts(&self) -> usize {
        self.file.conflicts().count()
    }
}

/// Both take in all that the other has.
pub fn exchange(one: &mut Desk, other: &mut Desk) {
    one.receive(other);
    other.receive(one);
}

/// Two desks with the same copy of a case.
pub fn two() -> (Desk, Desk) {
    let (mut anna, mut bo) = (Desk::new(1, "Anna"), Desk::new(2, "Bo"));
    anna.set(TITLE, "Alfa til Beta");
    exchange(&mut anna, &mut bo);
    (anna, bo)
}

pub const TITLE: Field = Field::Case(CaseField::Title);
pub const NOTE: Field = Field::Case(CaseField::Note);

pub fn author(name: &str) -> Author {
    Author {
        name: name.to_owned(),
        initials: name.chars().take(2).collect(),
        organisation: "Nordby Kommune".to_owned(),
        roles: vec![Role::SystemManager],
    }
}

pub fn route_name(id: Id) -> Field {
    Field::Route(id, RouteField::Name)
}

pub fn exists(id: Id) -> Field {
    Field::Exists(EntityKind::Route, id)
}
