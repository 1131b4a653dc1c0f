//! A box to tick, with its label.

use crate::web::prelude::*;

#[component]
pub fn Checkbox(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] is_on: Signal<bool>,
    on_turn: impl Fn(bool) + 'static,
    #[prop(optional)] disabled: bool,
) -> Html {
    view! {
        <div class="form-group-checkbox">
            <input
                class="form-checkbox"
                type="checkbox"
                id=id.clone()
                disabled=disabled
                prop:checked=move || is_on.get()
                on:change=move |event| on_turn(event_target_checked(&event))
            />
            <label class="form-label" for=id>{label}</label>
        </div>
    }
}
