//! What a role waits for, hands over, is about to get, and has done.

use crate::domain::case::Scope;
use crate::domain::guidance::{Step, Wait, orders_waiting};
use crate::domain::meeting::{day_order, due_of};
use crate::domain::process::{Handover, Role, ScopeKind};
use crate::domain::sorting::sort_by_numbers;
use crate::domain::time::Day;
use crate::text::{self, my_turn, overview};
use crate::web::components::{DueDay, Waits, keep_focus};
use crate::web::pages::activity_href;
use crate::web::pages::handovers::HandoverItem;
use crate::web::pages::turns::{TurnItem, item_list, pending_item};
use crate::web::prelude::*;
use crate::web::state::App;

use super::{heading_id, step_name};

/// So many waiting activities are shown before the rest is folded away.
const NEAREST: usize = 3;

/// A waiting activity: where it is, what it is called, when it is due, what it waits for.
type Waiting = (String, String, Option<Day>, Vec<Wait>);

#[component]
pub fn WaitingSection(role: Role, name: Memo<Option<String>>) -> Html {
    let app = App::get();
    let waiting = app.derive(move |open| {
        let mut steps = open.guidance.role(role).waiting;
        let due = |step: &Step| due_of(open.case(), step.activity, step.scope);
        sort_by_numbers(&mut steps, |step| [day_order(due(step)), 0, 0]);
        steps
            .into_iter()
            .map(|step| {
                let href = activity_href(open.id, step.activity, step.scope);
                let name = step_name(open, step.activity, step.scope);
                (href, name, due(&step), step.status.waits().to_vec())
            })
            .collect::<Vec<Waiting>>()
    });
    let orders = app.derive(move |open| {
        orders_waiting(&open.guidance, role).map(|orders| vec![pending_item(open, orders)])
    });
    let row = |(href, name, due, waits): Waiting| {
        view! {
            <li>
                <a href=href>{name}</a>
                {due.map(|day| view! { " " <DueDay day /> })}
                <Waits waits />
            </li>
        }
    };
    let list = move || {
        let mut all = waiting.get();
        let rest = all.split_off(all.len().min(NEAREST));
        let more = rest.len();
        let rest = (more > 0).then(|| {
            view! {
                <details>
                    <summary>{my_turn::show_more(more)}</summary>
                    <ul class="waiting-list">{rest.into_iter().map(row).collect_view()}</ul>
                </details>
            }
        });
        let orders = orders.get();
        let empty =
            (all.is_empty() && orders.is_none()).then(|| view! { <p>{my_turn::NOT_WAITING}</p> });
        view! {
            {empty}
            {orders.map(item_list)}
            <ul class="waiting-list">{all.into_iter().map(row).collect_view()}</ul>
            {rest}
        }
    };
    let id = heading_id("venter", role);
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>
                {move || my_turn::heading(my_turn::WAITING, waiting.with(Vec::len), name.get().as_deref())}
            </h2>
            {list}
        </section>
    }
}

#[component]
pub fn SendSection(role: Role, name: Memo<Option<String>>) -> Html {
    let app = App::get();
    let handovers = app.derive(move |open| {
        let states = open.guidance.role(role).to_send.into_iter();
        states.map(|state| (state.handover, state.scope)).collect::<Vec<(Handover, Scope)>>()
    });
    let id = heading_id("overleverer", role);
    let refocus = id.clone();
    Effect::new(move |before: Option<()>| {
        handovers.track();
        if before.is_some() {
            keep_focus(vec![refocus.clone()]);
        }
    });
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone() tabindex="-1">
                {move || my_turn::heading(my_turn::TO_SEND, handovers.with(Vec::len), name.get().as_deref())}
            </h2>
            <Show when=move || handovers.with(Vec::is_empty)>
                <p>{my_turn::NOTHING_TO_SEND}</p>
            </Show>
            <For each=move || handovers.get() key=|key| *key let:key>
                <HandoverItem handover=key.0 scope=key.1 />
            </For>
        </section>
    }
}

#[component]
pub fn ReceiveSection(role: Role, name: Memo<Option<String>>) -> Html {
    let app = App::get();
    let coming = app.derive(move |open| {
        let states = open.guidance.role(role).to_receive.into_iter();
        states
            .map(|state| {
                let info = state.handover.info();
                let scope = match info.shown_by.info().scope {
                    ScopeKind::Case => Scope::Case,
                    _ => state.scope,
                };
                let href = activity_href(open.id, info.shown_by, scope);
                let what = text::handover_name(state.handover);
                let from = my_turn::from(text::role_short(info.from));
                let name = match text::scope_text(open.case(), state.scope) {
                    Some(scope) => format!("{what} · {scope} {from}"),
                    None => format!("{what} {from}"),
                };
                let how = my_turn::received_when(&text::activity_reference(info.shown_by));
                (href, name, how)
            })
            .collect::<Vec<(String, String, String)>>()
    });
    let rows = move || {
        coming
            .get()
            .into_iter()
            .map(|(href, name, how)| {
                view! { <li><a href=href>{name}</a><br /><span class="muted">{how}</span></li> }
            })
            .collect_view()
    };
    let id = heading_id("paa-vej", role);
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>
                {move || my_turn::heading(my_turn::TO_RECEIVE, coming.with(Vec::len), name.get().as_deref())}
            </h2>
            <Show when=move || coming.with(Vec::is_empty)>
                <p>{my_turn::NOTHING_TO_RECEIVE}</p>
            </Show>
            <ul class="waiting-list">{rows}</ul>
        </section>
    }
}

#[component]
pub fn DoneSection(role: Role, name: Memo<Option<String>>) -> Html {
    let app = App::get();
    let done = app.derive(move |open| {
        let steps = open.guidance.role(role).done.into_iter();
        steps
            .map(|step| TurnItem {
                href: activity_href(open.id, step.activity, step.scope),
                text: step_name(open, step.activity, step.scope),
            })
            .collect::<Vec<_>>()
    });
    let id = heading_id("udfoert", role);
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>
                {move || my_turn::heading(my_turn::DONE, done.with(Vec::len), name.get().as_deref())}
            </h2>
            <Show
                when=move || !done.with(Vec::is_empty)
                fallback=|| view! { <p>{my_turn::NOTHING_DONE}</p> }
            >
                <details>
                    <summary>{move || overview::show_all(done.with(Vec::len))}</summary>
                    {move || item_list(done.get())}
                </details>
            </Show>
        </section>
    }
}
