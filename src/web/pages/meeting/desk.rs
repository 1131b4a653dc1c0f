//! The points of a meeting that is going on: those it began with keep their places, and new ones come after them.

use std::collections::BTreeMap;

use crate::domain::case::{CaseFile, Id, Value};
use crate::domain::meeting::{Matter, Point, PointKey, agenda, decider_field};
use crate::domain::process::Role;
use crate::domain::signers::SheetSigner;
use crate::domain::time::Day;
use crate::text::fields::value_text;
use crate::text::{meeting_page as words, role_short};
use crate::web::pages::{name_signer, place_href};
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

#[derive(Clone, Copy)]
pub struct Desk {
    pub app: App,
    pub number: u16,
    /// The points in their places.
    points: RwSignal<Vec<(PointKey, Point)>>,
    /// Those that are open now, as they are now.
    open: Memo<BTreeMap<PointKey, Point>>,
    /// The place of the one that is shown.
    pub at: RwSignal<usize>,
}

/// A point as it reads.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub key: PointKey,
    pub point: Point,
    pub place: usize,
    pub text: String,
    pub who: Option<String>,
    pub answers: Vec<(Value, String)>,
    /// What stands, where it is settled.
    pub settled: Option<String>,
    /// The place of the answer that stands.
    pub chosen: Option<usize>,
    pub until: Option<Day>,
    /// Who decided, as it stands.
    pub by: String,
    /// Where it is in the case.
    pub href: String,
}

impl Desk {
    pub fn new(app: App, number: u16) -> Desk {
        let open = app.derive(|open| agenda(&open.file, &open.guidance));
        let points = RwSignal::new(open.get_untracked());
        Effect::new(move |_| {
            open.with(|open| {
                let new = points.with_untracked(|points| {
                    let known = points.iter().map(|(key, _)| (key.clone(), ()));
                    let known: BTreeMap<PointKey, ()> = known.collect();
                    let new = open.iter().filter(|(key, _)| !known.contains_key(key));
                    new.cloned().collect::<Vec<_>>()
                });
                if !new.is_empty() {
                    points.update(|points| points.extend(new));
                }
            });
        });
        let open = Memo::new(move || open.get().into_iter().collect::<BTreeMap<_, _>>());
        Desk { app, number, points, open, at: RwSignal::new(0) }
    }

    pub fn len(self) -> usize {
        self.points.with(Vec::len)
    }

    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// How many points are settled or put off.
    pub fn handled(self) -> usize {
        let due =
            |point: &Point| self.app.read(|open| until(&open.file, point)).flatten().is_some();
        self.points.with(|points| {
            self.open.with(|open| {
                let is_handled =
                    |(key, point): &&(PointKey, Point)| open.get(key).is_none() || due(point);
                points.iter().filter(is_handled).count()
            })
        })
    }

    /// The point in this place as it reads; followed.
    pub fn shown(self, place: usize) -> Option<Shown> {
        let (key, first) = self.points.with(|points| points.get(place).cloned())?;
        let now = self.open.with(|open| open.get(&key).cloned());
        let is_open = now.is_some();
        // What it was when it was open says what it was about.
        let point = now.unwrap_or(first);
        self.app.read(|open| shown(open, self.number, (key, point), place, is_open))
    }

    /// Settles a point by one of its answers.
    pub fn choose(self, shown: &Shown, answer: usize, by: &str) {
        let Some((value, text)) = shown.answers.get(answer) else { return };
        let Point::Decide(wanted) = &shown.point else { return };
        if let (Matter::Signer(_), Value::Link(id)) = (&wanted.matter, value) {
            name_signer(self.app, SheetSigner::Organisation(*id), wanted.named());
        } else {
            self.app.write(wanted.settle(value, by.trim(), self.number));
        }
        self.app.say(words::saved(text));
    }

    pub fn put_off(self, shown: &Shown, until: Day) {
        self.app.write(shown.point.put_off(until));
        self.app.say(words::put_off_until(until));
    }

    /// Who of those present decides for a role, where that is one person.
    pub fn decider(self, role: Option<Role>) -> String {
        let Some(role) = role else { return String::new() };
        let found = self.app.read_untracked(|open| {
            let present = &open.case().meetings.get(&self.number)?.present;
            let mut people = open
                .case()
                .list_people()
                .into_iter()
                .filter(|(id, person)| present.contains(id) && person.roles.contains(&role));
            let first = people.next().map(|(_, person)| person.name.clone());
            first.filter(|_| people.next().is_none())
        });
        found.flatten().unwrap_or_default()
    }

    /// The names of those present, and the roles.
    pub fn names(self) -> Vec<String> {
        let names = self.app.read(|open| {
            let Some(meeting) = open.case().meetings.get(&self.number) else { return Vec::new() };
            let people = open.case().list_people().into_iter();
            let present = people.filter(|(id, _)| meeting.present.contains(id));
            present.map(|(_, person)| person.name.clone()).collect()
        });
        let mut names: Vec<String> = names.unwrap_or_default();
        names.extend(Role::ALL.iter().map(|role| role_short(*role).to_owned()));
        names
    }
}

fn shown(
    open: &OpenCase,
    meeting: u16,
    (key, point): (PointKey, Point),
    place: usize,
    is_open: bool,
) -> Shown {
    let case = open.case();
    let field = match &point {
        Point::Decide(wanted) => wanted.matter.field(),
        Point::Look(_) => None,
    };
    let answers = words::answers(case, &point);
    let standing = field.and_then(|field| open.file.log().standing(field));
    let standing = standing.map(|event| event.value.clone()).unwrap_or(Value::Nothing);
    let settled = (!is_open).then(|| match field {
        Some(field) => value_text(case, field, &standing),
        None => words::SETTLED.to_owned(),
    });
    let chosen = answers.iter().position(|(value, _)| !is_open && *value == standing);
    let by = field.and_then(|field| {
        let event = open.file.log().standing(decider_field(field, meeting))?;
        match &event.value {
            Value::Text(name) => Some(name.clone()),
            _ => None,
        }
    });
    Shown {
        text: words::point_text(case, &point),
        who: match &point {
            Point::Decide(wanted) => words::who_decides(wanted),
            Point::Look(_) => Some(words::LOOK.to_owned()),
        },
        until: until(&open.file, &point),
        href: href(open, &point),
        by: by.unwrap_or_default(),
        key,
        point,
        place,
        answers,
        settled,
        chosen,
    }
}

/// The day until which all of a point is put off.
fn until(file: &CaseFile, point: &Point) -> Option<Day> {
    let due = &file.case().due;
    point.topics().first().and_then(|topic| due.get(topic).copied())
}

fn href(open: &OpenCase, point: &Point) -> String {
    let page = |page| Page::Case(open.id, page).href();
    match point {
        Point::Look(finding) => place_href(open, finding.place),
        Point::Decide(wanted) => match &wanted.matter {
            Matter::Signer(_) => page(CasePage::Signatures),
            Matter::Window(_) => page(CasePage::Cutover),
            Matter::Route(id, _) => page(CasePage::Route(*id)),
            Matter::Answer(gateway, scope) => {
                crate::web::pages::gateway_href(open.id, *gateway, *scope)
            }
            Matter::Conflict(_) => page(CasePage::Overview),
        },
    }
}

/// The route that a point is about, by its facts in short lines.
pub fn route_lines(open: &OpenCase, point: &Point) -> Vec<String> {
    let route: Option<Id> = point.route();
    route.map(|id| crate::web::pages::routes::both_sides(open, id)).unwrap_or_default()
}
