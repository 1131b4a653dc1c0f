//! The browser: pages and components over the domain, and what they need of storage, files and clock.
//!
//! Pages read derived values and dispatch events through [`state::App`]; no page keeps facts of its own.

pub mod app;
pub mod clock;
pub mod components;
mod dom;
pub mod drop;
mod frame;
pub mod html;
pub mod memo;
mod opening;
mod pace;
pub mod pages;
mod panic;
pub mod prelude;
mod rest;
mod role_choice;
pub mod route;
pub mod route_list;
pub mod rules;
mod shared;
pub mod site;
pub mod site_parts;
pub mod state;
pub mod storage;
pub mod transfer;
mod undo;
mod version;

/// Mounts the app on the page's body.
pub fn mount() {
    panic::show_panics();
    leptos::mount::mount_to_body(|| html::mount(app::Root()));
}
