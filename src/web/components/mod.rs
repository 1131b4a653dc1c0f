//! What pages are made of.

mod activity;
mod badge;
mod choice;
mod create;
mod field;
mod file_button;
mod gateway;
mod order;
mod select;

pub use activity::ActivityCard;
pub use badge::{StatusBadge, Tone, Waits};
pub use choice::Choice;
pub use create::{CreateNamed, CreateWords};
pub use field::{Kind, TextField};
pub use file_button::FileButton;
pub use gateway::GatewayCard;
pub use order::PlaceOrder;
pub use select::{EntitySelect, SelectKind};
