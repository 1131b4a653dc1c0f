//! The five at their desks: each edits, mails files, takes them in, and closes and opens the app in between.

use std::collections::BTreeSet;

use udskift_it_system::domain::case::{
    CaseFile, EntityKind, Event, Field, Pen, Value, ValueKind, Version, Writer,
};
use udskift_it_system::domain::exchange::segment::{decode, encode};
use udskift_it_system::domain::exchange::{Cover, Kept, export, import};

use super::dice::Dice;
use super::model::{Model, Seen};
use crate::builder::{START, TITLE, author};
use crate::samples::fields;

const NAMES: [&str; 5] = ["Anna", "Bo", "Carl", "Dorte", "Eva"];
type Step<T = ()> = Result<T, String>;

/// How often things came about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub events: usize,
    pub files: usize,
    pub reopened: usize,
    pub kept: usize,
    pub conflicts: usize,
    /// Conflicts between a removal and what was written without knowing of it.
    pub disputed_removals: usize,
    /// Fields in conflict that nobody is asked about, because what they belong to is removed.
    pub gone_along: usize,
}

struct Seat {
    name: &'static str,
    pen: Pen,
    file: CaseFile,
    kept: Vec<Kept>,
    seen: Seen,
    seen_kept: BTreeSet<String>,
    last: Vec<Event>,
}

/// A file on its way, which may arrive late, twice or never.
struct Letter {
    text: String,
    seen: Seen,
    seen_kept: BTreeSet<String>,
}

pub struct Office {
    model: Model,
    seats: Vec<Seat>,
    letters: Vec<Letter>,
    /// What is fought over.
    fields: Vec<Field>,
    now: i64,
    writers: u64,
    tally: Tally,
}

impl Office {
    /// Everyone has opened the case that the first began.
    pub fn new(dice: &mut Dice) -> Office {
        let mut office = Office {
            model: Model::default(),
            seats: Vec::new(),
            letters: Vec::new(),
            fields: vec![TITLE],
            now: START,
            writers: 0,
            tally: Tally::default(),
        };
        for name in NAMES {
            let pen = office.pen(name, dice);
            let (file, kept, last) = (CaseFile::default(), Vec::new(), Vec::new());
            let (seen, seen_kept) = (Seen::new(), BTreeSet::new());
            office.seats.push(Seat { name, pen, file, kept, seen, seen_kept, last });
        }
        office.write(0, vec![(TITLE, "Alfa til Beta".into())]).expect("the first event");
        office.create(0, EntityKind::Route, dice).expect("a route");
        let first = office.send(0);
        for seat in 1..NAMES.len() {
            office.receive(seat, &first, dice).expect("the first file");
        }
        office
    }

    /// Something happens.
    pub fn step(&mut self, dice: &mut Dice) -> Step {
        let seat = dice.roll(self.seats.len());
        match dice.roll(100) {
            0..55 => {
                // What is new is what people work on.
                let newest = self.fields.len().saturating_sub(5);
                let recent = if dice.roll(2) == 0 { &self.fields[newest..] } else { &self.fields };
                let field = *dice.pick(recent);
                // Nobody writes about what they do not have.
                let log = self.seats[seat].file.log();
                if field.entity().is_some_and(|id| log.get(id).is_none()) {
                    return Ok(());
                }
                self.write(seat, vec![(field, any_value(field.kind(), self, dice))])
            }
            55..62 => {
                let kinds = [EntityKind::Route, EntityKind::Agreement, EntityKind::System];
                self.create(seat, *dice.pick(&kinds), dice)
            }
            62..68 => self.undo(seat),
            68..71 => self.write_of_a_newer_version(seat),
            71..75 => self.reopen(seat, dice),
            75..85 => {
                let letter = self.send(seat);
                self.letters.push(letter);
                Ok(())
            }
            _ if self.letters.is_empty() => Ok(()),
            _ => {
                let letter = self.letters.swap_remove(dice.roll(self.letters.len()));
                self.receive(seat, &letter, dice)?;
                if dice.roll(3) == 0 {
                    self.letters.push(letter);
                }
                self.check(seat)
            }
        }
    }

    /// Mail goes round until all have seen all; then all have the same.
    pub fn finish(mut self, dice: &mut Dice) -> Step<Tally> {
        let mut order: Vec<usize> = (0..self.seats.len()).collect();
        dice.shuffle(&mut order);
        let round: Vec<usize> = order.iter().chain(&order[..order.len() - 1]).copied().collect();
        for pair in round.windows(2) {
            let letter = self.send(pair[0]);
            self.receive(pair[1], &letter, dice)?;
        }
        let cover = Cover::new(self.now, author("Anna"));
        let texts: BTreeSet<String> =
            self.seats.iter().map(|seat| export(&seat.file, &seat.kept, &cover)).collect();
        let versions: BTreeSet<String> =
            self.seats.iter().map(|seat| Version::of(seat.file.log()).to_string()).collect();
        if texts.len() != 1 || versions.len() != 1 {
            return Err(format!("{} different files at the end", texts.len()));
        }
        for (place, seat) in self.seats.iter().enumerate() {
            if seat.file != self.seats[0].file {
                return Err(format!("{} has another case at the end", seat.name));
            }
            self.check(place)?;
        }
        let seat = &self.seats[0];
        let listed: Vec<Field> = seat.file.conflicts().map(|conflict| conflict.field).collect();
        let all = seat.file.log().fields().filter(|field| seat.file.is_in_conflict(*field)).count();
        self.tally.events += seat.file.log().len();
        self.tally.kept += seat.kept.len();
        self.tally.conflicts += listed.len();
        self.tally.gone_along += all - listed.len();
        let removals = listed.iter().filter(|field| matches!(field, Field::Exists(..)));
        self.tally.disputed_removals += removals.count();
        Ok(self.tally)
    }

    /// One has what the model says: every event, every value and every conflict, and no other.
    fn check(&self, place: usize) -> Step {
        let Seat { name, file, seen, kept, seen_kept, .. } = &self.seats[place];
        let same = |what: &str, same: bool| {
            if same { Ok(()) } else { Err(format!("{what} of {name} are not as the model says")) }
        };
        let events: BTreeSet<String> = file.log().events().map(|e| e.id.to_string()).collect();
        same("the events", events == self.model.ids(seen))?;
        let kept: BTreeSet<String> = kept.iter().map(|kept| kept.id.to_string()).collect();
        same("the events of a newer version", kept == *seen_kept)?;
        for path in self.model.paths(seen) {
            let field: Field = path.parse().expect("written here");
            let standing = file.log().standing(field).map(|event| event.value.to_json());
            same(path, standing == Some(self.model.value(seen, path)))?;
        }
        let conflicts = file.conflicts().map(|conflict| {
            let heads = conflict.heads.iter().map(|event| event.id.to_string());
            (conflict.field.to_string(), heads.collect())
        });
        same("the conflicts", self.model.conflicts(seen) == conflicts.collect())?;
        let routes = file.case().list_routes();
        let ids: BTreeSet<String> = routes.iter().map(|(id, _)| id.to_string()).collect();
        same("the routes", ids == self.model.shown(seen, "route"))?;
        let named = routes.iter().all(|(id, route)| {
            let value = self.model.value(seen, &format!("route/{id}/name"));
            route.name == one_line(&value)
        });
        same("the names of the routes", named)?;
        let title = self.model.value(seen, "case/title");
        same("the title", file.case().title == one_line(&title))
    }

    fn write(&mut self, place: usize, changes: Vec<(Field, Value)>) -> Step {
        self.now += 20_000;
        let seat = &mut self.seats[place];
        let events = seat.file.write(&mut seat.pen, self.now, changes);
        for event in &events {
            self.model.write(event, &mut seat.seen)?;
        }
        if !events.is_empty() {
            seat.last = events;
        }
        Ok(())
    }

    fn create(&mut self, place: usize, kind: EntityKind, dice: &mut Dice) -> Step {
        let id = self.seats[place].pen.next_id();
        // All fields of the new thing, of which a few are fought over.
        let mut own: Vec<Field> =
            fields(id, id, 1).into_iter().filter(|field| field.entity() == Some(id)).collect();
        let exists = Field::Exists(kind, id);
        own.retain(|field| match (field, kind) {
            (Field::Route(..), EntityKind::Route) => true,
            (Field::Agreement(..), EntityKind::Agreement) => true,
            (Field::System(..), EntityKind::System) => true,
            (Field::Done(key, _), EntityKind::Route) => {
                field.to_string().contains("/route-") && key.holder.organisation.is_none()
            }
            (Field::Decision(..) | Field::Sent(..), EntityKind::Agreement) => {
                field.to_string().contains("/agreement-")
            }
            _ => false,
        });
        self.fields.extend((0..3).map(|_| *dice.pick(&own)));
        self.fields.extend([exists, exists]);
        self.write(place, vec![(exists, true.into())])
    }

    fn undo(&mut self, place: usize) -> Step {
        let seat = &self.seats[place];
        let (changes, _) = seat.file.undo(&seat.last);
        self.write(place, changes)
    }

    /// This one has a newer version of the app, which knows more fields.
    fn write_of_a_newer_version(&mut self, place: usize) -> Step {
        self.writers += 1;
        let (id, seat) = (Writer::new(self.writers).id(1), &mut self.seats[place]);
        let clock = seat.file.log().clock() + 1;
        let line = format!(
            r#"{{"id":"{id}","clock":{clock},"at":{},"by":{{"name":"Fie"}},"field":"case/colour","value":[{clock}]}}"#,
            self.now
        );
        seat.kept.push(line.parse().map_err(|()| format!("not kept: {line}"))?);
        seat.seen_kept.insert(id.to_string());
        Ok(())
    }

    /// The app is closed and opened: the case comes out of storage, in segments that come in any order.
    fn reopen(&mut self, place: usize, dice: &mut Dice) -> Step {
        let name = self.seats[place].name;
        let pen = self.pen(name, dice);
        let seat = &mut self.seats[place];
        let events: Vec<Event> = seat.file.log().events().cloned().collect();
        let mut segments: Vec<String> = events.chunks(1 + dice.roll(9)).map(encode).collect();
        dice.shuffle(&mut segments);
        let mut file = CaseFile::default();
        for segment in &segments {
            file.merge(decode(segment).map_err(|bad| format!("{bad:?} in {segment}"))?);
        }
        let lines: Vec<String> = seat.kept.iter().map(Kept::to_string).collect();
        let kept: Result<Vec<Kept>, ()> = lines.iter().map(|line| line.parse()).collect();
        seat.kept = kept.map_err(|()| "an event of a newer version is not read back")?;
        if file != seat.file {
            return Err(format!("{name} has another case after reopening"));
        }
        (seat.file, seat.pen, seat.last) = (file, pen, Vec::new());
        self.tally.reopened += 1;
        Ok(())
    }

    fn send(&mut self, place: usize) -> Letter {
        let seat = &self.seats[place];
        let text = export(&seat.file, &seat.kept, &Cover::new(self.now, author(seat.name)));
        Letter { text, seen: seat.seen.clone(), seen_kept: seat.seen_kept.clone() }
    }

    fn receive(&mut self, place: usize, letter: &Letter, dice: &mut Dice) -> Step {
        let imported = import(&letter.text).map_err(|error| format!("{error:?}"))?;
        let mut events = imported.events;
        if dice.roll(4) == 0 {
            dice.shuffle(&mut events);
            events = decode(&encode(&events)).map_err(|bad| format!("{bad:?}"))?;
        }
        let seat = &mut self.seats[place];
        let merged = seat.file.merge(events);
        let added = letter.seen.difference(&seat.seen).count();
        if !merged.clashes.is_empty() || merged.added.len() != added {
            return Err(format!("{} should have got {added} events: {merged:?}", seat.name));
        }
        for kept in imported.kept {
            if !seat.kept.iter().any(|other| other.id == kept.id) {
                seat.kept.push(kept);
            }
        }
        seat.seen.extend(&letter.seen);
        seat.seen_kept.extend(letter.seen_kept.iter().cloned());
        self.tally.files += 1;
        Ok(())
    }

    /// A new tab has a writer's number of its own, in no order.
    fn pen(&mut self, name: &str, dice: &mut Dice) -> Pen {
        self.writers += 1;
        Pen::new(Writer::new((dice.roll(1_000_000) as u64) << 16 | self.writers), author(name))
    }
}

/// One of a few values, so that two often choose the same.
fn any_value(kind: ValueKind, office: &Office, dice: &mut Dice) -> Value {
    match (kind, dice.roll(4)) {
        (ValueKind::Flag, n) => Value::Flag(n < 2),
        (_, 0) => Value::Nothing,
        (ValueKind::Text, n) => ["Alfa", "Beta \"æ\"\nto", "Gamma"][n - 1].into(),
        (ValueKind::Count, n) => Value::Count(n as u32),
        (ValueKind::Word(words), n) => Value::Word(words[n % words.len()]),
        (ValueKind::Link(_), _) => {
            dice.pick(&office.fields).entity().map_or(Value::Nothing, Value::Link)
        }
        (ValueKind::Day, n) => kind.read(&format!("2026-11-2{n}").into()).expect("a day"),
        (ValueKind::Time, n) => kind.read(&format!("2026-11-2{n}T22:00").into()).expect("a time"),
    }
}

impl Tally {
    pub fn plus(self, other: Tally) -> Tally {
        Tally {
            events: self.events + other.events,
            files: self.files + other.files,
            reopened: self.reopened + other.reopened,
            kept: self.kept + other.kept,
            conflicts: self.conflicts + other.conflicts,
            disputed_removals: self.disputed_removals + other.disputed_removals,
            gone_along: self.gone_along + other.gone_along,
        }
    }
}

/// A name as the case has it: in one line, whatever was written.
fn one_line(value: &serde_json::Value) -> String {
    value.as_str().unwrap_or_default().replace('\n', " ")
}
