//! The rows that are on the page: those one sees follow an act in its own frame, the rest in the frames after it.
//!
//! Building and painting a row is what costs, not deriving it; so a few are built or changed at a time.

use std::collections::{BTreeMap, BTreeSet};

use crate::web::prelude::*;
use leptos::ev;

use super::row::RowFacts;
use crate::domain::case::Id;
use crate::web::pages::row_anchor;
use crate::web::state::App;

/// So many rows are built in the frame of an act, and so many are changed: what fits on a screen, about.
const AT_FIRST: usize = 4;
/// So many in each of the frames after it.
const AT_ONCE: usize = 12;

#[derive(Clone, Copy)]
pub struct ShownRows {
    app: App,
    /// The lines whose rows are to be on the page, in order.
    wanted: Memo<Vec<Id>>,
    /// The lines that are replaced together, group by group.
    together: Memo<Vec<Vec<Id>>>,
    /// The lines whose rows are there.
    here: RwSignal<Vec<Id>>,
    /// What each of those rows shows.
    told: StoredValue<BTreeMap<Id, RwSignal<RowFacts>>>,
    /// A frame is asked for already.
    is_asked: StoredValue<bool>,
    /// The place of the first row that is not scrolled out of sight.
    top: StoredValue<usize>,
}

impl ShownRows {
    pub fn new(app: App, wanted: Memo<Vec<Id>>, together: Memo<Vec<Vec<Id>>>) -> ShownRows {
        let here = RwSignal::new(Vec::new());
        let (told, is_asked) = (StoredValue::default(), StoredValue::new(false));
        let top = StoredValue::new(0);
        let shown = ShownRows { app, wanted, together, here, told, is_asked, top };
        shown.step(AT_FIRST);
        // Looked at while the page stands: after a change it would have to be laid out for it.
        let scrolled = window_event_listener(ev::scroll, move |_| {
            top.set_value(here.with_untracked(|here| here.partition_point(is_above_the_page)));
        });
        on_cleanup(move || scrolled.remove());
        Effect::new(move |_| {
            wanted.track();
            app.read(|_| ());
            shown.step(AT_FIRST);
        });
        shown
    }

    /// The lines whose rows are there; followed.
    pub fn lines(self) -> Vec<Id> {
        self.here.get()
    }

    /// What the row of this line shows, for the row that is being built; let go of with it.
    pub fn facts(self, route: Id) -> RwSignal<RowFacts> {
        let facts = RwSignal::new(self.derive(route));
        self.told.update_value(|told| {
            told.insert(route, facts);
        });
        on_cleanup(move || {
            let _ = self.told.try_update_value(|told| told.remove(&route));
        });
        facts
    }

    fn derive(self, route: Id) -> RowFacts {
        let facts = self.app.read_untracked(|open| {
            self.together.with_untracked(|together| RowFacts::of(open, together, route))
        });
        facts.unwrap_or_default()
    }

    /// Brings the page nearer to what it is to show by so many rows, and goes on where it is not there yet.
    fn step(self, most: usize) {
        let (told, brought) = (self.tell(most), self.bring(most));
        if told && brought || self.is_asked.get_value() {
            return;
        }
        self.is_asked.set_value(true);
        // The next frame shows what was done outside one.
        self.after(u8::from(most == AT_FIRST));
    }

    /// Goes on at the next frame, or so many later.
    fn after(self, frames: u8) {
        let go_on = move || {
            // The page may be left by then.
            if self.here.try_get_untracked().is_none() {
                return;
            }
            if frames > 0 {
                return self.after(frames - 1);
            }
            self.is_asked.set_value(false);
            self.step(AT_ONCE);
        };
        // A tab in the background is given no frames.
        if document().hidden() {
            set_timeout(go_on, std::time::Duration::ZERO);
        } else {
            request_animation_frame(go_on);
        }
    }

    /// Takes away the rows that are to go and builds some that are lacking; false where more are.
    fn bring(self, most: usize) -> bool {
        let here: BTreeSet<Id> = self.here.with_untracked(|here| here.iter().copied().collect());
        let mut lacking = 0;
        let next = self.wanted.with_untracked(|wanted| {
            let mut comes = |id: &Id| {
                here.contains(id) || {
                    lacking += 1;
                    lacking <= most
                }
            };
            wanted.iter().copied().filter(|id| comes(id)).collect::<Vec<Id>>()
        });
        if self.here.with_untracked(|here| *here != next) {
            self.here.set(next);
        }
        lacking <= most
    }

    /// Has some of the rows that are there show what has changed; false where more have.
    fn tell(self, most: usize) -> bool {
        let lines = self.here.get_untracked();
        let told = self.told.get_value();
        let changed = |id: &Id| {
            let (shown, facts) = (*told.get(id)?, self.derive(*id));
            shown.with_untracked(|shown| *shown != facts).then_some((*id, shown, facts))
        };
        let mut changed: Vec<(Id, RwSignal<RowFacts>, RowFacts)> =
            lines.iter().filter_map(changed).collect();
        let left = changed.len().saturating_sub(most);
        if left > 0 {
            // What is in sight comes first.
            let above: BTreeSet<Id> = lines.into_iter().take(self.top.get_value()).collect();
            let first = changed.iter().position(|(id, ..)| !above.contains(id));
            changed.rotate_left(first.unwrap_or(0));
        }
        for (_, shown, facts) in changed.into_iter().take(most) {
            shown.set(facts);
        }
        left == 0
    }
}

fn is_above_the_page(line: &Id) -> bool {
    let element = document().get_element_by_id(&row_anchor(*line));
    element.is_some_and(|element| element.get_bounding_client_rect().bottom() < 0.0)
}
