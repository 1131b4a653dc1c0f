//! Between meetings: who takes part in the next, and what the last one settled.

use crate::domain::case::{Field, Id, MeetingField, Value};
use crate::domain::documents::Document;
use crate::domain::meeting::{Point, agenda, minutes};
use crate::domain::process::Role;
use crate::text::{meeting_page as words, role_name};
use crate::web::clock;
use crate::web::components::{Checkbox, TextField, keep_focus};
use crate::web::pages::print_link;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

use super::point;

#[component]
pub fn Between() -> Html {
    let app = App::get();
    let number = app.derive(next);
    let counts = app.derive(|open| {
        let points = agenda(&open.file, &open.guidance);
        let decisions =
            points.iter().filter(|(_, point)| matches!(point, Point::Decide(_))).count();
        (decisions, points.len() - decisions)
    });
    let roles = app.derive(|open| {
        let people = open.case().list_people();
        let of = |role: &Role| {
            let theirs = people.iter().filter(|(_, person)| person.roles.contains(role));
            let names = theirs.map(|(id, person)| (*id, person.name.clone()));
            (*role, names.collect::<Vec<(Id, String)>>())
        };
        let all = Role::ALL.iter().map(of).filter(|(_, names)| !names.is_empty());
        all.collect::<Vec<_>>()
    });
    let begin = move |_| {
        let now = Value::Time(clock::local(clock::now()));
        app.set(Field::Meeting(number.get_untracked(), MeetingField::Started), now);
        keep_focus(vec![point::HEADING.to_owned()]);
    };
    view! {
        <Last />
        <section class="card" aria-labelledby="moede-begynd">
            <h2 id="moede-begynd">{words::BEGIN_TITLE}</h2>
            <p>{move || {
                let (decisions, findings) = counts.get();
                words::on_agenda(decisions, findings)
            }}</p>
            <p>{print_link(Document::Status)}</p>
            <fieldset class="meeting__people">
                <legend class="form-label">{words::WHO}</legend>
                <span class="form-hint">{words::WHO_HINT}</span>
                {move || match roles.get() {
                    roles if roles.is_empty() => view! {
                        <p>{words::NOBODY}" "<a href=facts_href(app)>{words::ADD_PEOPLE}</a></p>
                    },
                    roles => roles
                        .into_iter()
                        .map(|(role, people)| present(app, number, role, people))
                        .collect_view(),
                }}
            </fieldset>
            {move || view! {
                <TextField
                    field=Field::Meeting(number.get(), MeetingField::Others)
                    label=words::OTHERS
                    hint=words::OTHERS_HINT
                />
            }}
            <button
                type="button"
                class="button button-primary meeting__begin"
                disabled=app.is_shut()
                on:click=begin
            >
                {words::BEGIN}
            </button>
        </section>
    }
}

/// The people of a role, each with whether they take part.
fn present(app: App, number: Memo<u16>, role: Role, people: Vec<(Id, String)>) -> Html {
    let person = move |(id, name): (Id, String)| {
        let field = move || Field::Meeting(number.get(), MeetingField::Present(id));
        let is_present = app.derive(move |open| {
            let meeting = open.case().meetings.get(&number.get());
            meeting.is_some_and(|meeting| meeting.present.contains(&id))
        });
        let turn = move |on| app.set(untrack(field), if on { true.into() } else { Value::Nothing });
        view! {
            <Checkbox
                id=format!("moede-{}-{id}", role.code())
                label=name
                is_on=is_present
                on_turn=turn
                disabled=app.is_shut()
            />
        }
    };
    view! {
        <div class="meeting__role" role="group" aria-label=role_name(role)>
            <p class="meeting__role-name" aria-hidden="true">{role_name(role)}</p>
            {people.into_iter().map(person).collect_view()}
        </div>
    }
}

/// What the last meeting settled, and what to do with that.
#[component]
fn Last() -> Html {
    let app = App::get();
    let last = app.derive(|open| {
        let (number, meeting) = open.case().last_meeting()?;
        let began = meeting.began.as_ref().map_or(0, |stamp| stamp.at);
        let settled = minutes(&open.file, began, None);
        let times = [meeting.started, meeting.ended];
        let told = words::ended(number, times, settled.decided.len(), settled.put_off.len());
        Some((number, told))
    });
    let resume = move |number: u16| {
        app.set(Field::Meeting(number, MeetingField::Ended), Value::Nothing);
        keep_focus(vec![point::HEADING.to_owned()]);
    };
    (move || {
        last.get().map(|(number, told)| {
            view! {
                <section class="card" aria-labelledby="sidste-moede">
                    <h2 id="sidste-moede" tabindex="-1">{words::ENDED_TITLE}</h2>
                    <p>{told}</p>
                    <p>{words::THEN_EXPORT}</p>
                    <div class="button-row">
                        {print_link(Document::Minutes)}
                        <button
                            type="button"
                            class="button button-secondary"
                            disabled=app.is_shut()
                            on:click=move |_| resume(number)
                        >
                            {words::RESUME}
                        </button>
                    </div>
                </section>
            }
        })
    })
    .into_html()
}

/// The number of the meeting that comes next.
fn next(open: &OpenCase) -> u16 {
    open.case().last_meeting().map_or(1, |(number, _)| number.saturating_add(1))
}

fn facts_href(app: App) -> String {
    app.read_untracked(|open| Page::Case(open.id, CasePage::Facts).href()).unwrap_or_default()
}
