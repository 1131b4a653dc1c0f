//! Organisations and authorities: each is its name.

use crate::web::prelude::*;

use super::add::{AddForm, name_field};
use super::remove::{Remove, name_of, usage_of};
use super::section_heading;
use crate::domain::case::{EntityKind, Id};
use crate::text::parties;
use crate::web::components::TextField;
use crate::web::state::{App, OpenCase};

#[component]
pub fn Names(
    kind: EntityKind,
    title: &'static str,
    lead: &'static str,
    none: &'static str,
) -> Html {
    let app = App::get();
    let ids = app.derive(move |open| list(open, kind));
    let heading = section_heading(kind);
    let labelled = heading.clone();
    view! {
        <section aria-labelledby=labelled>
            <h2 id=heading tabindex="-1">{title}</h2>
            <p>{lead}</p>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="muted">{none}</p>
            </Show>
            <For each=move || ids.get() key=|id| *id let:id>
                <Named kind id />
            </For>
            <AddForm kind />
        </section>
    }
}

#[component]
fn Named(kind: EntityKind, id: Id) -> Html {
    let app = App::get();
    let name = name_of(app, kind, id);
    let usage = usage_of(id);
    let used_id = format!("{}-{id}-bruges", kind.code());
    let described_by = used_id.clone();
    view! {
        <div class="entity entity--line" role="group" aria-label=name>
            {name_field(kind, id).map(|field| view! { <TextField field label=parties::NAME /> })}
            <Remove kind id name usage described_by />
            <p class="entity__used" id=used_id>{move || parties::used_by(usage.get())}</p>
        </div>
    }
}

fn list(open: &OpenCase, kind: EntityKind) -> Vec<Id> {
    let case = open.case();
    match kind {
        EntityKind::Organisation => case.list_organisations().iter().map(|(id, _)| *id).collect(),
        EntityKind::Authority => case.list_authorities().iter().map(|(id, _)| *id).collect(),
        // The others have more to them than a name.
        _ => Vec::new(),
    }
}
