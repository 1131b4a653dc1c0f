//! "Historik": every event of the case in words, the newest first, grouped by day; narrowed as one likes.

mod filters;
mod since;
mod versions;

use crate::domain::case::{Event, Id};
use crate::domain::merging::{Spot, history as newest_first};
use crate::domain::time::{Day, LocalTime};
use crate::text::history::{self, author_text, event_text, is_reason};
use crate::text::{self, shell};
use crate::web::clock;
use crate::web::dom::focus_on;
use crate::web::pages::spots::spot_href;
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

use filters::{Chosen, Filters};
use since::SinceWhen;
use versions::Versions;

/// How many events are shown at first, and how many more each time.
const PAGE: usize = 200;

/// An event as it reads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    id: Id,
    at: LocalTime,
    who: String,
    what: String,
    /// Where it happened, as far as that is still there.
    place: Option<String>,
    is_reason: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Shown {
    days: Vec<(Day, Vec<Line>)>,
    lines: usize,
    /// How many match what is chosen.
    all: usize,
    /// Whether the case has any.
    any: bool,
}

#[component]
pub fn HistoryPage() -> Html {
    let app = App::get();
    let most = RwSignal::new(PAGE);
    let chosen = Chosen::new();
    let shown = app.derive(move |open| newest(open, &chosen, most.get()));
    let days = Memo::new(move || {
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
        <SinceWhen />
        <Versions />
        <Show when=move || shown.with(|shown| shown.any)>
            <Filters chosen />
        </Show>
        <p class="muted" role="status">
            {move || shown.with(|shown| history::shown_of(shown.lines, shown.all))}
        </p>
        <Show
            when=move || shown.with(|shown| shown.all > 0)
            fallback=move || {
                let why = if shown.with(|shown| shown.any) { history::NONE_MATCH } else { history::EMPTY };
                view! { <div class="empty"><p>{why}</p></div> }
            }
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
    let lines = Memo::new(move || {
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
                            {match line.place.clone() {
                                Some(place) => view! { <a href=place>{line.what.clone()}</a> },
                                None => line.what.clone().into_html(),
                            }}
                        </span>
                        <span class="timeline__who">{line.who.clone()}</span>
                    </li>
                </For>
            </ol>
        </section>
    }
}

/// The newest of the events that match what is chosen.
fn newest(open: &OpenCase, chosen: &Chosen, most: usize) -> Shown {
    let filter = chosen.filter(open.case());
    let mut shown = Shown::default();
    for event in newest_first(&open.file) {
        shown.any = true;
        let at = clock::local(event.at);
        if !filter.matches(event, at.day) {
            continue;
        }
        shown.all += 1;
        if shown.lines == most {
            continue;
        }
        shown.lines += 1;
        let line = line(open, event, at);
        match shown.days.last_mut() {
            Some((day, lines)) if *day == at.day => lines.push(line),
            _ => shown.days.push((at.day, vec![line])),
        }
    }
    shown
}

fn line(open: &OpenCase, event: &Event, at: LocalTime) -> Line {
    Line {
        id: event.id,
        at,
        who: author_text(&event.author),
        what: event_text(open.case(), event),
        place: spot_href(open, &Spot::of(event.field)),
        is_reason: is_reason(event),
    }
}

fn anchor(id: Id) -> String {
    format!("haendelse-{id}")
}
