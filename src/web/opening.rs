//! Opening case files: as a new case, or to be looked at before they are merged where the case is here already.

use crate::web::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, FileList};

use super::components::FILE_INPUT;
use super::dom::focus_on;
use super::frame::case_title;
use super::pages::at;
use super::route::{CasePage, Page};
use super::state::App;
use super::{clock, transfer};
use crate::domain::case::{Author, Id};
use crate::domain::exchange::{
    Backup, CaseId, Delivery, ImportError, Imported, Reading, check_size, import_backup,
    text_of_bytes,
};
use crate::domain::merging::{by_case, preview};
use crate::text;
use crate::text::{cases, handover_page, shell};

/// Reads the files: those of cases that are not here are opened, the others wait in a preview for each case.
pub fn open_files(app: App, files: Vec<File>) {
    spawn_local(async move {
        let mut read = Vec::new();
        for file in files {
            let name = transfer::name_of(&file);
            let Some(bytes) = bytes_of(app, &file).await else { continue };
            match import_backup(&bytes) {
                Some(backup) => take_backup(app, backup),
                None => read.extend(imported(app, &name, &bytes).await),
            }
        }
        take(app, read, None);
    });
}

/// Reads the first of the files, to be looked at and not opened.
pub fn read_one(app: App, files: &FileList, into: RwSignal<Option<(String, Imported)>>) {
    let Some(file) = files.get(0) else { return };
    spawn_local(async move {
        let name = transfer::name_of(&file);
        if let Some(bytes) = bytes_of(app, &file).await {
            into.set(imported(app, &name, &bytes).await);
        }
    });
}

/// Opens the example that lies beside the app.
pub fn open_example(app: App) {
    spawn_local(async move {
        match transfer::fetch(EXAMPLE).await {
            Some(bytes) => {
                let files = imported(app, EXAMPLE, &bytes).await.into_iter().collect();
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

/// A file's bytes; says so where there are none, or more than are ever read.
async fn bytes_of(app: App, file: &File) -> Option<Vec<u8>> {
    let why = match check_size(file.size() as usize) {
        Err(error) => why(&error),
        Ok(()) => match transfer::read(file).await {
            Some(bytes) => return Some(bytes),
            None => shell::UNREADABLE_FILE.to_owned(),
        },
    };
    app.warn(shell::could_not_read(&transfer::name_of(file), &why));
    None
}

/// What a file holds, under its name; says so where it cannot be read.
async fn imported(app: App, name: &str, bytes: &[u8]) -> Option<(String, Imported)> {
    let read = read_in_steps(app, name, bytes).await;
    app.reading.set(None);
    match read {
        Ok(Some(imported)) => Some((name.to_owned(), imported)),
        Ok(None) => {
            app.say(shell::reading_stopped(name));
            None
        }
        Err(error) => {
            app.warn(shell::could_not_read(name, &why(&error)));
            None
        }
    }
}

/// Reads a file a little at a time; none if the user stops it.
async fn read_in_steps(
    app: App,
    name: &str,
    bytes: &[u8],
) -> Result<Option<Imported>, ImportError> {
    let text = text_of_bytes(bytes)?;
    let mut reading = Reading::start(&text)?;
    let mut since = clock::now();
    while reading.step(STEP)? {
        if clock::now() - since > AT_ONCE {
            app.reading.set(Some((name.to_owned(), reading.progress())));
            clock::pause().await;
            if app.reading.with_untracked(Option::is_none) {
                return Ok(None);
            }
            since = clock::now();
        }
    }
    reading.finish().map(Some)
}

/// So many events are read between two looks at the clock.
const STEP: usize = 100;
/// So long the page may stand still, in milliseconds.
const AT_ONCE: i64 = 30;

/// Opens what is not here and previews what is; with words of their own, what is here is only gone to.
fn take(app: App, files: Vec<(String, Imported)>, words: Option<&'static str>) {
    let names: Vec<(CaseId, String)> =
        files.iter().map(|(name, file)| (file.case, name.clone())).collect();
    let mut waiting = Vec::new();
    // What a file brings is for the case of now.
    app.show_now();
    for (case, files) in by_case(files.into_iter().map(|(_, file)| file).collect()) {
        let is_open = app.read_untracked(|open| open.id) == Some(case.0);
        if !is_open && !app.has(case.0) {
            let delivery = delivered_to_me(app, &files);
            app.take_files(case.0, files);
            go_to(app, case.0);
            let name = names.iter().find(|(other, _)| *other == case).map(|(_, name)| name);
            match (words, name) {
                (Some(words), _) => app.say(words),
                (None, name) => app.say(shell::opened(name.map_or("", String::as_str))),
            }
            if let Some(delivery) = delivery {
                receive(app, case.0, &delivery);
            }
        } else if let Some(words) = words {
            if !is_open {
                app.open_stored(case.0);
            }
            app.take_files(case.0, files);
            go_to(app, case.0);
            app.say(words);
        } else {
            open_here(app, case.0);
            if app.read_untracked(|open| open.newer) == Some(true) {
                app.warn(shell::NEWER);
                continue;
            }
            match delivered_to_me(app, &files) {
                // There is nothing to look at first.
                Some(delivery) if has_all(app, &files) => {
                    let known = files.iter().map(|file| file.events.len()).sum();
                    app.say(shell::merged(0, known, 0));
                    receive(app, case.0, &delivery);
                }
                _ => waiting.push((case, files)),
            }
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

/// Whether the open case has all that the files have.
fn has_all(app: App, files: &[Imported]) -> bool {
    let me = Author::default();
    let preview = app.read_untracked(|open| preview(Some((&open.file, &open.kept)), &me, files));
    preview.flatten().is_some_and(|preview| preview.is_nothing_new())
}

fn open_here(app: App, id: Id) {
    if app.read_untracked(|open| open.id) != Some(id) {
        app.open_stored(id);
    }
}

/// To which role another handed the newest of the files over; none where I did it myself.
pub fn delivered_to_me(app: App, files: &[Imported]) -> Option<Delivery> {
    let mine = app.profile.get_untracked().author(&[]);
    let cover = files.iter().map(|file| &file.cover).max_by_key(|cover| cover.at)?;
    let is_mine =
        !mine.name.is_empty() && cover.by.name == mine.name && cover.by.initials == mine.initials;
    cover.delivery.clone().filter(|_| !is_mine)
}

/// A file that was handed over opens at the turn of the role it is for; what was said of it is said first.
pub fn receive(app: App, id: Id, delivery: &Delivery) {
    app.choose_role(delivery.to, true);
    let what = app.notice.with_untracked(|it| it.as_ref().map(|it| it.text.clone()));
    let role = text::role_short(delivery.to);
    app.say_more(handover_page::received_as(role, &what.unwrap_or_default()));
    let _ = window().location().set_hash(&Page::Case(id, CasePage::MyTurn).href());
}

/// Takes in the cases of a backup one by one and says of each what became of it.
fn take_backup(app: App, backup: Backup) {
    app.show_now();
    let failed = backup.iter().any(Result::is_err);
    let mut said = Vec::new();
    for (number, case) in backup.into_iter().enumerate() {
        let imported = match case {
            Ok(imported) => imported,
            Err(error) => {
                said.push(shell::backup_case_failed(number + 1, &why(&error)));
                continue;
            }
        };
        let id = imported.case.0;
        let was_here = app.has(id);
        if app.read_untracked(|open| open.id) != Some(id) {
            app.open_stored(id);
        }
        let merged = app.take_files(id, vec![imported]);
        let title = app.read_untracked(case_title).unwrap_or_default();
        said.push(shell::backup_case(&title, was_here, merged.added.len(), merged.clashes.len()));
    }
    // The pages of a case show the one that is open: who stood on another goes to the list.
    if app.page.get_untracked().case().is_some() {
        let _ = window().location().set_hash(&Page::Cases.href());
    }
    let said = shell::backup_taken(&said);
    if failed { app.warn(said) } else { app.say(said) }
}

fn why(error: &ImportError) -> String {
    let error = text::import_error_text(error);
    [error.what.as_str(), &error.place.unwrap_or_default(), error.remedy].join(" ")
}
