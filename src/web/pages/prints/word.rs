//! "Hent som Word-fil": what makes them is a script of its own, fetched when somebody asks for one (parts/word).

use crate::web::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::domain::exchange::{print_name, table_name};
use crate::domain::time::Day;
use crate::text::documents::{self, Paper, WordEdges};
use crate::web::state::App;
use crate::web::{clock, transfer};

#[wasm_bindgen]
extern "C" {
    /// What the script leaves behind.
    #[wasm_bindgen(js_namespace = wordFiles, catch)]
    fn write(paper: &str) -> Result<js_sys::Promise, JsValue>;
}

/// The paper with what a Word file is told beside it.
#[derive(Serialize)]
struct Written<'a> {
    #[serde(flatten)]
    paper: &'a Paper,
    edges: WordEdges,
    title: String,
}

/// Makes the file and offers it; while it is being made, `making` is set.
pub fn save(app: App, paper: Paper, printed: String, day: Day, making: RwSignal<bool>) {
    making.set(true);
    app.say(documents::WORD_MAKING);
    spawn_local(async move {
        // It is said before the work holds everything still.
        clock::pause().await;
        let head = &paper.head;
        let written = Written {
            edges: WordEdges::of(head, &printed),
            title: print_name(head.document, &head.case, day),
            paper: &paper,
        };
        match file(&written).await {
            Ok(bytes) => {
                let name = table_name(head.document, &head.case, day, "docx");
                transfer::download_bytes(&name, &bytes);
                app.say(documents::word_saved(&name));
            }
            Err(_) => app.warn(documents::WORD_FAILED),
        }
        making.set(false);
    });
}

async fn file(written: &Written<'_>) -> Result<Vec<u8>, JsValue> {
    let json = serde_json::to_string(written).map_err(|_| JsValue::NULL)?;
    fetch().await?;
    let bytes = JsFuture::from(write(&json)?).await?;
    Ok(bytes.dyn_into::<js_sys::Uint8Array>()?.to_vec())
}

/// Fetches the script, once; the browser holds it to its integrity.
async fn fetch() -> Result<(), JsValue> {
    if js_sys::Reflect::has(&window(), &JsValue::from_str("wordFiles"))? {
        return Ok(());
    }
    let page = document();
    let about = page.query_selector("meta[name=app]")?.ok_or(JsValue::NULL)?;
    let said = |name: &str| about.get_attribute(name).ok_or(JsValue::NULL);
    let script = page.create_element("script")?;
    script.set_attribute("integrity", &said("data-word-proof")?)?;
    script.set_attribute("src", &said("data-word")?)?;
    let come = js_sys::Promise::new(&mut |resolve, reject| {
        let _ = script.add_event_listener_with_callback("load", &resolve);
        let _ = script.add_event_listener_with_callback("error", &reject);
    });
    page.head().ok_or(JsValue::NULL)?.append_child(&script)?;
    JsFuture::from(come).await.map(|_| ())
}
