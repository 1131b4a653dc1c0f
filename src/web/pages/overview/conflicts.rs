//! Conflicts: what several people wrote in one field, and a button to choose what applies.

use crate::domain::case::{Field, Value};
use crate::domain::merging::{Choice, Dispute};
use crate::text::{merging, overview};
use crate::web::clock;
use crate::web::components::{StatusBadge, Tone, field_id, keep_focus};
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

/// A conflict as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    field: Field,
    name: String,
    sides: Vec<Side>,
    /// Whether something third can be written: where people wrote texts.
    is_text: bool,
}

/// One of the values, who wrote it and when.
#[derive(Clone, Debug, PartialEq)]
struct Side {
    value: Value,
    text: String,
    by: String,
    choose: &'static str,
}

fn shown(open: &OpenCase) -> Vec<Shown> {
    let shown = |conflict| {
        let dispute = Dispute::of(&conflict);
        let sides: Vec<Side> =
            dispute.choices.iter().map(|choice| side(open, &dispute, choice)).collect();
        Shown {
            field: dispute.field,
            name: merging::dispute_name(open.case(), &dispute),
            is_text: sides.iter().any(|side| matches!(side.value, Value::Text(_))),
            sides,
        }
    };
    open.file.conflicts().map(shown).collect()
}

fn side(open: &OpenCase, dispute: &Dispute, choice: &Choice) -> Side {
    Side {
        value: choice.value.clone(),
        text: merging::choice_text(open.case(), dispute, choice),
        by: merging::choice_by(&open.file, choice, clock::local).join("; "),
        choose: match (dispute.field, &choice.value) {
            (Field::Exists(..), Value::Flag(true)) => overview::KEEP,
            (Field::Exists(..), _) => overview::REMOVE_ANYWAY,
            _ => overview::CHOOSE_THIS,
        },
    }
}

/// "Konflikter", where there are any.
#[component]
pub fn Conflicts() -> Html {
    let app = App::get();
    let all = app.derive(shown);
    let any = Memo::new(move || all.with(|all| !all.is_empty()));
    let choose = move |field: Field, value: Value| {
        app.set(field, value);
        keep_focus(vec!["konflikter".to_owned(), "afvigelser".to_owned()]);
    };
    let side_view = move |field: Field, side: Side| {
        let label = format!("{}: {}", side.choose, side.text);
        view! {
            <div class="conflict__side">
                <p class="conflict__value">{side.text}</p>
                <p class="muted small">{side.by}</p>
                <button
                    type="button"
                    class="button button-secondary"
                    aria-label=label
                    disabled=app.is_past()
                    on:click=move |_| choose(field, side.value.clone())
                >
                    {side.choose}
                </button>
            </div>
        }
    };
    let third_view = move |field: Field, name: String| {
        let id = format!("tredje-{}", field_id(field));
        let draft = RwSignal::new(String::new());
        let write = move |event: web_sys::Event| {
            event.prevent_default();
            let text = draft.get_untracked();
            if !text.trim().is_empty() {
                choose(field, Value::text(&text));
            }
        };
        view! {
            <form class="form-group" aria-label=name on:submit=write>
                <label class="form-label" for=id.clone()>{overview::WRITE_THIRD}</label>
                <input
                    id=id
                    class="form-input"
                    type="text"
                    autocomplete="off"
                    prop:value=move || draft.get()
                    on:input=move |event| draft.set(event_target_value(&event))
                />
                <button type="submit" class="button button-secondary">
                    {overview::USE_THIRD}
                </button>
            </form>
        }
    };
    let list = move || {
        all.get()
            .into_iter()
            .map(|Shown { field, name, sides, is_text }| {
                let sides = sides.into_iter().map(|side| side_view(field, side)).collect_view();
                view! {
                    <li>
                        <StatusBadge tone=Tone::Conflict word=overview::CONFLICT />
                        <h3>{name.clone()}</h3>
                        <div class="conflict">{sides}</div>
                        {(is_text && !app.is_past()).then(|| third_view(field, name))}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || any.get()>
            <section aria-labelledby="konflikter">
                <h2 id="konflikter" tabindex="-1">{overview::CONFLICTS}</h2>
                <p>{overview::CONFLICTS_LEAD}</p>
                <ul class="conflicts">{list}</ul>
            </section>
        </Show>
    }
}
