//! The people of the case, with how to reach them and their roles.

use crate::web::pages::person_anchor;
use crate::web::prelude::*;

use super::add::AddForm;
use super::foldable::Foldable;
use super::remove::{Remove, name_of, usage_of};
use super::section_heading;
use crate::domain::case::{EntityKind, Field, Id, PersonField};
use crate::domain::process::Role;
use crate::text::{self, parties};
use crate::web::components::{Checkbox, EntitySelect, Kind, SelectKind, TextField, field_id};
use crate::web::state::App;

#[component]
pub fn People() -> Html {
    let app = App::get();
    let ids = app
        .derive(|open| open.case().list_people().into_iter().map(|(id, _)| id).collect::<Vec<_>>());
    let known = ids.get_untracked();
    let heading = section_heading(EntityKind::Person);
    let labelled = heading.clone();
    view! {
        <section aria-labelledby=labelled>
            <h2 id=heading tabindex="-1">{parties::PEOPLE}</h2>
            <p>{parties::PEOPLE_LEAD}</p>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="muted">{parties::NO_PEOPLE}</p>
            </Show>
            <For each=move || ids.get() key=|id| *id let:id>
                <OnePerson id is_new=!known.contains(&id) />
            </For>
            <AddForm
                kind=EntityKind::Person
                next=|id| Field::Person(id, PersonField::Initials)
            />
        </section>
    }
}

#[component]
fn OnePerson(id: Id, is_new: bool) -> Html {
    let app = App::get();
    let name = name_of(app, EntityKind::Person, id);
    let usage = usage_of(id);
    let anchor = person_anchor(id);
    let heading = format!("{anchor}-navn");
    let described_by = heading.clone();
    let line = app.derive(move |open| {
        let person = open.case().people.get(&id);
        let organisation = person.and_then(|it| open.case().organisation_name(it.organisation));
        let roles = person.into_iter().flat_map(|person| &person.roles);
        parties::person_line(organisation, roles.copied())
    });
    let field = move |field| Field::Person(id, field);
    view! {
        <Foldable heading anchor name line is_new>
            <div class="field-grid">
                <TextField field=field(PersonField::Name) label=parties::NAME />
                <TextField field=field(PersonField::Initials) label=parties::INITIALS />
                <EntitySelect
                    field=field(PersonField::Organisation)
                    kind=SelectKind::Organisation
                    label=parties::ORGANISATION
                />
                <TextField field=field(PersonField::Email) label=parties::EMAIL kind=Kind::Email />
                <TextField field=field(PersonField::Phone) label=parties::PHONE kind=Kind::Phone />
            </div>
            <fieldset class="entity-roles">
                <legend>{parties::PERSON_ROLES}</legend>
                <div class="entity-roles__boxes">
                    {Role::ALL.iter().map(|role| role_box(app, id, *role)).collect_view()}
                </div>
            </fieldset>
            <Remove
                kind=EntityKind::Person
                id
                name
                usage
                described_by=described_by.clone()
            />
        </Foldable>
    }
}

fn role_box(app: App, id: Id, role: Role) -> Html {
    let field = Field::Person(id, PersonField::Role(role));
    let holds = app.derive(move |open| {
        open.case().people.get(&id).is_some_and(|person| person.roles.contains(&role))
    });
    view! {
        <Checkbox
            id=field_id(field)
            label=text::role_short(role)
            is_on=holds
            on_turn=move |on| app.set(field, on)
            disabled=app.is_shut()
        />
    }
}
