//! Files that the page may read and write (File System Access), and where their handles are kept across visits.
//!
//! Everything is called by name: web-sys has these interfaces behind an unstable flag only.

use js_sys::{Array, Function, JSON, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::domain::case::Id;
use crate::domain::exchange::FileTrouble;
use crate::domain::plain::plain;

const STORE: &str = "uis:shared";
const CHOICE: &str = r#"{"id":"uis","types":[{"accept":{"application/json":[".json"]}}]}"#;
const WRITING: &str = r#"{"id":"uis","mode":"readwrite"}"#;
const CREATING: &str = r#"{"create":true}"#;

/// Whether the browser gives handles of files: not on plain http, and not in every browser.
pub fn is_offered() -> bool {
    web_sys::window().is_some_and(|window| {
        ["showOpenFilePicker", "showDirectoryPicker"]
            .iter()
            .all(|picker| get(&window, picker).is_ok_and(|picker| picker.is_function()))
    })
}

/// Lets the user choose a file that is there.
pub async fn choose_file() -> Result<JsValue, FileTrouble> {
    let handles = call(&window(), "showOpenFilePicker", &[options(CHOICE)]).await?;
    get(&handles, "0")
}

/// Lets the user choose a folder, and gives the file of this name in it: the one that is there, or a new one.
///
/// The picker that saves would empty a file that is there before anyone has read it.
pub async fn choose_folder(name: &str) -> Result<JsValue, FileTrouble> {
    let folder = call(&window(), "showDirectoryPicker", &[options(WRITING)]).await?;
    call(&folder, "getFileHandle", &[name.into(), options(CREATING)]).await
}

/// Whether the file may be written to; `ask` asks the user, which a browser lets a page do on a click only.
pub async fn is_allowed(handle: &JsValue, ask: bool) -> bool {
    let method = if ask { "requestPermission" } else { "queryPermission" };
    call(handle, method, &[options(WRITING)]).await.is_ok_and(|state| state == "granted")
}

/// The file's name.
pub fn name(handle: &JsValue) -> String {
    let name = get(handle, "name").ok().and_then(|name| name.as_string()).unwrap_or_default();
    plain(&name).into_owned()
}

/// The file as it is now.
pub async fn file(handle: &JsValue) -> Result<File, FileTrouble> {
    call(handle, "getFile", &[]).await.map(JsCast::unchecked_into)
}

/// Its bytes.
pub async fn bytes(file: &File) -> Result<Vec<u8>, FileTrouble> {
    let buffer = call(file, "arrayBuffer", &[]).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Writes a text beside the file, and puts it in the file's place only if that still holds these bytes.
pub async fn replace(handle: &JsValue, text: &str, before: &[u8]) -> Result<bool, FileTrouble> {
    let writable = call(handle, "createWritable", &[]).await?;
    let written = async {
        call(&writable, "write", &[text.into()]).await?;
        Ok::<bool, FileTrouble>(bytes(&file(handle).await?).await? == before)
    };
    match written.await {
        Ok(true) => call(&writable, "close", &[]).await.map(|_| true),
        other => {
            // What was written beside the file goes; that it may have gone already is no matter.
            let _ = call(&writable, "abort", &[]).await;
            other
        }
    }
}

/// Whether the user closed the picker.
pub fn is_cancelled(trouble: &FileTrouble) -> bool {
    *trouble == FileTrouble::Other("AbortError".to_owned())
}

/// Keeps the file of a case for the next visit, or with none forgets it; where that cannot be, it is for this one.
pub async fn remember(case: Id, handle: Option<&JsValue>) {
    let key = JsValue::from(case.to_string());
    let Ok(store) = store().await else { return };
    let _ = match handle {
        Some(handle) => invoke(&store, "put", &[handle.clone(), key]),
        None => invoke(&store, "delete", &[key]),
    };
}

/// The file of a case from an earlier visit.
pub async fn recall(case: Id) -> Option<JsValue> {
    let request = invoke(&store().await.ok()?, "get", &[case.to_string().into()]).ok()?;
    answer(&request).await.ok().filter(JsValue::is_object)
}

/// The place in IndexedDB, which alone can hold handles.
async fn store() -> Result<JsValue, FileTrouble> {
    if !is_offered() {
        return Err(FileTrouble::Denied);
    }
    let request = invoke(&get(&window(), "indexedDB")?, "open", &[STORE.into()])?;
    let opening = request.clone();
    let begin = Closure::once_into_js(move || {
        let made = get(&opening, "result");
        let _ = made.and_then(|made| invoke(&made, "createObjectStore", &[STORE.into()]));
    });
    let _ = Reflect::set(&request, &"onupgradeneeded".into(), &begin);
    let base = answer(&request).await?;
    let work = invoke(&base, "transaction", &[STORE.into(), "readwrite".into()])?;
    invoke(&work, "objectStore", &[STORE.into()])
}

async fn answer(request: &JsValue) -> Result<JsValue, FileTrouble> {
    let promise = Promise::new(&mut |resolve, reject| {
        let _ = Reflect::set(request, &"onsuccess".into(), &resolve);
        let _ = Reflect::set(request, &"onerror".into(), &reject);
    });
    JsFuture::from(promise).await.map_err(trouble)?;
    get(request, "result")
}

async fn call(target: &JsValue, method: &str, args: &[JsValue]) -> Result<JsValue, FileTrouble> {
    JsFuture::from(Promise::resolve(&invoke(target, method, args)?)).await.map_err(trouble)
}

fn invoke(target: &JsValue, method: &str, args: &[JsValue]) -> Result<JsValue, FileTrouble> {
    let function: Function = get(target, method)?.unchecked_into();
    function.apply(target, &args.iter().collect::<Array>()).map_err(trouble)
}

fn get(target: &JsValue, key: &str) -> Result<JsValue, FileTrouble> {
    Reflect::get(target, &key.into()).map_err(trouble)
}

/// What an exception says.
fn trouble(error: JsValue) -> FileTrouble {
    let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
    FileTrouble::of(&name.unwrap_or_default())
}

fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or_default()
}

fn window() -> JsValue {
    js_sys::global().into()
}
