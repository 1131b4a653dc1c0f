//! A page to come.

use leptos::prelude::*;

#[component]
pub fn AgreementsPage() -> impl IntoView {
    view! { <p></p> }
}
