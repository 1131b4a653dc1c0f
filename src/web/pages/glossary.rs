//! "Begreber": the glossary in its three vocabularies, the context diagrams, and what lies beside the process.

pub mod diagram;
mod neighbours;
mod on_page;

use crate::web::components::{Input, TableFrame};
use crate::web::prelude::*;

pub use self::on_page::WordsOnPage;

use self::diagram::Diagrams;
use self::neighbours::{Checks, Neighbours};
use crate::domain::case::Scope;
use crate::domain::process::{Activity, Concept, ScopeKind, Vocabulary};
use crate::text::{self, Entry, Naming, glossary_page, shell};
use crate::web::dom::focus_on;
use crate::web::pages::activity_href;
use crate::web::state::App;

/// The element id of a concept's entry.
pub fn concept_anchor(concept: Concept) -> String {
    format!("begreb-{}", concept.code())
}

const SEARCH: &str = "begreber-soeg";

#[component]
pub fn GlossaryPage() -> Html {
    let query = RwSignal::new(String::new());
    let found = Memo::new(move || query.with(|query| text::find_concepts(query)));
    let table = Memo::new(move || part(&found.get(), true));
    let others = Memo::new(move || part(&found.get(), false));
    let searching = Memo::new(move || query.with(|query| !query.trim().is_empty()));
    let result = move || searching.get().then(|| glossary_page::found(found.with(Vec::len)));
    let clear = move |_| {
        query.set(String::new());
        focus_on(SEARCH);
    };
    view! {
        <header class="page-head">
            <h1>{shell::GLOSSARY}</h1>
            <p class="page-head__lead">{glossary_page::LEAD}</p>
        </header>
        <div class="form-group" role="search">
            <Input
                id=SEARCH
                label=glossary_page::SEARCH
                hint=glossary_page::SEARCH_HINT
                kind="search"
                text=query
            />
        </div>
        <p class="muted" role="status">{result}</p>
        <Show when=move || found.with(Vec::is_empty)>
            <div class="empty">
                <p>{glossary_page::NOTHING_FOUND}</p>
                <div class="button-row">
                    <button type="button" class="button button-secondary" on:click=clear>
                        {glossary_page::CLEAR}
                    </button>
                </div>
            </div>
        </Show>
        <Show when=move || table.with(|table| !table.is_empty())>
            <Vocabularies concepts=table />
        </Show>
        <Show when=move || others.with(|others| !others.is_empty())>
            <section aria-labelledby="begreber-andre">
                <h2 id="begreber-andre">{glossary_page::OTHERS}</h2>
                <dl class="glossary">
                    <For each=move || others.get() key=|concept| *concept let:concept>
                        <Term concept />
                    </For>
                </dl>
            </section>
        </Show>
        // What was searched for is not pushed down by what was not.
        <Show when=move || !searching.get()>
            <Diagrams />
            <Neighbours />
            <Checks />
        </Show>
    }
}

/// Table 1: the same concept in three vocabularies.
#[component]
fn Vocabularies(concepts: Memo<Vec<Concept>>) -> Html {
    view! {
        <section aria-labelledby="begreber-tabel">
            <h2 id="begreber-tabel">{glossary_page::TABLE_1}</h2>
            <p>{glossary_page::TABLE_1_LEAD}</p>
            <TableFrame label=glossary_page::TABLE_1_CAPTION>
                <table class="data-table">
                    <caption>{glossary_page::TABLE_1_CAPTION}</caption>
                    <thead>
                        <tr>
                            {Vocabulary::ALL
                                .iter()
                                .map(|it| view! { <th scope="col">{text::vocabulary_name(*it)}</th> })
                                .collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || concepts.get() key=|concept| *concept let:concept>
                            {row(concept)}
                        </For>
                    </tbody>
                </table>
            </TableFrame>
        </section>
    }
}

fn row(concept: Concept) -> Html {
    let Entry { term, meaning, adm, technical, more } = text::entry(concept);
    view! {
        <tr>
            <th scope="row" abbr=term id=concept_anchor(concept) tabindex="-1">
                {term}
                <p class="glossary__meaning">{meaning}</p>
                {more.map(|more| view! { <p class="glossary__meaning">{more}</p> })}
                {matters(concept)}
            </th>
            <td>{naming(adm)}</td>
            <td>{naming(technical)}</td>
        </tr>
    }
}

fn naming(naming: Option<Naming>) -> Html {
    let Some(Naming { name, meaning }) = naming else {
        return view! { <span class="muted">{glossary_page::NO_NAME}</span> };
    };
    let meaning = meaning.map(|meaning| view! { <p class="glossary__meaning">{meaning}</p> });
    view! { <span class="glossary__name">{name}</span>{meaning} }
}

/// Where in the process the concept matters; in the open case, with the way there.
fn matters(concept: Concept) -> Option<Html> {
    let activities = concept.activities();
    if activities.is_empty() {
        return None;
    }
    let case = App::get().read_untracked(|open| open.id);
    let places = activities.iter().enumerate().map(|(place, activity)| {
        let name = text::activity_title(*activity);
        let name = match case {
            Some(case) => {
                let href = activity_href(case, *activity, place_of(*activity));
                view! { <a href=href>{name}</a> }
            }
            None => name.into_html(),
        };
        view! { {(place > 0).then_some(" · ")}{name} }
    });
    Some(view! {
        <p class="glossary__meaning muted small">
            {glossary_page::MATTERS_IN}" "{places.collect_view()}
        </p>
    })
}

/// Where an activity is found in the open case: in its current attempt, where it is done in attempts.
fn place_of(activity: Activity) -> Scope {
    let attempt = App::get().read_untracked(|open| open.guidance.current_attempt());
    match (activity.info().scope, attempt) {
        (ScopeKind::Attempt, Some(number)) => Scope::Attempt(number),
        _ => Scope::Case,
    }
}

#[component]
fn Term(concept: Concept) -> Html {
    let Entry { term, meaning, adm, technical, more } = text::entry(concept);
    let names = [(Vocabulary::Adm, adm), (Vocabulary::Technical, technical)]
        .into_iter()
        .filter_map(|(vocabulary, naming)| {
            naming.map(|it| format!("{}: {}", text::vocabulary_name(vocabulary), it.name))
        })
        .map(|name| view! { <p class="muted small">{name}</p> })
        .collect_view();
    view! {
        <div class="glossary__term" id=concept_anchor(concept) tabindex="-1">
            <dt>{term}</dt>
            <dd>
                <p>{meaning}{more.map(|more| format!(" {more}"))}</p>
                {names}
                {matters(concept)}
            </dd>
        </div>
    }
}

fn part(found: &[Concept], in_table: bool) -> Vec<Concept> {
    found.iter().copied().filter(|concept| concept.is_in_table_1() == in_table).collect()
}
