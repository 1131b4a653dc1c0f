//! The case's version code, and what another copy's code tells.

use crate::domain::case::Version;
use crate::domain::merging::{compare_code, version};
use crate::text::{history, merging, past};
use crate::web::components::Input;
use crate::web::prelude::*;
use crate::web::state::App;

#[component]
pub fn Versions() -> Html {
    let app = App::get();
    let code = app.derive(|open| version(&open.file, &open.kept).to_string());
    let typed = RwSignal::new(String::new());
    let told = RwSignal::new(None::<String>);
    let compare = move |event: web_sys::Event| {
        event.prevent_default();
        let text = match Version::parse(&typed.get_untracked()) {
            Err(error) => Some(merging::no_version_text(error)),
            Ok(code) => app.read_untracked(|open| {
                merging::code_text(compare_code(&open.file, &open.kept, code, &open.exports))
            }),
        };
        told.set(text);
    };
    view! {
        <section class="card" aria-labelledby="versionskode">
            <h2 id="versionskode">{history::VERSIONS}</h2>
            <p>{move || {
                let told = if app.is_past() { past::version_then } else { history::your_version };
                told(&code.get())
            }}</p>
            <form class="toolbar" on:submit=compare>
                <div class="form-group">
                    <Input
                        id="anden-kode"
                        label=history::OTHER_CODE
                        hint=history::OTHER_CODE_HINT
                        text=typed
                    />
                </div>
                <button type="submit" class="button button-secondary">{history::COMPARE}</button>
            </form>
            <p role="status">{move || told.get()}</p>
        </section>
    }
}
