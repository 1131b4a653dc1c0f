//! Removing something: at once, with a word on what used it and on the way back.

use std::collections::BTreeMap;

use crate::web::prelude::*;

use super::add::name_field;
use super::section_heading;
use crate::domain::case::{EntityKind, Field, Id, Usage};
use crate::text::parties;
use crate::web::components::shown;
use crate::web::dom::focus_on;
use crate::web::state::App;

/// The name of something on this page, or what it is called without one.
pub fn name_of(app: App, kind: EntityKind, id: Id) -> Memo<String> {
    app.derive(move |open| {
        let name = name_field(kind, id).map(|field| shown(&open.file, field)).unwrap_or_default();
        if name.is_empty() { parties::unnamed(kind).to_owned() } else { name }
    })
}

/// Where everything is used, found once for the whole page.
#[derive(Clone, Copy)]
struct AllUsage(Memo<BTreeMap<Id, Usage>>);

/// Lets the page's parts ask for [`usage_of`].
pub fn provide_usage(app: App) {
    provide_context(AllUsage(app.derive(|open| open.case().usage())));
}

/// Where something is used.
pub fn usage_of(id: Id) -> Memo<Usage> {
    let all = use_context::<AllUsage>();
    Memo::new(move || {
        let usage = all.and_then(|AllUsage(all)| all.with(|all| all.get(&id).copied()));
        usage.unwrap_or_default()
    })
}

/// "Fjern", for what is called by the element `described_by`.
#[component]
pub fn Remove(
    kind: EntityKind,
    id: Id,
    name: Memo<String>,
    usage: Memo<Usage>,
    described_by: String,
) -> Html {
    let app = App::get();
    let remove = move |_| {
        // Read before it is gone.
        let (name, usage) = (name.get_untracked(), usage.get_untracked());
        app.set(Field::Exists(kind, id), false);
        app.say(parties::removed(&name, usage));
        focus_on(section_heading(kind));
    };
    view! {
        <button
            type="button"
            class="button button-tertiary"
            aria-describedby=described_by
            disabled=app.is_shut()
            on:click=remove
        >
            {parties::REMOVE}
        </button>
    }
}
