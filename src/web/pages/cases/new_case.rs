//! The form behind "Ny sag": a name, and what is known already.

use crate::web::prelude::*;
use web_sys::Event;

use crate::text::{cases, common};
use crate::web::dom::focus_on;
use crate::web::rest;
use crate::web::state::App;

/// The button that opens the form, and the form's first field.
pub const OPENER: &str = "ny-sag";
pub const FIRST_FIELD: &str = "ny-sag-navn";

#[derive(Clone, Copy)]
struct Draft {
    title: RwSignal<String>,
    old_system: RwSignal<String>,
    new_system: RwSignal<String>,
    authority: RwSignal<String>,
}

#[component]
pub fn NewCase(creating: RwSignal<bool>) -> Html {
    let app = App::get();
    let draft = Draft {
        title: RwSignal::default(),
        old_system: RwSignal::default(),
        new_system: RwSignal::default(),
        // Until another is written, that of the site.
        authority: RwSignal::new(app.site.with_untracked(|site| {
            site.as_ref().map(|site| site.organisation.clone()).unwrap_or_default()
        })),
    };
    let missing = RwSignal::new(false);
    let submit = move |event: Event| {
        event.prevent_default();
        let lacks_title = draft.title.with_untracked(|title| title.trim().is_empty());
        missing.set(lacks_title);
        if lacks_title {
            return focus_on(FIRST_FIELD);
        }
        let known = [draft.title, draft.old_system, draft.new_system, draft.authority];
        let known = known.map(|text| text.get_untracked());
        rest::call(app, move |rest| (rest.create_case)(app, &known));
    };
    let cancel = move |_| {
        creating.set(false);
        focus_on(OPENER);
    };
    view! {
        <form class="card" novalidate aria-labelledby="ny-sag-overskrift" on:submit=submit>
            <h2 class="card__title" id="ny-sag-overskrift">{cases::NEW}</h2>
            <p class="form-hint">{cases::LATER}</p>
            <div class="field-grid">
                <div class="form-group" class:form-error=missing>
                    <label class="form-label" for=FIRST_FIELD>{cases::TITLE}</label>
                    <span class="form-hint" id="ny-sag-navn-hint">{cases::TITLE_HINT}</span>
                    <span class="form-error-message" id="ny-sag-navn-fejl">
                        {move || missing.get().then_some(cases::TITLE_MISSING)}
                    </span>
                    <input
                        id=FIRST_FIELD
                        class="form-input"
                        autocomplete="off"
                        required
                        aria-invalid=move || missing.get().to_string()
                        aria-describedby="ny-sag-navn-hint ny-sag-navn-fejl"
                        on:input=move |event| draft.title.set(event_target_value(&event))
                    />
                </div>
                {input("ny-sag-gammelt", cases::OLD_SYSTEM, None, draft.old_system)}
                {input("ny-sag-nyt", cases::NEW_SYSTEM, None, draft.new_system)}
                {input("ny-sag-myndighed", cases::AUTHORITY, Some(cases::AUTHORITY_HINT), draft.authority)}
            </div>
            <div class="button-row">
                <button type="submit" class="button button-primary">{cases::CREATE}</button>
                <button type="button" class="button button-tertiary" on:click=cancel>
                    {common::CANCEL}
                </button>
            </div>
        </form>
    }
}

fn input(
    id: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    value: RwSignal<String>,
) -> Html {
    let hint_id = hint.map(|_| format!("{id}-hint"));
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            <span class="form-hint" id=hint_id.clone()>{hint}</span>
            <input
                id=id
                class="form-input"
                autocomplete="off"
                aria-describedby=hint_id
                value=value.get_untracked()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}
