//! A question over the page, which waits for its answer.

use crate::web::prelude::*;
use web_sys::HtmlDialogElement;

/// A dialog that is shown while it is asked; the browser gives the focus back when it closes.
#[component]
pub fn Modal(
    /// The heading's element id.
    id: &'static str,
    #[prop(into)] title: Signal<String>,
    asked: Memo<bool>,
    /// Ends the asking, also by the Escape key.
    close: Callback<()>,
    children: Children,
) -> Html {
    let dialog = NodeRef::<HtmlDialogElement>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if !asked.get() {
            dialog.close();
        } else if !dialog.open() {
            // Fails only where it is open already.
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby=id on:close=move |_| close.run(())>
            <h2 id=id>{title}</h2>
            {children()}
        </dialog>
    }
}
