//! A page to come.

use leptos::prelude::*;

#[component]
pub fn FactsPage() -> impl IntoView {
    view! { <p></p> }
}
