//! The rules that are being edited, each under a number of its own that it keeps while it is moved.

use std::sync::Arc;

use super::rule::name_id;
use crate::domain::signers::{Rule, check};
use crate::web::dom::focus_on;
use crate::web::prelude::*;
use crate::web::state::App;

type Draft = Vec<(u32, Rule)>;

/// What the editing page works on: the site's rules until something is changed.
#[derive(Clone, Copy)]
pub struct Desk {
    app: App,
    now: Memo<Draft>,
    /// As the list was before the last rule was removed or the list replaced.
    before: RwSignal<Option<Draft>>,
}

impl Desk {
    pub fn new(app: App) -> Desk {
        let now = Memo::new(move || {
            app.rules.draft.get().unwrap_or_else(|| {
                let rules = app.rules.site.with(|it| it.as_ref().map(|it| it.rules.clone()));
                keyed(&rules.unwrap_or_default(), 0)
            })
        });
        Desk { app, now, before: RwSignal::new(None) }
    }

    pub fn with<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.now.with(read)
    }

    /// The rules, numbered by their places.
    pub fn rules(self) -> Vec<Rule> {
        self.with(|draft| {
            let numbered = draft.iter().enumerate();
            numbered.map(|(place, (_, it))| Rule { number: place + 1, ..it.clone() }).collect()
        })
    }

    pub fn site(self) -> Arc<[Rule]> {
        let site = self.app.rules.site.get_untracked();
        site.map(|file| file.rules).unwrap_or_default()
    }

    pub fn is_wrong(self) -> bool {
        untrack(move || self.rules()).iter().any(|rule| !check(rule).is_empty())
    }

    /// One rule and its place; none once it is removed.
    pub fn rule(self, key: u32) -> Option<(usize, Rule)> {
        self.with(|draft| {
            let at = draft.iter().position(|it| it.0 == key)?;
            Some((at, draft.get(at)?.1.clone()))
        })
    }

    pub fn edit(self, key: u32, edit: impl FnOnce(&mut Rule)) {
        self.change(|draft| {
            if let Some((_, rule)) = draft.iter_mut().find(|it| it.0 == key) {
                edit(rule);
            }
        });
    }

    pub fn add(self) {
        let mut added = 0;
        self.change(|draft| {
            added = next(draft);
            draft.push((added, Rule::default()));
        });
        focus_on(name_id(added));
    }

    pub fn remove(self, key: u32) {
        self.keep();
        self.change(|draft| draft.retain(|it| it.0 != key));
        focus_on("regler");
    }

    /// Moves a rule past its neighbour, if it has one that way.
    pub fn step(self, key: u32, back: bool) {
        self.change(|draft| {
            let Some(at) = draft.iter().position(|it| it.0 == key) else { return };
            let to = if back { at.wrapping_sub(1) } else { at + 1 };
            if to < draft.len() {
                draft.swap(at, to);
            }
        });
    }

    /// Takes other rules in place of these.
    pub fn replace(self, rules: &[Rule]) {
        self.keep();
        self.change(|draft| *draft = keyed(rules, next(draft)));
    }

    pub fn can_undo(self) -> bool {
        self.before.with(Option::is_some)
    }

    pub fn undo(self) {
        if let Some(before) = self.before.get_untracked() {
            self.before.set(None);
            self.app.rules.draft.set(Some(before));
        }
    }

    fn keep(self) {
        self.before.set(Some(self.now.get_untracked()));
    }

    fn change(self, change: impl FnOnce(&mut Draft)) {
        let mut draft = self.now.get_untracked();
        change(&mut draft);
        self.app.rules.draft.set(Some(draft));
    }
}

fn next(draft: &Draft) -> u32 {
    draft.iter().map(|it| it.0 + 1).max().unwrap_or(0)
}

fn keyed(rules: &[Rule], first: u32) -> Draft {
    (first..).zip(rules.iter().cloned()).collect()
}
