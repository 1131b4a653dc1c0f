//! A case in the list, as its card tells: it is not opened for that.

use crate::web::prelude::*;

use super::remove::Doomed;
use crate::domain::case::Id;
use crate::text::{self, cases, shell};
use crate::web::clock;
use crate::web::rest;
use crate::web::route::{CasePage, Page};
use crate::web::state::App;
use crate::web::storage::CaseCard;

#[component]
pub fn CaseRow(id: Id, doomed: RwSignal<Option<Doomed>>) -> Html {
    let app = App::get();
    let card = Memo::new(move || {
        app.cases.with(|cards| cards.iter().find(|card| card.id() == Some(id)).cloned())
    });
    let title = Memo::new(move || card.with(|card| card.as_ref().map(name).unwrap_or_default()));
    let example = move || card.with(|card| card.as_ref().is_some_and(|card| card.example));
    let heading = format!("sag-{id}");
    let labelled = heading.clone();
    let described = heading.clone();
    let described_too = heading.clone();
    view! {
        <li>
            <article class="card" aria-labelledby=labelled>
                <h3 class="card__title" id=heading>
                    <a href=Page::Case(id, CasePage::Overview).href()>{title}</a>
                </h3>
                {move || example().then(|| view! {
                    <p><span class="tag tag--accent">{cases::EXAMPLE_TAG}</span></p>
                })}
                {move || card.get().map(|card| facts(&card))}
                <div class="button-row">
                    <button
                        type="button"
                        class="button button-secondary"
                        aria-describedby=described
                        on:click=move |_| export(app, id)
                    >
                        {cases::EXPORT}
                    </button>
                    <button
                        type="button"
                        class="button button-tertiary"
                        aria-describedby=described_too
                        on:click=move |_| doomed.set(Some(Doomed { id, title: title.get_untracked() }))
                    >
                        {cases::DELETE}
                    </button>
                </div>
            </article>
        </li>
    }
}

/// Exports a case of the list.
pub fn export(app: App, id: Id) {
    rest::call(app, move |rest| (rest.export)(app, id));
}

/// When the case was last exported from here.
pub fn exported(card: &CaseCard) -> Option<String> {
    card.exported.map(when)
}

fn name(card: &CaseCard) -> String {
    if card.title.is_empty() { shell::UNNAMED_CASE.to_owned() } else { card.title.clone() }
}

fn facts(card: &CaseCard) -> Html {
    // A card that was lost knows nothing until the case is opened.
    if card.changed == 0 {
        return view! { <p class="muted">{cases::UNKNOWN}</p> };
    }
    view! {
        <div class="progress">
            <progress
                max=card.activities.max(1).to_string()
                value=card.done.to_string()
                aria-label=cases::PROGRESS
            ></progress>
            <span class="progress__label">{cases::progress(card.done, card.activities)}</span>
        </div>
        <dl class="cases__facts">
            <div><dt>{cases::ROUTES}</dt><dd>{text::dates::number(card.routes)}</dd></div>
            <div><dt>{cases::CHANGED}</dt><dd>{when(card.changed)}</dd></div>
            <div>
                <dt>{cases::EXPORTED}</dt>
                <dd>{exported(card).unwrap_or_else(|| cases::NEVER.to_owned())}</dd>
            </div>
        </dl>
    }
}

fn when(at: i64) -> String {
    text::dates::relative(clock::local(at), clock::today())
}
