//! Says that a new version of the site is here, and switches to it when the user asks for it (`offline.js`).

use super::state::App;
use super::storage::Saved;
use crate::text::version as words;
use crate::web::prelude::*;

/// What `offline.js` says and hears, as events of the window; the first stands on the page's root element too.
const IS_HERE: &str = "new-version";
const SWITCH: &str = "switch-version";

/// "Der er en ny version": nothing until there is one.
#[component]
pub fn NewVersion() -> Html {
    let app = App::get();
    let root = document().document_element();
    let is_here =
        RwSignal::new(root.is_some_and(|root| root.has_attribute(&format!("data-{IS_HERE}"))));
    let handle = window_event_listener_untyped(IS_HERE, move |_| is_here.set(true));
    on_cleanup(move || handle.remove());
    let switch = move |_| {
        let is_open = app.read_untracked(|_| ()).is_some();
        if is_open && app.saved.get_untracked() != Saved::Yes {
            return app.warn(words::NOT_SAVED);
        }
        if let Ok(event) = web_sys::Event::new(SWITCH) {
            let _ = window().dispatch_event(&event);
        }
    };
    let shown = move || {
        is_here.get().then(|| {
            view! {
                <div class="notice">
                    <p>{words::HERE}</p>
                    <button type="button" class="button button-primary" on:click=switch>
                        {words::SWITCH}
                    </button>
                </div>
            }
        })
    };
    view! { <div class="notices screen-only" role="status">{shown}</div> }
}
