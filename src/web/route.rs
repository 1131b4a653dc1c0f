//! The addresses of the app: hash routes, read and written side by side.

use crate::domain::case::Id;

/// A page of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Cases,
    /// How the app is used, by each role.
    Guide,
    Glossary,
    Settings,
    /// The site's rules of who signs.
    Rules,
    /// A page of one case.
    Case(Id, CasePage),
    /// What the site is made of, and under which licences.
    Licences,
    /// An address that no page has.
    Unknown,
}

/// A page within a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CasePage {
    Overview,
    MyTurn,
    Routes,
    /// A list of routes on its way in.
    Import,
    Route(Id),
    /// Eksekveringsoversigt.
    Plan,
    /// Signatures by signer.
    Signatures,
    Agreements,
    Cutover,
    /// Kørebog: the service window as it runs.
    RunBook,
    Handovers,
    /// A coordination meeting, gone through point by point.
    Meeting,
    /// The diagrams of the process.
    Process,
    Prints,
    History,
    Facts,
}

impl CasePage {
    /// The pages of a case in the order of its navigation; a single route is reached from the list.
    pub const NAVIGATION: [CasePage; 11] = [
        CasePage::Overview,
        CasePage::MyTurn,
        CasePage::Routes,
        CasePage::Agreements,
        CasePage::Cutover,
        CasePage::Handovers,
        CasePage::Meeting,
        CasePage::Process,
        CasePage::Prints,
        CasePage::History,
        CasePage::Facts,
    ];
}

impl Page {
    /// Reads `location.hash`. A part after `?` is the page's own.
    pub fn parse(hash: &str) -> Page {
        let path = hash.trim_start_matches('#').split('?').next().unwrap_or_default();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let case = |id: &str, page| id.parse().map_or(Page::Unknown, |id| Page::Case(id, page));
        match parts.as_slice() {
            [] => Page::Cases,
            ["vejledning"] => Page::Guide,
            ["begreber"] => Page::Glossary,
            ["indstillinger"] => Page::Settings,
            ["indstillinger", "underskrifter"] => Page::Rules,
            ["licenser"] => Page::Licences,
            ["sag", id] => case(id, CasePage::Overview),
            ["sag", id, "min-tur"] => case(id, CasePage::MyTurn),
            ["sag", id, "ruter"] => case(id, CasePage::Routes),
            ["sag", id, "ruter", "eksekvering"] => case(id, CasePage::Plan),
            ["sag", id, "ruter", "underskrifter"] => case(id, CasePage::Signatures),
            ["sag", id, "ruter", "indlaes"] => case(id, CasePage::Import),
            ["sag", id, "ruter", route] => {
                route.parse().map_or(Page::Unknown, |route| case(id, CasePage::Route(route)))
            }
            ["sag", id, "serviceaftaler"] => case(id, CasePage::Agreements),
            ["sag", id, "omlaegning"] => case(id, CasePage::Cutover),
            ["sag", id, "omlaegning", "koerebog"] => case(id, CasePage::RunBook),
            ["sag", id, "overleveringer"] => case(id, CasePage::Handovers),
            ["sag", id, "moede"] => case(id, CasePage::Meeting),
            ["sag", id, "proces"] => case(id, CasePage::Process),
            ["sag", id, "udskrifter"] => case(id, CasePage::Prints),
            ["sag", id, "historik"] => case(id, CasePage::History),
            ["sag", id, "stamdata"] => case(id, CasePage::Facts),
            _ => Page::Unknown,
        }
    }

    /// The address that [`Page::parse`] reads back.
    pub fn href(self) -> String {
        let Page::Case(id, page) = self else {
            return match self {
                Page::Guide => "#/vejledning".to_owned(),
                Page::Glossary => "#/begreber".to_owned(),
                Page::Settings => "#/indstillinger".to_owned(),
                Page::Rules => "#/indstillinger/underskrifter".to_owned(),
                Page::Licences => "#/licenser".to_owned(),
                _ => "#/".to_owned(),
            };
        };
        let rest = match page {
            CasePage::Overview => String::new(),
            CasePage::MyTurn => "/min-tur".to_owned(),
            CasePage::Routes => "/ruter".to_owned(),
            CasePage::Import => "/ruter/indlaes".to_owned(),
            CasePage::Route(route) => format!("/ruter/{route}"),
            CasePage::Plan => "/ruter/eksekvering".to_owned(),
            CasePage::Signatures => "/ruter/underskrifter".to_owned(),
            CasePage::Agreements => "/serviceaftaler".to_owned(),
            CasePage::Cutover => "/omlaegning".to_owned(),
            CasePage::RunBook => "/omlaegning/koerebog".to_owned(),
            CasePage::Handovers => "/overleveringer".to_owned(),
            CasePage::Meeting => "/moede".to_owned(),
            CasePage::Process => "/proces".to_owned(),
            CasePage::Prints => "/udskrifter".to_owned(),
            CasePage::History => "/historik".to_owned(),
            CasePage::Facts => "/stamdata".to_owned(),
        };
        format!("#/sag/{id}{rest}")
    }

    /// The case that the page belongs to.
    pub fn case(self) -> Option<Id> {
        match self {
            Page::Case(id, _) => Some(id),
            _ => None,
        }
    }
}
