//! The file that many write to: chosen once, and from then on read, merged and written as the case or the file changes.
//!
//! A save reads the file, takes in what it has, writes beside it what both have, and puts that in the file's place only
//! if the file is as it was read. Should another have written in that very moment, nothing is lost: every event is in
//! its writer's browser, which finds at its next look that the file lacks it, and writes it again.

mod access;
mod view;

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::time::Duration;

use leptos::ev;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

pub use self::view::SharedFile;
use super::clock;
use super::dom::focus_on;
use super::state::{App, OpenCase};
use crate::domain::case::Id;
use crate::domain::exchange::{FileTrouble, shared_name};
use crate::domain::merging::{Join, Refusal, join, known};
use crate::text::shared_file as words;
use crate::web::prelude::*;

/// How the open case stands with its shared file.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shared {
    /// There is none.
    #[default]
    None,
    /// It is known from an earlier visit, and the user must allow it again.
    Asks {
        name: String,
    },
    /// It was just chosen.
    Chosen,
    /// It says what is here.
    Saved {
        name: String,
        at: i64,
    },
    Trouble {
        name: String,
        trouble: Trouble,
    },
}

/// Why the file does not say what is here.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    File(FileTrouble),
    Refused(Refusal),
}

/// A case's file, and what is known of it.
#[derive(Clone)]
struct Chosen {
    case: Id,
    handle: JsValue,
    /// When it was changed and how long it was when it was last looked at, and how many events were known here.
    last: Option<(f64, f64, usize)>,
    /// The events it had then.
    seen: HashSet<Id>,
}

/// What came of a look at the file.
enum Look {
    /// Nothing has changed there or here since the last one.
    Same,
    /// The file and the case say the same.
    Done,
    /// The file changed while it was looked at.
    Changed,
}

/// A change is written so long after it was made, with those that come with it.
const SOON: Duration = Duration::from_secs(3);
/// So often the file is looked at.
const OFTEN: Duration = Duration::from_secs(15);
/// How many times in a row the file may change under a save.
const TRIES: usize = 5;

thread_local! {
    static CHOSEN: RefCell<Vec<Chosen>> = const { RefCell::new(Vec::new()) };
    /// Whether a save goes on, and whether another was asked for meanwhile.
    static BUSY: Cell<bool> = const { Cell::new(false) };
    static AGAIN: Cell<bool> = const { Cell::new(false) };
    static WAITING: Cell<bool> = const { Cell::new(false) };
}

/// Keeps the open case and its file together, for as long as the page is open.
pub fn follow(app: App) {
    if !access::is_offered() {
        return;
    }
    let here = app.derive(|open| Some((open.id, known(&open.file, &open.kept))));
    Effect::new(move |before: Option<Option<(Id, usize)>>| {
        let now = here.get();
        let case = |state: Option<(Id, usize)>| state.map(|(id, _)| id);
        if case(before.flatten()) != case(now) {
            app.shared.set(Shared::None);
            if let Some((id, _)) = now {
                spawn_local(find(app, id));
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
        now
    });
    set_interval(move || save(app), OFTEN);
    let listeners = [
        window_event_listener(ev::focus, move |_| save(app)),
        window_event_listener(ev::visibilitychange, move |_| save(app)),
    ];
    std::mem::forget(listeners);
}

/// Looks for the file of a case that was just opened.
async fn find(app: App, case: Id) {
    if of(case).is_none() {
        let Some(handle) = access::recall(case).await else { return };
        put(case, handle);
    }
    let Some(chosen) = of(case).filter(|_| is_open(app, case)) else { return };
    app.shared.set(Shared::Asks { name: access::name(&chosen.handle) });
    if access::is_allowed(&chosen.handle, false).await {
        app.shared.set(Shared::Chosen);
        save(app);
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
            Err(error) if access::is_cancelled(&error) => {}
            Err(error) => app.warn(words::trouble(&name, &access::trouble(&error))),
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
    let Some(chosen) = of(case) else { return };
    let allowed = access::is_allowed(&chosen.handle, true).await;
    if !is_open(app, case) {
        return;
    }
    if allowed {
        app.shared.set(Shared::Chosen);
        save(app);
    } else {
        let name = access::name(&chosen.handle);
        let trouble = Trouble::File(FileTrouble::Denied);
        app.shared.set(Shared::Trouble { name, trouble });
    }
}

/// Forgets the file of a case; the file stays as it is.
pub fn let_go(app: App, case: Id) {
    CHOSEN.with_borrow_mut(|all| all.retain(|chosen| chosen.case != case));
    spawn_local(async move { access::remember(case, None).await });
    if is_open(app, case) {
        app.shared.set(Shared::None);
    }
}

/// Brings the open case and its file together, unless the user has to be asked first.
fn save(app: App) {
    let waits = app.shared.with_untracked(|shared| {
        let denied = Trouble::File(FileTrouble::Denied);
        match shared {
            Shared::None | Shared::Asks { .. } => true,
            Shared::Trouble { trouble, .. } => *trouble == denied,
            Shared::Chosen | Shared::Saved { .. } => false,
        }
    });
    if waits {
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
    let Some(chosen) = of(case) else { return };
    let name = access::name(&chosen.handle);
    for _ in 0..TRIES {
        let look = look(app, case).await;
        if !is_open(app, case) {
            return;
        }
        let trouble = match look {
            Ok(Look::Changed) => continue,
            Ok(Look::Same) => return,
            Ok(Look::Done) => return app.shared.set(Shared::Saved { name, at: clock::now() }),
            Err(trouble) => trouble,
        };
        return app.shared.set(Shared::Trouble { name, trouble });
    }
    let trouble = Trouble::File(FileTrouble::Busy);
    app.shared.set(Shared::Trouble { name, trouble });
}

/// Reads the file, takes in what it has, and writes what it lacks.
async fn look(app: App, case: Id) -> Result<Look, Trouble> {
    let failed = |error: JsValue| Trouble::File(access::trouble(&error));
    let Some(chosen) = of(case) else { return Ok(Look::Same) };
    let handle = &chosen.handle;
    let file = access::file(handle).await.map_err(failed)?;
    let here = app.read_untracked(|open| known(&open.file, &open.kept));
    let is_fine = app.shared.with_untracked(|shared| matches!(shared, Shared::Saved { .. }));
    let now = (file.last_modified(), file.size(), here.unwrap_or_default());
    if chosen.last == Some(now) && is_fine {
        return Ok(Look::Same);
    }
    let bytes = access::bytes(&file).await.map_err(failed)?;
    let joined = app.read_untracked(|open| of_case(open, case, &bytes, &chosen.seen));
    let Some(Join { news, text, known, lost }) =
        joined.flatten().transpose().map_err(Trouble::Refused)?
    else {
        return Ok(Look::Same);
    };
    if let Some(news) = news {
        let added = app.take_shared(news).added;
        app.say_merged(words::taken(added.len()), added);
    }
    let mut last = (file.last_modified(), file.size());
    if let Some(text) = text {
        if !access::replace(handle, &text, &bytes).await.map_err(failed)? {
            return Ok(Look::Changed);
        }
        if lost > 0 {
            app.say(words::lost(lost));
        }
        let written = access::file(handle).await.map_err(failed)?;
        // Another may have written right after: what is not what was written here has to be read.
        if access::bytes(&written).await.map_err(failed)? != text.as_bytes() {
            return Ok(Look::Changed);
        }
        last = (written.last_modified(), written.size());
    }
    app.note_exported(case, known.len());
    CHOSEN.with_borrow_mut(|all| {
        if let Some(chosen) = all.iter_mut().find(|chosen| chosen.case == case) {
            chosen.last = Some((last.0, last.1, known.len()));
            chosen.seen = known;
        }
    });
    Ok(Look::Done)
}

fn of_case(
    open: &OpenCase,
    case: Id,
    there: &[u8],
    seen: &HashSet<Id>,
) -> Option<Result<Join, Refusal>> {
    (open.id == case).then(|| join(&open.file, &open.kept, there, seen))
}

fn is_open(app: App, case: Id) -> bool {
    app.read_untracked(|open| open.id) == Some(case)
}

fn of(case: Id) -> Option<Chosen> {
    CHOSEN.with_borrow(|all| all.iter().find(|chosen| chosen.case == case).cloned())
}

fn put(case: Id, handle: JsValue) {
    CHOSEN.with_borrow_mut(|all| {
        all.retain(|chosen| chosen.case != case);
        all.push(Chosen { case, handle, last: None, seen: HashSet::new() });
    });
}
