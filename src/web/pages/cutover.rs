//! A page to come.

use leptos::prelude::*;

#[component]
pub fn CutoverPage() -> impl IntoView {
    view! { <p></p> }
}
