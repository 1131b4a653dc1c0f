//! The calm page that comes in place of the app if the program panics, with the data downloadable.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use super::frame::download_raw;
use super::storage;
use crate::text::shell;

/// Replaces the page by a calm one with the data downloadable if the program panics.
pub fn show_panics() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let Some(body) = window_document().and_then(|document| document.body()) else { return };
        body.set_text_content(None);
        let Ok(main) = append(&body, "main", "") else { return };
        let _ = append(&main, "h1", shell::PANIC_TITLE);
        let _ = append(&main, "p", shell::PANIC_TEXT);
        if let Ok(button) = append(&main, "button", shell::PANIC_DOWNLOAD) {
            on_click(&button, || download_raw(&storage::dump()));
        }
        if let Ok(button) = append(&main, "button", shell::PANIC_RELOAD) {
            on_click(&button, || {
                if let Some(window) = web_sys::window() {
                    let _ = window.location().reload();
                }
            });
        }
        body.set_class_name("panic");
    }));
}

fn window_document() -> Option<web_sys::Document> {
    web_sys::window().and_then(|window| window.document())
}

fn append(to: &web_sys::Element, tag: &str, text: &str) -> Result<web_sys::Element, JsValue> {
    let document = window_document().ok_or(JsValue::NULL)?;
    let element = document.create_element(tag)?;
    element.set_text_content(Some(text));
    if tag == "button" {
        element.set_class_name("button button-primary");
    }
    to.append_child(&element)?;
    Ok(element)
}

fn on_click(element: &web_sys::Element, act: impl Fn() + 'static) {
    let act = Closure::<dyn Fn()>::new(act);
    let _ = element.add_event_listener_with_callback("click", act.as_ref().unchecked_ref());
    act.forget();
}
