//! Changes as a reader wants them: grouped by person and by page, one line per field, with what stands last.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Page, Spot};
use crate::domain::case::{Author, CaseFile, Event, Field, Id, Value, heads_among, id_key};
use crate::domain::process::Role;
use crate::domain::sorting::sort_by_numbers;

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
        let mut changing = Changing::default();
        while changing.step(file, &is_new, usize::MAX) {}
        changing.finish(file)
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

/// [`Changes::of`] a piece at a time. The file must stay as it is meanwhile, and what is new.
#[derive(Clone, Debug, Default)]
pub struct Changing {
    /// The last event that was looked at.
    seen: Option<Id>,
    /// What is new, by field, until all events are looked at; then the fields that are left.
    by_field: BTreeMap<Field, Vec<Id>>,
    is_gathered: bool,
    /// What was created, by whom, and how many of its facts its creator filled in.
    created: HashMap<Id, (Who, usize)>,
    lines: Vec<(Id, usize)>,
    changes: Changes,
}

impl Changing {
    /// Looks at so many more events, or fields; whether there is more to be done.
    pub fn step(&mut self, file: &CaseFile, is_new: &dyn Fn(Id) -> bool, most: usize) -> bool {
        if self.is_gathered {
            for _ in 0..most {
                let Some((field, ids)) = self.by_field.pop_first() else { return false };
                let events: Vec<&Event> =
                    ids.into_iter().filter_map(|id| file.log().get(id)).collect();
                self.field(file, is_new, field, &events);
            }
            return true;
        }
        let mut left = most;
        for event in file.log().events_after(self.seen).take(most) {
            left -= 1;
            self.seen = Some(event.id);
            if is_new(event.id) {
                self.take(event);
            }
        }
        self.is_gathered = left > 0;
        true
    }

    /// Whether anything was looked at.
    pub fn is_begun(&self) -> bool {
        self.seen.is_some()
    }

    /// What was found.
    pub fn finish(self, file: &CaseFile) -> Changes {
        let Changing { created, mut changes, lines, .. } = self;
        let with_facts = |(id, amount): (Id, usize)| {
            let filled_in = created.get(&id).map_or(0, |(_, filled_in)| *filled_in);
            Some((file.log().get(id)?, amount + filled_in))
        };
        let mut lines: Vec<(&Event, usize)> = lines.into_iter().filter_map(with_facts).collect();
        sort_by_numbers(&mut lines, |(event, _)| id_key(event.clock, event.id));
        changes.group(lines);
        changes
    }

    fn take(&mut self, event: &Event) {
        self.changes.events += 1;
        self.by_field.entry(event.field).or_default().push(event.id);
        if let Field::Exists(_, id) = event.field
            && id == event.id
        {
            self.created.insert(id, (Who::of(&event.author), 0));
        }
    }

    /// Adds the lines that one field gives.
    fn field(
        &mut self,
        file: &CaseFile,
        is_new: &dyn Fn(Id) -> bool,
        field: Field,
        events: &[&Event],
    ) {
        let log = file.log();
        let older: Vec<&Event> = log.of_field(field).filter(|e| !is_new(e.id)).collect();
        let before = heads_among(older).first().map_or(Value::Nothing, |event| event.value.clone());
        let standing = log.heads(field);
        let heads: Vec<&Event> =
            standing.iter().copied().filter(|event| is_new(event.id)).collect();
        let existence = matches!(field, Field::Exists(..));
        let gone = field.entity().is_some_and(|id| file.case().is_removed(id));
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
                self.lines.push((event.id, 1));
            } else {
                overtaken += 1;
            }
        }
        if let Some((_, amount)) = self.lines.last_mut() {
            *amount += overtaken;
        }
    }
}

/// Whether the field describes a thing, as against what was done or decided about it.
fn is_fact(field: Field) -> bool {
    !matches!(field, Field::Done(..) | Field::Decision(..) | Field::Sent(..))
}
