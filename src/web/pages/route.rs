//! A page to come.

use leptos::prelude::*;

use crate::domain::case::Id;

#[component]
pub fn RoutePage(route: Id) -> impl IntoView {
    view! { <p>{route.to_string()}</p> }
}
