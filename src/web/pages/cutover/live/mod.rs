//! "Kørebog": the service window as it runs, on a projector or a phone: the clock, the next step, receipts at speed.

mod check;
mod clock;
mod next;
mod steps;
mod ticking;

use crate::domain::case::Scope;
use crate::domain::documents::Document;
use crate::domain::guidance::{Moment, Outcome};
use crate::domain::process::{Activity, Answer, Gateway};
use crate::domain::run_book::{RunBook, run_book};
use crate::text::{cutover, live, overview};
use crate::web::components::{GatewayCard, StatusBadge};
use crate::web::pages::print_link;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::App;

use super::plan::RehearsalMark;
use super::receipts::rows;
use super::tone;
use check::Check;
use clock::Countdown;
use next::NextStep;
use steps::{Back, Steps};
use ticking::Ticking;

#[component]
pub fn RunBookPage() -> Html {
    let app = App::get();
    // The attempt stays on the page when it ends: the window is still looked at.
    let number = app.read_untracked(|open| open.guidance.current_attempt()).unwrap_or(1);
    let scope = Scope::Attempt(number);
    let book = app.derive(move |open| Some(run_book(open.case(), &open.guidance, number)));
    let outcome = Memo::new(move || book.with(|book| book.as_ref().map(|book| book.outcome)));
    let incidents = app.derive(move |open| {
        let answer = |gateway| open.guidance.gateway(gateway, scope).and_then(|g| g.answer);
        answer(Gateway::ReceiptsOk) == Some(Answer::No)
            || answer(Gateway::Abandon) == Some(Answer::Yes)
    });
    let href = move |page| move || app.read(|open| Page::Case(open.id, page).href());
    let moments = app.derive(move |open| {
        let has_rows = |moment: &Moment| !rows(open, *moment).is_empty();
        [Moment::Window, Moment::AfterCheck].into_iter().filter(has_rows).collect::<Vec<_>>()
    });
    view! {
        <div class="live">
            <div class="page-head live__head">
                <h1>{live::TITLE}</h1>
                <p class="live__attempt">
                    <strong>{overview::attempt(number)}</strong>
                    " "
                    {move || outcome.get().map(|outcome| view! {
                        <StatusBadge tone=tone(outcome) word=overview::outcome_word(outcome) />
                    })}
                    <RehearsalMark number />
                </p>
                <div class="page-head__actions">
                    <a class="button button-tertiary" href=href(CasePage::Cutover)>
                        {live::BACK_TO_CUTOVER}
                    </a>
                    {print_link(Document::RunBook)}
                </div>
            </div>
            <Show when=move || rehearses(book)>
                <div class="notice"><p>{cutover::REHEARSAL_MEANS}</p></div>
            </Show>
            <Show when=move || outcome.get().is_some_and(|it| it != Outcome::Open)>
                <div class="notice"><p>{live::ENDED}</p></div>
            </Show>
            <Countdown book />
            <NextStep number book />
            <Show when=move || incidents.get()>
                <GatewayCard gateway=Gateway::Abandon scope />
            </Show>
            <For each=move || moments.get() key=|moment| *moment as u8 let:moment>
                <Ticking number moment />
            </For>
            <Check book />
            <Steps number book />
            <Back number book />
        </div>
    }
}

fn rehearses(book: Memo<Option<RunBook>>) -> bool {
    book.with(|book| book.as_ref().is_some_and(|book| book.window.rehearsal))
}

/// The step that is to be done next.
fn next_activity(book: &Option<RunBook>) -> Option<Activity> {
    book.as_ref().and_then(RunBook::next).map(|step| step.activity)
}
