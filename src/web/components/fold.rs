//! Details whose content is made when they are first opened, and which can open and close by themselves.

use crate::web::prelude::*;
use wasm_bindgen::JsCast;

/// `<details>` with a lazily made content.
#[component]
pub fn Fold(
    #[prop(into)] summary: ViewFn,
    /// Opens and closes it when it changes; the user can do either at any time.
    #[prop(into)]
    open: Signal<bool>,
    #[prop(optional, into)] class: &'static str,
    #[prop(optional, into)] summary_class: &'static str,
    #[prop(optional, into)] id: Option<String>,
    children: ChildrenFn,
) -> Html {
    let made = RwSignal::new(open.get_untracked());
    Effect::new(move |_| {
        if open.get() {
            made.set(true);
        }
    });
    let toggled = move |event: web_sys::Event| {
        let details =
            event.current_target().map(|target| target.unchecked_into::<web_sys::Element>());
        if details.is_some_and(|details| details.has_attribute("open")) {
            made.set(true);
        }
    };
    let content = move || made.get().then(|| children());
    view! {
        <details class=class prop:open=open on:toggle=toggled>
            <summary class=summary_class id=id>{summary.run()}</summary>
            {content}
        </details>
    }
}
