//! A page to come.

use leptos::prelude::*;

#[component]
pub fn HandoversPage() -> impl IntoView {
    view! { <p></p> }
}
