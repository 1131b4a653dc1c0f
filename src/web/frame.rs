//! The frame around a case's pages: its name, roles, navigation, saving and actions; and the app's notices.

use crate::web::prelude::*;

use super::app::{nav_link, page_title};
use super::components::{FILE_INPUT, FileButton, Fold};
use super::dom::{self, focus_on};
use super::role_choice::{RoleChoice, SignHint};
use super::route::{CasePage, Page};
use super::shared::SharedFile;
use super::state::{App, OpenCase};
use super::storage::{self, Saved};
use super::{clock, transfer};
use crate::domain::case::{Author, Id};
use crate::domain::exchange::{self, Cover, Reminder, without_personal_data};
use crate::text::{self, past, shell};

/// The case's name, roles, saving, actions and pages.
#[component]
pub fn CaseFrame() -> Html {
    let app = App::get();
    let title = app.derive(case_title);
    let example = app.derive(|open| open.case().example);
    let is_past = app.derive(OpenCase::is_past);
    let pages = move || {
        let id = app.page.get().case()?;
        Some(
            CasePage::NAVIGATION
                .map(|page| nav_link(app, Page::Case(id, page), page_title(Page::Case(id, page))))
                .collect_view(),
        )
    };
    view! {
        <section class="case-frame screen-only" aria-label=shell::CASE>
            <p class="case-frame__title">{title}</p>
            <Show when=move || example.get()>
                <p class="case-frame__example">{shell::EXAMPLE_BANNER}</p>
            </Show>
            <RoleChoice />
            <SignHint />
            <nav class="case-nav" aria-label=shell::CASE_NAVIGATION>{pages}</nav>
            <Show
                when=move || !is_past.get()
                fallback=|| view! { <p class="form-hint">{past::THEN_HINT}</p> }
            >
                <SaveState />
                <super::undo::UndoButtons />
                <Fold
                    summary=|| shell::MORE
                    open=dom::is_wide()
                    class="case-frame__more"
                    summary_class="case-frame__more-name"
                >
                    <Actions />
                </Fold>
                <SharedFile />
            </Show>
        </section>
    }
}

/// What can be done with the case as it is now.
#[component]
fn Actions() -> Html {
    let app = App::get();
    view! {
        <div class="case-frame__actions">
            <button type="button" class="button button-secondary" on:click=move |_| export(app)>
                {shell::EXPORT}
            </button>
            <button
                type="button"
                class="button button-tertiary"
                aria-describedby="kopi-hint"
                on:click=move |_| export_anonymous(app)
            >
                {shell::EXPORT_ANONYMOUS}
            </button>
            <p class="form-hint" id="kopi-hint">{shell::EXPORT_ANONYMOUS_HINT}</p>
            <FileButton label=shell::MERGE />
        </div>
    }
}

/// Says on every page, and on paper, that the case is shown as it was; and leads back.
#[component]
pub fn PastBanner() -> Html {
    let app = App::get();
    let told = app.derive(|open| open.point().map(|point| point.told.clone()));
    // A document says it in its own head.
    let on_document = move || matches!(app.page.get(), Page::Case(_, CasePage::Prints));
    let leave = move |_| {
        app.show_now();
        app.say(past::NOW);
        // The address may be that of the earlier state.
        let _ = window().location().set_hash(&app.page.get_untracked().href());
        super::app::set_title(app);
        focus_on("indhold");
    };
    let banner = move || {
        told.get().map(|told| {
            view! {
                <section class="past" class:screen-only=on_document aria-label=past::THEN>
                    <p>{told}</p>
                    <button
                        type="button"
                        class="button button-primary screen-only"
                        on:click=leave
                    >
                        {past::TO_NOW}
                    </button>
                </section>
            }
        })
    };
    let newer = app.derive(|open| open.newer);
    let raw = move |_| {
        if let Some(id) = app.read_untracked(|open| open.id) {
            download_raw(&storage::dump_of(id));
        }
    };
    view! {
        {banner}
        <Show when=move || newer.get()>
            <section class="past screen-only" aria-label=shell::NEWER_TITLE>
                <p>{shell::NEWER}</p>
                <button type="button" class="button button-primary" on:click=raw>
                    {shell::DOWNLOAD_STORED}
                </button>
            </section>
        </Show>
    }
}

/// "Gemt i denne browser · sidst eksporteret i dag kl. 10.42".
#[component]
fn SaveState() -> Html {
    let app = App::get();
    let exported = app.derive(|open| open.exported);
    let text = move || match (app.saved.get(), exported.get()) {
        (Saved::Refused, _) => shell::NOT_SAVED.to_owned(),
        (Saved::InMemory, _) => shell::IN_MEMORY.to_owned(),
        (Saved::Gone, _) => shell::GONE.to_owned(),
        (Saved::Yes, None) => format!("{} · {}", shell::SAVED, shell::NEVER_EXPORTED),
        (Saved::Yes, Some(at)) => {
            let when = text::dates::relative(clock::local(at), clock::today());
            format!("{} · {}", shell::SAVED, shell::last_exported(&when))
        }
    };
    let reminder = app.derive(OpenCase::reminder);
    let reminding = move || {
        let (reminder, changes) = reminder.get();
        shell::reminder(reminder, changes).map(|text| {
            let now = reminder == Reminder::Now;
            view! { <p class="save-state" class:save-state--refused=now>{text}</p> }
        })
    };
    let refused = move || app.saved.get() != Saved::Yes;
    let gone = move || app.saved.get() == Saved::Gone;
    view! {
        <p class="save-state" class:save-state--refused=refused role="status">{text}</p>
        {reminding}
        <Show when=gone>
            <button
                type="button"
                class="button button-secondary"
                on:click=move |_| app.save_again()
            >
                {shell::SAVE_AGAIN}
            </button>
        </Show>
    }
}

/// What the app has to say, announced as it comes.
#[component]
pub fn Notices() -> Html {
    let app = App::get();
    let notice = move || {
        app.notice.get().map(|notice| {
            view! {
                <div class="notice" class:notice--error=notice.is_error>
                    <p>{notice.text}</p>
                    {(!notice.merged.is_empty()).then(|| undo_merge_button(app, notice.merged))}
                    <button
                        type="button"
                        class="button button-tertiary"
                        on:click=move |_| app.notice.set(None)
                    >
                        {shell::CLOSE_NOTICE}
                    </button>
                </div>
            }
        })
    };
    let unreadable = move || {
        let found = app.unreadable.get();
        (!found.is_empty()).then(|| {
            view! {
                <div class="notice notice--error">
                    <p>{shell::UNREADABLE}</p>
                    <button
                        type="button"
                        class="button button-secondary"
                        on:click=move |_| download_raw(&found)
                    >
                        {shell::DOWNLOAD_UNREADABLE}
                    </button>
                </div>
            }
        })
    };
    let reading = move || {
        app.reading.get().map(|(name, done)| {
            view! {
                <div class="notice">
                    <p id="laeser">{shell::reading(&name)}</p>
                    <progress aria-labelledby="laeser" max="1000" value=done.to_string()></progress>
                    <button
                        type="button"
                        class="button button-secondary"
                        on:click=move |_| app.reading.set(None)
                    >
                        {shell::STOP_READING}
                    </button>
                </div>
            }
        })
    };
    view! { <div class="notices screen-only" role="status">{reading}{notice}{unreadable}</div> }
}

/// "Fortryd flet", which says what others have built on and is left standing.
fn undo_merge_button(app: App, added: Vec<Id>) -> Html {
    let told = RwSignal::new(None::<String>);
    // Looked for when it is asked for: in a large case that takes a while.
    let stays = move |added: &[Id]| {
        let stays = |open: &OpenCase| {
            let (_, left) = open.file.undo_merge(added);
            let left: Vec<String> =
                left.iter().map(|left| text::merging::built_on_text(&open.file, left)).collect();
            (!left.is_empty()).then(|| text::merge_page::stays(&left))
        };
        app.read_untracked(stays).flatten()
    };
    let undo = move |_| {
        if told.with_untracked(Option::is_none)
            && let Some(stays) = stays(&added)
        {
            return told.set(Some(stays));
        }
        let left = app.undo_merge(&added);
        app.say(text::merge_page::undone(&left));
        focus_on(FILE_INPUT);
    };
    let label = move || match told.with(Option::is_some) {
        true => text::merge_page::UNDO_ANYWAY,
        false => text::merge_page::UNDO_MERGE,
    };
    view! {
        {move || told.get().map(|stays| view! { <p>{stays}</p> })}
        <button type="button" class="button button-secondary" on:click=undo>{label}</button>
    }
}

/// The case's title, or what an untitled one is called.
pub fn case_title(open: &OpenCase) -> String {
    let title = &open.case().title;
    if title.is_empty() { shell::UNNAMED_CASE.to_owned() } else { title.clone() }
}

/// Exports a case of the list, which is opened for that.
pub fn export_stored(app: App, id: Id) {
    if app.read_untracked(|open| open.id) != Some(id) {
        app.open_stored(id);
    }
    export(app);
}

/// Downloads the open case and notes that it was exported.
pub fn export(app: App) {
    let Some((name, text)) = app.export() else { return };
    transfer::download(&name, &text);
    app.say(shell::exported_as(&name));
}

/// Downloads a copy of the open case without names and contacts; the case itself still lacks an export.
fn export_anonymous(app: App) {
    let now = clock::now();
    let made = app.read_untracked(|open| {
        let copy = without_personal_data(&open.file, shell::alias, clock::new_writer);
        let by = Author { roles: open.roles.clone(), ..Author::default() };
        let name = exchange::file_name(&copy.case().title, clock::local(now).day);
        (name, exchange::export(&copy, &[], &Cover::new(now, by)))
    });
    let Some((name, text)) = made else { return };
    transfer::download(&name, &text);
    app.say(shell::exported_anonymous(&name));
}

/// Downloads stored keys and texts as they are.
pub fn download_raw(found: &[(String, String)]) {
    let map: serde_json::Map<_, _> =
        found.iter().map(|(key, text)| (key.clone(), text.clone().into())).collect();
    transfer::download(shell::RAW_FILE, &serde_json::Value::Object(map).to_string());
}
