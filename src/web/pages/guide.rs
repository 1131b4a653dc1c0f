//! "Vejledning": how the app is used and what each role does, with pictures of the example, to read or to print.

use crate::domain::process::{Process, Role};
use crate::text::guide::{self as words, RoleGuide, Shot, Step};
use crate::text::{self, shell};
use crate::web::app::page_title;
use crate::web::frame::case_title;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::App;
use crate::web::transfer;

/// Whose guide is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reader {
    /// Nobody has said.
    Anyone,
    One(Role),
    All,
}

impl Reader {
    fn roles(self) -> Vec<Role> {
        match self {
            Reader::Anyone => Vec::new(),
            Reader::One(role) => vec![role],
            Reader::All => Role::ALL.to_vec(),
        }
    }
}

#[component]
pub fn GuidePage() -> Html {
    let app = App::get();
    // Who has a role in the open case needs not say it again.
    let mine = app.read_untracked(|open| open.roles.first().copied()).flatten();
    let reader = RwSignal::new(mine.map_or(Reader::Anyone, Reader::One));
    let choices = Role::ALL
        .iter()
        .map(|role| (Reader::One(*role), text::role_short(*role)))
        .chain([(Reader::All, words::ALL_ROLES)])
        .map(|(one, label)| {
            let pressed = move || (reader.get() == one).to_string();
            view! {
                <button
                    type="button"
                    class="choice__button"
                    aria-pressed=pressed
                    on:click=move |_| reader.set(one)
                >
                    {label}
                </button>
            }
        })
        .collect_view();
    let print = move |_| {
        let _ = window().print();
    };
    view! {
        <article class="guide">
            <header class="page-head">
                <h1>{shell::GUIDE}</h1>
                <p class="page-head__lead">{words::LEAD}</p>
            </header>
            <section class="screen-only guide__who" aria-labelledby="vejledning-rolle">
                <h2 id="vejledning-rolle">{words::WHO}</h2>
                <p>{words::WHO_HINT}</p>
                <div class="choice__buttons" role="group" aria-labelledby="vejledning-rolle">
                    {choices}
                </div>
                <div class="button-row">
                    <button type="button" class="button button-secondary" on:click=print>
                        {words::PRINT}
                    </button>
                </div>
            </section>
            <For each=move || reader.get().roles() key=|role| *role let:role>
                {role_part(role)}
            </For>
            <section aria-labelledby="vejledning-alle">
                <h2 id="vejledning-alle">{words::HOW}</h2>
                {steps(words::COMMON)}
            </section>
        </article>
    }
}

/// What a role does, its activities, and when it is done.
fn role_part(role: Role) -> Html {
    let RoleGuide { task, steps: own, done } = text::role_guide(role);
    let heading = format!("vejledning-{}", role.code());
    let activities = Process::UDSKIFT_IT_SYSTEM.activities.iter();
    let activities = activities.filter(|row| row.roles.contains(&role)).map(|row| {
        let activity = row.activity;
        let where_and_how_often =
            format!("{}. {}.", text::performed_label(row.performed), text::scope_name(row.scope));
        view! {
            <li class="guide__activity">
                <strong>{text::activity_title(activity)}</strong>
                <p>{text::activity_what(activity)}</p>
                <p class="muted small">{where_and_how_often}</p>
            </li>
        }
    });
    view! {
        <section class="guide__role" aria-labelledby=heading.clone()>
            <h2 id=heading>{text::role_name(role)}</h2>
            <p class="guide__task">{task}</p>
            <h3>{words::YOUR_STEPS}</h3>
            {steps(own)}
            <p><strong>{words::DONE_WHEN}</strong>" "{done}</p>
            <h3>{words::YOUR_ACTIVITIES}</h3>
            <p class="muted">{words::ACTIVITIES_LEAD}</p>
            <ul class="guide__activities">{activities.collect_view()}</ul>
        </section>
    }
}

fn steps(steps: &'static [Step]) -> Html {
    view! {
        <ol class="guide__steps">
            {steps
                .iter()
                .map(|step| {
                    view! {
                        <li class="guide__step">
                            <strong>{step.title}</strong>
                            <p>{step.words}</p>
                            {step.shot.map(picture)}
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}

/// The picture, and the way to the place it shows in the case that is open.
fn picture(shot: Shot) -> Html {
    let app = App::get();
    let there = move || {
        let page = page_of(shot)?;
        let (id, case) = app.read(|open| (open.id, case_title(open)))?;
        let page = Page::Case(id, page);
        let label = words::go_there(page_title(page), &case);
        Some(view! { <a class="screen-only" href=page.href()>{label}</a> })
    };
    view! {
        <figure class="guide__picture">
            <img
                src=transfer::picture(&format!("vejledning/{}.webp", shot.file()))
                alt=shot.alt()
                width="760"
                height="420"
                decoding="async"
            />
            <figcaption>{there}</figcaption>
        </figure>
    }
}

/// Where a case has what the picture shows. The list of cases is in none, and of two on one page the first leads there.
fn page_of(shot: Shot) -> Option<CasePage> {
    Some(match shot {
        Shot::Start | Shot::Activity | Shot::Route | Shot::Merge => return None,
        Shot::MyTurn => CasePage::MyTurn,
        Shot::Overview => CasePage::Overview,
        Shot::Routes => CasePage::Routes,
        Shot::Signatures => CasePage::Signatures,
        Shot::Agreements => CasePage::Agreements,
        Shot::Plan => CasePage::Plan,
        Shot::Cutover => CasePage::Cutover,
        Shot::RunBook => CasePage::RunBook,
        Shot::Meeting => CasePage::Meeting,
        Shot::Handover => CasePage::Handovers,
        Shot::Print => CasePage::Prints,
    })
}
