//! Opening case files: as a new case, or merged where the case is here already.

use crate::web::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, FileList};

use super::route::{CasePage, Page};
use super::state::App;
use super::transfer;
use crate::domain::case::{Id, Merged};
use crate::domain::exchange::{Delivery, import_bytes};
use crate::text;
use crate::text::{cases, handover_page, shell};

/// Opens files one by one and says of each what became of it.
pub fn open_files(app: App, files: &FileList) {
    let files: Vec<File> = (0..files.length()).filter_map(|index| files.get(index)).collect();
    spawn_local(async move {
        for file in files {
            open_file(app, &file).await;
        }
    });
}

/// Opens the example that lies beside the app.
pub fn open_example(app: App) {
    spawn_local(async move {
        match transfer::fetch(EXAMPLE).await {
            Some(bytes) => take(app, EXAMPLE, &bytes, Some(cases::EXAMPLE_OPENED)),
            None => app.warn(cases::EXAMPLE_MISSING),
        }
    });
}

/// The example's address, relative to the page, so that it is found at any path.
const EXAMPLE: &str = "eksempelsag.json";

async fn open_file(app: App, file: &File) {
    let name = file.name();
    match transfer::read(file).await {
        Some(bytes) => take(app, &name, &bytes, None),
        None => app.warn(shell::could_not_read(&name, shell::UNREADABLE_FILE)),
    }
}

/// Takes in a case file and says what became of it, in other words than the usual where there are some.
fn take(app: App, name: &str, bytes: &[u8], words: Option<&'static str>) {
    let imported = match import_bytes(bytes) {
        Ok(imported) => imported,
        Err(error) => {
            let error = text::import_error_text(&error);
            let place = error.place.unwrap_or_default();
            let why = [error.what.as_str(), &place, error.remedy].join(" ");
            return app.warn(shell::could_not_read(name, &why));
        }
    };
    let id = imported.case.0;
    let is_open = app.read_untracked(|open| open.id) == Some(id);
    let was_here = is_open || app.has(id);
    if !is_open {
        app.open_stored(id);
    }
    let mine = app.profile.get_untracked().author(&[]);
    let by = &imported.cover.by;
    let is_mine = !mine.name.is_empty() && by.name == mine.name && by.initials == mine.initials;
    let delivery = imported.cover.delivery.clone().filter(|_| !is_mine);
    let merged = app.take_file(id, imported);
    if let Some(delivery) = delivery {
        return receive(app, id, &delivery, was_here.then_some(&merged), name);
    }
    match words {
        Some(words) => app.say(words),
        None if was_here => {
            app.say(shell::merged(merged.added.len(), merged.known, merged.clashes.len()));
        }
        None => app.say(shell::opened(name)),
    }
    if app.page.get_untracked().case() != Some(id) {
        let _ = window().location().set_hash(&Page::Case(id, CasePage::Overview).href());
    }
}

/// A file that was handed over opens at the turn of the role it is for.
fn receive(app: App, id: Id, delivery: &Delivery, merged: Option<&Merged>, name: &str) {
    app.choose_role(delivery.to, true);
    let what = match merged {
        Some(merged) => shell::merged(merged.added.len(), merged.known, merged.clashes.len()),
        None => shell::opened(name),
    };
    app.say(handover_page::received_as(text::role_short(delivery.to), &what));
    let _ = window().location().set_hash(&Page::Case(id, CasePage::MyTurn).href());
}
