//! The seven roles (pools) of the process.

use crate::domain::codes::codes;

codes! {
    /// A role: who performs an activity (domain, section 2).
    pub enum Role {
        /// Systemejer: decides that the system is to be replaced.
        SystemOwner = "SE",
        /// Systemansvarlig – nyt/gammelt it-system.
        SystemManager = "SA",
        /// Forvaltningsansvarlig – nyt it-system.
        NewOperations = "FN",
        /// Forvaltningsansvarlig – gammelt it-system.
        OldOperations = "FG",
        /// SP's Helpdesk.
        Helpdesk = "HD",
        /// Systemansvarlige – involverede it-systemer.
        InvolvedManagers = "SI",
        /// Forvaltningsansvarlige – involverede it-systemer.
        InvolvedOperations = "FI",
    }
}

impl Role {
    /// Whether the role is as a rule held by several organisations, each of which must do its part.
    pub const fn is_plural(self) -> bool {
        matches!(self, Role::InvolvedManagers | Role::InvolvedOperations)
    }
}
