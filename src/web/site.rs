//! The site's own settings, fetched when the app starts: with none of them, nothing more is done or fetched.

use std::sync::Arc;

use leptos::task::spawn_local;

use super::state::App;
use super::{clock, rest, transfer};
use crate::domain::site::{FILE_NAME, Site};
use crate::web::prelude::*;

/// None until it is known whether the site has settings.
pub type SiteSettings = RwSignal<Option<Arc<Site>>>;

/// An object without keys, perhaps with a line end: what the app comes with.
const EMPTY: usize = 4;

/// Fetches the settings; what they say is read and shown by the rest of the program.
pub fn follow(app: App) {
    spawn_local(async move {
        // Whoever replaces the file finds the new one in use, whatever the browser keeps.
        let bytes = transfer::fetch(&format!("{FILE_NAME}?{}", clock::now())).await;
        // Some servers answer with a page where there is no such file.
        match bytes.filter(|bytes| bytes.len() > EMPTY && bytes.first() != Some(&b'<')) {
            Some(bytes) => rest::call(app, move |rest| (rest.take_site)(app, &bytes)),
            None => app.site.set(Some(Arc::default())),
        }
    });
}
