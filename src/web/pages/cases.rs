//! A page to come.

use leptos::prelude::*;

#[component]
pub fn CasesPage() -> impl IntoView {
    view! { <p></p> }
}
