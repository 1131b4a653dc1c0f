//! How the words of the checklists and the sheets of signers stand on paper.

mod handovers;
mod routes;
mod sheet;
mod signatures;

pub(super) use handovers::handovers;
pub(super) use routes::routes;
pub(super) use signatures::signatures;
