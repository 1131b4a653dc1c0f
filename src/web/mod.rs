//! The browser: a page that shows that the build works, until the app takes its place.

use leptos::prelude::*;

/// Mounts the app on the page's body.
pub fn mount() {
    leptos::mount::mount_to_body(|| view! { <main><h1>"Udskift it-system"</h1></main> });
}
