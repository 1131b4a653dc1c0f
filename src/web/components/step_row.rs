//! An activity as one line of a list that opens to its card.

use leptos::prelude::*;

use crate::domain::case::Scope;
use crate::domain::guidance::{Status, Step};
use crate::domain::process::Activity;
use crate::text;
use crate::web::pages::activity_anchor;
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
) -> impl IntoView {
    let app = App::get();
    let status =
        app.derive(move |open| open.guidance.step(activity, scope).map(|s| s.status.clone()));
    let open = Memo::new(move |_| follow && status.with(|s| *s == Some(Status::Ready)));
    let now = Memo::new(move |_| status.with(|s| *s == Some(Status::Ready)));
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

/// The roles that perform it; of several, those who have not yet.
fn open_roles(case: &crate::domain::case::Case, step: &Step) -> String {
    let all = || step.parts.iter();
    let mut holders: Vec<String> =
        all().filter(|part| !part.done).map(|part| text::holder_text(case, part.holder)).collect();
    if holders.is_empty() || step.status.is_settled() {
        let mut roles: Vec<_> = all().map(|part| part.holder.role).collect();
        roles.dedup();
        holders = roles.into_iter().map(|role| text::role_short(role).to_owned()).collect();
    }
    text::dates::list(&holders)
}
