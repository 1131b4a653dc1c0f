//! The first step: rows that are pasted, or a file.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, FileList, HtmlTextAreaElement};

use super::{Desk, HEADING, PRIMARY, button, work};
use crate::text::import_page;
use crate::web::components::FileButton;
use crate::web::prelude::*;

/// What is offered when a file is chosen.
const LISTS: &str = ".csv,.tsv,.txt,.xlsx,text/csv,text/plain";

#[component]
pub fn Choose(desk: Desk) -> Html {
    let pasted = NodeRef::<HtmlTextAreaElement>::new();
    let take = move |files: &FileList| {
        if let Some(file) = files.get(0) {
            work::read_file(desk, file);
        }
    };
    let read = move || {
        if let Some(area) = pasted.get() {
            work::read_pasted(desk, area.value());
        }
    };
    // What is pasted is read as it comes: a field with ten thousand lines in it is slow to show and to take away.
    let paste = move |event: Event| {
        let is_empty = pasted.get().is_some_and(|area| area.value().is_empty());
        let data = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
        let text = data.and_then(|data| data.get_data("text/plain").ok());
        if let Some(text) = text.filter(|text| is_empty && text.contains('\n')) {
            event.prevent_default();
            work::read_pasted(desk, text);
        }
    };
    view! {
        <section class="card" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{import_page::CHOOSE}</h2>
            <div class="form-group field--wide">
                <label class="form-label" for="indlaes-tekst">{import_page::PASTED}</label>
                <span class="form-hint" id="indlaes-tekst-hint">{import_page::PASTED_HINT}</span>
                <textarea
                    id="indlaes-tekst"
                    class="form-input"
                    rows="8"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="indlaes-tekst-hint"
                    node_ref=pasted
                    on:paste=paste
                ></textarea>
            </div>
            <div class="button-row">{button(import_page::READ, PRIMARY, read)}</div>
            <p>{import_page::FILE_HINT}</p>
            <FileButton label=import_page::FILE take=Box::new(take) accept=LISTS />
        </section>
    }
}
