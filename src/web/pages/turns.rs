//! Whose turn it is: per role what it can do now, each with where it is done.

use crate::domain::case::{Case, Scope};
use crate::domain::guidance::{Pending, Task, pending};
use crate::domain::process::{Activity, Role};
use crate::text::{self, overview};
use crate::web::pages::{activity_href, gateway_href};
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::OpenCase;

/// More of one activity than this are told as one line.
const MOST_OF_ONE: usize = 3;

/// A role and what it can do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    pub role: Role,
    /// The organisations and the people that hold the role, as far as they are named.
    pub held_by: String,
    pub items: Vec<TurnItem>,
}

/// Something to do, and where.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TurnItem {
    pub href: String,
    pub text: String,
}

/// The roles that can do something now.
pub fn turns(open: &OpenCase) -> Vec<Turn> {
    let turn = |role: &Role| {
        let held_by = held_by(open.case(), *role);
        Turn { role: *role, held_by, items: items(open, *role) }
    };
    Role::ALL.iter().map(turn).filter(|turn| !turn.items.is_empty()).collect()
}

/// What a role can do now.
pub fn items(open: &OpenCase, role: Role) -> Vec<TurnItem> {
    let mut items = Vec::new();
    let now = open.guidance.role(role).now;
    let mut steps: Vec<(Activity, Vec<Scope>)> = Vec::new();
    for task in now {
        match task {
            Task::Step(step) => match steps.last_mut() {
                Some((activity, scopes)) if *activity == step.activity => scopes.push(step.scope),
                _ => steps.push((step.activity, vec![step.scope])),
            },
            Task::Decide(state) => items.push(TurnItem {
                href: gateway_href(open.id, state.gateway, state.scope),
                text: text::gateway_question(state.gateway).to_owned(),
            }),
        }
    }
    for (activity, scopes) in steps.into_iter().rev() {
        items.splice(0..0, of_activity(open, activity, &scopes));
    }
    items.extend(pending(&open.guidance, role).into_iter().map(|item| pending_item(open, item)));
    items
}

/// What there is to do besides activities, and where.
pub fn pending_item(open: &OpenCase, item: Pending) -> TurnItem {
    let page = match item {
        Pending::Receipts(_) | Pending::Incidents(_) => CasePage::Cutover,
        _ => CasePage::Routes,
    };
    TurnItem { href: Page::Case(open.id, page).href(), text: overview::pending_text(item) }
}

/// The organisations and people that hold a role, for a line.
pub fn held_by(case: &Case, role: Role) -> String {
    let mut names = text::messages::role_organisations(case, role);
    let people = case.list_people().into_iter().map(|(_, person)| person);
    let holds = people.filter(|person| person.roles.contains(&role) && !person.name.is_empty());
    names.extend(holds.map(|person| person.name.clone()));
    names.join(" · ")
}

/// The list of what to do, as links.
pub fn item_list(items: Vec<TurnItem>) -> Html {
    let rows = items
        .into_iter()
        .map(|item| view! { <li><a href=item.href>{item.text}</a></li> })
        .collect_view();
    view! { <ul class="turn__items">{rows}</ul> }
}

fn of_activity(open: &OpenCase, activity: Activity, scopes: &[Scope]) -> Vec<TurnItem> {
    let name = text::activity_title(activity);
    let item = |scope: &Scope| {
        let text = match (scope, text::scope_text(open.case(), *scope)) {
            // Which attempt is current is said elsewhere.
            (Scope::Attempt(_), _) | (_, None) => name.clone(),
            (_, Some(scope)) => format!("{name} · {scope}"),
        };
        TurnItem { href: activity_href(open.id, activity, *scope), text }
    };
    match scopes {
        [first, ..] if scopes.len() > MOST_OF_ONE => vec![TurnItem {
            text: format!("{name} · {}", overview::agreements(scopes.len())),
            ..item(first)
        }],
        scopes => scopes.iter().map(item).collect(),
    }
}
