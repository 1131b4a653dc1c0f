//! What pages ask of the window: where the keyboard's focus goes, and how much room there is.

use crate::web::prelude::*;
use leptos::ev;
use wasm_bindgen::JsCast;

/// Moves the focus to the element of this id, once it is on the page; to the page itself where it is folded away.
pub fn focus_on(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        let focused = |id: &str| {
            let element = document().get_element_by_id(id)?.dyn_into::<web_sys::HtmlElement>().ok();
            let _ = element?.focus();
            (document().active_element()?.id() == id).then_some(())
        };
        if document().get_element_by_id(&id).is_some() && focused(&id).is_none() {
            focused("indhold");
        }
    });
}

/// Whether the window has room for the case's frame beside the page, as `style/_layout.scss` has it; follows the window.
pub fn is_wide() -> Signal<bool> {
    let wide = RwSignal::new(true);
    let Ok(Some(query)) = window().match_media("(min-width: 64rem)") else { return wide.into() };
    wide.set(query.matches());
    let follow = window_event_listener(ev::resize, move |_| {
        let now = query.matches();
        if wide.get_untracked() != now {
            wide.set(now);
        }
    });
    on_cleanup(move || follow.remove());
    wide.into()
}
