//! What every page and component uses: Leptos' signals and effects, and the app's own views.

pub use leptos::prelude::*;
pub use view_macro::view;

pub use super::html::{
    Children, ChildrenFn, CollectView, FromView, Html, IntoHtml, IntoValue, NodeRef, ViewFn,
};
pub use super::memo::Memo;
