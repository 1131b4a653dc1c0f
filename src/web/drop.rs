//! Case files dropped anywhere on the page; without this the browser would leave the app and show the file.

use crate::web::prelude::*;
use leptos::ev;
use web_sys::DragEvent;

use super::opening;
use super::state::App;
use crate::text::cases;

/// Shown while files are held over the page.
#[component]
pub fn DropHint() -> Html {
    let app = App::get();
    let over = RwSignal::new(false);
    let listeners = [
        window_event_listener(ev::dragover, move |event| {
            if holds_files(&event) {
                // Says that a drop is taken here.
                event.prevent_default();
                over.set(true);
            }
        }),
        window_event_listener(ev::dragleave, move |event| {
            // Leaving for another element of the page is not leaving the page.
            if event.related_target().is_none() {
                over.set(false);
            }
        }),
        window_event_listener(ev::drop, move |event| {
            if holds_files(&event) {
                event.prevent_default();
                over.set(false);
                if let Some(files) = event.data_transfer().and_then(|transfer| transfer.files()) {
                    opening::open_files(app, &files);
                }
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    view! {
        <Show when=move || over.get()>
            <div class="drop-hint screen-only">
                <p class="drop-hint__text">{cases::DROP_HERE}</p>
            </div>
        </Show>
    }
}

/// Whether files are dragged, and not a text or a link of the page.
fn holds_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}
