//! "Møde": who takes part, the points of the agenda one by one or as the list that was printed, and what comes after.

mod begin;
mod desk;
mod list;
mod point;

use crate::domain::case::{Field, MeetingField, Value};
use crate::text::meeting_page as words;
use crate::web::clock;
use crate::web::components::keep_focus;
use crate::web::prelude::*;
use crate::web::state::App;

use desk::Desk;

#[component]
pub fn MeetingPage() -> Html {
    let app = App::get();
    let number = app.derive(|open| open.case().open_meeting());
    view! {
        <header class="page-head">
            <h1>{words::TITLE}</h1>
            <p class="page-head__lead">{words::LEAD}</p>
        </header>
        {move || match number.get() {
            Some(number) => view! { <Running number /> },
            None => view! { <begin::Between /> },
        }}
    }
}

/// A meeting that is going on.
#[component]
fn Running(number: u16) -> Html {
    let app = App::get();
    let desk = Desk::new(app, number);
    let as_list = RwSignal::new(false);
    let started = app.derive(move |open| open.case().meetings.get(&number)?.started);
    let handled = move || words::handled(desk.handled(), desk.len());
    let end = move |_| {
        let now = Value::Time(clock::local(clock::now()));
        app.set(Field::Meeting(number, MeetingField::Ended), now);
        keep_focus(vec!["sidste-moede".to_owned()]);
    };
    let view_button = move |list: bool, label: &'static str| {
        view! {
            <button
                type="button"
                class="choice__button"
                aria-pressed=move || (as_list.get() == list).to_string()
                on:click=move |_| as_list.set(list)
            >
                {label}
            </button>
        }
    };
    view! {
        <section class="meeting" aria-labelledby="moede-nu">
            <header class="meeting__head">
                <h2 id="moede-nu">
                    {move || started.get().map(|started| words::running(number, started))}
                </h2>
                <p class="meeting__handled" role="status">{handled}</p>
                <div class="choice__buttons" role="group" aria-label=words::VIEW>
                    {view_button(false, words::ONE_BY_ONE)}
                    {view_button(true, words::LIST)}
                </div>
                <button
                    type="button"
                    class="button button-secondary"
                    disabled=app.is_shut()
                    on:click=end
                >
                    {words::END}
                </button>
            </header>
            <Show
                when=move || !desk.is_empty()
                fallback=|| view! { <p class="empty">{words::NOTHING}</p> }
            >
                <Show
                    when=move || as_list.get()
                    fallback=move || view! { <point::OnePoint desk /> }
                >
                    <list::PointList desk />
                </Show>
            </Show>
        </section>
    }
}
