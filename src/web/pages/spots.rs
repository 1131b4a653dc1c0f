//! Where a change of the case lives: the address of the page and of the element that shows it.

use crate::domain::case::{EntityKind, Field, MarkKey, Scope, Topic};
use crate::domain::merging::Spot;
use crate::web::components::field_id;
use crate::web::route::{CasePage, Page};
use crate::web::state::OpenCase;

use super::handovers::handover_anchor;
use super::{activity_href, agreement_anchor, at, gateway_href, person_anchor, system_anchor};

/// The address of a spot; none where what it was about is no longer there.
pub fn spot_href(open: &OpenCase, spot: &Spot) -> Option<String> {
    let (id, case) = (open.id, open.case());
    let page = |page| Page::Case(id, page).href();
    let facts = |anchor: &str| at(id, CasePage::Facts, anchor);
    Some(match spot.field {
        Field::Case(_) => facts(&field_id(spot.field)),
        Field::OrganisationName(_) | Field::AuthorityName(_) => page(CasePage::Facts),
        Field::System(system, _) | Field::Exists(EntityKind::System, system) => {
            case.systems.get(&system)?;
            facts(&system_anchor(system))
        }
        Field::Person(person, _) | Field::Exists(EntityKind::Person, person) => {
            case.people.get(&person)?;
            facts(&person_anchor(person))
        }
        Field::Exists(EntityKind::Organisation | EntityKind::Authority, _) => page(CasePage::Facts),
        Field::Exists(EntityKind::Route, route) => {
            case.routes.get(&route)?;
            page(CasePage::Route(route))
        }
        Field::Route(route, _) => {
            case.routes.get(&route)?;
            at(id, CasePage::Route(route), &field_id(spot.field))
        }
        Field::Agreement(agreement, _) | Field::Exists(EntityKind::Agreement, agreement) => {
            case.agreements.get(&agreement)?;
            at(id, CasePage::Agreements, &agreement_anchor(agreement))
        }
        Field::Attempt(..) | Field::Planned(..) => page(CasePage::Cutover),
        Field::Due(Topic::Activity(activity, scope)) => {
            is_there(open, scope).then(|| activity_href(id, activity, scope))?
        }
        Field::Due(Topic::Gateway(gateway, scope)) => {
            is_there(open, scope).then(|| gateway_href(id, gateway, scope))?
        }
        Field::Due(Topic::Route(route)) => {
            case.routes.get(&route)?;
            page(CasePage::Route(route))
        }
        Field::Due(Topic::Case) | Field::Meeting(..) => page(CasePage::Meeting),
        Field::Done(MarkKey { activity, scope, .. }, _) => {
            is_there(open, scope).then(|| activity_href(id, activity, scope))?
        }
        Field::Decision(gateway, scope, _) => {
            is_there(open, scope).then(|| gateway_href(id, gateway, scope))?
        }
        Field::Check(_) => Page::Glossary.href(),
        Field::Sent(handover, scope) => {
            at(id, CasePage::Handovers, &handover_anchor(handover, scope))
        }
    })
}

fn is_there(open: &OpenCase, scope: Scope) -> bool {
    match scope {
        Scope::Route(route) => open.case().routes.contains_key(&route),
        Scope::Agreement(agreement) => open.case().agreements.contains_key(&agreement),
        Scope::Case | Scope::Attempt(_) => true,
    }
}
