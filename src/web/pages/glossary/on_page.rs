//! "Ord på siden": the terms of the glossary that stand on the page, each with its meaning, without leaving it.

use wasm_bindgen::JsCast;

use crate::domain::process::Concept;
use crate::text::{self, glossary_page};
use crate::web::components::TermFold;
use crate::web::prelude::*;

#[component]
pub fn WordsOnPage() -> Html {
    let found = RwSignal::new(None::<Vec<Concept>>);
    // Read when it is opened: what stands on the page changes with what is done there.
    let toggled = move |event: web_sys::Event| {
        let details = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let is_open = details.is_some_and(|details| details.has_attribute("open"));
        found.set(is_open.then(|| text::concepts_in(&words())));
    };
    let none = move || {
        found.with(|found| found.as_ref().is_some_and(Vec::is_empty)).then(|| {
            view! { <p>{glossary_page::NONE_ON_PAGE}</p> }
        })
    };
    let terms = move || {
        let terms = found.get().filter(|found| !found.is_empty())?;
        let terms = terms.into_iter().map(|concept| view! { <TermFold concept /> });
        Some(view! {
            <p>{glossary_page::ON_PAGE_LEAD}</p>
            <div class="terms">{terms.collect_view()}</div>
        })
    };
    view! {
        <details class="words-on-page screen-only" on:toggle=toggled>
            <summary>{glossary_page::ON_PAGE}</summary>
            {none}
            {terms}
        </details>
    }
}

/// What stands on the page, the list of words itself left out: it is closed when this is asked.
fn words() -> String {
    let page = document().get_element_by_id("indhold");
    let page = page.and_then(|page| page.dyn_into::<web_sys::HtmlElement>().ok());
    page.map(|page| page.inner_text()).unwrap_or_default()
}
