//! The roles: official names, short names for the screen, and who typically holds them.

use crate::domain::process::Role;

/// The role's official name.
pub const fn role_name(role: Role) -> &'static str {
    match role {
        Role::SystemOwner => "Systemejer",
        Role::SystemManager => "Systemansvarlig – nyt/gammelt it-system",
        Role::NewOperations => "Forvaltningsansvarlig – nyt it-system",
        Role::OldOperations => "Forvaltningsansvarlig – gammelt it-system",
        Role::Helpdesk => "SP's Helpdesk",
        Role::InvolvedManagers => "Systemansvarlige – involverede it-systemer",
        Role::InvolvedOperations => "Forvaltningsansvarlige – involverede it-systemer",
    }
}

/// The role's short name on the screen.
pub const fn role_short(role: Role) -> &'static str {
    match role {
        Role::SystemOwner => "Systemejer",
        Role::SystemManager => "Systemansvarlig",
        Role::NewOperations => "Forvaltningsansvarlig (nyt)",
        Role::OldOperations => "Forvaltningsansvarlig (gammelt)",
        Role::Helpdesk => "SP's Helpdesk",
        Role::InvolvedManagers => "Systemansvarlig (involveret)",
        Role::InvolvedOperations => "Forvaltningsansvarlig (involveret)",
    }
}

/// Who that typically is, in one sentence.
pub const fn role_hint(role: Role) -> &'static str {
    match role {
        Role::SystemOwner => {
            "Den i kommunen, der ejer it-systemet og beslutter, at det skal udskiftes."
        }
        Role::SystemManager => {
            "Den i kommunen, der har ansvaret for det nye og det gamle it-system, typisk med \
             brugerrollen Aftaleadministrator i ADM."
        }
        Role::NewOperations => {
            "Den, der har driftsansvaret for det nye it-system, ofte leverandøren, typisk med \
             brugerrollen Leverandøradministrator i ADM."
        }
        Role::OldOperations => {
            "Den, der har driftsansvaret for det gamle it-system, ofte leverandøren, typisk med \
             brugerrollen Leverandøradministrator i ADM."
        }
        Role::Helpdesk => {
            "Supporten på Serviceplatformen, som finder, opsætter og nedlægger ruter."
        }
        Role::InvolvedManagers => {
            "De systemansvarlige for it-systemerne i den anden ende af ruterne, typisk med \
             brugerrollen Aftaleadministrator i ADM."
        }
        Role::InvolvedOperations => {
            "De driftsansvarlige for it-systemerne i den anden ende af ruterne, typisk med \
             brugerrollen Leverandøradministrator i ADM."
        }
    }
}
