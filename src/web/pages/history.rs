//! "Historik": every event of the case in words, the newest first, grouped by day; narrowed as one likes.

mod filters;
mod since;
mod versions;

use crate::domain::case::{Event, Id};
use crate::domain::documents::Document;
use crate::domain::merging::{Spot, history as newest_first};
use crate::domain::time::{Day, LocalTime};
use crate::text::history::{self, author_text, event_text, is_reason};
use crate::text::{self, past, shell};
use crate::web::app::POINT;
use crate::web::clock;
use crate::web::dom::focus_on;
use crate::web::pages::print_link;
use crate::web::pages::spots::spot_href;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
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
    /// Each day with its last event, whether that is shown or not.
    days: Vec<(Day, Id, Vec<Line>)>,
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
        shown
            .with(|shown| shown.days.iter().map(|(day, last, _)| (*day, *last)).collect::<Vec<_>>())
    });
    let more = move |_| {
        // The first of the lines that come is where reading goes on.
        let next = shown.with_untracked(|shown| shown.lines);
        most.update(|most| *most += PAGE);
        let line = shown.with_untracked(|shown| {
            shown.days.iter().flat_map(|(_, _, lines)| lines).nth(next).map(|line| anchor(line.id))
        });
        if let Some(line) = line {
            focus_on(line);
        }
    };
    view! {
        <header class="page-head">
            <h1>{shell::HISTORY}</h1>
            <p class="page-head__lead">{history::LEAD}</p>
            {(!app.is_past()).then(|| view! { <p>{history::UNDO_HINT}</p> })}
            <div class="page-head__actions screen-only">
                {print_link(Document::Minutes)} {print_link(Document::History)}
            </div>
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
                <OneDay day=day.0 last=day.1 shown />
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
fn OneDay(day: Day, last: Id, shown: Memo<Shown>) -> Html {
    let lines = Memo::new(move || {
        shown.with(|shown| {
            let found = shown.days.iter().find(|(other, ..)| *other == day);
            found.map(|(_, _, lines)| lines.clone()).unwrap_or_default()
        })
    });
    let heading = format!("dag-{day}");
    let labelled = heading.clone();
    view! {
        <section aria-labelledby=labelled>
            <h2 id=heading>{text::dates::day(day)}</h2>
            <p>{then_link(last, past::SEE_DAY)}</p>
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
                        {then_link(line.id, past::SEE_THEN)}
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
    let mut of_day = None;
    for event in newest_first(&open.file) {
        shown.any = true;
        let at = clock::local(event.at);
        let (day, last) = of_day.filter(|(day, _)| *day == at.day).unwrap_or((at.day, event.id));
        of_day = Some((day, last));
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
            Some((other, _, lines)) if *other == day => lines.push(line),
            _ => shown.days.push((day, last, vec![line])),
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

/// Leads to the case as it was after the event.
fn then_link(event: Id, label: &'static str) -> Html {
    let address = move |open: &OpenCase| Page::Case(open.id, CasePage::Overview).href();
    let href = App::get().read_untracked(address).unwrap_or_default() + POINT + &event.to_string();
    view! { <a class="timeline__then" href=href>{label}</a> }
}

fn anchor(id: Id) -> String {
    format!("haendelse-{id}")
}
