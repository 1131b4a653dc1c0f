//! A text field that is one field of the case: written when it is left, warned about what must not be in it.

use crate::domain::case::{CaseFile, Field, Value};
use crate::domain::personal_data::looks_like_cpr;
use crate::domain::time::{Day, LocalTime};
use crate::text;
use crate::web::prelude::*;
use crate::web::state::App;

/// What is typed in a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Text,
    /// Several lines.
    Note,
    Email,
    Phone,
    Day,
    Time,
    Count,
}

impl Kind {
    const fn input_type(self) -> &'static str {
        match self {
            Kind::Text | Kind::Note => "text",
            Kind::Email => "email",
            Kind::Phone => "tel",
            Kind::Day => "date",
            Kind::Time => "datetime-local",
            Kind::Count => "number",
        }
    }

    fn read(self, text: &str) -> Value {
        match self {
            Kind::Day => Day::parse(text).into(),
            Kind::Time => LocalTime::parse(text).into(),
            Kind::Count => text.trim().parse().map_or(Value::Nothing, Value::Count),
            _ => Value::text(text),
        }
    }
}

/// A labelled input bound to one field of the open case.
#[component]
pub fn TextField(
    field: Field,
    #[prop(into)] label: String,
    #[prop(optional)] kind: Kind,
    #[prop(optional, into)] hint: Option<String>,
) -> Html {
    let app = App::get();
    let id = field_id(field);
    let hint_id = format!("{id}-hint");
    let warning_id = format!("{id}-warning");
    let value = app.derive(move |open| shown(&open.file, field));
    let draft = RwSignal::new(None::<String>);
    let suspicious = Memo::new(move || {
        kind != Kind::Phone
            && draft.with(|draft| match draft {
                Some(draft) => looks_like_cpr(draft),
                None => value.with(|value| looks_like_cpr(value)),
            })
    });
    let conflict = app.derive(move |open| open.file.is_in_conflict(field));
    let leave = move |text: String| {
        let value = kind.read(&text);
        if is_half_typed(&value) {
            return;
        }
        draft.set(None);
        app.set(field, value);
    };
    let described = format!("{hint_id} {warning_id}");
    let control = if kind == Kind::Note {
        view! {
            <textarea
                id=id.clone()
                class="form-input"
                rows="3"
                aria-describedby=described
                readonly=app.is_shut()
                prop:value=move || value.get()
                on:input=move |event| draft.set(Some(event_target_value(&event)))
                on:change=move |event| leave(event_target_value(&event))
            ></textarea>
        }
    } else {
        view! {
            <input
                id=id.clone()
                class="form-input"
                type=kind.input_type()
                autocomplete="off"
                aria-describedby=described
                readonly=app.is_shut()
                prop:value=move || value.get()
                on:input=move |event| draft.set(Some(event_target_value(&event)))
                on:change=move |event| leave(event_target_value(&event))
            />
        }
    };
    view! {
        <div class="form-group field">
            <label class="form-label" for=id>{label}</label>
            <span class="form-hint" id=hint_id>{hint}</span>
            {control}
            <span class="field__warning" id=warning_id role="status">
                {move || suspicious.get().then_some(text::common::CPR_WARNING)}
                {move || conflict.get().then_some(text::common::CONFLICT_HERE)}
            </span>
        </div>
    }
}

/// Whether the year of a day is still being typed: the browser tells of 0002 and 0020 on the way to 2026.
fn is_half_typed(value: &Value) -> bool {
    let day = match value {
        Value::Day(day) => day,
        Value::Time(time) => &time.day,
        _ => return false,
    };
    day.year < 1900
}

/// A field's stable element id.
pub fn field_id(field: Field) -> String {
    field.to_string().replace('/', "-")
}

/// What stands in a field, as an input shows it.
pub fn shown(file: &CaseFile, field: Field) -> String {
    match file.log().standing(field).map(|event| &event.value) {
        None | Some(Value::Nothing) => String::new(),
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Word(word)) => (*word).to_owned(),
        Some(Value::Flag(flag)) => flag.to_string(),
        Some(Value::Count(count)) => count.to_string(),
        Some(Value::Link(id)) => id.to_string(),
        Some(Value::Day(day)) => day.to_string(),
        Some(Value::Time(time)) => time.to_string(),
    }
}
