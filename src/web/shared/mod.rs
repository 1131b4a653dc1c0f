//! The file that many write to: chosen once, and from then on read, merged and written as the case or the file changes.
//!
//! A save ([`look()`]) reads the file, takes in what it has, writes beside it what both have, and puts that in the file's place only
//! if the file is as it was read. Should another have written in that very moment, nothing is lost: every event is in
//! its writer's browser, which finds at its next look that the file lacks it, and writes it again.

mod access;
mod look;
mod view;

use std::cell::Cell;
use std::time::Duration;

use leptos::ev;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use self::look::{Look, Trouble, forget, look, of, put};
pub use self::view::SharedFile;
use super::clock;
use super::dom::focus_on;
use super::state::App;
use crate::domain::case::Id;
use crate::domain::exchange::{FileTrouble, shared_name};
use crate::domain::merging::known;
use crate::text::shared_file as words;
use crate::web::prelude::*;

/// How the open case stands with its shared file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// There is none.
    Without,
    /// The user must allow it first.
    Asks,
    /// The file did not say what is here when it was last looked at.
    Behind,
    /// It said what is here.
    Even,
}

/// A change is written so long after it was made, with those that come with it.
const SOON: Duration = Duration::from_secs(3);
/// So often the file is looked at.
const OFTEN: Duration = Duration::from_secs(15);
/// How many times in a row the file may change under a save.
const TRIES: usize = 5;

thread_local! {
    /// Whether a save goes on, and whether another was asked for meanwhile.
    static BUSY: Cell<bool> = const { Cell::new(false) };
    static AGAIN: Cell<bool> = const { Cell::new(false) };
    /// Whether a save is due.
    static WAITING: Cell<bool> = const { Cell::new(false) };
    static STAND: Cell<Stand> = const { Cell::new(Stand::Without) };
    /// The case that was open when something last changed.
    static FOLLOWED: Cell<Option<Id>> = const { Cell::new(None) };
}

/// Keeps the open case and its file together, for as long as the page is open.
pub fn follow(app: App) {
    if !access::is_offered() {
        return;
    }
    let here = app.derive(|open| Some((open.id, known(&open.file, &open.kept))));
    Effect::new(move |_| {
        let case = here.get().map(|(case, _)| case);
        if FOLLOWED.replace(case) != case {
            stand(app, Stand::Without, String::new(), false);
            if let Some(case) = case {
                spawn_local(find(app, case));
            }
        } else if !WAITING.replace(true) {
            set_timeout(
                move || {
                    WAITING.set(false);
                    save(app);
                },
                SOON,
            );
        }
    });
    set_interval(move || save(app), OFTEN);
    let listeners = [
        window_event_listener(ev::focus, move |_| save(app)),
        window_event_listener(ev::visibilitychange, move |_| save(app)),
    ];
    std::mem::forget(listeners);
}

/// Whether the open case has a file that it is saved in, or would be.
pub fn is_chosen() -> bool {
    STAND.get() != Stand::Without
}

/// Looks for the file of a case that was just opened.
async fn find(app: App, case: Id) {
    if of(case).is_none() {
        let Some(handle) = access::recall(case).await else { return };
        put(case, handle);
    }
    let Some(handle) = of(case) else { return };
    let allowed = access::is_allowed(&handle, false).await;
    if is_open(app, case) {
        stand(app, Stand::Asks, words::asks(&access::name(&handle)), true);
        if allowed {
            begin(app, &handle);
        }
    }
}

/// Takes the file that the user chooses: one that is there, or with `create` one in a folder.
pub fn choose(app: App, create: bool) {
    let name = app.read_untracked(|open| shared_name(&open.case().title));
    let (Some(case), Some(name)) = (app.read_untracked(|open| open.id), name) else { return };
    spawn_local(async move {
        let chosen = match create {
            true => access::choose_folder(&name).await,
            false => access::choose_file().await,
        };
        match chosen {
            Ok(handle) => {
                put(case, handle.clone());
                focus_on(view::BUTTON);
                access::remember(case, Some(&handle)).await;
                ask(app, case).await;
            }
            Err(trouble) if access::is_cancelled(&trouble) => {}
            Err(trouble) => app.warn(words::trouble(&name, &trouble)),
        }
    });
}

/// Goes on with the file that is chosen: asks for leave where that is missing, and saves.
pub fn go_on(app: App) {
    if let Some(case) = app.read_untracked(|open| open.id) {
        spawn_local(ask(app, case));
    }
}

async fn ask(app: App, case: Id) {
    let Some(handle) = of(case) else { return };
    let allowed = access::is_allowed(&handle, true).await;
    if !is_open(app, case) {
        return;
    }
    if allowed {
        begin(app, &handle);
    } else {
        stand(app, Stand::Asks, words::trouble(&access::name(&handle), &FileTrouble::Denied), true);
    }
}

fn begin(app: App, handle: &JsValue) {
    stand(app, Stand::Behind, words::reading(&access::name(handle)), false);
    save(app);
}

/// Forgets the file of a case; the file stays as it is.
pub fn let_go(app: App, case: Id) {
    if let Some(handle) = of(case).filter(|_| is_open(app, case)) {
        stand(app, Stand::Without, String::new(), false);
        app.say(words::let_go(&access::name(&handle)));
    }
    forget(case);
    spawn_local(async move { access::remember(case, None).await });
}

/// Brings the open case and its file together, unless the user has to be asked first.
fn save(app: App) {
    // What the case was is not written, and what others write waits until it is left.
    if matches!(STAND.get(), Stand::Without | Stand::Asks) || app.is_shut() {
        return;
    }
    AGAIN.set(true);
    if BUSY.replace(true) {
        return;
    }
    spawn_local(async move {
        while AGAIN.replace(false) {
            save_once(app).await;
        }
        BUSY.set(false);
    });
}

async fn save_once(app: App) {
    let Some(case) = app.read_untracked(|open| open.id) else { return };
    let Some(handle) = of(case) else { return };
    let name = access::name(&handle);
    let mut came = Ok(Look::Changed);
    for _ in 0..TRIES {
        came = look(app, case, &handle).await;
        if !matches!(came, Ok(Look::Changed)) {
            break;
        }
    }
    if !is_open(app, case) {
        return;
    }
    let (how, text) = match came {
        Ok(Look::Same) => return,
        Ok(Look::Done) => (Stand::Even, words::saved(&name, clock::local(clock::now()))),
        Ok(Look::Changed) => (Stand::Behind, words::trouble(&name, &FileTrouble::Busy)),
        Err(Trouble::File(FileTrouble::Denied)) => {
            (Stand::Asks, words::trouble(&name, &FileTrouble::Denied))
        }
        Err(Trouble::File(trouble)) => (Stand::Behind, words::trouble(&name, &trouble)),
        Err(Trouble::Refused(refusal)) => (Stand::Behind, words::refusal(&name, &refusal)),
    };
    stand(app, how, text, how != Stand::Even);
}

/// Keeps how the open case stands, and says so.
fn stand(app: App, how: Stand, text: String, is_error: bool) {
    STAND.set(how);
    app.say_of_shared(text, is_error);
}

fn is_open(app: App, case: Id) -> bool {
    app.read_untracked(|open| open.id) == Some(case)
}
