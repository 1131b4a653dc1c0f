//! Every Danish string about the process, as exhaustive matches on the domain's enums: a missing text does not compile.

mod activities;
mod activity_result;
mod activity_what;
mod checks;
mod gateways;
mod glossary;
mod glossary_entries;
mod handovers;
mod neighbours;
mod roles;
mod search;
mod synonyms;

pub use activities::{activity_name, activity_reference, part_name, performed_label, scope_name};
pub use activity_result::activity_result;
pub use activity_what::activity_what;
pub use checks::{CheckText, check_text};
pub use gateways::{answer_label, gateway_help, gateway_question};
pub use glossary::{Entry, Naming, vocabulary_name};
pub use glossary_entries::entry;
pub use handovers::{handover_name, handover_what};
pub use neighbours::{SUPPORT_SERVICES_URL, neighbour_about, neighbour_name};
pub use roles::{role_hint, role_name, role_short};
pub use search::find_concepts;
pub use synonyms::synonyms;
