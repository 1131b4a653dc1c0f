//! A field over a signal: what is typed is used on the page, and is no fact of the case.

use web_sys::HtmlInputElement;

use crate::web::prelude::*;

/// A label, its hint and the field, to stand in a `form-group`.
#[component]
pub fn Input(
    #[prop(into)] id: String,
    label: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    /// The input's type.
    #[prop(default = "text")]
    kind: &'static str,
    text: RwSignal<String>,
    #[prop(default = NodeRef::new())] node_ref: NodeRef<HtmlInputElement>,
) -> Html {
    let hint_id = format!("{id}-hint");
    let described = hint.map(|_| hint_id.clone());
    view! {
        <label class="form-label" for=id.clone()>{label}</label>
        {hint.map(|hint| view! { <span class="form-hint" id=hint_id>{hint}</span> })}
        <input
            id=id
            class="form-input"
            type=kind
            autocomplete="off"
            aria-describedby=described
            node_ref=node_ref
            prop:value=move || text.get()
            on:input=move |event| text.set(event_target_value(&event))
        />
    }
}
