//! A page to come.

use leptos::prelude::*;

#[component]
pub fn RoutesPage() -> impl IntoView {
    view! { <p></p> }
}
