//! All but the list of cases: one part of the program, fetched when it is first needed.
//!
//! In release the build divides the program at [`entries`] (`parts/build.mjs`): what only that leads to is a file of its
//! own, and a first visit fetches a fraction of the program. So the first part names nothing of the rest but through
//! [`Entries`], in [`call`] or where [`App::rest`] has them. In debug there is one part.

use crate::web::prelude::*;
use leptos::ev;
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;
use web_sys::File;

use super::frame::{CaseFrame, Notices, PastBanner, export_stored};
use super::pages::{MergePreview, create_case};
use super::route::Page;
use super::state::App;
use super::version::NewVersion;
use super::{app, opening, rules, shared, site_parts, storage};
use crate::domain::case::Id;
use crate::text::cases;

/// How far the rest of the program is.
#[derive(Clone, Copy)]
pub enum Rest {
    NotYet,
    Coming,
    Here(Entries),
    /// It was asked for and could not be fetched.
    Failed,
}

/// What the rest does for the first part.
#[derive(Clone, Copy)]
pub struct Entries {
    /// Follows what concerns an open case: other tabs, the file that it shares with others.
    pub begin: fn(App),
    /// Goes where the address says.
    pub arrive: fn(App),
    /// Takes in the settings that the site has.
    pub take_site: fn(App, &[u8]),
    /// What the site's settings put in the header, before the list of cases, and at the foot of each page.
    pub site_brand: fn(App) -> Html,
    pub site_introduction: fn(App) -> Html,
    pub site_foot: fn(App) -> Html,
    /// Any page but the list of cases.
    pub page: fn(App, Page) -> Html,
    /// The frame around a case's pages.
    pub case_frame: fn() -> Html,
    /// What stands above any page: that the case is shown as it was, what the app has to say, what a file would bring.
    pub above_page: fn() -> Html,
    pub open_files: fn(App, Vec<File>),
    pub open_example: fn(App),
    /// Creates a case of a title, its old and its new system, and its authority, and goes to it.
    pub create_case: fn(App, &[String; 4]),
    /// Exports a case of the list.
    pub export: fn(App, Id),
    /// Removes a case from this browser for good.
    pub delete: fn(App, Id, &str),
}

#[cfg_attr(not(debug_assertions), wasm_split_helpers::wasm_split(rest, fallible))]
fn entries() -> Result<Entries, SplitLoaderError> {
    Ok(Entries {
        begin,
        arrive: app::arrive,
        take_site: site_parts::take,
        site_brand: site_parts::brand,
        site_introduction: site_parts::introduction,
        site_foot: site_parts::foot,
        page: app::content,
        case_frame: || view! { <CaseFrame /> },
        above_page,
        open_files: opening::open_files,
        open_example: opening::open_example,
        create_case,
        export: export_stored,
        delete,
    })
}

fn begin(app: App) {
    storage::folding::answer_other_tabs();
    app::follow_other_tabs(app);
    shared::follow(app);
    rules::follow(app);
}

fn above_page() -> Html {
    view! {
        <NewVersion />
        <PastBanner />
        <Notices />
        <MergePreview />
    }
}

fn delete(app: App, id: Id, title: &str) {
    app.delete(id);
    app.say(cases::deleted(title));
}

impl Rest {
    /// Before anything is fetched.
    pub fn at_start() -> Rest {
        #[cfg(debug_assertions)]
        if let Ok(entries) = entries() {
            return Rest::Here(entries);
        }
        Rest::NotYet
    }

    pub fn here(self) -> Option<Entries> {
        match self {
            Rest::Here(entries) => Some(entries),
            _ => None,
        }
    }
}

/// Does what needs the rest, which is fetched first where it is not here.
pub fn call(app: App, act: impl FnOnce(Entries) + 'static) {
    if let Some(rest) = app.rest.get_untracked().here() {
        return act(rest);
    }
    spawn_local(async move {
        if let Some(rest) = fetch(app, Rest::Failed).await {
            act(rest);
        }
    });
}

/// Fetches the rest before it is asked for: when there are cases to open, or as soon as anyone moves.
pub fn expect(app: App) {
    let early = move || {
        if matches!(app.rest.get_untracked(), Rest::NotYet) {
            // Nobody is told that it failed: whoever needs it tries again.
            spawn_local(async move {
                fetch(app, Rest::NotYet).await;
            });
        }
    };
    if app.cases.with_untracked(|cases| !cases.is_empty()) {
        request_animation_frame(early);
    } else {
        std::mem::forget(window_event_listener(ev::pointermove, move |_| early()));
        std::mem::forget(window_event_listener(ev::keydown, move |_| early()));
    }
}

/// The rest, when it is here in the end.
async fn fetch(app: App, or: Rest) -> Option<Entries> {
    if app.rest.get_untracked().here().is_none() {
        app.rest.set(Rest::Coming);
    }
    #[cfg(not(debug_assertions))]
    let came = entries().await;
    #[cfg(debug_assertions)]
    let came = entries();
    if app.rest.get_untracked().here().is_none() {
        app.rest.set(came.as_ref().map_or(or, |entries| Rest::Here(*entries)));
    }
    came.ok()
}
