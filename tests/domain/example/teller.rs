//! Tells the example: several people write, each in a role, over some weeks of the autumn of 2026.

use std::collections::BTreeMap;

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::process::{Activity, Role};
use udskift_it_system::domain::time::Day;

pub const SE: Role = Role::SystemOwner;
pub const SA: Role = Role::SystemManager;
pub const FN: Role = Role::NewOperations;
pub const FG: Role = Role::OldOperations;
pub const HD: Role = Role::Helpdesk;
pub const SI: Role = Role::InvolvedManagers;
pub const FI: Role = Role::InvolvedOperations;

/// 1 September 2026, 8.00 in Denmark, in milliseconds since 1970 UTC.
const START: i64 = 1_788_242_400_000;
const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The case as it is told, and the pens of those who tell it.
pub struct Teller {
    pub file: CaseFile,
    pub now: i64,
    pens: BTreeMap<Role, Pen>,
}

/// The systems and organisations, by name.
pub struct Systems {
    pub systems: BTreeMap<&'static str, Id>,
    pub organisations: BTreeMap<&'static str, Id>,
    pub authority: Id,
}

/// Name, initials, organisation and telephone of the one who holds a role.
pub fn person(role: Role) -> (&'static str, &'static str, &'static str, &'static str) {
    match role {
        SE => ("Dorte Skovgaard", "DSK", NORDLUND, "70 00 00 01"),
        SA => ("Mette Holm", "MHO", NORDLUND, "70 00 00 02"),
        FN => ("Jonas Berg", "JBE", FYRTAARN, "70 00 00 03"),
        FG => ("Karen Lindtofte", "KLI", KLIPPE, "70 00 00 04"),
        HD => ("Vagten på SP's Helpdesk", "HD", HELPDESK, "70 00 00 05"),
        SI => ("Anne Krogsgaard", "AKR", FAELLESDRIFT, "70 00 00 06"),
        FI => ("Peter Ravnkilde", "PRA", STROEMKAER, "70 00 00 07"),
    }
}

pub const NORDLUND: &str = "Nordlund Kommune";
pub const FYRTAARN: &str = "Fyrtårn Software A/S";
pub const KLIPPE: &str = "Klippe Systemer A/S";
pub const HELPDESK: &str = "SP's Helpdesk";
pub const FAELLESDRIFT: &str = "Fællesdrift I/S";
pub const STROEMKAER: &str = "Strømkær Data ApS";
pub const HAVBLIK: &str = "Havblik IT A/S";

pub const OLD: &str = "Omsorg Klassik";
pub const NEW: &str = "Omsorg Ny";
pub const BORGER: &str = "Borgerbasen";
pub const YDELSE: &str = "Ydelse Plus";
pub const LOEN: &str = "Lønportalen";
pub const ARKIV: &str = "Dokumentarkivet";
pub const DEPOT: &str = "Hjælpemiddeldepotet";
pub const SUNDHED: &str = "Sundhedsjournalen";
pub const STATISTIK: &str = "Statistikbanken";
pub const BALANCE: &str = "Økonomisystemet Balance";

const SYSTEMS: [(&str, &str, &str); 10] = [
    (OLD, NORDLUND, KLIPPE),
    (NEW, NORDLUND, FYRTAARN),
    (BORGER, FAELLESDRIFT, FAELLESDRIFT),
    (YDELSE, NORDLUND, STROEMKAER),
    (LOEN, NORDLUND, HAVBLIK),
    (ARKIV, NORDLUND, KLIPPE),
    (DEPOT, NORDLUND, FYRTAARN),
    (SUNDHED, FAELLESDRIFT, FAELLESDRIFT),
    (STATISTIK, FAELLESDRIFT, STROEMKAER),
    (BALANCE, NORDLUND, STROEMKAER),
];

pub fn author(role: Role) -> Author {
    let (name, initials, organisation, _) = person(role);
    Author {
        name: name.into(),
        initials: initials.into(),
        organisation: organisation.into(),
        roles: vec![role],
    }
}

impl Teller {
    pub fn new() -> Teller {
        let pen = |(index, role): (usize, &Role)| {
            // The writers' numbers are far apart, so that they read as the random ones they stand for.
            let number = (index as u64 + 1) * 0x9e_3779_b97f;
            (*role, Pen::new(Writer::new(number), author(*role)))
        };
        let pens = Role::ALL.iter().enumerate().map(pen).collect();
        Teller { file: CaseFile::default(), now: START, pens }
    }

    /// Some days pass.
    pub fn days(&mut self, days: i64) {
        self.now += days * DAY;
    }

    pub fn write(&mut self, role: Role, changes: Vec<(Field, Value)>) {
        self.now += 3 * MINUTE;
        for (field, value) in &changes {
            assert!(field.kind().accepts(value), "{field}");
        }
        let pen = self.pens.get_mut(&role).unwrap();
        self.file.write(pen, self.now, changes);
    }

    pub fn create(
        &mut self,
        role: Role,
        kind: EntityKind,
        facts: impl FnOnce(Id) -> Vec<(Field, Value)>,
    ) -> Id {
        self.now += 3 * MINUTE;
        let pen = self.pens.get_mut(&role).unwrap();
        self.file.create(pen, self.now, kind, facts).0
    }

    /// The identity of the role's next event.
    pub fn next_id(&self, role: Role) -> Id {
        self.pens[&role].next_id()
    }

    /// The role marks an activity done.
    pub fn done(&mut self, role: Role, activity: Activity, scope: Scope) {
        let key = MarkKey::new(activity, scope, role);
        self.mark(role, key, "");
    }

    pub fn mark(&mut self, role: Role, key: MarkKey, reason: &str) {
        let state = (Field::Done(key, MarkField::State), MarkState::Done.into());
        let reason = (Field::Done(key, MarkField::Reason), Value::text(reason));
        self.write(role, vec![state, reason]);
    }

    /// Title, organisations, systems and people.
    pub fn who_and_what(&mut self) -> Systems {
        self.write(
            SA,
            vec![
                (Field::Case(CaseField::Title), "Omsorg Klassik til Omsorg Ny".into()),
                (Field::Case(CaseField::Example), true.into()),
                (
                    Field::Case(CaseField::Note),
                    "Opdigtet eksempel: Nordlund Kommune skifter omsorgssystem.".into(),
                ),
            ],
        );
        let names = [NORDLUND, FYRTAARN, KLIPPE, HELPDESK, FAELLESDRIFT, STROEMKAER, HAVBLIK];
        let organisations: BTreeMap<_, _> = names
            .map(|name| {
                let facts = |id| vec![(Field::OrganisationName(id), name.into())];
                (name, self.create(SA, EntityKind::Organisation, facts))
            })
            .into();
        let facts = |id| vec![(Field::AuthorityName(id), NORDLUND.into())];
        let authority = self.create(SA, EntityKind::Authority, facts);
        let systems: BTreeMap<_, _> = SYSTEMS
            .map(|(name, manager, operator)| {
                let facts = |id| {
                    vec![
                        (Field::System(id, SystemField::Name), name.into()),
                        (Field::System(id, SystemField::Manager), organisations[manager].into()),
                        (Field::System(id, SystemField::Operator), organisations[operator].into()),
                    ]
                };
                (name, self.create(SA, EntityKind::System, facts))
            })
            .into();
        self.write(
            SA,
            vec![
                (Field::Case(CaseField::OldSystem), systems[OLD].into()),
                (Field::Case(CaseField::NewSystem), systems[NEW].into()),
            ],
        );
        for role in Role::ALL {
            let (name, initials, organisation, phone) = person(*role);
            let email = format!("{}@eksempel.example", initials.to_lowercase());
            self.create(SA, EntityKind::Person, |id| {
                let field = |field| Field::Person(id, field);
                vec![
                    (field(PersonField::Name), name.into()),
                    (field(PersonField::Initials), initials.into()),
                    (field(PersonField::Organisation), organisations[organisation].into()),
                    (field(PersonField::Email), email.as_str().into()),
                    (field(PersonField::Phone), phone.into()),
                    (field(PersonField::Role(*role)), true.into()),
                ]
            });
        }
        Systems { systems, organisations, authority }
    }

    /// pkt. 1–6: the new system is made ready, the list of routes is found.
    pub fn begin(&mut self) {
        self.done(SE, Activity::Start, Scope::Case);
        self.days(1);
        self.done(SA, Activity::U1, Scope::Case);
        self.days(9);
        // The Helpdesk was quicker than the form.
        let early = MarkKey::new(Activity::U6, Scope::Case, HD);
        self.mark(HD, early, "Listen blev bestilt i telefonen og sendt, før pkt. 5 var noteret.");
        self.days(1);
        self.done(FG, Activity::U5, Scope::Case);
        self.days(12);
        self.done(FN, Activity::U2, Scope::Case);
        self.done(FN, Activity::U3, Scope::Case);
        self.days(1);
        self.done(SA, Activity::U4, Scope::Case);
    }

    /// pkt. 7–12: the overview is handed over; one agreement is in place, one is under way, one is asked for.
    pub fn agreements(&mut self, systems: &Systems) {
        self.days(4);
        self.done(SA, Activity::U7, Scope::Case);
        self.days(1);
        self.done(FN, Activity::U8, Scope::Case);
        let agreements: Vec<Id> = {
            let list = self.file.case().list_agreements();
            list.into_iter().map(|(id, _)| id).collect()
        };
        let far: [(&[Activity], i64); 3] = [
            (&[Activity::U9, Activity::U10, Activity::U11, Activity::U12], 5),
            (&[Activity::U9, Activity::U10], 2),
            (&[Activity::U9], 1),
        ];
        for (agreement, (activities, days)) in agreements.into_iter().zip(far) {
            let scope = Scope::Agreement(agreement);
            for activity in activities {
                self.days(days);
                let role = activity.info().roles[0];
                let mut key = MarkKey::new(*activity, scope, role);
                if role == SI {
                    key.holder.organisation = Some(self.manager_of(agreement));
                }
                self.mark(role, key, "");
            }
        }
        let _ = systems;
    }

    fn manager_of(&self, agreement: Id) -> Id {
        let case = self.file.case();
        let system = case.agreements[&agreement].system.unwrap();
        case.systems[&system].manager.unwrap()
    }

    /// A day of the autumn.
    pub fn day(month: u8, day: u8) -> Value {
        Day::new(2026, month, day).into()
    }
}
