//! The form that asks why something is recorded before its turn.

use crate::web::prelude::*;

use crate::text::common;
use crate::web::state::App;

/// A reason asked for before `confirm` is called with it; it is shown by whom it belongs to, and takes the focus.
#[component]
pub fn ReasonForm(
    id: String,
    #[prop(default = common::REASON_LABEL)] label: &'static str,
    #[prop(default = common::REASON_HINT)] hint: &'static str,
    /// What the confirming button is called.
    confirm_label: &'static str,
    confirm: Callback<String>,
    cancel: Callback<()>,
) -> Html {
    let app = App::get();
    let reason = RwSignal::new(String::new());
    let input = NodeRef::<web_sys::HtmlInputElement>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    let hint_id = format!("{id}-hint");
    let described = hint_id.clone();
    view! {
        <form
            class="form-group activity__reason"
            on:submit=move |event| {
                event.prevent_default();
                let why = reason.get_untracked();
                if why.trim().is_empty() {
                    app.warn(common::REASON_NEEDED);
                } else {
                    confirm.run(why);
                }
            }
        >
            <label class="form-label" for=id.clone()>{label}</label>
            <span class="form-hint" id=hint_id>{hint}</span>
            <input
                id=id
                class="form-input"
                autocomplete="off"
                aria-describedby=described
                node_ref=input
                prop:value=move || reason.get()
                on:input=move |event| reason.set(event_target_value(&event))
            />
            <div class="button-row">
                <button type="submit" class="button button-primary">{confirm_label}</button>
                <button
                    type="button"
                    class="button button-tertiary"
                    on:click=move |_| cancel.run(())
                >
                    {common::CANCEL}
                </button>
            </div>
        </form>
    }
}
