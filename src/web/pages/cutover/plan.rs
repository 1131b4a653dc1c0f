//! What is agreed of an attempt beside its window: when each step is to be done, and whether it is a rehearsal.

use crate::domain::case::{AttemptField, Field};
use crate::domain::guidance::{FindingKind, Place};
use crate::domain::process::{Activity, Part};
use crate::text::{self, cutover};
use crate::web::components::{Fold, Kind, TextField, field_id};
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

/// A planned time for each step of the window, folded away.
#[component]
pub fn PlannedTimes(number: u16) -> Html {
    let app = App::get();
    let steps = || Activity::ALL.iter().copied().filter(|it| it.part() == Part::Cutover);
    let set = app.derive(move |open| {
        open.case().attempts.get(&number).map_or(0, |attempt| attempt.planned.len())
    });
    let outside = app.derive(move |open| {
        let findings = open.guidance.findings.beside_lines();
        let here = findings.filter(|it| it.place == Place::Attempt(number));
        here.filter_map(|it| match it.kind {
            FindingKind::PlannedOutsideWindow(activity) => Some(text::activity_reference(activity)),
            _ => None,
        })
        .collect::<Vec<String>>()
    });
    let summary = move || {
        view! { {move || cutover::planned_summary(set.get(), steps().count())} }
    };
    let warning = move || outside.with(|it| (!it.is_empty()).then(|| cutover::planned_outside(it)));
    view! {
        <Fold class="activity__more" summary=summary open=Signal::stored(false)>
            <p class="form-hint">{cutover::PLANNED_HINT}</p>
            <div class="field-grid">
                {steps().map(|activity| view! {
                    <TextField
                        field=Field::Planned(number, activity)
                        label=text::activity_title(activity)
                        kind=Kind::Time
                    />
                }).collect_view()}
            </div>
        </Fold>
        <p class="field__warning" role="status">{warning}</p>
    }
}

/// "Generalprøve", and what it means.
#[component]
pub fn Rehearsal(number: u16) -> Html {
    let app = App::get();
    let field = Field::Attempt(number, AttemptField::Rehearsal);
    let is_rehearsal = app.derive(move |open| is_rehearsal(open, number));
    let id = field_id(field);
    let hint_id = format!("{id}-hint");
    view! {
        <div class="form-group-checkbox">
            <input
                class="form-checkbox"
                type="checkbox"
                id=id.clone()
                aria-describedby=hint_id.clone()
                disabled=app.is_shut()
                prop:checked=move || is_rehearsal.get()
                on:change=move |event| app.set(field, event_target_checked(&event))
            />
            <label class="form-label" for=id>{cutover::REHEARSAL}</label>
            <p class="form-hint" id=hint_id>{cutover::REHEARSAL_MEANS}</p>
        </div>
    }
}

/// "Generalprøve" as a mark on an attempt that is one.
#[component]
pub fn RehearsalMark(number: u16) -> Html {
    let app = App::get();
    let is_rehearsal = app.derive(move |open| is_rehearsal(open, number));
    view! {
        {move || is_rehearsal.get().then(|| view! {
            " "
            <span class="tag tag--accent">{cutover::REHEARSAL}</span>
        })}
    }
}

fn is_rehearsal(open: &OpenCase, number: u16) -> bool {
    open.case().attempts.get(&number).is_some_and(|attempt| attempt.rehearsal)
}
