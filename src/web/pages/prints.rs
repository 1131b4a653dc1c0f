//! A page to come.

use leptos::prelude::*;

#[component]
pub fn PrintsPage() -> impl IntoView {
    view! { <p></p> }
}
