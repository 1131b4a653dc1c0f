//! "Sager": what the guide is, the cases in this browser, and the ways to get one more.

mod create;
mod new_case;
mod remove;
mod row;

use crate::web::prelude::*;

pub use self::create::create_case;
use self::new_case::NewCase;
use self::remove::{DeleteDialog, Doomed};
use self::row::CaseRow;
use crate::text::{cases, shell};
use crate::web::components::FileButton;
use crate::web::dom::focus_on;
use crate::web::rest;
use crate::web::route::Page;
use crate::web::state::App;

/// The heading of the list, where the focus goes when a case is gone.
pub const LIST_HEADING: &str = "sager-liste";

#[component]
pub fn CasesPage() -> Html {
    let app = App::get();
    let creating = RwSignal::new(false);
    let doomed = RwSignal::new(None::<Doomed>);
    let ids = Memo::new(move || {
        app.cases.with(|cards| cards.iter().filter_map(|card| card.id()).collect::<Vec<_>>())
    });
    let create = move |_| {
        creating.set(true);
        focus_on(new_case::FIRST_FIELD);
    };
    view! {
        <header class="page-head">
            <h1>{shell::CASES}</h1>
            <p class="page-head__lead">{cases::LEAD}</p>
            <p>{cases::ABOUT}" "<a href=Page::Guide.href()>{cases::TO_GUIDE}</a>"."</p>
            <p class="cases__stays">{cases::STAYS_HERE}</p>
            <div class="page-head__actions">
                <button
                    type="button"
                    class="button button-primary"
                    id=new_case::OPENER
                    aria-expanded=move || creating.get().to_string()
                    on:click=create
                >
                    {cases::NEW}
                </button>
                <FileButton label=cases::OPEN />
                <button
                    type="button"
                    class="button button-secondary"
                    on:click=move |_| rest::call(app, move |rest| (rest.open_example)(app))
                >
                    {cases::EXAMPLE}
                </button>
            </div>
            <p class="muted small">{cases::DROP_TOO}</p>
        </header>
        <Show when=move || creating.get()>
            <NewCase creating />
        </Show>
        <section aria-labelledby=LIST_HEADING>
            <h2 id=LIST_HEADING tabindex="-1">{cases::LIST_TITLE}</h2>
            <Show
                when=move || ids.with(|ids| !ids.is_empty())
                fallback=|| view! { <div class="empty"><p>{cases::NONE}</p></div> }
            >
                <ul class="card-list">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <CaseRow id doomed />
                    </For>
                </ul>
            </Show>
        </section>
        <section aria-labelledby="sager-hvordan">
            <h2 id="sager-hvordan">{cases::HOW_TITLE}</h2>
            <ol class="cases__how">
                {cases::HOW
                    .map(|(title, text)| view! { <li><strong>{title}":"</strong>" "{text}</li> })
                    .collect_view()}
            </ol>
        </section>
        <DeleteDialog doomed />
    }
}
