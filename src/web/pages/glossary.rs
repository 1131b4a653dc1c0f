//! A page to come.

use leptos::prelude::*;

#[component]
pub fn GlossaryPage() -> impl IntoView {
    view! { <p></p> }
}
