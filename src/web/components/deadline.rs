//! "Frist": the day by which something is to be done; quiet until there is one, and told when it has passed.

use crate::domain::case::{Field, Topic};
use crate::domain::meeting::is_open;
use crate::domain::time::Day;
use crate::text::planning;
use crate::web::clock;
use crate::web::dom::focus_on;
use crate::web::prelude::*;
use crate::web::state::App;

use super::badge::{StatusBadge, Tone};
use super::field::{Kind, TextField, field_id};
use super::fold::Fold;

/// The day, folded away with its field.
#[component]
pub fn Deadline(topic: Topic) -> Html {
    let app = App::get();
    let state = app
        .derive(move |open| (open.case().due.get(&topic).copied(), is_open(&open.guidance, topic)));
    let summary = move || {
        view! {
            {move || match state.get() {
                (Some(day), true) => view! { <DueDay day /> },
                (Some(day), false) => planning::due_met(day).into_html(),
                (None, _) => planning::DUE.into_html(),
            }}
        }
    };
    view! {
        <Fold class="activity__more" summary=summary open=Signal::stored(false)>
            <div on:change=move |_| stay(&field_id(Field::Due(topic)))>
                <TextField
                    field=Field::Due(topic)
                    label=planning::DUE_DAY
                    kind=Kind::Day
                />
            </div>
        </Fold>
    }
}

/// Keeps the focus in the field: with another frist the card may move to another place in a list.
fn stay(id: &str) {
    let active = document().active_element();
    if active.is_some_and(|active| active.id() == id) {
        focus_on(id);
    }
}

/// "Frist 1.12.2026 (om 4 dage)", marked where the day has passed.
#[component]
pub fn DueDay(day: Day) -> Html {
    let today = clock::today();
    let late = day < today;
    view! {
        <span class="due">
            {late.then(|| view! { <StatusBadge tone=Tone::Conflict word=planning::LATE /> " " })}
            {planning::due_text(today, day)}
        </span>
    }
}
