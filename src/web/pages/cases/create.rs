//! A case made of what the form behind "Ny sag" was given.

use crate::web::prelude::*;

use crate::domain::case::{CaseField, EntityKind, Field, Id, SystemField, Value};
use crate::text::cases;
use crate::web::route::{CasePage, Page};
use crate::web::state::App;

/// Creates a case of a title, its old and its new system, and its authority, and goes to it.
pub fn create_case(app: App, [title, old_system, new_system, authority]: &[String; 4]) {
    let title = (Field::Case(CaseField::Title), Value::text(title));
    let Some(id) = app.create_case(vec![title]) else { return };
    // The municipality is as a rule systemansvarlig for its systems; the form says that this is filled in.
    let manager = add(app, EntityKind::Organisation, authority, |id, name| {
        vec![(Field::OrganisationName(id), name)]
    });
    add(app, EntityKind::Authority, authority, |id, name| vec![(Field::AuthorityName(id), name)]);
    for (field, name) in [(CaseField::OldSystem, old_system), (CaseField::NewSystem, new_system)] {
        add(app, EntityKind::System, name, |id, name| {
            vec![
                (Field::System(id, SystemField::Name), name),
                (Field::System(id, SystemField::Manager), manager.into()),
                (Field::Case(field), id.into()),
            ]
        });
    }
    for role in
        app.site.with_untracked(|site| site.as_ref().map(|it| it.roles.clone())).unwrap_or_default()
    {
        app.choose_role(role, true);
    }
    app.say(cases::CREATED);
    let _ = window().location().set_hash(&Page::Case(id, CasePage::Facts).href());
}

fn add(
    app: App,
    kind: EntityKind,
    name: &str,
    facts: impl FnOnce(Id, Value) -> Vec<(Field, Value)>,
) -> Option<Id> {
    match Value::text(name) {
        Value::Nothing => None,
        name => app.create(kind, |id| facts(id, name)),
    }
}
