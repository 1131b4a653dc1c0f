//! Case files dropped anywhere on the page; without this the browser would leave the app and show the file.

use crate::web::prelude::*;
use leptos::ev;
use web_sys::{DragEvent, FileList};

use super::rest;
use super::route::{CasePage, Page};
use super::state::App;
use super::transfer;
use crate::text::{cases, import_page};

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
                // The page takes a list of routes itself.
                if !takes_lists(app)
                    && let Some(files) = files_of(&event)
                {
                    let files = transfer::listed(&files);
                    rest::call(app, move |rest| (rest.open_files)(app, files));
                }
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    view! {
        <Show when=move || over.get()>
            <div class="drop-hint screen-only">
                <p class="drop-hint__text">
                    {if takes_lists(app) { import_page::DROP_HERE } else { cases::DROP_HERE }}
                </p>
            </div>
        </Show>
    }
}

/// Whether files are dragged, and not a text or a link of the page.
fn holds_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

/// The files of a drop.
pub fn files_of(event: &DragEvent) -> Option<FileList> {
    event.data_transfer()?.files()
}

fn takes_lists(app: App) -> bool {
    matches!(app.page.get_untracked(), Page::Case(_, CasePage::Import))
}
