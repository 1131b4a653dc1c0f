//! Changes as a reader wants them: grouped by person and by page, one line per field, with what stands last.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Page, Spot};
use crate::domain::case::{Author, CaseFile, Event, Field, Id, Value, heads_among};
use crate::domain::process::Role;
use crate::domain::sorting::{id_key, sort_by_numbers};

/// A person, whatever roles that person had chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Who {
    pub name: String,
    pub initials: String,
    pub organisation: String,
}

/// What changed, by whom and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// In the order of each person's first line.
    pub people: Vec<ByPerson>,
    /// How many events there are in all.
    pub events: usize,
    /// How many lines.
    pub lines: usize,
    /// Fields that were written to and end as they stood before, or belong to what is gone: no line tells of them.
    pub unchanged: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByPerson {
    pub who: Who,
    /// The roles in which the lines were written.
    pub roles: Vec<Role>,
    /// In the order of the pages; routes in the order of their first line.
    pub pages: Vec<ByPage>,
    pub lines: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByPage {
    pub page: Page,
    /// The route, where the page is that of a route.
    pub route: Option<Id>,
    /// Oldest first.
    pub changes: Vec<Change>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The event that stands.
    pub event: Id,
    pub spot: Spot,
    /// The events the line stands for: itself, those it overtook, and for a creation what its author filled in.
    pub events: usize,
}

impl Who {
    pub fn of(author: &Author) -> Who {
        Who {
            name: author.name.clone(),
            initials: author.initials.clone(),
            organisation: author.organisation.clone(),
        }
    }
}

impl Changes {
    /// The changes in `file` that the events for which `is_new` holds made, against all its other events.
    pub fn of(file: &CaseFile, is_new: impl Fn(Id) -> bool) -> Changes {
        let mut found =
            Found { file, is_new: &is_new, created: HashMap::new(), changes: Changes::default() };
        let mut by_field: BTreeMap<Field, Vec<&Event>> = BTreeMap::new();
        for event in file.log().events().filter(|event| is_new(event.id)) {
            found.changes.events += 1;
            by_field.entry(event.field).or_default().push(event);
            if let Field::Exists(_, id) = event.field
                && id == event.id
            {
                found.created.insert(id, (Who::of(&event.author), 0));
            }
        }
        let mut lines: Vec<(&Event, usize)> = Vec::new();
        for (field, events) in by_field {
            found.field(field, &events, &mut lines);
        }
        for (event, amount) in &mut lines {
            if let Some((_, filled_in)) = found.created.get(&event.id) {
                *amount += filled_in;
            }
        }
        sort_by_numbers(&mut lines, |(event, _)| id_key(event.clock, event.id));
        found.changes.group(lines);
        found.changes
    }

    /// Whether nobody changed anything.
    pub fn is_empty(&self) -> bool {
        self.events == 0
    }

    fn group(&mut self, lines: Vec<(&Event, usize)>) {
        self.lines = lines.len();
        let mut people: HashMap<Who, usize> = HashMap::new();
        let mut pages: HashMap<(usize, Page, Option<Id>), usize> = HashMap::new();
        for (event, events) in lines {
            let who = Who::of(&event.author);
            let person = *people.entry(who).or_insert_with_key(|who| {
                let (roles, pages) = (Vec::new(), Vec::new());
                self.people.push(ByPerson { who: who.clone(), roles, pages, lines: 0 });
                self.people.len() - 1
            });
            let Some(by_person) = self.people.get_mut(person) else { continue };
            by_person.lines += 1;
            for role in &event.author.roles {
                if !by_person.roles.contains(role) {
                    by_person.roles.push(*role);
                }
            }
            let spot = Spot::of(event.field);
            let (page, route) = spot.group();
            let place = *pages.entry((person, page, route)).or_insert_with(|| {
                by_person.pages.push(ByPage { page, route, changes: Vec::new() });
                by_person.pages.len() - 1
            });
            let change = Change { event: event.id, spot, events };
            if let Some(by_page) = by_person.pages.get_mut(place) {
                by_page.changes.push(change);
            }
        }
        for person in &mut self.people {
            sort_by_numbers(&mut person.pages, |page| [page.page as u64, 0, 0]);
        }
    }
}

struct Found<'a, F> {
    file: &'a CaseFile,
    is_new: &'a F,
    /// What was created, by whom, and how many of its facts its creator filled in.
    created: HashMap<Id, (Who, usize)>,
    changes: Changes,
}

impl<'a, F: Fn(Id) -> bool> Found<'a, F> {
    /// Adds the lines that one field gives.
    fn field(&mut self, field: Field, events: &[&'a Event], lines: &mut Vec<(&'a Event, usize)>) {
        let log = self.file.log();
        let older: Vec<&Event> = log.of_field(field).filter(|e| !(self.is_new)(e.id)).collect();
        let before = heads_among(older).first().map_or(Value::Nothing, |event| event.value.clone());
        let standing = self.file.log().heads(field);
        let heads: Vec<&Event> =
            standing.iter().copied().filter(|event| (self.is_new)(event.id)).collect();
        let existence = matches!(field, Field::Exists(..));
        let gone = self.is_gone(field);
        let came_and_went = existence && gone && before == Value::Nothing;
        let same = heads.iter().all(|event| event.value == before);
        if heads.is_empty() || same || came_and_went || (gone && !existence) {
            self.changes.unchanged += 1;
            return;
        }
        if !existence
            && is_fact(field)
            && let Some((creator, filled_in)) =
                field.entity().and_then(|id| self.created.get_mut(&id))
            && heads.iter().all(|event| Who::of(&event.author) == *creator)
        {
            *filled_in += events.len();
            return;
        }
        let mut overtaken = events.len() - heads.len();
        let mut told: HashSet<(&Value, Who)> = HashSet::new();
        for event in heads {
            let who = Who::of(&event.author);
            // Two of one person's tabs may have written the same.
            if told.insert((&event.value, who)) {
                lines.push((event, 1));
            } else {
                overtaken += 1;
            }
        }
        if let Some((_, amount)) = lines.last_mut() {
            *amount += overtaken;
        }
    }

    /// Whether what the field belongs to is removed and not in dispute.
    fn is_gone(&self, field: Field) -> bool {
        field.entity().is_some_and(|id| self.file.case().is_removed(id))
    }
}

/// Whether the field describes a thing, as against what was done or decided about it.
fn is_fact(field: Field) -> bool {
    !matches!(field, Field::Done(..) | Field::Decision(..) | Field::Sent(..))
}
