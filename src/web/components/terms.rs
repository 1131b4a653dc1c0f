//! The terms that matter in an activity, each of which shows its meaning in place when it is opened.

use crate::domain::process::{Activity, Concept, Vocabulary};
use crate::text::{self, glossary_page};
use crate::web::pages::concept_anchor;
use crate::web::prelude::*;
use crate::web::route::Page;

/// The terms of an activity, folded away.
#[component]
pub fn Terms(activity: Activity) -> Html {
    let concepts: Vec<Concept> = Concept::ALL
        .iter()
        .filter(|concept| concept.activities().contains(&activity))
        .copied()
        .collect();
    if concepts.is_empty() {
        return ().into_html();
    }
    view! {
        <div class="terms screen-only">
            <span class="terms__label">{glossary_page::TERMS}</span>
            {concepts
                .into_iter()
                .map(|concept| view! { <TermFold concept /> })
                .collect_view()}
        </div>
    }
}

/// A term, which opens to its meaning and its other names, and leads on to its entry.
#[component]
pub fn TermFold(concept: Concept) -> Html {
    let entry = text::entry(concept);
    // A page has many of them, and few are opened: what is in one is built with that.
    let is_opened = RwSignal::new(false);
    view! {
        <details class="terms__term" on:toggle=move |_| is_opened.set(true)>
            <summary aria-label=glossary_page::what_means(entry.term)>{entry.term}</summary>
            {move || is_opened.get().then(|| meaning(concept))}
        </details>
    }
}

/// What a term means, its other names, and the way to its entry.
fn meaning(concept: Concept) -> Html {
    let entry = text::entry(concept);
    let names = [(Vocabulary::Adm, entry.adm), (Vocabulary::Technical, entry.technical)];
    let names = names.into_iter().filter_map(|(vocabulary, naming)| {
        let name = format!("{}: {}", text::vocabulary_name(vocabulary), naming?.name);
        Some(view! { <p class="muted small">{name}</p> })
    });
    let href = format!("{}?vis={}", Page::Glossary.href(), concept_anchor(concept));
    let label = format!("{}: {}", glossary_page::SEE_ENTRY, entry.term);
    view! {
        <div>
            <p>{entry.meaning}{entry.more.map(|more| format!(" {more}"))}</p>
            {names.collect_view()}
            <p><a href=href aria-label=label>{glossary_page::SEE_ENTRY}</a></p>
        </div>
    }
}
