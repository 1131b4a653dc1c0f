//! A button that takes files: case files unless it is said otherwise.

use crate::web::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlInputElement};

use crate::text::shell;
use crate::web::rest;
use crate::web::state::App;
use crate::web::transfer;

/// The input of the case's frame, where the focus returns when a merge is settled.
pub const FILE_INPUT: &str = "flet-fil";

/// What is done with chosen files.
pub type Take = Box<dyn Fn(&FileList)>;

/// A file input that looks like a button.
#[component]
pub fn FileButton(
    label: &'static str,
    #[prop(optional)] primary: bool,
    /// What is done with the files; by default they are opened.
    #[prop(optional)]
    take: Option<Take>,
    /// The kinds of files that are offered.
    #[prop(default = ".json,application/json")]
    accept: &'static str,
) -> Html {
    let app = App::get();
    let chosen = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if let Some(files) = input.files() {
            match &take {
                Some(take) => take(&files),
                None => {
                    let files = transfer::listed(&files);
                    rest::call(app, move |rest| (rest.open_files)(app, files));
                }
            }
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    let id = (label == shell::MERGE).then_some(FILE_INPUT);
    view! {
        <label class="file-button">
            <input
                type="file"
                id=id
                class="file-button__input"
                accept=accept
                multiple
                on:change=chosen
            />
            <span
                class="button"
                class:button-primary=primary
                class:button-secondary=!primary
            >
                {label}
            </span>
        </label>
    }
}
