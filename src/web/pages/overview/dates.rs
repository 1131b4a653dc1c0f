//! "Næste datoer" on "Overblik": the window, the planned steps and the frister ahead.

use crate::domain::case::Field;
use crate::domain::meeting::{Coming, When, upcoming};
use crate::domain::merging::Spot;
use crate::domain::time::Day;
use crate::text::{live, planning};
use crate::web::clock;
use crate::web::components::{SaveCalendar, StatusBadge, Tone};
use crate::web::pages::spots::spot_href;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

/// So many dates are shown before the rest is folded away.
const FIRST: usize = 6;
/// So many days before it begins the window is near.
const NEAR: i64 = 2;

/// A date as it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Ahead {
    day: Day,
    when: String,
    what: String,
    href: String,
    /// Whether it is a day that has passed.
    late: bool,
}

#[component]
pub fn NextDates() -> Html {
    let app = App::get();
    let ahead = app.derive(ahead);
    let run_book =
        app.derive(|open| is_near(open).then(|| Page::Case(open.id, CasePage::RunBook).href()));
    let row = |ahead: Ahead| {
        let today = clock::today();
        view! {
            <li class="dates__row">
                <span class="dates__when">{ahead.when}</span>
                <span class="dates__what">
                    <a href=ahead.href>{ahead.what}</a>
                    " "
                    <span class="muted">{planning::days_from(today, ahead.day)}</span>
                    {ahead.late.then(|| view! {
                        " "
                        <StatusBadge tone=Tone::Conflict word=planning::LATE />
                    })}
                </span>
            </li>
        }
    };
    let list = move || {
        let mut all = ahead.get();
        let rest = all.split_off(all.len().min(FIRST));
        let more = rest.len();
        let rest = (more > 0).then(|| {
            view! {
                <details>
                    <summary>{planning::more_dates(more)}</summary>
                    <ul class="dates">{rest.into_iter().map(row).collect_view()}</ul>
                </details>
            }
        });
        view! { <ul class="dates">{all.into_iter().map(row).collect_view()}</ul> {rest} }
    };
    view! {
        <Show when=move || !ahead.with(Vec::is_empty)>
            <section aria-labelledby="naeste-datoer">
                <h2 id="naeste-datoer">{planning::NEXT_DATES}</h2>
                {list}
                <div class="button-row">
                    {move || run_book.get().map(|href| view! {
                        <a class="button button-primary" href=href>{live::OPEN}</a>
                    })}
                    <SaveCalendar />
                </div>
            </section>
        </Show>
    }
}

fn ahead(open: &OpenCase) -> Vec<Ahead> {
    let today = clock::today();
    let one = |(when, coming): (When, Coming)| {
        let day = when.day();
        let href = match coming {
            Coming::Due(topic) => spot_href(open, &Spot::of(Field::Due(topic))),
            _ => Some(Page::Case(open.id, CasePage::Cutover).href()),
        };
        Ahead {
            day,
            when: planning::when_text(when),
            what: planning::coming_text(open.case(), coming),
            href: href.unwrap_or_else(|| Page::Case(open.id, CasePage::Overview).href()),
            late: day < today,
        }
    };
    upcoming(open.case(), &open.guidance).into_iter().map(one).collect()
}

/// Whether the window begins soon, is under way, or was only just over.
fn is_near(open: &OpenCase) -> bool {
    let attempt = open.case().attempts.get(&open.guidance.current_attempt());
    let today = clock::today().since_epoch();
    attempt.is_some_and(|attempt| {
        let start = attempt.window_start.map(|at| at.day.since_epoch());
        let end = attempt.window_end.or(attempt.window_start).map(|at| at.day.since_epoch());
        start.is_some_and(|start| today >= start - NEAR) && end.is_some_and(|end| today <= end + 1)
    })
}
