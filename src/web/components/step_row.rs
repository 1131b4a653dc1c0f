//! An activity as one line of a list that opens to its card.

use crate::domain::case::{Case, Holder, Scope};
use crate::domain::guidance::{Status, Step};
use crate::domain::process::{Activity, Role};
use crate::text;
use crate::web::pages::activity_anchor;
use crate::web::prelude::*;
use crate::web::state::App;

use super::activity::ActivityCard;
use super::badge::{StatusBadge, Tone};

/// One line with reference, name, role and status; opened, the activity's card.
#[component]
pub fn StepRow(
    activity: Activity,
    scope: Scope,
    /// Whether it opens by itself when it is its role's turn, and closes when it no longer is.
    #[prop(optional)]
    follow: bool,
) -> Html {
    let app = App::get();
    let status =
        app.derive(move |open| open.guidance.step(activity, scope).map(|s| s.status.clone()));
    let now = app.derive(move |open| {
        let step = open.guidance.step(activity, scope);
        step.is_some_and(is_now)
    });
    let open = Memo::new(move || follow && now.get());
    let roles = app.derive(move |open| {
        let step = open.guidance.step(activity, scope);
        step.map(|step| open_roles(open.case(), step)).unwrap_or_default()
    });
    view! {
        <details class="step-row" class:step-row--now=now prop:open=open>
            <summary class="step-row__line" id=row_anchor(activity, scope)>
                <span class="step-row__name">
                    <span class="step-row__reference">{text::activity_reference(activity)}</span>
                    " "
                    {text::activity_name(activity)}
                </span>
                <span class="step-row__roles">{roles}</span>
                {move || status.get().map(|status| view! {
                    <StatusBadge tone=Tone::from(&status) word=text::status_word(&status) />
                })}
            </summary>
            <ActivityCard activity scope />
        </details>
    }
}

/// The element id of an activity's line.
pub fn row_anchor(activity: Activity, scope: Scope) -> String {
    format!("linje-{}", activity_anchor(activity, scope))
}

/// Whether the activity itself can be done now. What is made of others waits for these.
pub fn is_now(step: &Step) -> bool {
    let is_whole = step.activity.info().made_of.is_empty() || step.remaining.is_empty();
    step.status == Status::Ready && is_whole
}

/// The roles that perform it; while it is their turn, those that have not yet. Many of a role are counted.
fn open_roles(case: &Case, step: &Step) -> String {
    let is_open = !step.status.is_settled() && step.parts.iter().any(|part| !part.done);
    let holders = step.parts.iter().filter(|part| !is_open || !part.done).map(|part| part.holder);
    let mut roles: Vec<(Role, Vec<Holder>)> = Vec::new();
    for holder in holders {
        match roles.iter_mut().find(|(role, _)| *role == holder.role) {
            Some((_, of_role)) => of_role.push(holder),
            None => roles.push((holder.role, vec![holder])),
        }
    }
    let names: Vec<String> = roles
        .into_iter()
        .map(|(role, holders)| match holders.as_slice() {
            [only] if is_open => text::holder_text(case, *only),
            [_] => text::role_short(role).to_owned(),
            many => text::common::role_of_many(text::role_short(role), many.len()),
        })
        .collect();
    text::dates::list(&names)
}
