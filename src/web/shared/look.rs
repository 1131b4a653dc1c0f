//! A look at the file of a case: what it has is taken in, what it lacks is written, or it is left alone.

use std::cell::RefCell;
use std::collections::HashSet;

use wasm_bindgen::JsValue;

use super::{STAND, Stand, access};
use crate::domain::case::Id;
use crate::domain::exchange::FileTrouble;
use crate::domain::merging::{Join, Refusal, Seen, join, known};
use crate::text::shared_file as words;
use crate::web::state::App;

/// Why the file does not say what is here.
pub enum Trouble {
    File(FileTrouble),
    Refused(Refusal),
}

/// A case's file, and what is known of it.
struct Chosen {
    case: Id,
    handle: JsValue,
    /// When it was changed and how long it was when it was last looked at, and how many events were known here.
    last: (f64, f64, usize),
    /// The events it had then.
    seen: HashSet<Id>,
}

/// What came of a look at the file.
pub enum Look {
    /// Nothing has changed there or here since the last one.
    Same,
    /// The file and the case say the same.
    Done,
    /// The file changed while it was looked at.
    Changed,
}

thread_local! {
    static CHOSEN: RefCell<Vec<Chosen>> = const { RefCell::new(Vec::new()) };
}

/// Reads the file, takes in what it has, and writes what it lacks.
pub async fn look(app: App, case: Id, handle: &JsValue) -> Result<Look, Trouble> {
    let file = access::file(handle).await?;
    let here = app.read_untracked(|open| known(&open.file, &open.kept)).unwrap_or_default();
    let now = (file.last_modified(), file.size(), here);
    let last = with(case, |chosen| chosen.last);
    if last == Some(now) && STAND.get() == Stand::Even {
        return Ok(Look::Same);
    }
    let bytes = access::bytes(&file).await?;
    let joined = with(case, |chosen| {
        app.read_untracked(|open| {
            // What the case was is not written.
            let is_it = open.id == case && !open.is_shut();
            is_it.then(|| join(&open.file, &open.kept, &bytes, &chosen.seen))
        })
    });
    // Another case was opened, or the file let go.
    let Some(joined) = joined.flatten().flatten() else { return Ok(Look::Same) };
    let Join { news, text, known, lost } = joined.map_err(Trouble::Refused)?;
    if let Some(news) = news {
        let added = app.take_shared(news).added;
        app.say_merged(words::taken(added.len()), added);
    }
    let mut written = file;
    if let Some(text) = text {
        if !access::replace(handle, &text, &bytes).await? {
            return Ok(Look::Changed);
        }
        if lost > 0 {
            app.say(words::lost(lost));
        }
        written = access::file(handle).await?;
        // Another may have written right after: what is not what was written here has to be read.
        if access::bytes(&written).await? != text.as_bytes() {
            return Ok(Look::Changed);
        }
    }
    app.note_exported(case, Seen::of_ids(known.iter().copied()));
    with(case, |chosen| {
        chosen.last = (written.last_modified(), written.size(), known.len());
        chosen.seen = known;
    });
    Ok(Look::Done)
}

impl From<FileTrouble> for Trouble {
    fn from(trouble: FileTrouble) -> Trouble {
        Trouble::File(trouble)
    }
}

/// The file of a case.
pub fn of(case: Id) -> Option<JsValue> {
    with(case, |chosen| chosen.handle.clone())
}

/// Takes a file for a case, in place of the one it may have.
pub fn put(case: Id, handle: JsValue) {
    forget(case);
    let chosen = Chosen { case, handle, last: (0.0, 0.0, 0), seen: HashSet::new() };
    CHOSEN.with_borrow_mut(|all| all.push(chosen));
}

/// Lets go of a case's file.
pub fn forget(case: Id) {
    CHOSEN.with_borrow_mut(|all| all.retain(|chosen| chosen.case != case));
}

fn with<T>(case: Id, act: impl FnOnce(&mut Chosen) -> T) -> Option<T> {
    CHOSEN.with_borrow_mut(|all| all.iter_mut().find(|chosen| chosen.case == case).map(act))
}
