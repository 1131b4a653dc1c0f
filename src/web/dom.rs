//! Where the keyboard's focus goes when the page changes under it.

use crate::web::prelude::*;
use wasm_bindgen::JsCast;

/// Moves the focus to the element of this id, once it is on the page.
pub fn focus_on(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}
