//! "Ord på siden": the terms of the glossary that stand on the page, each with its meaning, without leaving it.

use wasm_bindgen::JsCast;

use super::{Term, concept_anchor};
use crate::domain::process::Concept;
use crate::text::{self, glossary_page};
use crate::web::prelude::*;
use crate::web::route::Page;

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
        let terms = terms.into_iter().map(|concept| {
            let href = format!("{}?vis={}", Page::Glossary.href(), concept_anchor(concept));
            let label = format!("{}: {}", glossary_page::SEE_ENTRY, text::entry(concept).term);
            view! {
                <dl class="glossary">
                    <Term concept />
                </dl>
                <p class="small"><a href=href aria-label=label>{glossary_page::SEE_ENTRY}</a></p>
            }
        });
        Some(view! {
            <p>{glossary_page::ON_PAGE_LEAD}</p>
            {terms.collect_view()}
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
