//! "Gem i fælles fil": the button, the choice of a file, and how the case stands with it.

use super::{Shared, Trouble, access, choose, go_on, let_go};
use crate::text::shared_file as words;
use crate::web::dom::focus_on;
use crate::web::prelude::*;
use crate::web::state::App;
use crate::web::{clock, transfer};

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
        } else if app.shared.with_untracked(|shared| *shared == Shared::None) {
            choosing.update(|choosing| *choosing = !*choosing);
        } else {
            go_on(app);
        }
    };
    let is_choosing = move || choosing.get() && app.shared.with(|shared| *shared == Shared::None);
    let expanded = move || {
        let can = access::is_offered() && app.shared.with(|shared| *shared == Shared::None);
        can.then(|| is_choosing().to_string())
    };
    let take = move |create: bool| move |_| choose(app, create);
    let release = move |_| {
        let name = app.shared.with_untracked(name);
        if let Some(case) = app.read_untracked(|open| open.id) {
            let_go(app, case);
        }
        choosing.set(false);
        focus_on(BUTTON);
        app.say(words::let_go(&name));
    };
    let standing = move || {
        let text = app.shared.with(text)?;
        let is_trouble = app.shared.with(|shared| matches!(shared, Shared::Trouble { .. }));
        Some(view! { <p class="save-state" class:save-state--refused=is_trouble>{text}</p> })
    };
    let is_chosen = move || app.shared.with(|shared| !name(shared).is_empty());
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
            <Show when=is_chosen>
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

fn name(shared: &Shared) -> String {
    match shared {
        Shared::None | Shared::Chosen => String::new(),
        Shared::Asks { name } | Shared::Saved { name, .. } | Shared::Trouble { name, .. } => {
            name.clone()
        }
    }
}

fn text(shared: &Shared) -> Option<String> {
    match shared {
        Shared::None | Shared::Chosen => None,
        Shared::Asks { name } => Some(words::asks(name)),
        Shared::Saved { name, at } => Some(words::saved(name, clock::local(*at))),
        Shared::Trouble { name, trouble: Trouble::File(trouble) } => {
            Some(words::trouble(name, trouble))
        }
        Shared::Trouble { name, trouble: Trouble::Refused(refusal) } => {
            Some(words::refusal(name, refusal))
        }
    }
}
