//! Routes that are replaced together: one old by several new ones, several old by one new.

use std::collections::BTreeSet;

use crate::domain::case::{EntityKind, Field, Handling, Id};
use crate::domain::guidance::{
    RouteSearch, another_new, group_of, part_from, replace_together, replaced_together,
};
use crate::text::{route_page as words, routes};
use crate::web::components::{Fold, Input};
use crate::web::dom::focus_on;
use crate::web::pages::routes::{route_href, route_name};
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

/// So many routes are offered at a time.
const MOST: usize = 8;

const HEADING: &str = "erstattes-sammen";

#[component]
pub fn Together(route: Id) -> Html {
    let app = App::get();
    let handling = app.derive(move |open| open.case().routes.get(&route).and_then(|r| r.handling));
    let group = app.derive(move |open| {
        let (case, ids) = (open.case(), group_of(open.case(), route));
        ids.into_iter().map(|id| (id, routes::replaced_name(case, id))).collect::<Vec<_>>()
    });
    let applies = move || !matches!(handling.get(), None | Some(Handling::Keep));
    let row = move |(id, name): (Id, String)| {
        let anchor = format!("sammen-{id}");
        view! {
            <li>
                <a href=route_href(app, id) id=anchor.clone()>{name}</a>
                <button
                    type="button"
                    class="button button-secondary"
                    aria-describedby=anchor
                    disabled=app.is_shut()
                    on:click=move |_| part(app, id)
                >
                    {words::PART}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || applies() || group.with(|group| !group.is_empty())>
            <section aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{words::TOGETHER}</h2>
                <p class="form-hint route-hint">{words::TOGETHER_HINT}</p>
                <ul class="route-list">
                    <For each=move || group.get() key=|line| line.clone() let:line>
                        {row(line)}
                    </For>
                </ul>
                <Show when=move || handling.get() == Some(Handling::Replace)>
                    <button
                        type="button"
                        class="button button-secondary"
                        aria-describedby="endnu-en-hint"
                        disabled=app.is_shut()
                        on:click=move |_| add_new(app, route)
                    >
                        {words::ADD_NEW}
                    </button>
                    <p class="form-hint route-hint" id="endnu-en-hint">{words::ADD_NEW_HINT}</p>
                </Show>
                <Show when=move || applies() && !app.is_shut()>
                    <Fold summary=|| words::JOIN open=Signal::derive(|| false)>
                        <Join route closes=Signal::derive(move || handling.get() == Some(Handling::Close)) />
                    </Fold>
                </Show>
            </section>
        </Show>
    }
}

/// The other routes, searched, each a press away.
#[component]
fn Join(route: Id, #[prop(into)] closes: Signal<bool>) -> Html {
    let app = App::get();
    let search = RwSignal::new(String::new());
    let found = app.derive(move |open| search.with(|search| others(open, route, search)));
    let row = move |(id, name): (Id, String)| {
        view! {
            <li>
                <button
                    type="button"
                    class="button button-secondary"
                    on:click=move |_| join(app, route, id)
                >
                    {name}
                </button>
            </li>
        }
    };
    let told = move || match found.with(Vec::len) {
        0 => words::JOIN_NONE,
        MOST => words::JOIN_MORE,
        _ => "",
    };
    view! {
        <p>{move || if closes.get() { words::JOIN_CLOSED } else { words::JOIN_WHAT }}</p>
        <div class="form-group">
            <Input
                id="find-rute"
                label=words::JOIN_FIND
                hint=words::JOIN_HINT
                kind="search"
                text=search
            />
        </div>
        <ul class="route-list">
            <For each=move || found.get() key=|line| line.clone() let:line>
                {row(line)}
            </For>
        </ul>
        <p class="muted" role="status">{told}</p>
    }
}

/// The first routes that are found and are not replaced together with any yet.
fn others(open: &OpenCase, route: Id, search: &str) -> Vec<(Id, String)> {
    let case = open.case();
    let taken: BTreeSet<Id> = replaced_together(case).into_iter().flatten().collect();
    let lines = case.list_routes().into_iter();
    let search = RouteSearch::new(case, &open.guidance, search);
    lines
        .map(|(id, _)| id)
        .filter(|id| *id != route && !taken.contains(id))
        .filter(|id| search.finds(*id))
        .take(MOST)
        .map(|id| (id, routes::replaced_name(case, id)))
        .collect()
}

fn add_new(app: App, route: Id) {
    let facts = app.read_untracked(|open| {
        let number = group_of(open.case(), route).len().max(1) + 1;
        let name = words::another_name(&route_name(open, route), number);
        (another_new(open.case(), route, &name), name)
    });
    let Some((facts, name)) = facts else { return };
    let made = app.create(EntityKind::Route, |new| {
        facts.into_iter().map(|(field, value)| (Field::Route(new, field), value)).collect()
    });
    if let Some(new) = made {
        app.say(words::new_added(&name));
        focus_on(format!("sammen-{new}"));
    }
}

fn join(app: App, route: Id, other: Id) {
    let changes = app.read_untracked(|open| {
        (replace_together(open.case(), route, other), route_name(open, other))
    });
    let Some((changes, name)) = changes else { return };
    app.write(changes);
    app.say(words::joined(&name));
    focus_on(format!("sammen-{other}"));
}

fn part(app: App, line: Id) {
    let changes = app.read_untracked(|open| (part_from(open.case(), line), route_name(open, line)));
    let Some((changes, name)) = changes else { return };
    app.write(changes);
    app.say(words::parted(&name));
    focus_on(HEADING);
}
