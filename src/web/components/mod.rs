//! What pages are made of.

mod activity;
mod badge;
mod checks;
mod choice;
mod create;
mod field;
mod file_button;
mod focus;
mod fold;
mod gateway;
mod input;
mod modal;
mod order;
mod reason;
mod save_table;
mod select;
mod step_row;
mod table_frame;

pub use activity::ActivityCard;
pub use badge::{StatusBadge, Tone, Waits};
pub use checks::Checks;
pub use choice::Choice;
pub use create::{CreateNamed, CreateWords};
pub use field::{Kind, TextField, field_id, shown};
pub use file_button::{FILE_INPUT, FileButton};
pub use focus::keep_focus;
pub use fold::Fold;
pub use gateway::GatewayCard;
pub use input::Input;
pub use modal::Modal;
pub use order::PlaceOrder;
pub use save_table::SaveTable;
pub use select::{EntitySelect, SelectKind};
pub use step_row::{StepRow, is_now};
pub use table_frame::TableFrame;
