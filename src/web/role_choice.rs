//! "Min rolle" in a case, and the reminder to say who one is.

use crate::web::components::Checkbox;
use crate::web::prelude::*;

use super::dom::{focus_on, is_wide};
use super::route::Page;
use super::state::App;
use crate::domain::process::Role;
use crate::text::{self, shell};

const CHANGE: &str = "min-rolle-skift";

/// "Min rolle": one or several. Once chosen they are a line, so that the case's pages are near; on a narrow screen, where
/// they stand above the page, they are one from the start.
#[component]
pub fn RoleChoice() -> Html {
    let app = App::get();
    let roles = app.derive(|open| open.roles.clone());
    let case = app.derive(|open| Some(open.id));
    let wide = is_wide();
    // Only opening a case folds the choice up: while choosing, a second role is as near as the first.
    let choosing = RwSignal::new(true);
    Effect::new(move |_| {
        case.track();
        choosing.set(roles.with_untracked(Vec::is_empty) && wide.get_untracked());
    });
    let change = move |_| {
        choosing.set(true);
        focus_on(box_id(Role::ALL[0]));
    };
    let finish = move |_| {
        choosing.set(false);
        focus_on(CHANGE);
    };
    let summary = move || {
        if roles.with(Vec::is_empty) {
            return shell::NO_ROLE.to_owned();
        }
        let names = roles.get().into_iter().map(|role| text::role_short(role).to_owned());
        text::dates::list(&names.collect::<Vec<_>>())
    };
    let change_label = move || match roles.with(Vec::is_empty) {
        true => shell::CHOOSE_ROLE,
        false => shell::CHANGE_ROLE,
    };
    view! {
        <fieldset class="role-choice">
            <legend>{shell::MY_ROLE}</legend>
            <Show
                when=move || choosing.get()
                fallback=move || view! {
                    <p class="role-choice__summary">{summary}</p>
                    <button type="button" class="button button-tertiary" id=CHANGE on:click=change>
                        {change_label}
                    </button>
                }
            >
                <p class="form-hint">{shell::MY_ROLE_HINT}</p>
                {Role::ALL.iter().map(|role| role_box(app, *role)).collect_view()}
                <Show when=move || roles.with(|roles| !roles.is_empty())>
                    <button type="button" class="button button-tertiary" on:click=finish>
                        {shell::ROLES_CHOSEN}
                    </button>
                </Show>
            </Show>
        </fieldset>
    }
}

fn role_box(app: App, role: Role) -> Html {
    let chosen = app.derive(move |open| open.roles.contains(&role));
    view! {
        <Checkbox
            id=box_id(role)
            label=shell::role_choice(role)
            is_on=chosen
            on_turn=move |on| app.choose_role(role, on)
        />
    }
}

/// What is done is signed with my name: says so while there is none.
#[component]
pub fn SignHint() -> Html {
    let app = App::get();
    let unnamed = move || app.profile.with(|profile| profile.name.is_empty());
    view! {
        <Show when=unnamed>
            <p class="sign-hint">
                {shell::SIGN_HINT}
                " "
                <a href=Page::Settings.href()>{shell::SIGN_LINK}</a>
            </p>
        </Show>
    }
}

fn box_id(role: Role) -> String {
    format!("rolle-{}", role.code())
}
