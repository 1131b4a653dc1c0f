//! "Indlæs ruteliste": a list is chosen, its columns told, what it brings looked at and chosen, and then written at once.

mod cells;
mod choose;
mod columns;
mod groups;
mod inflate;
mod preview;
mod work;

use std::sync::Arc;

use leptos::ev;

use crate::domain::route_overview::{Column, Comparison, Guess, Reading};
use crate::domain::spreadsheet::Table;
use crate::text::import_page;
use crate::web::dom::focus_on;
use crate::web::drop::files_of;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::App;

/// A list as far as it is understood. What long work reads in pieces is shared with it.
#[derive(Clone, Default)]
struct List {
    name: String,
    table: Arc<Table>,
    guess: Arc<Guess>,
    /// Where the app takes the list to begin, before the user chooses otherwise.
    guessed_below: usize,
    columns: Vec<Option<Column>>,
    reading: Arc<Reading>,
    comparison: Comparison,
}

/// How far the user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Choose,
    Columns,
    Check,
}

/// Where a list is worked on. Nothing of it is kept when the page is left.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    list: RwSignal<List>,
    step: RwSignal<Step>,
    /// How many portions of each group are shown.
    portions: RwSignal<[usize; 6]>,
}

/// So many lines of a group are shown at once.
const PORTION: usize = 100;
/// The heading of the step, where the focus goes.
const HEADING: &str = "indlaes-trin";

#[component]
pub fn ImportPage() -> Html {
    let app = App::get();
    let desk = Desk {
        app,
        list: RwSignal::default(),
        step: RwSignal::new(Step::Choose),
        portions: RwSignal::new([1; 6]),
    };
    let back = app.read_untracked(|open| Page::Case(open.id, CasePage::Routes).href());
    let dropped = window_event_listener(ev::drop, move |event| {
        if let Some(file) = files_of(&event).and_then(|files| files.get(0)) {
            work::read_file(desk, file);
        }
    });
    on_cleanup(move || {
        dropped.remove();
        // What goes on stops: its desk is gone.
        app.reading.set(None);
    });
    let step = move || match desk.step.get() {
        Step::Choose => view! { <choose::Choose desk /> },
        Step::Columns => view! { <columns::Columns desk /> },
        Step::Check => view! { <preview::Preview desk /> },
    };
    view! {
        <header class="page-head">
            <h1>{import_page::TITLE}</h1>
            <p class="page-head__lead">{import_page::LEAD}</p>
            <p><a href=back>{import_page::BACK}</a></p>
        </header>
        {step}
    }
}

impl Desk {
    /// Goes to a step, with the focus on its heading.
    fn go(self, step: Step) {
        self.step.set(step);
        focus_on(HEADING);
    }

    /// How many lines of a group are shown.
    fn shown(self, group: usize) -> usize {
        self.portions.with(|portions| portions[group] * PORTION)
    }

    /// "Vis flere", where a group has more lines than are shown.
    fn more(self, group: usize, all: usize) -> Option<Html> {
        (all > self.shown(group)).then(|| {
            view! {
                <button
                    type="button"
                    class="button button-secondary"
                    on:click=move |_| self.portions.update(|portions| portions[group] += 1)
                >
                    {import_page::MORE}
                </button>
            }
        })
    }
}

/// A button.
fn button(label: impl IntoHtml, class: &'static str, click: impl Fn() + 'static) -> Html {
    view! {
        <button type="button" class=class on:click=move |_| click()>{label}</button>
    }
}

const PRIMARY: &str = "button button-primary";
const SECONDARY: &str = "button button-secondary";
