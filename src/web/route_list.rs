//! How the list of routes was left, for who comes back to it.

use crate::web::prelude::*;

use crate::domain::guidance::RouteFilter;

/// What is searched for and shown in the open case's list of routes, kept while its other pages are read.
#[derive(Clone, Copy)]
pub struct RouteList {
    pub search: RwSignal<String>,
    pub filter: RwSignal<RouteFilter>,
    /// How many portions of the rows are shown.
    pub portions: RwSignal<usize>,
}

impl Default for RouteList {
    /// Everything is shown.
    fn default() -> RouteList {
        RouteList {
            search: RwSignal::default(),
            filter: RwSignal::default(),
            portions: RwSignal::new(1),
        }
    }
}

impl RouteList {
    /// Another case is another list.
    pub fn reset(self) {
        self.search.set(String::new());
        self.filter.set(RouteFilter::default());
        self.portions.set(1);
    }
}
