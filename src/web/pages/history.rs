//! "Historik": every event of the case in words, the newest first, grouped by day.

use crate::domain::case::{CaseFile, Event, Id};
use crate::domain::sorting::sort_by_numbers;
use crate::domain::time::{Day, LocalTime};
use crate::text::history::{self, author_text, event_text, is_reason};
use crate::text::{self, shell};
use crate::web::clock;
use crate::web::dom::focus_on;
use crate::web::prelude::*;
use crate::web::state::App;

/// How many events are shown at first, and how many more each time.
const PAGE: usize = 200;

/// An event as it reads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    id: Id,
    at: LocalTime,
    who: String,
    what: String,
    is_reason: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Shown {
    days: Vec<(Day, Vec<Line>)>,
    lines: usize,
    all: usize,
}

#[component]
pub fn HistoryPage() -> Html {
    let app = App::get();
    let most = RwSignal::new(PAGE);
    let shown = app.derive(move |open| newest(&open.file, most.get()));
    let days = Memo::new(move |_| {
        shown.with(|shown| shown.days.iter().map(|(day, _)| *day).collect::<Vec<_>>())
    });
    let more = move |_| {
        // The first of the lines that come is where reading goes on.
        let next = shown.with_untracked(|shown| shown.lines);
        most.update(|most| *most += PAGE);
        let line = shown.with_untracked(|shown| {
            shown.days.iter().flat_map(|(_, lines)| lines).nth(next).map(|line| anchor(line.id))
        });
        if let Some(line) = line {
            focus_on(line);
        }
    };
    view! {
        <header class="page-head">
            <h1>{shell::HISTORY}</h1>
            <p class="page-head__lead">{history::LEAD}</p>
            <p>{history::UNDO_HINT}</p>
        </header>
        <p class="muted" role="status">
            {move || shown.with(|shown| history::shown_of(shown.lines, shown.all))}
        </p>
        <Show
            when=move || shown.with(|shown| shown.all > 0)
            fallback=|| view! { <div class="empty"><p>{history::EMPTY}</p></div> }
        >
            <For each=move || days.get() key=|day| *day let:day>
                <OneDay day shown />
            </For>
        </Show>
        <Show when=move || shown.with(|shown| shown.lines < shown.all)>
            <div class="button-row">
                <button type="button" class="button button-secondary" on:click=more>
                    {history::SHOW_MORE}
                </button>
            </div>
        </Show>
    }
}

#[component]
fn OneDay(day: Day, shown: Memo<Shown>) -> Html {
    let lines = Memo::new(move |_| {
        shown.with(|shown| {
            let found = shown.days.iter().find(|(other, _)| *other == day);
            found.map(|(_, lines)| lines.clone()).unwrap_or_default()
        })
    });
    let heading = format!("dag-{day}");
    let labelled = heading.clone();
    view! {
        <section aria-labelledby=labelled>
            <h2 id=heading>{text::dates::day(day)}</h2>
            <ol class="timeline timeline--day">
                // A line's words can change with the names they tell of.
                <For each=move || lines.get() key=|line| line.clone() let:line>
                    <li id=anchor(line.id) tabindex="-1">
                        <time datetime=line.at.to_string()>{text::dates::hour(line.at)}</time>
                        <span class="timeline__what">
                            {line.is_reason.then(|| view! {
                                <span class="status status--waiting">{history::DEVIATION}</span>
                                " "
                            })}
                            {line.what.clone()}
                        </span>
                        <span class="timeline__who">{line.who.clone()}</span>
                    </li>
                </For>
            </ol>
        </section>
    }
}

/// The newest events, by the clocks on the wall: that is how people look for what happened.
fn newest(file: &CaseFile, most: usize) -> Shown {
    let mut events: Vec<&Event> = file.log().events().collect();
    sort_by_numbers(&mut events, |event| {
        [!event.at.max(0).unsigned_abs(), !event.clock, !u64::from(event.id.seq)]
    });
    let all = events.len();
    let mut days: Vec<(Day, Vec<Line>)> = Vec::new();
    for event in events.into_iter().take(most) {
        let line = line(file, event);
        match days.last_mut() {
            Some((day, lines)) if *day == line.at.day => lines.push(line),
            _ => days.push((line.at.day, vec![line])),
        }
    }
    Shown { days, lines: all.min(most), all }
}

fn line(file: &CaseFile, event: &Event) -> Line {
    Line {
        id: event.id,
        at: clock::local(event.at),
        who: author_text(&event.author),
        what: event_text(file.case(), event),
        is_reason: is_reason(event),
    }
}

fn anchor(id: Id) -> String {
    format!("haendelse-{id}")
}
