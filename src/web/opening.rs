//! Opening case files: as a new case, or to be looked at before they are merged where the case is here already.

use crate::web::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, FileList};

use super::components::FILE_INPUT;
use super::dom::focus_on;
use super::pages::at;
use super::route::{CasePage, Page};
use super::state::App;
use super::transfer;
use crate::domain::case::Id;
use crate::domain::exchange::{CaseId, Imported, import_bytes};
use crate::domain::merging::by_case;
use crate::text;
use crate::text::{cases, shell};

/// Reads the files: those of cases that are not here are opened, the others wait in a preview for each case.
pub fn open_files(app: App, files: &FileList) {
    let files: Vec<File> = (0..files.length()).filter_map(|index| files.get(index)).collect();
    spawn_local(async move {
        let mut read = Vec::new();
        for file in files {
            let name = file.name();
            match transfer::read(&file).await {
                Some(bytes) => read.extend(imported(app, &name, &bytes)),
                None => app.warn(shell::could_not_read(&name, shell::UNREADABLE_FILE)),
            }
        }
        take(app, read, None);
    });
}

/// Opens the example that lies beside the app.
pub fn open_example(app: App) {
    spawn_local(async move {
        match transfer::fetch(EXAMPLE).await {
            Some(bytes) => {
                let files = imported(app, EXAMPLE, &bytes).into_iter().collect();
                take(app, files, Some(cases::EXAMPLE_OPENED));
            }
            None => app.warn(cases::EXAMPLE_MISSING),
        }
    });
}

/// The example's address, relative to the page, so that it is found at any path.
const EXAMPLE: &str = "eksempelsag.json";

/// Goes on to the next of the waiting previews: to the case it is of, with the focus on its heading.
pub fn show_next(app: App) {
    let next = app.incoming.with_untracked(|incoming| incoming.first().map(|(case, _)| case.0));
    match next {
        Some(id) => {
            if app.page.get_untracked().case() == Some(id) {
                open_here(app, id);
                focus_on(HEADING);
            } else {
                // A new page takes the focus itself, to what its address names.
                open_here(app, id);
                let address = at(id, CasePage::Overview, HEADING);
                let _ = window().location().set_hash(&address);
            }
        }
        None => focus_on(FILE_INPUT),
    }
}

/// The heading of a preview.
pub const HEADING: &str = "flet-overskrift";

/// What a file holds, under its name; says so where it cannot be read.
fn imported(app: App, name: &str, bytes: &[u8]) -> Option<(String, Imported)> {
    match import_bytes(bytes) {
        Ok(imported) => Some((name.to_owned(), imported)),
        Err(error) => {
            let error = text::import_error_text(&error);
            let place = error.place.unwrap_or_default();
            let why = [error.what.as_str(), &place, error.remedy].join(" ");
            app.warn(shell::could_not_read(name, &why));
            None
        }
    }
}

/// Opens what is not here and previews what is; with words of their own, what is here is only gone to.
fn take(app: App, files: Vec<(String, Imported)>, words: Option<&'static str>) {
    let names: Vec<(CaseId, String)> =
        files.iter().map(|(name, file)| (file.case, name.clone())).collect();
    let mut waiting = Vec::new();
    for (case, files) in by_case(files.into_iter().map(|(_, file)| file).collect()) {
        let is_open = app.read_untracked(|open| open.id) == Some(case.0);
        if !is_open && !app.has(case.0) {
            app.take_files(case.0, files);
            go_to(app, case.0);
            let name = names.iter().find(|(other, _)| *other == case).map(|(_, name)| name);
            match (words, name) {
                (Some(words), _) => app.say(words),
                (None, name) => app.say(shell::opened(name.map_or("", String::as_str))),
            }
        } else if let Some(words) = words {
            if !is_open {
                app.open_stored(case.0);
            }
            app.take_files(case.0, files);
            go_to(app, case.0);
            app.say(words);
        } else {
            waiting.push((case, files));
        }
    }
    if !waiting.is_empty() {
        app.incoming.update(|incoming| {
            for (case, files) in waiting {
                match incoming.iter_mut().find(|(other, _)| *other == case) {
                    Some((_, others)) => others.extend(files),
                    None => incoming.push((case, files)),
                }
            }
        });
        show_next(app);
    }
}

fn go_to(app: App, id: Id) {
    open_here(app, id);
    if app.page.get_untracked().case() != Some(id) {
        let _ = window().location().set_hash(&Page::Case(id, CasePage::Overview).href());
    }
}

fn open_here(app: App, id: Id) {
    if app.read_untracked(|open| open.id) != Some(id) {
        app.open_stored(id);
    }
}
