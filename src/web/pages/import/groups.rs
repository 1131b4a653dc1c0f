//! What a list brings, in groups: new, changed, gone, and who runs the systems; each chosen as a whole or one by one.

use super::cells::row_title;
use super::{Desk, List};
use crate::domain::case::{Case, Id, RouteField};
use crate::domain::route_overview::{Comparison, LineState};
use crate::text::import_page;
use crate::web::components::Checkbox;
use crate::web::pages::routes::route_name;
use crate::web::prelude::*;
use crate::web::state::OpenCase;

/// What a box chooses.
#[derive(Clone, Copy)]
enum Choice {
    AllNew,
    /// By its place among the lines.
    New(usize),
    /// All changes of a fact.
    Fact(RouteField),
    /// A change of a line.
    Change(usize, usize),
    AllGone,
    Gone(usize),
    Party(usize),
}

/// A choice and its words.
type Labelled = (Choice, String);

/// A group as it is shown.
struct Group {
    /// Its place among those of which portions are shown.
    place: usize,
    title: String,
    lead: &'static str,
    /// How many lines it has, of which some are shown.
    all: usize,
    is_open: bool,
    whole: Vec<Labelled>,
    /// What is chosen in each line, under its name where it has several.
    lines: Vec<(Option<String>, Vec<Labelled>)>,
}

/// The groups that have anything.
pub fn groups(desk: Desk) -> Html {
    let groups = move || {
        desk.list.with(|list| {
            let groups = desk.app.read(|open| {
                let groups = [
                    new(desk, list),
                    changed(desk, open, list),
                    gone(desk, open, list),
                    parties(desk, open.case(), list),
                ];
                groups.into_iter().filter(|group| group.all > 0).collect::<Vec<Group>>()
            });
            let groups = groups.unwrap_or_default().into_iter();
            groups.map(|group| group_view(desk, &list.comparison, group)).collect_view()
        })
    };
    view! { <div>{groups}</div> }
}

fn group_view(desk: Desk, comparison: &Comparison, group: Group) -> Html {
    let place = group.place;
    let ticks = |choices: Vec<Labelled>| {
        let tick = |(choice, label)| tick(desk, comparison, choice, label);
        choices.into_iter().map(tick).collect_view()
    };
    let lines = group.lines.into_iter().map(|(name, choices)| {
        view! {
            <li>
                {name.map(|name| view! { <p><strong>{name}</strong></p> })}
                {ticks(choices)}
            </li>
        }
    });
    let lines = lines.collect_view();
    view! {
        <details class="card list-group" open=group.is_open>
            <summary><h3>{group.title}</h3></summary>
            <p>{group.lead}</p>
            {ticks(group.whole)}
            <ul class="list-rows">{lines}</ul>
            {desk.more(place, group.all)}
        </details>
    }
}

/// A box over one choice.
fn tick(desk: Desk, comparison: &Comparison, choice: Choice, label: String) -> Html {
    let take = move |on| desk.list.update(|list| choice.take(&mut list.comparison, on));
    view! {
        <Checkbox
            id=choice.id()
            label
            is_on=Signal::stored(choice.is_taken(comparison))
            on_turn=take
        />
    }
}

fn new(desk: Desk, list: &List) -> Group {
    let comparison = &list.comparison;
    let is_new = comparison.lines.iter().enumerate().filter(|(_, line)| line.route.is_none());
    let all = comparison.count()[LineState::New as usize];
    let lines = is_new.take(desk.shown(1)).filter_map(|(at, line)| {
        let row = list.reading.rows.get(line.row)?;
        let name = import_page::row_name(row.number, row_title(row));
        Some((None, vec![(Choice::New(at), name)]))
    });
    Group {
        place: 1,
        title: import_page::new_routes(all),
        lead: "",
        all,
        is_open: false,
        whole: vec![(Choice::AllNew, import_page::TAKE_ALL.to_owned())],
        lines: lines.collect(),
    }
}

fn changed(desk: Desk, open: &OpenCase, list: &List) -> Group {
    let comparison = &list.comparison;
    let all = comparison.count()[LineState::Changed as usize];
    let is_changed = comparison.lines.iter().enumerate().filter(|(_, it)| !it.changes.is_empty());
    let lines = is_changed.take(desk.shown(2)).filter_map(|(at, line)| {
        let route = line.route?;
        let choices = line.changes.iter().enumerate().map(|(nth, change)| {
            let text = import_page::change_text(open.case(), route, change);
            (Choice::Change(at, nth), text)
        });
        Some((Some(route_name(open, route)), choices.collect()))
    });
    let whole = comparison.changed_fields().into_iter().map(|(field, routes)| {
        let label = import_page::field_of(import_page::field_heading(field), routes);
        (Choice::Fact(field), label)
    });
    Group {
        place: 2,
        title: import_page::changed_routes(all),
        lead: import_page::CHANGED_LEAD,
        all,
        is_open: true,
        whole: whole.collect(),
        lines: lines.collect(),
    }
}

fn gone(desk: Desk, open: &OpenCase, list: &List) -> Group {
    let gone = &list.comparison.gone;
    let name = |route: Id| route_name(open, route);
    let lines = gone.iter().enumerate().take(desk.shown(3));
    Group {
        place: 3,
        title: import_page::gone_routes(gone.len()),
        lead: import_page::GONE_LEAD,
        all: gone.len(),
        is_open: true,
        whole: vec![(Choice::AllGone, import_page::TAKE_ALL.to_owned())],
        lines: lines.map(|(at, gone)| (None, vec![(Choice::Gone(at), name(gone.route))])).collect(),
    }
}

fn parties(desk: Desk, case: &Case, list: &List) -> Group {
    let parties = &list.comparison.parties;
    let lines = parties.iter().enumerate().take(desk.shown(4)).map(|(at, change)| {
        (None, vec![(Choice::Party(at), import_page::party_text(case, change))])
    });
    Group {
        place: 4,
        title: import_page::parties(parties.len()),
        lead: import_page::PARTIES_LEAD,
        all: parties.len(),
        is_open: true,
        whole: Vec::new(),
        lines: lines.collect(),
    }
}

impl Choice {
    fn id(self) -> String {
        match self {
            Choice::AllNew => "tag-nye".to_owned(),
            Choice::New(at) => format!("tag-ny-{at}"),
            Choice::Fact(field) => format!("tag-{field}"),
            Choice::Change(at, nth) => format!("tag-{at}-{nth}"),
            Choice::AllGone => "fjern-alle".to_owned(),
            Choice::Gone(at) => format!("fjern-{at}"),
            Choice::Party(at) => format!("tag-part-{at}"),
        }
    }

    fn is_taken(self, comparison: &Comparison) -> bool {
        let mut changes = comparison.lines.iter().flat_map(|line| &line.changes);
        match self {
            Choice::AllNew => {
                comparison.lines.iter().all(|line| line.taken || line.route.is_some())
            }
            Choice::New(at) => comparison.lines.get(at).is_some_and(|line| line.taken),
            Choice::Fact(field) => changes.all(|change| change.taken || change.field != field),
            Choice::Change(at, nth) => {
                let line = comparison.lines.get(at);
                line.and_then(|line| line.changes.get(nth)).is_some_and(|change| change.taken)
            }
            Choice::AllGone => comparison.gone.iter().all(|gone| gone.removed),
            Choice::Gone(at) => comparison.gone.get(at).is_some_and(|gone| gone.removed),
            Choice::Party(at) => comparison.parties.get(at).is_some_and(|party| party.taken),
        }
    }

    fn take(self, comparison: &mut Comparison, on: bool) {
        let chosen = match self {
            Choice::AllNew => return comparison.take_new(on),
            Choice::Fact(field) => {
                return comparison.take_changes(on, |change| change.field == field);
            }
            Choice::AllGone => {
                return comparison.gone.iter_mut().for_each(|gone| gone.removed = on);
            }
            Choice::New(at) => comparison.lines.get_mut(at).map(|line| &mut line.taken),
            Choice::Change(at, nth) => {
                let change =
                    comparison.lines.get_mut(at).and_then(|line| line.changes.get_mut(nth));
                change.map(|change| &mut change.taken)
            }
            Choice::Gone(at) => comparison.gone.get_mut(at).map(|gone| &mut gone.removed),
            Choice::Party(at) => comparison.parties.get_mut(at).map(|party| &mut party.taken),
        };
        if let Some(chosen) = chosen {
            *chosen = on;
        }
    }
}
