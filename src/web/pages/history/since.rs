//! "Hvad er ændret siden": since my last export, since a day, or since a file.

use super::filters::{option, select};
use crate::domain::exchange::Imported;
use crate::domain::merging::{Since, changes_since, compare_file};
use crate::domain::time::Day;
use crate::text::history::{self, SinceWhat};
use crate::text::{self, merging};
use crate::web::clock;
use crate::web::components::{FileButton, Input};
use crate::web::opening::read_one;
use crate::web::pages::changes::changes_view;
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

#[component]
pub fn SinceWhen() -> Html {
    let app = App::get();
    let what = RwSignal::new(None::<SinceWhat>);
    let day = RwSignal::new(String::new());
    let file = RwSignal::new(None::<(String, Imported)>);
    let exported = app.derive(|open| open.exported.filter(|_| !open.exports.is_empty()));
    let options = move || {
        let of = |since: &SinceWhat| {
            let label = match (*since, exported.get()) {
                (SinceWhat::Export, None) => return None,
                (SinceWhat::Export, Some(at)) => {
                    history::since_export(&text::dates::relative(clock::local(at), clock::today()))
                }
                (since, _) => history::since_what(since).to_owned(),
            };
            Some(option(code(*since).to_owned(), label, what.get() == Some(*since)))
        };
        [SinceWhat::Export, SinceWhat::Day, SinceWhat::File].iter().filter_map(of).collect_view()
    };
    let take = move |files: &web_sys::FileList| read_one(app, files, file);
    let answer = move || app.read(|open| answer(open, what.get(), &day.get(), file));
    view! {
        <section class="card" aria-labelledby="siden">
            <h2 id="siden">{history::SINCE}</h2>
            <div class="toolbar">
                {select(
                    "siden-hvad",
                    history::SINCE_WHAT,
                    history::SINCE_CHOOSE,
                    Box::new(move |chosen| what.set(from_code(&chosen))),
                    options.into_html(),
                )}
                <Show when=move || what.get() == Some(SinceWhat::Day)>
                    <div class="form-group">
                        <Input id="siden-dag" label=history::SINCE_DAY kind="date" text=day />
                    </div>
                </Show>
                <Show when=move || what.get() == Some(SinceWhat::File)>
                    <FileButton label=history::SINCE_FILE take=Box::new(take) />
                </Show>
            </div>
            <div role="status">{answer}</div>
        </section>
    }
}

fn since(open: &OpenCase, since: Since<'_>) -> Html {
    let changes = changes_view(&open.file, &changes_since(&open.file, since));
    view! { <h3>{history::SINCE_CHANGED}</h3> {changes} }
}

fn code(what: SinceWhat) -> &'static str {
    match what {
        SinceWhat::Export => "eksport",
        SinceWhat::Day => "dag",
        SinceWhat::File => "fil",
    }
}

fn from_code(text: &str) -> Option<SinceWhat> {
    [SinceWhat::Export, SinceWhat::Day, SinceWhat::File].into_iter().find(|it| code(*it) == text)
}

/// What is changed; nothing until it is said since when.
fn answer(
    open: &OpenCase,
    what: Option<SinceWhat>,
    day: &str,
    file: RwSignal<Option<(String, Imported)>>,
) -> Option<Html> {
    match what? {
        SinceWhat::Export => open.exports.last().map(|seen| since(open, Since::Seen(seen))),
        SinceWhat::Day => {
            let day = Day::parse(day)?;
            Some(since(open, Since::Moment(clock::start_of(day))))
        }
        SinceWhat::File => file.with(|file| {
            let (name, imported) = file.as_ref()?;
            let is_of_it = imported.case.0 == open.id;
            let compared = compare_file(&open.file, &open.kept, imported);
            let compared = history::compared(name, &merging::file_comparison_text(compared));
            Some(view! {
                <p>{compared}</p>
                {is_of_it.then(|| since(open, Since::File(imported)))}
            })
        }),
    }
}
