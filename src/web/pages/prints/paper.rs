//! What every document shares: its head, its boxes, and the line at the edge of each page.

use crate::web::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::text::documents::{self, Edges, HeadText, Tick};

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

/// A box with the date and initials beside it: filled in, or lines to write on.
pub fn tick(tick: &Tick) -> Html {
    let label = if tick.done { documents::DONE } else { documents::NOT_DONE };
    let known = |text: &String, label: &'static str| match text.as_str() {
        "" => view! { {label} {line()} },
        text => text.to_owned().into_html(),
    };
    view! {
        <span class="tick-line">
            <span class="tick" class:tick--on=tick.done role="img" aria-label=label></span>
            {known(&tick.date, documents::DATE)}
        </span>
        <span class="tick-line">{known(&tick.by, documents::INITIALS)}</span>
    }
}

/// A box to tick at the meeting, with its word.
pub fn option(word: &'static str) -> Html {
    view! {
        <span class="tick-option">
            <span class="tick" aria-hidden="true"></span>
            {word}
        </span>
    }
}

/// A short line to write on.
pub fn line() -> Html {
    view! { <span class="line line--short"></span> }
}

/// Puts the texts at the edge of the printed pages.
pub fn set_edges(edges: &Edges) {
    let Some(style) = root_style() else { return };
    for (property, text) in edges {
        let _ = style.set_property(property, text);
    }
}

/// Takes them away again.
pub fn clear_edges() {
    let Some(style) = root_style() else { return };
    for property in documents::EDGES {
        let _ = style.remove_property(property);
    }
}

fn root_style() -> Option<web_sys::CssStyleDeclaration> {
    let root = document().document_element()?.dyn_into::<web_sys::HtmlElement>().ok()?;
    Some(root.style())
}

/// Whether the browser prints the boxes at the edge of a page.
fn has_margin_boxes() -> bool {
    js_sys::Reflect::has(&window(), &JsValue::from_str("CSSMarginRule")).unwrap_or(false)
}
