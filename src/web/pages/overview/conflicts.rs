//! Conflicts: what several people wrote in one field, and a button to choose what applies.

use crate::domain::case::{Event, Field, Value};
use crate::text::{self, overview};
use crate::web::clock;
use crate::web::components::{StatusBadge, Tone, keep_focus};
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

/// A conflict as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    field: Field,
    sides: Vec<Side>,
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
    let shown = |conflict: crate::domain::case::Conflict| Shown {
        field: conflict.field,
        sides: sides(open, conflict.field, &conflict.heads),
    };
    open.file.conflicts().map(shown).collect()
}

fn sides(open: &OpenCase, field: Field, heads: &[&Event]) -> Vec<Side> {
    let mut sides: Vec<Side> = Vec::new();
    for head in heads {
        let value = match field {
            // An edit of what someone else removed speaks for keeping it.
            Field::Exists(..) if head.field != field => Value::Flag(true),
            _ => head.value.clone(),
        };
        if sides.iter().any(|side| side.value == value) {
            continue;
        }
        let choose = match (field, &value) {
            (Field::Exists(..), Value::Flag(true)) => overview::KEEP,
            (Field::Exists(..), _) => overview::REMOVE_ANYWAY,
            _ => overview::CHOOSE_THIS,
        };
        let name = match head.author.name.as_str() {
            "" => overview::NO_NAME,
            name => name,
        };
        let by = format!("{name} · {}", text::dates::time(clock::local(head.at)));
        let text = text::history::event_text(open.case(), head);
        sides.push(Side { value, text, by, choose });
    }
    sides
}

/// "Konflikter", where there are any.
#[component]
pub fn Conflicts() -> Html {
    let app = App::get();
    let all = app.derive(shown);
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
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
                    on:click=move |_| choose(field, side.value.clone())
                >
                    {side.choose}
                </button>
            </div>
        }
    };
    let list = move || {
        all.get()
            .into_iter()
            .map(|Shown { field, sides }| {
                let sides = sides.into_iter().map(|side| side_view(field, side)).collect_view();
                view! {
                    <li>
                        <StatusBadge tone=Tone::Conflict word=overview::CONFLICT />
                        <div class="conflict">{sides}</div>
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
