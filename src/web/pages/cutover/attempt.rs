//! One attempt: its service window, its steps in order with the questions between them, its receipts.

use crate::domain::case::{AttemptField, Field, Scope};
use crate::domain::guidance::{FindingKind, Moment, Outcome, Place};
use crate::domain::process::{Activity, Answer, Gateway};
use crate::text::{self, cutover, overview};
use crate::web::components::{GatewayCard, Kind, StatusBadge, StepRow, TextField, is_now};
use crate::web::pages::activity_href;
use crate::web::pages::turns::{TurnItem, item_list};
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

use super::plan::{PlannedTimes, Rehearsal, RehearsalMark};
use super::receipts::Receipts;
use super::tone;

/// An attempt. Only the current one has headings of its own; the others are folded away under theirs.
#[component]
pub fn AttemptView(number: u16, current: bool) -> Html {
    let scope = Scope::Attempt(number);
    let row = move |activity: Activity| {
        view! { <li><StepRow activity scope follow=true /></li> }
    };
    let question = move |gateway: Gateway| {
        view! { <li class="runbook__question"><GatewayCard gateway scope /></li> }
    };
    let app = App::get();
    let incidents = app.derive(move |open| {
        let answer = |gateway| open.guidance.gateway(gateway, scope).and_then(|g| g.answer);
        answer(Gateway::ReceiptsOk) == Some(Answer::No)
            || answer(Gateway::Abandon) == Some(Answer::Yes)
    });
    let phase = move |id: &str, title: &'static str, lead: Option<&'static str>| {
        let id = format!("{id}-{number}");
        let title = if current {
            view! { <h2 id=id>{title}</h2> }
        } else {
            view! { <p class="runbook__phase" id=id>{title}</p> }
        };
        view! { {title} {lead.filter(|_| current).map(|lead| view! { <p>{lead}</p> })} }
    };
    use Activity::*;
    view! {
        <div class="runbook" class:runbook--current=current>
            {current.then(|| view! { <Head number /> })}
            {phase("aftal", cutover::PLAN, Some(cutover::PLAN_LEAD))}
            <Window number />
            <ol class="step-list">{[U16, U17, U18].map(row).collect_view()}</ol>
            {phase("gennemfoer", cutover::RUN, Some(cutover::RUN_LEAD))}
            <ol class="step-list">
                {[G1, G2].map(row).collect_view()}
                {question(Gateway::ImplicitRoutes)}
                {[G3, G4, G5].map(row).collect_view()}
                <li><Receipts number moment=Moment::Window current /></li>
                {question(Gateway::ReceiptsOk)}
                <Show when=move || incidents.get()>{question(Gateway::Abandon)}</Show>
                {[G6, G7, G8, G9, G10].map(row).collect_view()}
                <li><Receipts number moment=Moment::AfterCheck current /></li>
                {[G11, G12].map(row).collect_view()}
            </ol>
            {phase("fortael", cutover::TELL, None)}
            <ol class="step-list">
                {[U19, U20, U21].map(row).collect_view()}
                {question(Gateway::Succeeded)}
            </ol>
        </div>
    }
}

/// The current attempt's name, how it stands, why it is another one, and whose turn it is.
#[component]
fn Head(number: u16) -> Html {
    let app = App::get();
    let outcome = app.derive(move |open| outcome(open, number));
    let before = app.derive(move |open| outcome_before(open, number));
    let now = app.derive(move |open| now(open, number));
    let rehearsal = app.derive(move |open| {
        open.case().attempts.get(&number).is_some_and(|attempt| attempt.rehearsal)
    });
    view! {
        <div class="runbook__head" id=format!("forsoeg-{number}") tabindex="-1">
            <p class="runbook__title">
                <strong>{overview::attempt(number)}</strong>
                " "
                {move || outcome.get().map(|outcome| view! {
                    <StatusBadge tone=tone(outcome) word=overview::outcome_word(outcome) />
                })}
                <RehearsalMark number />
            </p>
            <Show when=move || rehearsal.get()>
                <p>{cutover::REHEARSAL_MEANS}</p>
            </Show>
            {move || before.get().map(|before| view! {
                <div class="notice"><p>{cutover::begins_again(number, before)}</p></div>
            })}
            <Show when=move || outcome.get() == Some(Outcome::Succeeded)>
                <div class="notice notice--success"><p>{cutover::SUCCEEDED}</p></div>
            </Show>
            <Show when=move || !now.with(Vec::is_empty)>
                <div class="runbook__now">
                    <strong>{cutover::NOW}</strong>
                    {move || item_list(now.get())}
                </div>
            </Show>
        </div>
    }
}

/// The service window's times, editable.
#[component]
fn Window(number: u16) -> Html {
    let app = App::get();
    let wrong = app.derive(move |open| {
        let here = |place| matches!(place, Place::Attempt(attempt) if attempt == number);
        let mut findings = open.guidance.findings.beside_lines();
        findings.any(|f| f.kind == FindingKind::WindowEndsBeforeStart && here(f.place))
    });
    let field = |field| Field::Attempt(number, field);
    view! {
        <fieldset class="runbook__window" id=format!("servicevindue-{number}")>
            <legend>{cutover::WINDOW}</legend>
            <div class="field-grid">
                <TextField
                    field=field(AttemptField::WindowStart)
                    label=cutover::WINDOW_START
                    kind=Kind::Time
                />
                <TextField
                    field=field(AttemptField::WindowEnd)
                    label=cutover::WINDOW_END
                    kind=Kind::Time
                />
            </div>
            <p class="field__warning" role="status">
                {move || wrong.get().then_some(cutover::WINDOW_WRONG)}
            </p>
            <TextField
                field=field(AttemptField::Note)
                label=cutover::WINDOW_NOTE
                kind=Kind::Note
                hint=text::common::FREE_TEXT_HINT
            />
            <PlannedTimes number />
            <Rehearsal number />
        </fieldset>
    }
}

fn outcome(open: &OpenCase, number: u16) -> Option<Outcome> {
    let mut attempts = open.guidance.attempts.iter();
    attempts.find(|attempt| attempt.number == number).map(|attempt| attempt.outcome)
}

fn outcome_before(open: &OpenCase, number: u16) -> Option<Outcome> {
    number.checked_sub(1).and_then(|before| outcome(open, before))
}

/// The steps of any attempt that can be done, each with who does it: the result of one rolled back is told first.
fn now(open: &OpenCase, number: u16) -> Vec<TurnItem> {
    let steps = open.guidance.steps.iter();
    steps
        .filter(|step| matches!(step.scope, Scope::Attempt(_)) && is_now(step))
        .map(|step| {
            let parts = step.parts.iter().filter(|part| !part.done);
            let who: Vec<String> =
                parts.map(|part| text::holder_text(open.case(), part.holder)).collect();
            let attempt = text::scope_text(open.case(), step.scope)
                .filter(|_| step.scope != Scope::Attempt(number))
                .map(|attempt| format!(" ({attempt})"));
            TurnItem {
                href: activity_href(open.id, step.activity, step.scope),
                text: format!(
                    "{} {}{} – {}",
                    text::activity_reference(step.activity),
                    text::activity_name(step.activity),
                    attempt.unwrap_or_default(),
                    text::dates::list(&who)
                ),
            }
        })
        .collect()
}
