//! "Gem i fælles fil": the button, the choice of a file, and how the case stands with it.

use super::{access, choose, go_on, is_chosen, let_go};
use crate::text::shared_file as words;
use crate::web::dom::focus_on;
use crate::web::prelude::*;
use crate::web::state::App;
use crate::web::transfer;

/// The button, where the focus returns when what was pressed goes away.
pub const BUTTON: &str = "gem-faelles";
const CHOICE: &str = "faelles-fil";

/// The button that saves to a shared file, and what belongs to it.
#[component]
pub fn SharedFile() -> Html {
    let app = App::get();
    let choosing = RwSignal::new(false);
    let press = move |_| {
        if !access::is_offered() {
            download(app);
        } else if is_chosen() {
            go_on(app);
        } else {
            choosing.update(|choosing| *choosing = !*choosing);
        }
    };
    let has_file = move || app.shared.with(Option::is_some);
    let is_choosing = move || choosing.get() && !has_file();
    let expanded =
        move || (access::is_offered() && !has_file()).then(|| choosing.get().to_string());
    let take = move |create: bool| move |_| choose(app, create);
    let release = move |_| {
        if let Some(case) = app.read_untracked(|open| open.id) {
            let_go(app, case);
        }
        choosing.set(false);
        focus_on(BUTTON);
    };
    let standing = move || {
        app.shared.get().map(|said| {
            let is_trouble = said.is_error;
            view! { <p class="save-state" class:save-state--refused=is_trouble>{said.text}</p> }
        })
    };
    view! {
        <div class="case-frame__actions">
            <button
                type="button"
                id=BUTTON
                class="button button-secondary"
                aria-expanded=expanded
                aria-controls=CHOICE
                on:click=press
            >
                {words::SAVE}
            </button>
            <div id=CHOICE>
                <Show when=is_choosing>
                    <p class="form-hint">{words::LEAD}</p>
                    <div class="button-row">
                        <button
                            type="button"
                            class="button button-secondary"
                            on:click=take(false)
                        >
                            {words::CHOOSE_FILE}
                        </button>
                        <button
                            type="button"
                            class="button button-secondary"
                            on:click=take(true)
                        >
                            {words::CHOOSE_FOLDER}
                        </button>
                    </div>
                </Show>
            </div>
            <div role="status">{standing}</div>
            <Show when=has_file>
                <button type="button" class="button button-tertiary" on:click=release>
                    {words::LET_GO}
                </button>
            </Show>
        </div>
    }
}

/// Where there are no handles: the same file as a download.
fn download(app: App) {
    let Some((name, text)) = app.shared_file() else { return };
    transfer::download(&name, &text);
    app.say(words::downloaded(&name));
}
