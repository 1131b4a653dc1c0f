//! "Min tur nu": the cards of what a role can do, and who has the ball where that is nothing.

use crate::domain::case::{Scope, Topic};
use crate::domain::guidance::Task;
use crate::domain::meeting::{day_order, due_of};
use crate::domain::process::{Activity, Gateway, Role};
use crate::domain::sorting::sort_by_numbers;
use crate::text::{self, my_turn};
use crate::web::components::{ActivityCard, GatewayCard, keep_focus};
use crate::web::pages::turns::{TurnItem, item_list, pending_item, turns};
use crate::web::pages::{activity_anchor, at, gateway_anchor};
use crate::web::prelude::*;
use crate::web::route::CasePage;
use crate::web::state::{App, OpenCase};

use super::{heading_id, step_name};

/// Something to do now, by what its card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Now {
    Step(Activity, Scope),
    Decide(Gateway, Scope),
}

fn now(open: &OpenCase, role: Role) -> Vec<Now> {
    let task = |task: Task| match task {
        Task::Step(step) => Now::Step(step.activity, step.scope),
        Task::Decide(state) => Now::Decide(state.gateway, state.scope),
    };
    let mut tasks: Vec<Now> = open.guidance.role(role).now.into_iter().map(task).collect();
    // What is due first comes first; what has no frist stays in the order of the process.
    sort_by_numbers(&mut tasks, |task| {
        let due = match *task {
            Now::Step(activity, scope) => due_of(open.case(), activity, scope),
            Now::Decide(gateway, scope) => {
                open.case().due.get(&Topic::Gateway(gateway, scope)).copied()
            }
        };
        [day_order(due), 0, 0]
    });
    tasks
}

/// What is mine in this role and not shown among that of an earlier one: a card stands on the page once.
fn own_now(open: &OpenCase, role: Role) -> Vec<Now> {
    let earlier = open.roles.iter().take_while(|other| **other != role);
    let shown: Vec<Now> = earlier.flat_map(|other| now(open, *other)).collect();
    now(open, role).into_iter().filter(|task| !shown.contains(task)).collect()
}

#[component]
pub fn NowSection(role: Role, name: Memo<Option<String>>) -> Html {
    let app = App::get();
    let tasks = app.derive(move |open| own_now(open, role));
    let elsewhere = app.derive(move |open| elsewhere(open, role));
    let pending = app.derive(move |open| {
        let items = crate::domain::guidance::pending(&open.guidance, role);
        items.into_iter().map(|item| pending_item(open, item)).collect::<Vec<_>>()
    });
    let nothing = Memo::new(move || {
        tasks.with(Vec::is_empty) && pending.with(Vec::is_empty) && elsewhere.with(Vec::is_empty)
    });
    let id = heading_id("nu", role);
    let refocus = id.clone();
    Effect::new(move |before: Option<()>| {
        tasks.track();
        // The card whose button was pressed is gone.
        if before.is_some() {
            keep_focus(vec![refocus.clone()]);
        }
    });
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone() tabindex="-1">
                {move || my_turn::heading(my_turn::NOW, tasks.with(Vec::len), name.get().as_deref())}
            </h2>
            <Show when=move || nothing.get()>
                <NothingNow role />
            </Show>
            <Show when=move || !pending.with(Vec::is_empty)>
                <div class="my-turn__pending">{move || item_list(pending.get())}</div>
            </Show>
            <For each=move || tasks.get() key=|task| *task let:task>
                {match task {
                    Now::Step(activity, scope) => {
                        view! { <ActivityCard activity scope /> }
                    }
                    Now::Decide(gateway, scope) => {
                        view! { <GatewayCard gateway scope /> }
                    }
                }}
            </For>
            <Show when=move || !elsewhere.with(Vec::is_empty)>
                {move || item_list(elsewhere.get())}
            </Show>
        </section>
    }
}

/// Tasks of this role whose card stands among those of an earlier role.
fn elsewhere(open: &OpenCase, role: Role) -> Vec<TurnItem> {
    let own = own_now(open, role);
    let others = now(open, role).into_iter().filter(|task| !own.contains(task));
    others
        .filter_map(|task| {
            let first = open.roles.iter().find(|other| now(open, **other).contains(&task))?;
            let (anchor, name) = match task {
                Now::Step(activity, scope) => {
                    (activity_anchor(activity, scope), step_name(open, activity, scope))
                }
                Now::Decide(gateway, scope) => {
                    (gateway_anchor(gateway, scope), text::gateway_question(gateway).to_owned())
                }
            };
            Some(TurnItem {
                href: at(open.id, CasePage::MyTurn, &anchor),
                text: format!("{name} · {}", my_turn::stands_under(text::role_short(*first))),
            })
        })
        .collect()
}

/// Nothing to do: who has the ball instead.
#[component]
fn NothingNow(role: Role) -> Html {
    let app = App::get();
    let state = app.derive(move |open| {
        let view = open.guidance.role(role);
        let others: Vec<_> = turns(open).into_iter().filter(|turn| turn.role != role).collect();
        (view.waiting.is_empty(), view.done.is_empty(), others)
    });
    (move || {
        let (nothing_waits, nothing_done, others) = state.get();
        let what = match (nothing_waits, nothing_done) {
            (true, true) => my_turn::NO_PART,
            (true, false) => my_turn::ALL_DONE,
            _ => my_turn::NOTHING_NOW,
        };
        let rows = others
            .into_iter()
            .map(|turn| {
                view! {
                    <dt>{text::role_short(turn.role)}</dt>
                    <dd>{item_list(turn.items)}</dd>
                }
            })
            .collect::<Vec<_>>();
        let ball = (!nothing_waits && !rows.is_empty()).then(|| {
            view! {
                <p>{my_turn::BALL}</p>
                <dl class="facts">{rows}</dl>
            }
        });
        view! { <div class="card card--quiet"><p><strong>{what}</strong></p>{ball}</div> }
    })
    .into_html()
}
