//! The old and the new it-system, and the involved ones, each with those who are responsible for it.

use crate::web::prelude::*;

use super::add::AddForm;
use super::foldable::Foldable;
use super::remove::{Remove, name_of, usage_of};
use super::section_heading;
use crate::domain::case::{Case, CaseField, EntityKind, Field, Id, ItSystem, SystemField};
use crate::text::parties;
use crate::web::components::{EntitySelect, SelectKind, TextField};
use crate::web::pages::system_anchor;
use crate::web::state::App;

/// The two systems that the case is about.
#[component]
pub fn MainSystems() -> Html {
    let app = App::get();
    let same = app.derive(|open| {
        let case = open.case();
        case.old_system.is_some() && case.old_system == case.new_system
    });
    view! {
        <section aria-labelledby="stamdata-systemer">
            <h2 id="stamdata-systemer">{parties::MAIN_SYSTEMS}</h2>
            <p class="field__warning" role="status">
                {move || same.get().then_some(parties::SAME_SYSTEM)}
            </p>
            <MainSystem field=CaseField::OldSystem title=parties::OLD_SYSTEM />
            <MainSystem field=CaseField::NewSystem title=parties::NEW_SYSTEM />
        </section>
    }
}

#[component]
fn MainSystem(field: CaseField, title: &'static str) -> Html {
    let app = App::get();
    let heading = field_heading(field);
    let labelled = heading.clone();
    // A system that is both is edited once.
    let system = app.derive(move |open| {
        let chosen = standing(open.case(), field);
        chosen.filter(|id| field == CaseField::OldSystem || open.case().old_system != Some(*id))
    });
    view! {
        <div class="entity" role="group" aria-labelledby=labelled>
            <h3 class="entity__name" id=heading>{title}</h3>
            <EntitySelect
                field=Field::Case(field)
                kind=SelectKind::System
                label=parties::CHOOSE_SYSTEM
            />
            {move || system.get().map(|id| view! {
                <div id=system_anchor(id) tabindex="-1"><SystemFields id /></div>
            })}
        </div>
    }
}

/// The systems at the other ends of the routes.
#[component]
pub fn Involved() -> Html {
    let app = App::get();
    let ids = app.derive(|open| {
        let case = open.case();
        let main = [case.old_system, case.new_system];
        let others = case.list_systems().into_iter().map(|(id, _)| id);
        others.filter(|id| !main.contains(&Some(*id))).collect::<Vec<_>>()
    });
    let known = ids.get_untracked();
    let heading = section_heading(EntityKind::System);
    let labelled = heading.clone();
    view! {
        <section aria-labelledby=labelled>
            <h2 id=heading tabindex="-1">{parties::INVOLVED}</h2>
            <p>{parties::INVOLVED_LEAD}</p>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="muted">{parties::NO_INVOLVED}</p>
            </Show>
            <For each=move || ids.get() key=|id| *id let:id>
                <InvolvedSystem id is_new=!known.contains(&id) />
            </For>
            <AddForm
                kind=EntityKind::System
                next=|id| Field::System(id, SystemField::Manager)
            />
        </section>
    }
}

#[component]
fn InvolvedSystem(id: Id, is_new: bool) -> Html {
    let app = App::get();
    let name = name_of(app, EntityKind::System, id);
    let usage = usage_of(id);
    let line = app.derive(move |open| {
        let case = open.case();
        let system = case.systems.get(&id);
        let responsible = |by: fn(&ItSystem) -> Option<Id>| case.organisation_name(by(system?));
        parties::system_line(responsible(|it| it.manager), responsible(|it| it.operator))
    });
    view! {
        <Foldable heading=format!("{}-navn", system_anchor(id)) anchor=system_anchor(id) name line is_new>
            <SystemFields id />
            <p class="entity__used">{move || parties::used_by(usage.get())}</p>
            <Remove
                kind=EntityKind::System
                id
                name
                usage
                described_by=format!("{}-navn", system_anchor(id))
            />
        </Foldable>
    }
}

/// A system's name and those who are responsible for it.
#[component]
fn SystemFields(id: Id) -> Html {
    view! {
        <div class="field-grid">
            <TextField field=Field::System(id, SystemField::Name) label=parties::NAME />
            <EntitySelect
                field=Field::System(id, SystemField::Manager)
                kind=SelectKind::Organisation
                label=parties::MANAGER
            />
            <EntitySelect
                field=Field::System(id, SystemField::Operator)
                kind=SelectKind::Organisation
                label=parties::OPERATOR
                hint=parties::OPERATOR_HINT
            />
        </div>
    }
}

fn standing(case: &Case, field: CaseField) -> Option<Id> {
    let id = if field == CaseField::OldSystem { case.old_system } else { case.new_system };
    // What is removed is no longer there to be edited.
    id.filter(|id| case.systems.get(id).is_some_and(|system| !system.removed))
}

fn field_heading(field: CaseField) -> String {
    format!("stamdata-{}", if field == CaseField::OldSystem { "gammelt" } else { "nyt" })
}
