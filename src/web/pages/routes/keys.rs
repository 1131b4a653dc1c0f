//! The keyboard in the route overview: arrows between rows, space to choose, Enter to open.
//!
//! It stays a plain table, so that a screen reader reads it by its own keys, and every control can be reached by Tab.
//! A select and a button keep the keys that are theirs.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::table::Table;

const LINK: &str = "th a";
const CHECK: &str = ".row-check";

/// Whether the Shift key is down in an event of the keyboard or the pointer: both have it under the same name.
pub fn has_shift(event: &Event) -> bool {
    event.unchecked_ref::<KeyboardEvent>().shift_key()
}

/// What a key does in a row, from its link or its checkbox.
pub fn press(table: Table, event: &Event) {
    let pressed = event.unchecked_ref::<KeyboardEvent>();
    if pressed.ctrl_key() || pressed.alt_key() || pressed.meta_key() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target else { return };
    let own = [LINK, CHECK].into_iter().find(|own| target.matches(own).unwrap_or_default());
    let row = target.closest("tr").ok().flatten();
    let Some((own, row)) = own.zip(row) else { return };
    let body = row.parent_element();
    let (to, find) = match pressed.key().as_str() {
        "ArrowDown" => (row.next_element_sibling(), own),
        "ArrowUp" => (row.previous_element_sibling(), own),
        "Home" => (body.and_then(|body| body.first_element_child()), own),
        "End" => (body.and_then(|body| body.last_element_child()), own),
        "Enter" if own == CHECK => {
            if let Some(link) = element(&row, LINK) {
                link.click();
            }
            return event.prevent_default();
        }
        " " if own == LINK => {
            let id = target.id();
            if let Some(route) = id.strip_prefix("rute-").and_then(|id| id.parse().ok()) {
                table.choose(route, pressed.shift_key());
            }
            return event.prevent_default();
        }
        _ => return,
    };
    if let Some(there) = to.and_then(|row| element(&row, find)) {
        let _ = there.focus();
        event.prevent_default();
    }
}

fn element(within: &Element, selector: &str) -> Option<HtmlElement> {
    within.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
