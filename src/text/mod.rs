//! Every Danish string about the process, as exhaustive matches on the domain's enums: a missing text does not compile.

mod activities;
mod activity_result;
mod activity_what;
pub mod agreements;
pub mod calendar;
pub mod cases;
pub mod checks;
pub mod common;
pub mod cutover;
pub mod dates;
pub mod delivery;
pub mod diagram;
pub mod documents;
pub mod execution_plan;
pub mod facts;
pub mod fields;
mod findings;
mod gateways;
mod glossary;
mod glossary_entries;
pub mod glossary_page;
pub mod guide;
mod guide_roles;
mod handover_facts;
pub mod handover_page;
mod handovers;
pub mod history;
mod history_route;
mod import_errors;
pub mod import_page;
pub mod licences;
pub mod live;
pub mod meeting_page;
pub mod merge_page;
pub mod merging;
pub mod messages;
pub mod my_turn;
mod neighbours;
pub mod overview;
pub mod parties;
pub mod past;
pub mod planning;
pub mod process_page;
mod reasons;
mod roles;
pub mod route_context;
pub mod route_import;
pub mod route_page;
pub mod route_words;
pub mod routes;
mod search;
pub mod settings;
pub mod shared_file;
pub mod shell;
pub mod signatures;
pub mod signer_rules;
pub mod site;
mod status;
mod synonyms;
pub mod tables;
pub mod version;

pub use activities::{
    activity_name, activity_reference, activity_title, part_name, performed_label, scope_name,
};
pub use activity_result::activity_result;
pub use activity_what::activity_what;
pub use checks::{CheckText, check_text};
pub use findings::{capital, finding_source, finding_text, place_text, uncapital};
pub use gateways::{answer_label, gateway_help, gateway_question};
pub use glossary::{Entry, Naming, vocabulary_name};
pub use glossary_entries::entry;
pub use guide_roles::role_guide;
pub use handover_facts::handover_facts;
pub use handovers::{handover_name, handover_what};
pub use import_errors::{ImportErrorText, import_error_text};
pub use neighbours::{SUPPORT_SERVICES_URL, neighbour_about, neighbour_name};
pub use reasons::{because_text, end_name, lacking_text, question_text};
pub use roles::{role_hint, role_name, role_short};
pub use search::{concepts_in, find_concepts};
pub use status::{
    excluded_text, handover_status_word, holder_text, order_status_word, scope_text, severity_word,
    status_word, wait_on_text, wait_text,
};
pub use synonyms::synonyms;
