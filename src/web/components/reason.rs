//! The form that asks why something is recorded before its turn.

use super::input::Input;
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
            <Input id label hint text=reason node_ref=input />
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
