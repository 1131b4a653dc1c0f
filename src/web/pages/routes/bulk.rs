//! What is chosen in the route overview, and the answer that all of it is given at once.

use crate::web::prelude::*;

use super::route_name;
use super::table::Table;
use crate::domain::case::{EntityKind, Field, Id, OrderField, RouteField, Value, ValueKind};
use crate::domain::guidance::{
    BULK_FIELDS, Chosen, bulk_changes, bulk_reasons, party_from_organisations,
};
use crate::text::{fields, routes};
use crate::web::components::{Input, SelectKind};
use crate::web::dom::focus_on;
use crate::web::state::{App, OpenCase};

/// So many names are told of what is chosen no more.
const NAMED: usize = 5;

const REASON: &str = "valgte-begrundelse";

#[component]
pub fn Bulk(table: Table) -> Html {
    let app = App::get();
    let chosen = app.routes.chosen;
    let count = Memo::new(move || chosen.with(Chosen::len));
    let told = Memo::new(move || told(app, table));
    let field = RwSignal::new(0_usize);
    let value = RwSignal::new(None::<usize>);
    let values = app.derive(move |open| values(open, field_at(field.get())));
    let choose_field = move |event: web_sys::Event| {
        field.set(event_target_value(&event).parse().unwrap_or(0));
        value.set(None);
    };
    let reason = RwSignal::new(String::new());
    let asks_reason =
        Memo::new(move || matches!(field_at(field.get()), RouteField::Order(_, OrderField::Party)));
    let apply = move |_| {
        let answer = values.with_untracked(|all| all.get(value.get_untracked()?).cloned());
        match answer {
            Some(answer) => {
                set_all(app, table, field_at(field.get_untracked()), answer, reason);
            }
            None => {
                app.warn(routes::ANSWER_NEEDED);
                focus_on("valgte-svar");
            }
        }
    };
    view! {
        <section class="bulk" aria-label=routes::CHOSEN>
            <p class="bulk__told" role="status">{told}</p>
            <Show when=move || { count.get() > 0 }>
                <div class="bulk__set">
                    <div class="form-group">
                        <label class="form-label" for="valgte-felt">{routes::SET}</label>
                        <select id="valgte-felt" class="form-select" on:change=choose_field>
                            {BULK_FIELDS
                                .into_iter()
                                .enumerate()
                                .map(|(place, option)| view! {
                                    <option
                                        value=place.to_string()
                                        prop:selected=move || field.get() == place
                                    >
                                        {fields::route_field_name(None, option)}
                                    </option>
                                })
                                .collect_view()}
                        </select>
                    </div>
                    <div class="form-group">
                        <label class="form-label" for="valgte-svar">{routes::SET_TO}</label>
                        <select
                            id="valgte-svar"
                            class="form-select"
                            on:change=move |event| value.set(event_target_value(&event).parse().ok())
                        >
                            <option value="" prop:selected=move || value.get().is_none()>
                                {routes::CHOOSE_ANSWER}
                            </option>
                            {move || values
                                .get()
                                .into_iter()
                                .enumerate()
                                .map(|(place, (_, label))| view! {
                                    <option
                                        value=place.to_string()
                                        prop:selected=move || value.get() == Some(place)
                                    >
                                        {label}
                                    </option>
                                })
                                .collect_view()}
                        </select>
                    </div>
                    <Show when=move || asks_reason.get()>
                        <div class="form-group">
                            <Input
                                id=REASON
                                label=routes::BULK_REASON
                                hint=routes::BULK_REASON_HINT
                                text=reason
                            />
                        </div>
                    </Show>
                    <button
                        type="button"
                        class="button button-primary"
                        disabled=app.is_shut()
                        on:click=apply
                    >
                        {move || routes::set_for(count.get())}
                    </button>
                    <button
                        type="button"
                        class="button button-secondary"
                        disabled=app.is_shut()
                        on:click=move |_| settle_party(app, table)
                    >
                        {routes::PARTY_BY_ORGANISATIONS}
                    </button>
                    <button
                        type="button"
                        class="button button-secondary"
                        on:click=move |_| {
                            table.choose_all(false);
                            focus_on(super::table::CHOOSE_ALL);
                        }
                    >
                        {routes::CHOOSE_NONE}
                    </button>
                </div>
            </Show>
        </section>
    }
}

fn field_at(place: usize) -> RouteField {
    BULK_FIELDS.get(place).copied().unwrap_or(RouteField::Handling)
}

/// What a field can be set to, in words; the last is to take the answer back.
fn values(open: &OpenCase, field: RouteField) -> Vec<(Value, String)> {
    // Which route it is makes no difference to the words.
    let of = Field::Route(open.id, field);
    let mut values: Vec<Value> = match of.kind() {
        ValueKind::Word(codes) => codes.iter().map(|code| Value::Word(code)).collect(),
        ValueKind::Flag => vec![Value::Flag(true), Value::Flag(false)],
        ValueKind::Link(EntityKind::System) => links(open, SelectKind::System),
        ValueKind::Link(_) => links(open, SelectKind::Authority),
        _ => Vec::new(),
    };
    let words = |value: &Value| fields::value_text(open.case(), of, value);
    let mut all: Vec<(Value, String)> =
        values.drain(..).map(|value| (value.clone(), words(&value))).collect();
    all.push((Value::Nothing, routes::NO_ANSWER.to_owned()));
    all
}

fn links(open: &OpenCase, kind: SelectKind) -> Vec<Value> {
    kind.list(open).into_iter().map(|(id, _)| Value::Link(id)).collect()
}

/// Sets the answer for all that is chosen, as one group, and says for how many.
fn set_all(
    app: App,
    table: Table,
    field: RouteField,
    (value, words): (Value, String),
    reason: RwSignal<String>,
) {
    let lines = table.chosen();
    let all = lines.len();
    let changes = app.read_untracked(|open| {
        let answers = bulk_changes(open.case(), lines, field, &value);
        let reasons = bulk_reasons(&open.guidance, &answers);
        (answers, reasons)
    });
    let Some((mut changes, reasons)) = changes else { return };
    let (set, others) = (changes.len(), all - changes.len());
    if set == 0 {
        return app.warn(routes::bulk_left(others));
    }
    let why = Value::text(reason.get_untracked());
    if why == Value::Nothing && reasons.iter().any(|(_, asked)| *asked) {
        app.warn(routes::BULK_REASON_NEEDED);
        return focus_on(REASON);
    }
    changes.extend(
        reasons
            .into_iter()
            .map(|(field, asked)| (field, if asked { why.clone() } else { Value::Nothing })),
    );
    reason.set(String::new());
    app.write(changes);
    app.say(routes::bulk_done(&fields::route_field_name(None, field), &words, set, others));
    if app.routes.chosen.with_untracked(Chosen::is_empty) {
        // The list shows none of them any more, and what was pressed is gone with them.
        focus_on("rute-soeg");
    }
}

/// Has the organisations answer part i rute for all that is chosen, and says for how many they can.
fn settle_party(app: App, table: Table) {
    let lines = table.chosen();
    let found = app.read_untracked(|open| {
        let found = party_from_organisations(&open.guidance, lines);
        (routes::by_organisations(open.case(), &found), found.changes)
    });
    let Some((told, changes)) = found else { return };
    app.write(changes);
    app.say(told);
}

/// How much is chosen, and what is chosen no more.
fn told(app: App, table: Table) -> String {
    app.routes.chosen.with(|chosen| {
        let mut told = Vec::new();
        if !chosen.is_empty() {
            let above = table.rows.with(|rows| chosen.among(rows).len());
            told.push(routes::chosen(chosen.len(), chosen.len() - above.min(chosen.len())));
        }
        if !chosen.left().is_empty() {
            let name = |id: &Id| app.read_untracked(|open| route_name(open, *id));
            let names: Vec<String> = chosen.left().iter().take(NAMED).filter_map(name).collect();
            told.push(routes::chosen_left(&names, chosen.left().len()));
        }
        told.join(" ")
    })
}
