//! Files out and in: a download, a chosen or dropped file as bytes, text on the clipboard.

use crate::domain::plain::plain;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, Url};

/// Offers a case file to save.
pub fn download(name: &str, text: &str) {
    download_bytes(name, text.as_bytes());
}

/// Offers bytes as a file to save, of the kind that its name says.
pub fn download_bytes(name: &str, bytes: &[u8]) {
    let kind = match name.rsplit_once('.') {
        Some((_, "csv")) => "text/csv",
        Some((_, "bpmn")) => "application/xml",
        Some((_, "ics")) => "text/calendar;charset=utf-8",
        Some((_, "xlsx")) => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some((_, "docx")) => {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
        _ => "application/json",
    };
    // Each step can fail only where there is no page, and then there is no one to tell.
    let _ = try_download(name, bytes, kind);
}

fn try_download(name: &str, bytes: &[u8], kind: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let properties = BlobPropertyBag::new();
    properties.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &properties)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    if let Some(body) = document.body() {
        body.append_child(&link)?;
        link.click();
        link.remove();
    }
    Url::revoke_object_url(&address)
}

/// The files of a list, which may be emptied by whoever gave it.
pub fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

/// A file's name as it can be seen.
pub fn name_of(file: &File) -> String {
    plain(&file.name()).into_owned()
}

/// A file's bytes.
pub async fn read(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The bytes at an address beside the page.
pub async fn fetch(address: &str) -> Option<Vec<u8>> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(address)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Where a picture beside the page is. In the app as one file it is in the page itself (`parts/one-file`), which then says
/// where: a picture's address is no fetch that could be answered from there.
pub fn picture(path: &str) -> String {
    address_in_page(path).unwrap_or_else(|_| path.to_owned())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = addressInPage, catch)]
    fn address_in_page(path: &str) -> Result<String, JsValue>;
}

/// Copies a text; false where the browser does not let us, as on plain http, and nothing selects it either.
pub fn copy(text: &str) -> bool {
    try_copy(text).unwrap_or(false)
}

/// The clipboard's own interface exists only in secure contexts; the command works on plain http too.
fn try_copy(text: &str) -> Result<bool, JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::NULL)?;
    let area: web_sys::HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    area.set_value(text);
    area.set_class_name("visually-hidden");
    let active = document.active_element();
    if let Some(body) = document.body() {
        body.append_child(&area)?;
    }
    area.select();
    let html: &web_sys::HtmlDocument = document.unchecked_ref();
    let copied = html.exec_command("copy");
    area.remove();
    if let Some(active) = active.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = active.focus();
    }
    copied
}
