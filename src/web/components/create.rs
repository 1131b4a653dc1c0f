//! A button that asks for a name and creates something with it.

use super::input::Input;
use crate::web::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::web::state::App;

/// The words of a [`CreateNamed`].
#[derive(Clone, Copy, Debug)]
pub struct CreateWords {
    /// The button that asks.
    pub add: &'static str,
    /// The name's label and hint.
    pub name: &'static str,
    pub hint: &'static str,
    /// The button that creates.
    pub create: &'static str,
    /// What is said where the name is blank.
    pub needed: &'static str,
}

/// A button that opens a field for the name of what is to be created.
#[component]
pub fn CreateNamed(
    words: CreateWords,
    /// The field's element id.
    id: &'static str,
    /// Takes the name. It may leave the page.
    on_create: impl Fn(String) + Copy + Send + Sync + 'static,
) -> Html {
    let app = App::get();
    let asking = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let button = NodeRef::<HtmlElement>::new();
    let input = NodeRef::<HtmlInputElement>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    let close = move || {
        asking.set(false);
        name.set(String::new());
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let create = move |event: web_sys::Event| {
        event.prevent_default();
        let chosen = name.get_untracked().trim().to_owned();
        if chosen.is_empty() {
            return app.warn(words.needed);
        }
        close();
        on_create(chosen);
    };
    view! {
        <button
            type="button"
            class="button button-primary"
            node_ref=button
            aria-expanded=move || asking.get().to_string()
            disabled=app.is_shut()
            on:click=move |_| asking.update(|asking| *asking = !*asking)
        >
            {words.add}
        </button>
        <Show when=move || asking.get()>
            <form class="form-group create-named" on:submit=create>
                <Input id label=words.name hint=words.hint text=name node_ref=input />
                <div class="button-row">
                    <button type="submit" class="button button-primary">{words.create}</button>
                    <button
                        type="button"
                        class="button button-tertiary"
                        on:click=move |_| close()
                    >
                        {crate::text::common::CANCEL}
                    </button>
                </div>
            </form>
        </Show>
    }
}
