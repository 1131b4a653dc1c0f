//! Keyboard focus that is not lost when what had it is taken away.

use crate::web::prelude::*;
use wasm_bindgen::JsCast;

/// Once the page has changed: if nothing has focus any more, the first of these elements that is there gets it.
pub fn keep_focus(ids: Vec<String>) {
    request_animation_frame(move || {
        let document = document();
        let active = document.active_element();
        let keeps = |element: &web_sys::Element| element.tag_name() != "BODY" && is_shown(element);
        if active.as_ref().is_some_and(keeps) {
            return;
        }
        let mut found = ids.iter().filter_map(|id| document.get_element_by_id(id));
        if let Some(element) = found.find(is_shown)
            && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
        {
            let _ = element.focus();
        }
    });
}

/// Whether the element can take focus: nothing in closed details can.
fn is_shown(element: &web_sys::Element) -> bool {
    let mut child = element.clone();
    while let Some(parent) = child.parent_element() {
        if parent.tag_name() == "DETAILS"
            && !parent.has_attribute("open")
            && child.tag_name() != "SUMMARY"
        {
            return false;
        }
        child = parent;
    }
    true
}
