//! Conflicts: what several people wrote in one field, and a button to choose what applies.

use crate::domain::case::{Field, Value};
use crate::domain::merging::{Choice, Dispute, Spot};
use crate::text::{merging, overview};
use crate::web::clock;
use crate::web::components::{StatusBadge, Tone, field_id, keep_focus};
use crate::web::pages::spots::spot_href;
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

/// So many values are shown: more than that come from no honest file.
const MOST: usize = 20;

/// A conflict as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    field: Field,
    name: String,
    sides: Vec<Side>,
    /// How many older values are not shown.
    hidden: usize,
    /// How something third is given.
    third: Third,
}

#[derive(Clone, Debug, PartialEq)]
enum Third {
    /// People wrote texts: here.
    Written,
    /// Something else can be chosen where the field is.
    At(String),
    /// There are no more values.
    None,
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
            dispute.choices.iter().take(MOST).map(|choice| side(open, &dispute, choice)).collect();
        Shown {
            field: dispute.field,
            name: merging::dispute_name(open.case(), &dispute),
            third: third(open, &dispute),
            hidden: dispute.choices.len().saturating_sub(MOST),
            sides,
        }
    };
    open.file.conflicts().map(shown).collect()
}

fn third(open: &OpenCase, dispute: &Dispute) -> Third {
    let is_text = |choice: &Choice| matches!(choice.value, Value::Text(_));
    match dispute.field {
        Field::Exists(..) => Third::None,
        _ if dispute.choices.iter().any(is_text) => Third::Written,
        field => spot_href(open, &Spot::of(field)).map_or(Third::None, Third::At),
    }
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
                    disabled=app.is_shut()
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
                <textarea
                    id=id
                    class="form-input"
                    rows="2"
                    prop:value=move || draft.get()
                    on:input=move |event| draft.set(event_target_value(&event))
                ></textarea>
                <button type="submit" class="button button-secondary">
                    {overview::USE_THIRD}
                </button>
            </form>
        }
    };
    let list = move || {
        all.get()
            .into_iter()
            .map(|Shown { field, name, sides, hidden, third }| {
                let sides = sides.into_iter().map(|side| side_view(field, side)).collect_view();
                view! {
                    <li>
                        <StatusBadge tone=Tone::Conflict word=overview::CONFLICT />
                        <h3>{name.clone()}</h3>
                        <div class="conflict">{sides}</div>
                        {(hidden > 0).then(|| view! { <p>{merging::more_values(hidden)}</p> })}
                        {match third {
                            _ if app.is_shut() => ().into_html(),
                            Third::Written => third_view(field, name),
                            Third::At(place) => view! { <p><a href=place>{overview::CHOOSE_THIRD}</a></p> },
                            Third::None => ().into_html(),
                        }}
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
