//! The pages, and where on them things are found.

mod agreements;
mod cases;
mod changes;
mod cutover;
mod facts;
mod glossary;
mod guide;
mod handovers;
mod history;
mod import;
mod licences;
mod meeting;
mod merge;
mod my_turn;
mod overview;
mod prints;
mod process;
mod route;
mod routes;
mod rules;
mod settings;
mod signatures;
pub mod spots;
mod turns;

pub use agreements::AgreementsPage;
pub use cases::{CasesPage, create_case};
pub use cutover::{CutoverPage, RunBookPage};
pub use facts::FactsPage;
pub use glossary::{GlossaryPage, WordsOnPage, concept_anchor};
pub use guide::GuidePage;
pub use handovers::HandoversPage;
pub use history::HistoryPage;
pub use import::ImportPage;
pub use licences::LicencesPage;
pub use meeting::MeetingPage;
pub use merge::MergePreview;
pub use my_turn::MyTurnPage;
pub use overview::OverviewPage;
pub use prints::PrintsPage;
pub use process::ProcessPage;
pub use route::RoutePage;
pub use routes::{PlanPage, RoutesPage};
pub use rules::{RuleTrouble, RulesPage};
pub use settings::SettingsPage;
pub use signatures::{SignaturesPage, name_signer};

use super::components::field_id;
use super::prelude::*;
use super::route::{CasePage, Page};
use super::state::{App, OpenCase};
use crate::domain::case::{Field, Id, OrderKind, RouteField, Scope};
use crate::domain::documents::Document;
use crate::domain::guidance::{Place, Signing, Wait, WaitOn};
use crate::domain::process::{Activity, Gateway, Part, Role, ScopeKind};
use crate::text;

/// In the address of "Udskrifter": which signer's sheet is printed, by its place from 1; 0 is all of them.
pub const SHEET: &str = "?ark=";
/// In the address of "Udskrifter": which document is shown, by its code.
pub const DOCUMENT: &str = "?dokument=";

/// Leads to a document as it will be printed.
pub fn print_link(document: Document) -> Html {
    let page = |open: &OpenCase| Page::Case(open.id, CasePage::Prints).href();
    let page = App::get().read_untracked(page).unwrap_or_default();
    let href = format!("{page}{DOCUMENT}{}", document.code());
    let label = text::documents::print_named(document);
    view! { <a class="button button-tertiary screen-only" href=href>{label}</a> }
}

/// The element id of an activity's card.
pub fn activity_anchor(activity: Activity, scope: Scope) -> String {
    format!("pkt-{}-{scope}", activity.code())
}

/// The element id of a gateway's card.
pub fn gateway_anchor(gateway: Gateway, scope: Scope) -> String {
    format!("svar-{}-{scope}", gateway.code())
}

/// The element id of a role's row under "Stamdata".
pub fn role_anchor(role: Role) -> String {
    format!("stamdata-rolle-{}", role.code())
}

/// The element id of an it-system's card under "Stamdata".
pub fn system_anchor(system: Id) -> String {
    format!("stamdata-system-{system}")
}

/// The element id of a person's line under "Stamdata".
pub fn person_anchor(person: Id) -> String {
    format!("stamdata-person-{person}")
}

/// The element id of a route's link in the list of routes.
pub fn row_anchor(route: Id) -> String {
    format!("rute-{route}")
}

/// The element id of an order's heading on its route's page.
pub fn order_anchor(kind: OrderKind) -> String {
    format!("ordre-{}", kind.code())
}

/// The element id of an order's signatures on its route's page.
pub fn signatures_anchor(kind: OrderKind) -> String {
    format!("underskrifter-{}", kind.code())
}

/// The element id of an agreement's heading under "Serviceaftaler".
pub fn agreement_anchor(agreement: Id) -> String {
    format!("aftale-{agreement}")
}

/// The page on which an activity is performed.
pub fn activity_page(activity: Activity) -> CasePage {
    match activity.info().scope {
        ScopeKind::Agreement => CasePage::Agreements,
        ScopeKind::Attempt => CasePage::Cutover,
        ScopeKind::Route => CasePage::Routes,
        ScopeKind::Case if activity.part() == Part::Prepare => CasePage::Routes,
        ScopeKind::Case => CasePage::Overview,
    }
}

/// The address of an activity's card.
pub fn activity_href(case: Id, activity: Activity, scope: Scope) -> String {
    let page = match scope {
        Scope::Route(route) => CasePage::Route(route),
        _ => activity_page(activity),
    };
    at(case, page, &activity_anchor(activity, scope))
}

/// The address of the page where an activity made of others is worked through, with the link's words.
pub fn composite_href(case: Id, activity: Activity) -> Option<(String, &'static str)> {
    use crate::text::common;
    match activity {
        Activity::U14 | Activity::U22 => {
            Some((Page::Case(case, CasePage::Routes).href(), common::GO_TO_ROUTES))
        }
        Activity::U19 => Some((Page::Case(case, CasePage::Cutover).href(), common::GO_TO_CUTOVER)),
        _ => None,
    }
}

pub fn agreements_href(case: Id) -> String {
    Page::Case(case, CasePage::Agreements).href()
}

/// Where what is waited for is done.
pub fn wait_href(open: &OpenCase, wait: &Wait) -> String {
    let page = |page| Page::Case(open.id, page).href();
    match wait.on {
        WaitOn::Activity(activity, scope) => activity_href(open.id, activity, scope),
        WaitOn::Answer(gateway, scope) => gateway_href(open.id, gateway, scope),
        WaitOn::AnyRoute | WaitOn::Decisions(_) | WaitOn::Orders(_) => page(CasePage::Routes),
        WaitOn::AnyAgreement => page(CasePage::Agreements),
        WaitOn::Receipts(_) | WaitOn::Incidents(_) => page(CasePage::Cutover),
        WaitOn::Signatures(route) => signatures_href(open, route),
        WaitOn::Agreement(route) => {
            let field = Field::Route(route, RouteField::Agreement);
            at(open.id, CasePage::Route(route), &field_id(field))
        }
    }
}

/// The address of a gateway's card.
pub fn gateway_href(case: Id, gateway: Gateway, scope: Scope) -> String {
    let page = match gateway {
        Gateway::MoreAgreements | Gateway::AgreementsNeeded => CasePage::Agreements,
        Gateway::StillUsed => CasePage::Overview,
        _ => match scope {
            Scope::Attempt(_) => CasePage::Cutover,
            Scope::Route(route) => CasePage::Route(route),
            _ => CasePage::Routes,
        },
    };
    at(case, page, &gateway_anchor(gateway, scope))
}

/// Where a finding is mended.
pub fn place_href(open: &OpenCase, place: Place) -> String {
    let page = |page| Page::Case(open.id, page).href();
    match place {
        Place::Case | Place::Field(_) => page(CasePage::Overview),
        Place::Route(route) => page(CasePage::Route(route)),
        Place::Order(route, kind) => at(open.id, CasePage::Route(route), &order_anchor(kind)),
        Place::Agreement(id) => at(open.id, CasePage::Agreements, &agreement_anchor(id)),
        Place::Attempt(_) => page(CasePage::Cutover),
        Place::Activity(activity, scope) => activity_href(open.id, activity, scope),
        Place::Role(role) => at(open.id, CasePage::Facts, &role_anchor(role)),
        Place::System(system) => at(open.id, CasePage::Facts, &system_anchor(system)),
    }
}

/// The address of the signatures that the first of the route's orders lacks.
fn signatures_href(open: &OpenCase, route: Id) -> String {
    let decision = open.guidance.routes.get(&route);
    let mut orders = decision.into_iter().flat_map(|decision| &decision.orders);
    let unsigned = orders.find(|o| matches!(o.signing, Signing::Unclear | Signing::Lacking(_)));
    let kind = unsigned.map_or(OrderKind::Establish, |order| order.kind);
    at(open.id, CasePage::Route(route), &signatures_anchor(kind))
}

/// An address that also names the element to show there.
pub fn at(case: Id, page: CasePage, anchor: &str) -> String {
    format!("{}?vis={anchor}", Page::Case(case, page).href())
}
