//! The frame of a table: what is wider than the page is scrolled in it, from the keyboard too.

use crate::web::prelude::*;

#[component]
pub fn TableFrame(#[prop(into)] label: Signal<String>, children: Children) -> Html {
    view! {
        <div class="table-wrap" role="region" tabindex="0" aria-label=label>
            {children()}
        </div>
    }
}
