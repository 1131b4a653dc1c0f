//! The site's rules of who signs: a file beside the app, fetched when a case or a page first needs it.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use crate::web::prelude::*;
use leptos::task::spawn_local;

use super::state::App;
use super::{clock, transfer};
use crate::domain::signers::{FILE_NAME, Rule, RuleFile, read_rules};

/// The rules as the site has them, and as they are being edited.
#[derive(Clone, Copy, Default)]
pub struct SiteRules {
    /// None until the file has come; without one there are none.
    pub site: RwSignal<Option<RuleFile>>,
    /// The rules on the page that edits them, each under a number of its own; none before anything is changed.
    pub draft: RwSignal<Option<Vec<(u32, Rule)>>>,
}

thread_local! {
    static RULES: RefCell<Arc<[Rule]>> = RefCell::default();
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// The rules that are known now, for a case that is opened.
pub fn current() -> Arc<[Rule]> {
    RULES.with_borrow(Arc::clone)
}

/// Fetches the rules as soon as a case is open.
pub fn follow(app: App) {
    let is_open = app.derive(|_| true);
    Effect::new(move |_| {
        if is_open.get() {
            fetch(app);
        }
    });
}

/// Fetches the rules, once it is known where the site has them. Without a file there are no rules, and that is no fault.
pub fn fetch(app: App) {
    Effect::new(move |_| {
        let address = app.site.with(|site| site.as_ref().map(|site| site.rules.clone()));
        if let Some(address) = address
            && !ASKED.replace(true)
        {
            fetch_from(app, address);
        }
    });
}

/// Fetches the rules; the page is drawn first.
fn fetch_from(app: App, address: String) {
    spawn_local(async move {
        clock::pause().await;
        let address = if address.is_empty() { FILE_NAME } else { &address };
        // Whoever replaces the file finds the new one in use, whatever the browser keeps.
        let sign = if address.contains('?') { '&' } else { '?' };
        let bytes = transfer::fetch(&format!("{address}{sign}{}", clock::now())).await;
        // Some servers answer with a page where there is no such file.
        let is_page = |bytes: &Vec<u8>| bytes.trim_ascii_start().starts_with(b"<");
        let file = bytes.filter(|bytes| !is_page(bytes)).map(|bytes| read_rules(&bytes));
        let file = file.unwrap_or_default();
        RULES.set(Arc::clone(&file.rules));
        app.require_signers(&file.rules);
        app.rules.site.set(Some(file));
    });
}
