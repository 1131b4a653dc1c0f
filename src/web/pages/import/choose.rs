//! The first step: rows that are pasted, or a file.

use web_sys::{FileList, HtmlTextAreaElement};

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
                ></textarea>
            </div>
            <div class="button-row">{button(import_page::READ, PRIMARY, read)}</div>
            <p>{import_page::FILE_HINT}</p>
            <FileButton label=import_page::FILE take=Box::new(take) accept=LISTS />
        </section>
    }
}
