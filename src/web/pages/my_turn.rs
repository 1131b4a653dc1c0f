//! A page to come.

use leptos::prelude::*;

#[component]
pub fn MyTurnPage() -> impl IntoView {
    view! { <p></p> }
}
