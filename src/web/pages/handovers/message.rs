//! A ready-made message: to copy, to open in the mail program, to read.

use wasm_bindgen::JsCast;

use crate::text::handover_page;
use crate::text::messages::{LONGEST_MAILTO, Message, mailto, mailto_without_body};
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::App;
use crate::web::transfer;

/// The buttons of a message, those of its page after them, and the message itself.
#[component]
pub fn MessageActions(
    message: Memo<Message>,
    /// What the message is about, in the buttons' accessible names.
    #[prop(into)]
    name: String,
    /// What the element ids begin with.
    anchor: String,
    /// Whether the message has done its work.
    #[prop(into)]
    is_over: Signal<bool>,
    children: Children,
) -> Html {
    let app = App::get();
    let facts_href = app.derive(|open| Page::Case(open.id, CasePage::Facts).href());
    let area_id = format!("{anchor}-besked");
    let copied_id = area_id.clone();
    let copy = move |_| {
        if transfer::copy(&message.with_untracked(|message| message.body.clone())) {
            app.say(handover_page::COPIED);
        } else {
            select(&copied_id);
            app.warn(handover_page::COPY_YOURSELF);
        }
    };
    let copy_label = format!("{}: {name}", handover_page::COPY);
    // What a link cannot carry goes by the clipboard, at the same press.
    let mail_id = area_id.clone();
    let long = Memo::new(move || message.with(|it| mailto(it).len() > LONGEST_MAILTO));
    let mail = move || {
        let label = format!("{}: {name}", handover_page::OPEN_MAIL);
        if long.get() {
            let id = mail_id.clone();
            let take_along = move |_| {
                if transfer::copy(&message.with_untracked(|message| message.body.clone())) {
                    app.say(handover_page::PASTE);
                } else {
                    select(&id);
                    app.warn(handover_page::PASTE_YOURSELF);
                }
            };
            view! {
                <a
                    class="button button-secondary"
                    href=message.with(mailto_without_body)
                    aria-label=label
                    aria-describedby=format!("{mail_id}-lang")
                    on:click=take_along
                >
                    {handover_page::OPEN_MAIL}
                </a>
            }
        } else {
            view! {
                <a class="button button-secondary" href=message.with(mailto) aria-label=label>
                    {handover_page::OPEN_MAIL}
                </a>
            }
        }
    };
    let long_id = format!("{area_id}-lang");
    view! {
        <div class="button-row">
            <button
                type="button"
                class="button"
                class:button-primary=move || !is_over.get()
                class:button-secondary=move || is_over.get()
                aria-label=copy_label
                on:click=copy
            >
                {handover_page::COPY}
            </button>
            {mail}
            {children()}
        </div>
        <p class="small" id=long_id>{move || long.get().then_some(handover_page::TOO_LONG)}</p>
        <Show when=move || message.with(|message| message.to.is_empty())>
            <p class="small">
                {handover_page::NO_ADDRESS}
                " "
                <a href=move || facts_href.get()>{handover_page::ADD_PEOPLE}</a>
            </p>
        </Show>
        <details>
            <summary>{handover_page::SEE_MESSAGE}</summary>
            <dl class="facts">
                <dt>{handover_page::TO}</dt>
                <dd>{move || message.with(|message| match message.to.as_slice() {
                    [] => handover_page::NO_ADDRESS.to_owned(),
                    to => to.join(", "),
                })}</dd>
                <dt>{handover_page::SUBJECT}</dt>
                <dd>{move || message.with(|message| message.subject.clone())}</dd>
            </dl>
            <label class="form-label" for=area_id.clone()>{handover_page::MESSAGE}</label>
            <textarea
                class="form-input handover__message"
                id=area_id
                rows="14"
                readonly
                prop:value=move || message.with(|message| message.body.clone())
            ></textarea>
        </details>
    }
}

/// A message with the end that the site's settings give it.
pub fn ended(app: App, message: Message) -> Message {
    let end = app.site.with(|site| site.as_ref().map(|site| site.message.clone()));
    message.ended_with(&end.unwrap_or_default())
}

/// Shows the message and selects it, for copying by hand.
fn select(id: &str) {
    let Some(area) = document().get_element_by_id(id) else { return };
    if let Ok(Some(details)) = area.closest("details") {
        let _ = details.set_attribute("open", "");
    }
    if let Ok(area) = area.dyn_into::<web_sys::HtmlTextAreaElement>() {
        let _ = area.focus();
        area.select();
    }
}
