//! A question as a group with one button per answer.

use crate::domain::case::{Field, Value};
use crate::text;
use crate::web::prelude::*;
use crate::web::state::App;

use super::field::field_id;

/// A group of buttons, one per answer, bound to one field of the open case; the chosen one is pressed.
///
/// Pressing the chosen answer again takes it back.
#[component]
pub fn Choice(
    field: Field,
    #[prop(into)] legend: String,
    options: Vec<(Value, String)>,
    /// What applies while nothing is chosen, because it is derived.
    #[prop(optional, into)]
    derived: Option<Signal<Option<Value>>>,
    #[prop(optional, into)] hint: Option<String>,
) -> Html {
    let app = App::get();
    let standing =
        app.derive(move |open| open.file.log().standing(field).map(|event| event.value.clone()));
    let chosen = Memo::new(move || match standing.get() {
        Some(Value::Nothing) | None => None,
        value => value,
    });
    let applies =
        Memo::new(move || chosen.get().or_else(|| derived.and_then(|derived| derived.get())));
    let hint_id = format!("{}-hint", field_id(field));
    let described = hint_id.clone();
    let buttons = options
        .into_iter()
        .map(|(value, label)| {
            let is_chosen = {
                let value = value.clone();
                Memo::new(move || chosen.get().as_ref() == Some(&value))
            };
            let is_derived = {
                let value = value.clone();
                Memo::new(move || chosen.get().is_none() && applies.get().as_ref() == Some(&value))
            };
            let press = move |_| {
                let value = if is_chosen.get_untracked() { Value::Nothing } else { value.clone() };
                app.set(field, value);
            };
            view! {
                <button
                    type="button"
                    class="choice__button"
                    class:choice__button--derived=is_derived
                    disabled=app.is_shut()
                    aria-pressed=move || (is_chosen.get() || is_derived.get()).to_string()
                    on:click=press
                >
                    {label}
                    {move || is_derived.get().then(|| view! {
                        <span class="choice__origin">{text::common::DERIVED}</span>
                    })}
                </button>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choice" aria-describedby=described>
            <legend class="choice__legend">{legend}</legend>
            <span class="form-hint" id=hint_id>{hint}</span>
            <div class="choice__buttons">{buttons}</div>
        </fieldset>
    }
}
