//! "Fortryd" and "Gentag": as buttons and keys; what others have built on since is told before.

use crate::web::prelude::*;
use leptos::ev;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::components::{Modal, keep_focus};
use super::state::{App, Stepped, Way};
use crate::text::shell;

#[component]
pub fn UndoButtons() -> Html {
    let app = App::get();
    let asking = RwSignal::new(None::<(Way, Stepped)>);
    let asked = Memo::new(move || asking.with(Option::is_some));
    let go = move |way: Way| match app.next_step(way) {
        Some(step) if step.is_merge || !step.left.is_empty() => asking.set(Some((way, step))),
        _ => take(app, way),
    };
    let keys = window_event_listener(ev::keydown, move |event| {
        if let Some(way) = way_of(&event).filter(|_| !asked.get_untracked()) {
            event.prevent_default();
            go(way);
        }
    });
    on_cleanup(move || keys.remove());
    let button = move |way: Way, label: &'static str, title: &'static str, keys: &'static str| {
        let can = app.derive(move |open| open.can(way));
        view! {
            <button
                type="button"
                class="button button-tertiary"
                title=title
                aria-keyshortcuts=keys
                aria-disabled=move || (!can.get()).to_string()
                on:click=move |_| go(way)
            >
                {label}
            </button>
        }
    };
    let anyway = move |_| {
        if let Some((way, _)) = asking.get_untracked() {
            asking.set(None);
            take(app, way);
        }
    };
    let stand = move |_| {
        if let Some((way, _)) = asking.get_untracked() {
            asking.set(None);
            app.let_stand(way);
            app.say(shell::LET_STOOD);
        }
    };
    let words = Memo::new(move || match asking.get() {
        None => [""; 2],
        Some((_, step)) if step.nothing => [shell::CANNOT_STEP, ""],
        Some((Way::Back, _)) => [shell::UNDO_TITLE, shell::UNDO_ANYWAY],
        Some((Way::Forth, _)) => [shell::REDO_TITLE, shell::REDO_ANYWAY],
    });
    let told = move || {
        let (_, step) = asking.get()?;
        let left = step.left.into_iter().map(|left| view! { <li>{left}</li> });
        Some(view! {
            <p>{step.what}"."</p>
            {step.is_merge.then(|| view! { <p>{shell::OTHERS_CHANGES}</p> })}
            <ul>{left.collect_view()}</ul>
        })
    };
    view! {
        <div class="button-row">
            {button(Way::Back, shell::UNDO, shell::UNDO_KEY, "Control+Z Meta+Z")}
            {button(
                Way::Forth,
                shell::REDO,
                shell::REDO_KEY,
                "Control+Y Control+Shift+Z Meta+Shift+Z",
            )}
        </div>
        <Modal
            id="fortryd-overskrift"
            title=Signal::derive(move || words.get()[0].to_owned())
            asked
            close=Callback::new(move |()| asking.set(None))
        >
            {told}
            <div class="dialog__actions">
                <Show when=move || words.with(|words| !words[1].is_empty())>
                    <button type="button" class="button button-primary" on:click=anyway>
                        {move || words.get()[1]}
                    </button>
                </Show>
                <button type="button" class="button button-secondary" on:click=stand>
                    {shell::LET_STAND}
                </button>
            </div>
        </Modal>
    }
}

/// Takes the step and says what it did.
fn take(app: App, way: Way) {
    app.say(match (way, app.step(way)) {
        (Way::Back, None) => shell::NOTHING_TO_UNDO.to_owned(),
        (Way::Forth, None) => shell::NOTHING_TO_REDO.to_owned(),
        (Way::Back, Some(step)) => shell::undone(&step.what, &step.left),
        (Way::Forth, Some(step)) => shell::redone(&step.what, &step.left),
    });
    // What had the focus may be gone with what was taken back.
    keep_focus(vec!["indhold".to_owned()]);
}

/// Ctrl+Z and Ctrl+Y, or as a Mac has them; in a text field they are the field's own.
fn way_of(event: &KeyboardEvent) -> Option<Way> {
    let (ctrl, meta) = (event.ctrl_key(), event.meta_key());
    if event.default_prevented() || event.alt_key() || !(ctrl || meta) {
        return None;
    }
    let way = match (event.key().as_str(), event.shift_key()) {
        ("z" | "Z", false) => Way::Back,
        ("z" | "Z", true) => Way::Forth,
        ("y" | "Y", false) if ctrl => Way::Forth,
        _ => return None,
    };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_text = target.is_some_and(|it| it.matches(":read-write").unwrap_or(true));
    (!is_text).then_some(way)
}
