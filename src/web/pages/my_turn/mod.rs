//! "Min tur": for each of my roles what to do now, what is waited for, what is handed over, what is done.

mod later;
mod now;

use crate::domain::case::Scope;
use crate::domain::process::{Activity, Role};
use crate::text::{self, my_turn, shell};
use crate::web::components::keep_focus;
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

use super::turns::held_by;
use later::{DoneSection, ReceiveSection, SendSection, WaitingSection};
use now::NowSection;

#[component]
pub fn MyTurnPage() -> Html {
    let app = App::get();
    let roles = app.derive(|open| open.roles.clone());
    view! {
        <div class="page-head">
            <h1>{shell::MY_TURN}</h1>
            <p class="page-head__lead">{my_turn::LEAD}</p>
        </div>
        <Show when=move || roles.with(Vec::is_empty)>
            <RolePicker />
        </Show>
        <For each=move || roles.get() key=|role| *role let:role>
            <RoleSection role />
        </For>
    }
}

/// "Hvem er du i sagen?": one big button per role.
#[component]
fn RolePicker() -> Html {
    let app = App::get();
    let pick = move |role: Role| {
        app.choose_role(role, true);
        keep_focus(vec![heading_id("nu", role)]);
    };
    let buttons = Role::ALL
        .iter()
        .map(|role| {
            let role = *role;
            let names = app.derive(move |open| held_by(open.case(), role));
            let hint_id = heading_id("vaelg-hint", role);
            let described = hint_id.clone();
            view! {
                <li class="role-pick">
                    // The whole card takes the press, but only the role's name is the button's.
                    <button
                        type="button"
                        class="role-pick__name"
                        aria-describedby=described
                        on:click=move |_| pick(role)
                    >
                        {text::role_short(role)}
                    </button>
                    <span class="role-pick__hint" id=hint_id>{text::role_hint(role)}</span>
                    <span class="role-pick__who">{names}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="hvem-er-du">
            <h2 id="hvem-er-du">{my_turn::WHO_ARE_YOU}</h2>
            <p>{my_turn::WHO_HINT}</p>
            <ul class="card-list">{buttons}</ul>
        </section>
    }
}

#[component]
fn RoleSection(role: Role) -> Html {
    let app = App::get();
    let name = app.derive(move |open| {
        // With one role, its name above is enough.
        (open.roles.len() > 1).then(|| text::role_short(role).to_owned())
    });
    let who = app.derive(move |open| held_by(open.case(), role));
    view! {
        <div class="my-turn">
            <p class="my-turn__role">
                <strong>{text::role_name(role)}</strong>
                {move || {
                    let who = who.get();
                    (!who.is_empty()).then(|| view! { <span class="muted">" · "{who}</span> })
                }}
            </p>
            <NowSection role name />
            <WaitingSection role name />
            <SendSection role name />
            <ReceiveSection role name />
            <DoneSection role name />
        </div>
    }
}

/// "pkt. 9 Koordiner serviceaftaler · Adresser".
fn step_name(open: &OpenCase, activity: Activity, scope: Scope) -> String {
    let name = text::activity_title(activity);
    match text::scope_text(open.case(), scope) {
        Some(scope) => format!("{name} · {scope}"),
        None => name,
    }
}

fn heading_id(what: &str, role: Role) -> String {
    format!("{what}-{}", role.code())
}
