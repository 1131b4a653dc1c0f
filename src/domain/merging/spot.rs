//! Where a change lives: the page and the field it leads to.

use crate::domain::case::{EntityKind, Field, Id, Scope, Topic};
use crate::domain::codes::codes;

codes! {
    /// A page of a case on which things are changed, in the order they are read.
    pub enum Page {
        /// Stamdata.
        Facts = "stamdata",
        /// Min tur: the activities and questions of the whole case.
        MyTurn = "min-tur",
        /// Ruter, or one route.
        Routes = "ruter",
        Agreements = "serviceaftaler",
        /// Omlægning.
        Cutover = "omlaegning",
        /// Møde.
        Meeting = "moede",
        Handovers = "overleveringer",
        /// Begreber, where the check items of the neighbouring processes are.
        Glossary = "begreber",
    }
}

/// A place to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    pub page: Page,
    /// The route, agreement or attempt on that page; the whole case otherwise.
    pub scope: Scope,
    /// The field itself: its path is the anchor.
    pub field: Field,
}

impl Spot {
    /// Where a field is shown.
    pub fn of(field: Field) -> Spot {
        let (page, scope) = match field {
            Field::Case(_)
            | Field::OrganisationName(_)
            | Field::AuthorityName(_)
            | Field::System(..)
            | Field::Person(..) => (Page::Facts, Scope::Case),
            Field::Exists(kind, id) => match kind {
                EntityKind::Route => (Page::Routes, Scope::Route(id)),
                EntityKind::Agreement => (Page::Agreements, Scope::Agreement(id)),
                EntityKind::Organisation
                | EntityKind::Authority
                | EntityKind::System
                | EntityKind::Person => (Page::Facts, Scope::Case),
            },
            Field::Route(id, _) => (Page::Routes, Scope::Route(id)),
            Field::Agreement(id, _) => (Page::Agreements, Scope::Agreement(id)),
            Field::Attempt(number, _) | Field::Planned(number, _) => {
                (Page::Cutover, Scope::Attempt(number))
            }
            Field::Due(Topic::Activity(_, scope) | Topic::Gateway(_, scope)) => {
                (page_of(scope), scope)
            }
            Field::Due(Topic::Route(id)) => (Page::Routes, Scope::Route(id)),
            Field::Due(Topic::Case) | Field::Meeting(..) => (Page::Meeting, Scope::Case),
            Field::Done(key, _) => (page_of(key.scope), key.scope),
            Field::Decision(_, scope, _) => (page_of(scope), scope),
            Field::Check(_) => (Page::Glossary, Scope::Case),
            Field::Sent(_, scope) => (Page::Handovers, scope),
        };
        Spot { page, scope, field }
    }

    /// The route it is about, on whatever page.
    pub fn route(&self) -> Option<Id> {
        match self.scope {
            Scope::Route(id) => Some(id),
            _ => None,
        }
    }

    /// The place whose changes are told together: the page, and on "Ruter" the route.
    pub(super) fn group(&self) -> (Page, Option<Id>) {
        (self.page, self.route())
    }
}

fn page_of(scope: Scope) -> Page {
    match scope {
        Scope::Case => Page::MyTurn,
        Scope::Agreement(_) => Page::Agreements,
        Scope::Route(_) => Page::Routes,
        Scope::Attempt(_) => Page::Cutover,
    }
}
