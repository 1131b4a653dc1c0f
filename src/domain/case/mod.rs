//! The case: a set of events, and the facts they fold to.
//!
//! An [`Event`] sets one [`Field`] to one [`Value`] and names the events of that field it knew. A [`Log`] is a set of
//! events, so any order of arrival gives the same case and merging is set union. [`CaseFile`] keeps the log and the
//! typed [`Case`] in step. What nobody has superseded stands: two such events with different values are a conflict.

mod batch;
mod event;
mod facts;
mod field;
mod file;
mod fold;
mod id;
mod log;
mod marks;
mod path;
mod pen;
mod rename;
mod route;
mod unmerge;
mod usage;
mod value;
mod version;

pub use batch::Batch;
pub use event::{Author, Event, Stamp};
pub use facts::{Agreement, Attempt, Authority, Case, ItSystem, Meeting, Organisation, Person};
pub use field::{
    AgreementField, AttemptField, CaseField, DecisionField, EntityKind, Field, Holder, MarkField,
    MarkKey, MeetingField, Occasion, OrderField, PersonField, ReceiptField, RouteField, Scope,
    SideField, SignatureField, SystemField, Topic,
};
pub use file::{CaseFile, Copying, Merged};
pub use id::{Id, Writer, id_key};
pub use log::{Clash, Conflict, Log, heads_among};
pub use marks::{Decision, Mark, MarkState};
pub use path::NoSuchField;
pub use pen::Pen;
pub use route::{
    Addressing, Closer, End, Handling, OrderFacts, OrderKind, Receipt, ReceiptState, Route,
    RouteSide, RouteType, Side, Signature,
};
pub use unmerge::BuiltOn;
pub use usage::Usage;
pub use value::{LONGEST_TEXT, Unfit, Value, ValueKind};
pub use version::{NoVersion, Version, VersionSum};
