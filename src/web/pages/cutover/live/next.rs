//! The next step: what, who, when, and one press that says it is done.

use crate::domain::case::{Field, MarkField, MarkKey, MarkState, Scope, Value};
use crate::domain::guidance::{Status, Wait};
use crate::domain::process::{Activity, Role};
use crate::domain::run_book::RunBook;
use crate::text::documents::run_book::NO_RETURN;
use crate::text::{self, dates, live};
use crate::web::clock;
use crate::web::components::{GatewayCard, Waits, keep_focus};
use crate::web::pages::activity_href;
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

use super::super::cutover_href;
use super::next_activity;

/// A press that comes sooner after the step before is the second of a double one, in milliseconds.
const SOON: i64 = 400;

/// A step as it is worked with.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    who: Vec<Who>,
    waits: Vec<Wait>,
    /// What is recorded when it is done, by each who has a part in it.
    keys: Vec<MarkKey>,
    no_return: bool,
    href: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Who {
    name: String,
    phone: String,
}

#[component]
pub fn NextStep(number: u16, book: Memo<Option<RunBook>>) -> Html {
    let app = App::get();
    let next = Memo::new(move || book.with(next_activity));
    let said = Memo::new(move || {
        let Some(activity) = next.get() else { return live::ALL_DONE.to_owned() };
        let role = activity.info().roles.first().copied();
        live::step_now(
            &text::activity_title(activity),
            role.map(text::role_short).unwrap_or_default(),
        )
    });
    Effect::new(move |before: Option<Option<Activity>>| {
        let now = next.get();
        if before.is_some_and(|before| before != now) {
            keep_focus(vec!["naeste-trin".to_owned()]);
        }
        now
    });
    let over = move || app.read(cutover_href);
    view! {
        <p class="visually-hidden" role="status">{said}</p>
        <For each=move || [next.get()] key=|next| *next let:next>
            {match next {
                Some(activity) => view! { <Card number activity book /> },
                None => view! {
                    <section class="live__step" id="naeste-trin" tabindex="-1" aria-label=live::NOW>
                        <h2>{live::ALL_DONE}</h2>
                        <p><a href=over>{live::TELL}</a></p>
                    </section>
                },
            }}
        </For>
    }
}

#[component]
fn Card(number: u16, activity: Activity, book: Memo<Option<RunBook>>) -> Html {
    let app = App::get();
    let scope = Scope::Attempt(number);
    let since = clock::now();
    let step = app.derive(move |open| Some(step(open, activity, scope)));
    let planned = Memo::new(move || {
        book.with(|book| {
            let mut steps = book.iter().flat_map(RunBook::steps);
            steps.find(|step| step.activity == activity).and_then(|step| step.planned)
        })
    });
    let ready = app.derive(move |open| {
        let step = open.guidance.step(activity, scope);
        step.is_some_and(|step| step.status == Status::Ready && step.remaining.is_empty())
    });
    let press = move |_| {
        if clock::now() - since < SOON || !ready.get_untracked() {
            return;
        }
        let keys = step.with_untracked(|it| it.as_ref().map(|it| it.keys.clone()));
        let changes = keys.unwrap_or_default().into_iter().flat_map(|key| {
            let state: Value = MarkState::Done.into();
            [(Field::Done(key, MarkField::State), state), reason_gone(key)]
        });
        app.write(changes.collect());
    };
    let facts = move || {
        step.get().map(|step| {
            let who = step.who.iter().map(who_view).collect_view();
            view! {
                <p class="live__who">
                    <strong>{text::role_short(role(activity))}</strong>
                    {who}
                </p>
                {planned.get().map(|at| view! {
                    <p class="live__planned">{live::planned(&dates::time(at))}</p>
                })}
                {step.no_return.then(|| view! { <p class="live__warning">{NO_RETURN}</p> })}
                <Waits waits=step.waits />
            }
        })
    };
    let href = move || step.with(|step| step.as_ref().map(|step| step.href.clone()));
    let act = match activity.info().decides {
        Some(gateway) => view! { <GatewayCard gateway scope /> },
        None => view! {
            <Show
                when=move || ready.get()
                fallback=move || view! { <p><a href=href>{live::SEE_STEP}</a></p> }
            >
                <button
                    type="button"
                    class="button button-primary live__done"
                    aria-describedby="naeste-navn"
                    disabled=app.is_shut()
                    on:click=press
                >
                    {live::DONE_NOW}
                </button>
            </Show>
        },
    };
    view! {
        <section class="live__step" id="naeste-trin" tabindex="-1" aria-labelledby="naeste-navn">
            <p class="live__label">{live::NOW}</p>
            <h2 id="naeste-navn">{text::activity_title(activity)}</h2>
            {facts}
            {act}
        </section>
    }
}

fn step(open: &OpenCase, activity: Activity, scope: Scope) -> Step {
    let found = open.guidance.step(activity, scope);
    let parts = found.map(|step| step.parts.as_slice()).unwrap_or_default().iter();
    let undone = parts.filter(|part| !part.done);
    Step {
        who: who(open, activity),
        waits: found.map(|step| step.lacks().to_vec()).unwrap_or_default(),
        keys: undone.map(|part| MarkKey { activity, scope, holder: part.holder }).collect(),
        no_return: activity == Activity::G10,
        href: activity_href(open.id, activity, scope),
    }
}

/// The people of the step's role, otherwise its organisations.
pub(super) fn who(open: &OpenCase, activity: Activity) -> Vec<Who> {
    let case = open.case();
    let role = role(activity);
    let people = case.list_people().into_iter().map(|(_, person)| person);
    let people: Vec<Who> = people
        .filter(|person| person.roles.contains(&role))
        .map(|person| Who { name: person.name.clone(), phone: person.phone.clone() })
        .collect();
    if !people.is_empty() {
        return people;
    }
    let organisations = text::messages::role_organisations(case, role).into_iter();
    organisations.map(|name| Who { name, phone: String::new() }).collect()
}

pub(super) fn who_view(who: &Who) -> Html {
    let digits: String = who.phone.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect();
    let phone = (!who.phone.is_empty()).then(|| match digits.as_str() {
        // What is written there is no number to call.
        "" => view! { " "{live::phone(&who.phone)} },
        digits => view! { " "<a href=format!("tel:{digits}")>{live::phone(&who.phone)}</a> },
    });
    view! { <span class="live__person">{who.name.clone()}{phone}</span> }
}

pub(super) fn role(activity: Activity) -> Role {
    let roles = activity.info().roles;
    roles.first().copied().unwrap_or(Role::Helpdesk)
}

/// It is done in its turn: what an earlier completion said of being out of it no longer holds.
fn reason_gone(key: MarkKey) -> (Field, Value) {
    (Field::Done(key, MarkField::Reason), Value::text(String::new()))
}
