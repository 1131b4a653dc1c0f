//! "Omlægning": each attempt at the change as a runbook, the current one first.

mod attempt;
mod live;
mod plan;
mod receipts;

use crate::domain::case::Scope;
use crate::domain::documents::Document;
use crate::domain::guidance::Outcome;
use crate::text::{cutover, live as live_words, overview, shell};
use crate::web::components::{SaveCalendar, StatusBadge, Tone, is_now, keep_focus};
use crate::web::pages::print_link;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

use attempt::AttemptView;
pub use live::RunBookPage;
use plan::RehearsalMark;

#[component]
pub fn CutoverPage() -> Html {
    let app = App::get();
    let current = app.derive(|open| open.guidance.current_attempt());
    let others = app.derive(|open| {
        let current = open.guidance.current_attempt();
        let numbers = open.guidance.attempts.iter().map(|attempt| attempt.number);
        // The newest first.
        numbers.filter(|number| *number != current).rev().collect::<Vec<_>>()
    });
    let run_book = app.derive(|open| Page::Case(open.id, CasePage::RunBook).href());
    Effect::new(move |before: Option<u16>| {
        let now = current.get();
        // The attempt whose end was decided has moved down: go on in the one that began.
        if before.is_some_and(|before| before != now) {
            keep_focus(vec![format!("forsoeg-{now}")]);
        }
        now
    });
    view! {
        <div class="page-head">
            <h1>{shell::CUTOVER}</h1>
            <p class="page-head__lead">{cutover::LEAD}</p>
            <div class="page-head__actions screen-only">
                <a class="button button-primary" href=move || run_book.get()>{live_words::OPEN}</a>
                <SaveCalendar />
                {print_link(Document::RunBook)}
            </div>
        </div>
        <For each=move || [current.get()] key=|number| *number let:number>
            <AttemptView number current=true />
        </For>
        <Show when=move || !others.with(Vec::is_empty)>
            <section aria-labelledby="andre-forsoeg">
                <h2 id="andre-forsoeg">{cutover::OTHERS}</h2>
                <For each=move || others.get() key=|number| *number let:number>
                    <Other number />
                </For>
            </section>
        </Show>
    }
}

/// An attempt that ended, or that has lost what it rested on: folded away.
#[component]
fn Other(number: u16) -> Html {
    let app = App::get();
    let outcome = app.derive(move |open| {
        open.guidance.attempts.iter().find(|attempt| attempt.number == number).map(|a| a.outcome)
    });
    let later = app.derive(move |open| number > open.guidance.current_attempt());
    // Its result may still have to be told.
    let has_now = app.derive(move |open| {
        let mut steps = open.guidance.steps.iter();
        steps.any(|step| step.scope == Scope::Attempt(number) && is_now(step))
    });
    view! {
        <details class="step-row runbook__other" prop:open=has_now>
            <summary class="step-row__line">
                <span class="step-row__name">
                    {overview::attempt(number)}
                    <RehearsalMark number />
                </span>
                {move || outcome.get().map(|outcome| view! {
                    <StatusBadge tone=tone(outcome) word=overview::outcome_word(outcome) />
                })}
            </summary>
            <div class="runbook__body">
                <Show when=move || later.get()>
                    <p class="activity__deviation">{cutover::NO_BASIS}</p>
                </Show>
                <AttemptView number current=false />
            </div>
        </details>
    }
}

fn cutover_href(open: &OpenCase) -> String {
    Page::Case(open.id, CasePage::Cutover).href()
}

/// The shape and colour of an outcome.
pub const fn tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Open => Tone::Ready,
        Outcome::Postponed | Outcome::RolledBack | Outcome::Rehearsed => Tone::Skipped,
        Outcome::Succeeded => Tone::Done,
    }
}
