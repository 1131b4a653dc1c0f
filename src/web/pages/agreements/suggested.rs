//! The agreements that the new webservice routes call for, made in one go; and those of the old it-system.

use leptos::task::spawn_local;

use crate::domain::case::{Batch, Id, Scope};
use crate::domain::guidance::{
    OldAgreement, OldUse, SuggestedAgreement, accept_agreements, old_agreements,
    suggested_agreements,
};
use crate::domain::process::Activity;
use crate::text::agreements as words;
use crate::text::dates;
use crate::web::components::{StatusBadge, Tone};
use crate::web::dom::focus_on;
use crate::web::pace::Pace;
use crate::web::pages::activity_href;
use crate::web::pages::routes::{route_href, route_name};
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

/// So many are listed: of agreements, and of the routes of one.
const MOST: usize = 50;
const MOST_ROUTES: usize = 10;

pub const WHICH: &str = "aftaler-noedvendige";

/// A suggestion as it reads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Shown {
    system: Id,
    name: String,
    routes: String,
    press: String,
}

#[component]
pub fn Suggested() -> Html {
    let app = App::get();
    let all = app.derive(|open| suggested_agreements(open.case(), &open.guidance));
    let shown = app.derive(move |open| {
        all.with(|all| all.iter().take(MOST).map(|it| shown(open, it)).collect::<Vec<_>>())
    });
    let accept = move |only: Option<Id>| {
        let mut taken = all.get_untracked();
        taken.retain(|it| only.is_none_or(|system| it.system == system));
        accept(app, taken);
    };
    let row = move |it: Shown| {
        let anchor = format!("forslag-{}", it.system);
        view! {
            <li>
                <div class="route-list__what" id=anchor.clone()>
                    <strong>{it.name}</strong>
                    <span class="muted">{it.routes}</span>
                </div>
                <button
                    type="button"
                    class="button button-secondary"
                    aria-describedby=anchor
                    disabled=app.is_shut()
                    on:click=move |_| accept(Some(it.system))
                >
                    {it.press}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <h3>{words::SUGGESTED}</h3>
            <p class="form-hint">{words::SUGGESTED_LEAD}</p>
            <ul class="route-list">
                <For each=move || shown.get() key=|it| it.clone() let:it>{row(it)}</For>
            </ul>
            <Show when=move || { all.with(Vec::len) > 1 }>
                <button
                    type="button"
                    class="button button-primary"
                    disabled=app.is_shut()
                    on:click=move |_| accept(None)
                >
                    {move || words::accept_all(all.with(Vec::len))}
                </button>
            </Show>
        </Show>
    }
}

/// The old it-system's agreements, with the routes that still use them.
#[component]
pub fn OldAgreements() -> Html {
    let app = App::get();
    let all = app.derive(|open| {
        let used = |it: &OldAgreement| it.routes.iter().any(|(_, it)| *it != OldUse::Closed);
        let mut all = old_agreements(open.case());
        // What can be ended stands first.
        crate::domain::sorting::sort_by_numbers(&mut all, |it| [u64::from(used(it)), 0, 0]);
        all.iter().take(MOST).map(|it| old_shown(open, it)).collect::<Vec<_>>()
    });
    let cleanup = app.read_untracked(|open| activity_href(open.id, Activity::U24, Scope::Case));
    let route = move |(id, name, what): (Id, String, &'static str)| {
        view! { <li><a href=route_href(app, id)>{name}</a>": "<span class="muted">{what}</span></li> }
    };
    let row = move |it: OldShown| {
        let (tone, word) = match it.routes.is_empty() {
            true => (Tone::Done, words::OLD_FREE),
            false => (Tone::Waiting, words::OLD_USED),
        };
        view! {
            <li>
                <div class="route-list__what">
                    <strong>{it.name}</strong>
                    <span class="muted">{it.closed}</span>
                </div>
                <StatusBadge tone=tone word=word />
                {(!it.routes.is_empty()).then(|| view! {
                    <ul class="route-list__routes">
                        {it.routes.into_iter().map(route).collect_view()}
                    </ul>
                })}
                {it.more.map(|more| view! { <p class="muted">{more}</p> })}
            </li>
        }
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <section aria-labelledby="gamle-aftaler">
                <h2 id="gamle-aftaler">{words::OLD}</h2>
                <p>{words::OLD_LEAD}" "<a href=cleanup.clone()>{words::GO_TO_CLEANUP}</a></p>
                <ul class="route-list">
                    <For each=move || all.get() key=|it| it.clone() let:it>{row(it)}</For>
                </ul>
            </section>
        </Show>
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct OldShown {
    name: String,
    closed: String,
    routes: Vec<(Id, String, &'static str)>,
    more: Option<String>,
}

fn old_shown(open: &OpenCase, it: &OldAgreement) -> OldShown {
    let using: Vec<_> = it.routes.iter().filter(|(_, it)| *it != OldUse::Closed).collect();
    let routes = using.iter().take(MOST_ROUTES).map(|(id, it)| {
        let what = if *it == OldUse::ToClose { words::TO_CLOSE } else { words::STAYS };
        (*id, route_name(open, *id), what)
    });
    let more = using.len().checked_sub(MOST_ROUTES).filter(|more| *more > 0);
    OldShown {
        name: open.case().system_name(Some(it.system)).unwrap_or_default().to_owned(),
        closed: words::closed(it.routes.len() - using.len(), it.routes.len()),
        routes: routes.collect(),
        more: more.map(words::and_more),
    }
}

fn shown(open: &OpenCase, it: &SuggestedAgreement) -> Shown {
    let case = open.case();
    let agreement = it.agreement.and_then(|id| case.agreements.get(&id));
    let named = it.routes.iter().take(3).map(|id| route_name(open, *id));
    let mut named: Vec<String> = named.collect();
    if it.routes.len() > named.len() {
        named.push(words::so_many_more(it.routes.len() - named.len()));
    }
    Shown {
        system: it.system,
        name: case.system_name(Some(it.system)).unwrap_or_default().to_owned(),
        routes: format!("{}: {}", words::routes(it.routes.len()), dates::list(&named)),
        press: words::accept(agreement.map(|it| match it.name.as_str() {
            "" => words::UNNAMED,
            name => name,
        })),
    }
}

/// Makes the agreements and puts their routes under them, as one step.
fn accept(app: App, taken: Vec<SuggestedAgreement>) {
    let Some(batch) = app.read_untracked(|open| {
        let mut batch = Batch::new(open.file.log());
        accept_agreements(open.case(), &taken, &mut batch);
        batch
    }) else {
        return;
    };
    let told = words::accepted(taken.iter().map(|it| it.routes.len()).sum());
    spawn_local(async move {
        let mut pace = Pace::new(app, words::SUGGESTED);
        if app.write_batch(&batch, told.clone(), &mut pace).await {
            app.say(format!("{told}."));
            focus_on(WHICH);
        }
    });
}
