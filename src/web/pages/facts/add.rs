//! Adding something by its name: nothing without a name turns up in the lists to choose from.

use crate::web::prelude::*;
use web_sys::Event;

use crate::domain::case::{EntityKind, Field, Id, PersonField, SystemField, Value};
use crate::text::parties;
use crate::web::components::field_id;
use crate::web::dom::focus_on;
use crate::web::state::App;

/// The field that names one of the kind on this page.
pub fn name_field(kind: EntityKind, id: Id) -> Option<Field> {
    match kind {
        EntityKind::Organisation => Some(Field::OrganisationName(id)),
        EntityKind::Authority => Some(Field::AuthorityName(id)),
        EntityKind::System => Some(Field::System(id, SystemField::Name)),
        EntityKind::Person => Some(Field::Person(id, PersonField::Name)),
        EntityKind::Route | EntityKind::Agreement => None,
    }
}

/// A name and "Tilføj". What has more fields gets the focus next; of the others one can add several in a row.
#[component]
pub fn AddForm(
    kind: EntityKind,
    /// The field to fill in next.
    #[prop(optional)]
    next: Option<fn(Id) -> Field>,
) -> Html {
    let app = App::get();
    if app.is_shut() {
        return ().into_html();
    }
    let name = RwSignal::new(String::new());
    let empty = RwSignal::new(false);
    let input_id = format!("tilfoej-{}", kind.code());
    let error_id = format!("{input_id}-fejl");
    let described = error_id.clone();
    let label_for = input_id.clone();
    let refocus = input_id.clone();
    let submit = move |event: Event| {
        event.prevent_default();
        let text = name.get_untracked().trim().to_owned();
        empty.set(text.is_empty());
        if text.is_empty() {
            return focus_on(refocus.clone());
        }
        let created = app.create(kind, |id| {
            name_field(kind, id).map(|field| (field, Value::text(&text))).into_iter().collect()
        });
        name.set(String::new());
        app.say(parties::added(&text));
        if let (Some(id), Some(next)) = (created, next) {
            focus_on(field_id(next(id)));
        }
    };
    view! {
        <form class="add-form" novalidate on:submit=submit>
            <div class="form-group" class:form-error=empty>
                <label class="form-label" for=label_for>{parties::add_label(kind)}</label>
                <span class="form-error-message" id=error_id>
                    {move || empty.get().then_some(parties::ADD_EMPTY)}
                </span>
                <input
                    id=input_id
                    class="form-input"
                    autocomplete="off"
                    aria-describedby=described
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                />
            </div>
            <button type="submit" class="button button-secondary">{parties::ADD}</button>
        </form>
    }
}
