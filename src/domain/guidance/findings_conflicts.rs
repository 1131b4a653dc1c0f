//! The check of conflicts: a field in which several values stand is to be settled by someone.

use super::findings::{Finding, FindingKind, Place, Severity, finding};
use crate::domain::case::{Case, CaseField, EntityKind, Field, Topic};
use crate::domain::process::Activity;

/// One finding per field in conflict; those within what is removed went with it.
pub(super) fn of_conflicts(case: &Case, found: &mut Vec<Finding>) {
    for field in case.conflicts.iter().filter(|field| !went_along(case, **field)) {
        let place = Place::Field(*field);
        found.push(finding(FindingKind::Conflict, Severity::Warning, place, source(*field)));
    }
}

/// What is removed and in dispute is not removed in the case, so this leaves out what nobody disputes.
fn went_along(case: &Case, field: Field) -> bool {
    let Some(id) = field.entity() else { return false };
    !matches!(field, Field::Exists(..)) && case.is_removed(id)
}

/// The point of the source that the field is about.
fn source(field: Field) -> Activity {
    match field {
        Field::Done(key, _) => key.activity,
        Field::Decision(gateway, ..) => gateway.info().at,
        Field::Sent(handover, _) => handover.info().sender,
        Field::Case(CaseField::OrderId) => Activity::F1,
        Field::Agreement(..) | Field::Exists(EntityKind::Agreement, _) => Activity::U9,
        Field::Attempt(..) => Activity::U16,
        Field::Planned(_, activity) | Field::Due(Topic::Activity(activity, _)) => activity,
        Field::Due(Topic::Gateway(gateway, _)) => gateway.info().at,
        Field::Due(Topic::Route(_) | Topic::Case) | Field::Meeting(..) => Activity::U7,
        Field::Person(..) | Field::Exists(EntityKind::Person, _) => Activity::U1,
        Field::Case(_)
        | Field::Exists(..)
        | Field::OrganisationName(_)
        | Field::AuthorityName(_)
        | Field::System(..)
        | Field::Route(..)
        | Field::Check(_) => Activity::U7,
    }
}
