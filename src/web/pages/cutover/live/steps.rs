//! All steps of the window with what was planned beside what happened, and the way back in its own order.

use crate::domain::case::Scope;
use crate::domain::guidance::Status;
use crate::domain::process::Activity;
use crate::domain::run_book::{RunBook, RunStep};
use crate::text::documents::run_book::{BACK, BACK_LEAD, NO_RETURN, action};
use crate::text::{self, dates, live};
use crate::web::clock;
use crate::web::components::{Fold, StatusBadge, Tone};
use crate::web::pages::activity_href;
use crate::web::prelude::*;
use crate::web::state::App;

use super::next::role;

/// So many routes of the way back are shown.
const MOST: usize = 200;

/// A step as it reads.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    activity: Activity,
    status: Status,
    is_next: bool,
    no_return: bool,
    planned: String,
    actual: String,
    difference: String,
}

fn line(step: &RunStep, next: Option<Activity>) -> Line {
    let planned = step.planned.map(clock::moment);
    let (actual, difference) = match &step.done {
        None => (String::new(), String::new()),
        // It was done on another day than it was recorded on, at a time that nobody knows.
        Some((_, Some(day))) => (dates::day(*day), String::new()),
        Some((stamp, None)) => {
            let late = planned.map(|planned| (stamp.at - planned).div_euclid(60_000));
            let told = late.map(live::difference).unwrap_or_default();
            (dates::time(clock::local(stamp.at)), told)
        }
    };
    Line {
        activity: step.activity,
        status: step.status.clone(),
        is_next: next == Some(step.activity),
        no_return: step.no_return,
        planned: step.planned.map(dates::time).unwrap_or_default(),
        actual,
        difference,
    }
}

fn lines(book: &Option<RunBook>, of: fn(&RunBook) -> &[RunStep]) -> Vec<Line> {
    let Some(book) = book else { return Vec::new() };
    let next = book.next().map(|step| step.activity);
    of(book).iter().map(|step| line(step, next)).collect()
}

#[component]
pub fn Steps(number: u16, book: Memo<Option<RunBook>>) -> Html {
    let lines = Memo::new(move || book.with(|book| lines(book, |book| &book.forward)));
    view! {
        <section aria-labelledby="trin-for-trin">
            <h2 id="trin-for-trin">{live::STEPS}</h2>
            {move || list(number, lines.get())}
        </section>
    }
}

/// The way back: in the way until it is taken, and then the way to go.
#[component]
pub fn Back(number: u16, book: Memo<Option<RunBook>>) -> Html {
    let app = App::get();
    let steps = Memo::new(move || book.with(|book| lines(book, |book| &book.back)));
    let taken = Memo::new(move || {
        let is_back = |line: &Line| {
            line.activity == Activity::G11 && (line.is_next || line.status == Status::Done)
        };
        steps.with(|steps| steps.iter().any(is_back))
    });
    let routes = Memo::new(move || {
        book.with(|book| {
            let steps = book.iter().flat_map(|book| &book.back);
            let routes = steps.flat_map(|step| &step.routes);
            routes.map(|it| (it.route, it.action)).collect::<Vec<_>>()
        })
    });
    let summary = || view! { <span class="live__title">{BACK}</span> };
    let rows = move || {
        let all = routes.get();
        let more = all.len().saturating_sub(MOST);
        let row = |(route, what): &(_, _)| {
            let route = app.read(|open| text::scope_text(open.case(), Scope::Route(*route)));
            let route = route.flatten().unwrap_or_default();
            view! { <li>{action(*what)}": "<strong>{route}</strong></li> }
        };
        view! {
            <ol class="live__back">{all.iter().take(MOST).map(row).collect_view()}</ol>
            {(more > 0).then(|| view! { <p>{live::more_back(more)}</p> })}
        }
    };
    view! {
        <Fold class="live__fold" summary=summary open=taken>
            <p>{BACK_LEAD}</p>
            {move || list(number, steps.get())}
            {rows}
        </Fold>
    }
}

fn list(number: u16, lines: Vec<Line>) -> Html {
    let app = App::get();
    let row = |line: Line| {
        let Line { activity, status, is_next, no_return, planned, actual, difference } = line;
        let scope = Scope::Attempt(number);
        let href = app.read_untracked(|open| activity_href(open.id, activity, scope));
        let time = |told: String, is: fn(&str) -> String| {
            (!told.is_empty()).then(|| view! { <span>{is(&told)}</span> })
        };
        let current = is_next.then_some("step");
        view! {
            {no_return.then(|| view! { <li class="live__warning">{NO_RETURN}</li> })}
            <li class="live__line" class:live__line--next=is_next aria-current=current>
                <span class="live__name">
                    <a href=href>{text::activity_title(activity)}</a>
                    <span class="muted small">{text::role_short(role(activity))}</span>
                </span>
                <span class="live__times">
                    {time(planned, live::planned)}
                    {time(actual, live::actual)}
                    {(!difference.is_empty()).then(|| view! { <strong>{difference}</strong> })}
                </span>
                <StatusBadge tone=Tone::from(&status) word=text::status_word(&status) />
            </li>
        }
    };
    view! { <ol class="live__lines">{lines.into_iter().map(row).collect_view()}</ol> }
}
