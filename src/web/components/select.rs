//! A choice among the case's systems, organisations, authorities or agreements, with room for a new one.

use crate::domain::case::{AgreementField, EntityKind, Field, Id, SystemField, Value};
use crate::text;
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

use super::field::field_id;

/// What is chosen among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectKind {
    System,
    Organisation,
    Authority,
    Agreement,
}

impl SelectKind {
    const fn entity(self) -> EntityKind {
        match self {
            SelectKind::System => EntityKind::System,
            SelectKind::Organisation => EntityKind::Organisation,
            SelectKind::Authority => EntityKind::Authority,
            SelectKind::Agreement => EntityKind::Agreement,
        }
    }

    /// The field that names one of these.
    pub const fn name_field(self, id: Id) -> Field {
        match self {
            SelectKind::System => Field::System(id, SystemField::Name),
            SelectKind::Organisation => Field::OrganisationName(id),
            SelectKind::Authority => Field::AuthorityName(id),
            SelectKind::Agreement => Field::Agreement(id, AgreementField::Name),
        }
    }

    /// What there is to choose among, with names.
    pub fn list(self, open: &OpenCase) -> Vec<(Id, String)> {
        let case = open.case();
        match self {
            SelectKind::System => named(case.list_systems(), |e| &e.name),
            SelectKind::Organisation => named(case.list_organisations(), |e| &e.name),
            SelectKind::Authority => named(case.list_authorities(), |e| &e.name),
            SelectKind::Agreement => named(case.list_agreements(), |e| &e.name),
        }
    }
}

fn named<T>(list: Vec<(Id, &T)>, name: impl Fn(&T) -> &String) -> Vec<(Id, String)> {
    list.into_iter().map(|(id, entity)| (id, name(entity).clone())).collect()
}

const NEW: &str = "new";

/// A labelled select bound to one link field of the open case. The last option asks for the name of a new one.
#[component]
pub fn EntitySelect(
    field: Field,
    kind: SelectKind,
    #[prop(into)] label: String,
    /// What applies while nothing is chosen, because it is taken over from the old side.
    #[prop(optional, into)]
    derived: Option<Signal<Option<Id>>>,
    #[prop(optional, into)] hint: Option<String>,
) -> Html {
    let app = App::get();
    let id = field_id(field);
    let hint_id = format!("{id}-hint");
    let name_id = format!("{id}-name");
    let options = app.derive(move |open| kind.list(open));
    let chosen = app.derive(move |open| match open.file.log().standing(field).map(|e| &e.value) {
        Some(Value::Link(id)) => Some(*id),
        _ => None,
    });
    let naming = RwSignal::new(false);
    let select = move |value: String| {
        if value == NEW {
            naming.set(true);
        } else {
            naming.set(false);
            app.set(field, Value::from(value.parse::<Id>().ok()));
        }
    };
    let create = move |name: String| {
        naming.set(false);
        if name.trim().is_empty() {
            return;
        }
        let created =
            app.create(kind.entity(), |id| vec![(kind.name_field(id), Value::text(&name))]);
        if let Some(id) = created {
            app.set(field, id);
        }
    };
    let empty_label = move || {
        let derived = derived.and_then(|derived| derived.get());
        let options = options.get();
        let name = derived.and_then(|id| options.into_iter().find(|(other, _)| *other == id));
        match name {
            Some((_, name)) => format!("{name} ({})", text::common::DERIVED),
            None => text::common::CHOOSE.to_owned(),
        }
    };
    view! {
        <div class="form-group field">
            <label class="form-label" for=id.clone()>{label}</label>
            <span class="form-hint" id=hint_id.clone()>{hint}</span>
            <select
                id=id
                class="form-select"
                aria-describedby=hint_id
                disabled=app.is_shut()
                on:change=move |event| select(event_target_value(&event))
            >
                <option value="" prop:selected=move || chosen.get().is_none()>{empty_label}</option>
                <For each=move || options.get() key=|option| option.clone() let:option>
                    <option
                        value=option.0.to_string()
                        prop:selected=move || chosen.get() == Some(option.0)
                    >
                        {option.1.clone()}
                    </option>
                </For>
                <option value=NEW prop:selected=move || naming.get()>
                    {text::common::add_new(kind.entity())}
                </option>
            </select>
            <Show when=move || naming.get()>
                <label class="form-label" for=name_id.clone()>
                    {text::common::name_of_new(kind.entity())}
                </label>
                <input
                    id=name_id.clone()
                    class="form-input"
                    autocomplete="off"
                    on:change=move |event| create(event_target_value(&event))
                />
            </Show>
        </div>
    }
}
