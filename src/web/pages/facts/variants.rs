//! Organisations that may be one, spelled in several ways: which spelling stays is chosen, and all is made that one's.

use super::section_heading;
use crate::domain::case::{Case, EntityKind, Id};
use crate::domain::route_overview::{spelling_variants, unite_organisations};
use crate::text::import_page;
use crate::web::components::keep_focus;
use crate::web::prelude::*;
use crate::web::state::App;

#[component]
pub fn Variants() -> Html {
    let app = App::get();
    let found = app.derive(|open| (!open.is_shut()).then(|| variants(open.case())));
    let unite = move |kept: Id, group: &[Id]| {
        let changes = app.read_untracked(|open| unite_organisations(open.case(), kept, group));
        app.write(changes.unwrap_or_default());
        keep_focus(vec![section_heading(EntityKind::Organisation)]);
    };
    let group = move |names: Vec<(Id, String)>| {
        let ids: Vec<Id> = names.iter().map(|(id, _)| *id).collect();
        let buttons = names.into_iter().map(|(kept, name)| {
            let ids = ids.clone();
            view! {
                <button
                    type="button"
                    class="button button-secondary"
                    on:click=move |_| unite(kept, &ids)
                >
                    {import_page::use_spelling(&name)}
                </button>
            }
        });
        view! { <div class="button-row">{buttons.collect_view()}</div> }
    };
    let shown = move || {
        let groups = found.get().filter(|groups| !groups.is_empty())?;
        Some(view! {
            <section class="card" aria-labelledby="stamdata-stavemaader">
                <h3 id="stamdata-stavemaader" tabindex="-1">{import_page::SAME_SPELLING}</h3>
                <p>{import_page::SAME_SPELLING_LEAD}</p>
                {groups.into_iter().map(group).collect_view()}
            </section>
        })
    };
    view! { <div>{shown}</div> }
}

/// The groups of spellings.
pub fn variants(case: &Case) -> Vec<Vec<(Id, String)>> {
    let organisations = case.list_organisations();
    let names: Vec<(Id, &str)> =
        organisations.iter().map(|(id, it)| (*id, it.name.as_str())).collect();
    let name = |id: Id| (id, case.organisation_name(Some(id)).unwrap_or_default().to_owned());
    let groups = spelling_variants(&names).into_iter();
    groups.map(|group| group.into_iter().map(name).collect()).collect()
}
