//! How the list of routes was left, for who comes back to it.

use crate::web::prelude::*;

use crate::domain::guidance::{Chosen, RouteColumn, RoutePick};
use crate::web::storage;

/// What is searched for, shown and chosen in the open case's list of routes, kept while its other pages are read.
#[derive(Clone, Copy)]
pub struct RouteList {
    pub search: RwSignal<String>,
    pub pick: RwSignal<RoutePick>,
    /// The column that is sorted by, and whether backwards; none is as the lines were added.
    pub sort: RwSignal<Option<(RouteColumn, bool)>>,
    /// How many portions of the rows are shown.
    pub portions: RwSignal<usize>,
    /// The columns that are not shown, a bit each; the same in every case, and remembered.
    pub hidden: RwSignal<usize>,
    pub chosen: RwSignal<Chosen>,
}

impl Default for RouteList {
    /// Everything is shown, in the columns chosen last.
    fn default() -> RouteList {
        RouteList {
            search: RwSignal::default(),
            pick: RwSignal::default(),
            sort: RwSignal::default(),
            portions: RwSignal::new(1),
            hidden: RwSignal::new(storage::hidden_columns()),
            chosen: RwSignal::default(),
        }
    }
}

impl RouteList {
    /// Another case is another list.
    pub fn reset(self) {
        self.show_all();
        self.sort.set(None);
        self.portions.set(1);
        self.chosen.set(Chosen::default());
    }

    /// Nothing is left out.
    pub fn show_all(self) {
        self.search.set(String::new());
        self.pick.set(RoutePick::default());
    }

    /// Whether a column is shown; follows that.
    pub fn has_column(self, column: RouteColumn) -> bool {
        self.hidden.get() & (1 << column as usize) == 0
    }

    /// Shows a column, or leaves it out.
    pub fn show_column(self, column: RouteColumn, shown: bool) {
        let bit = 1 << column as usize;
        self.hidden.update(|hidden| *hidden = if shown { *hidden & !bit } else { *hidden | bit });
        storage::hide_columns(self.hidden.get_untracked());
    }
}
