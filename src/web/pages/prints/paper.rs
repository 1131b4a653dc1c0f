//! What every document shares: its head, its boxes, and the line at the edge of each page.

use std::borrow::Cow;

use crate::web::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::text::documents::{self, DisputeText, Edges, HeadText};

/// The document around its body.
pub fn paper(head: &HeadText, printed: Memo<String>, body: Html) -> Html {
    let document = view! {
        <header class="print-doc__head">
            <h3 class="print-doc__title">{head.document}</h3>
            <p class="print-doc__case">{head.case.clone()}</p>
            <ul class="print-doc__meta">
                {head
                    .facts
                    .iter()
                    .map(|(label, fact)| view! { <li><b>{*label}": "</b>{fact.clone()}</li> })
                    .collect_view()}
                <li>{documents::version(head)}</li>
                <li>{printed}</li>
            </ul>
            {head
                .warnings
                .iter()
                .map(|warning| view! { <p class="print-doc__warning">{warning.clone()}</p> })
                .collect_view()}
        </header>
        {(!head.disputes.is_empty()).then(|| disputes(&head.disputes))}
        {body}
    };
    if has_margin_boxes() {
        return document;
    }
    // A browser that prints nothing at the edge of its pages repeats the head of a table instead.
    let line = format!("{} · {} · {}", head.case, head.document, documents::version(head));
    view! {
        <table class="print-frame" role="presentation">
            <thead>
                <tr>
                    <td>{line}" · "{printed}</td>
                </tr>
            </thead>
            <tbody>
                <tr>
                    <td>{document}</td>
                </tr>
            </tbody>
        </table>
    }
}

/// What the meeting is to settle: a box for each value, and a line for another.
fn disputes(disputes: &[DisputeText]) -> Html {
    let one = |dispute: &DisputeText| {
        let choices =
            dispute.choices.iter().map(|choice| view! { <li>{option(choice.clone())}</li> });
        view! {
            <li>
                <b>{dispute.name.clone()}</b>
                <ul>
                    {choices.collect_view()}
                    <li>{option(documents::OTHER_CHOICE)} {line()}</li>
                </ul>
            </li>
        }
    };
    view! {
        <h4>{documents::DISPUTES}</h4>
        <ol class="print-disputes">{disputes.iter().map(one).collect_view()}</ol>
    }
}

/// A box to tick at the meeting, with its word.
fn option(word: impl Into<Cow<'static, str>>) -> Html {
    let word: Cow<'static, str> = word.into();
    view! {
        <span class="tick-option">
            <span class="tick" aria-hidden="true"></span>
            {word}
        </span>
    }
}

/// A short line to write on.
fn line() -> Html {
    view! { <span class="line line--short"></span> }
}

/// Puts the texts at the edge of the printed pages.
pub fn set_edges(edges: &Edges) {
    let Some(style) = root_style() else { return };
    for (property, text) in edges {
        let _ = style.set_property(property, text);
    }
}

/// Turns the paper, or turns it back.
///
/// By a rule for all pages: with a named page, Firefox loses the name where a table goes on.
pub fn turn(landscape: bool) {
    let sheets = js_sys::Array::new();
    if landscape && let Ok(sheet) = Sheet::new() {
        sheet.replace("@page { size: A4 landscape; }");
        sheets.push(&sheet);
    }
    let _ = js_sys::Reflect::set(&document(), &JsValue::from_str("adoptedStyleSheets"), &sheets);
}

/// Takes them away again.
pub fn clear_edges() {
    let Some(style) = root_style() else { return };
    for property in documents::EDGES {
        let _ = style.remove_property(property);
    }
}

#[wasm_bindgen]
extern "C" {
    /// web-sys has no way to make one.
    #[wasm_bindgen(js_name = CSSStyleSheet)]
    type Sheet;
    #[wasm_bindgen(constructor, catch, js_class = "CSSStyleSheet")]
    fn new() -> Result<Sheet, JsValue>;
    #[wasm_bindgen(method, js_name = replaceSync)]
    fn replace(this: &Sheet, rules: &str);
}

fn root_style() -> Option<web_sys::CssStyleDeclaration> {
    let root = document().document_element()?.dyn_into::<web_sys::HtmlElement>().ok()?;
    Some(root.style())
}

/// Whether the browser prints the boxes at the edge of a page.
pub fn has_margin_boxes() -> bool {
    js_sys::Reflect::has(&window(), &JsValue::from_str("CSSMarginRule")).unwrap_or(false)
}
