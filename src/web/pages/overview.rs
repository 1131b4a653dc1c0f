//! A page to come.

use leptos::prelude::*;

#[component]
pub fn OverviewPage() -> impl IntoView {
    view! { <p></p> }
}
