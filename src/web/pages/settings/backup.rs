//! "Sikkerhedskopi": all cases in one file and back, and the wish that the browser keeps them.

use crate::web::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::domain::exchange::{Cover, export, export_backup};
use crate::text::settings;
use crate::web::components::FileButton;
use crate::web::state::App;
use crate::web::{clock, storage, transfer};

#[component]
pub fn BackupAll() -> Html {
    let app = App::get();
    let persisted = RwSignal::new(None::<&'static str>);
    let ask = move |_| {
        spawn_local(async move {
            let kept = persist().await.unwrap_or(false);
            persisted.set(Some(if kept { settings::PERSISTED } else { settings::NOT_PERSISTED }));
        });
    };
    view! {
        <section aria-labelledby="sikkerhedskopi">
            <h2 id="sikkerhedskopi">{settings::BACKUP}</h2>
            <p>{settings::BACKUP_TEXT}</p>
            <div class="button-row">
                <button type="button" class="button button-secondary" on:click=move |_| back_up(app)>
                    {settings::BACKUP_DOWNLOAD}
                </button>
                <FileButton label=settings::BACKUP_OPEN />
            </div>
            <Show when=|| manager().is_some()>
                <p>{settings::PERSIST_HINT}</p>
                <button type="button" class="button button-tertiary" on:click=ask>
                    {settings::PERSIST}
                </button>
            </Show>
            <p class="muted small" role="status">{persisted}</p>
        </section>
    }
}

/// Downloads all cases that can be read; the open one as this tab has it.
fn back_up(app: App) {
    let now = clock::now();
    let by = app.profile.get_untracked().author(&[]);
    let cover = Cover::new(now, by);
    let ids = storage::list_cases().into_iter().filter_map(|card| card.id());
    let mut ids: Vec<_> = ids.collect();
    let open = app.read_untracked(|open| (open.id, open.exported_text(&cover)));
    if let Some((id, _)) = &open {
        ids.retain(|other| other != id);
    }
    let mut missing = 0;
    let mut files: Vec<String> = open.into_iter().map(|(_, text)| text).collect();
    for id in ids {
        // What can be read of a damaged case is better than nothing, but it is said.
        let Some(loaded) = storage::load(id) else {
            missing += 1;
            continue;
        };
        missing += usize::from(!loaded.unreadable.is_empty());
        files.push(export(&loaded.file, &loaded.kept, &cover));
    }
    let text = export_backup(&files, now);
    transfer::download(&settings::backup_name(clock::local(now).day), &text);
    app.say(settings::backup_saved(files.len(), missing));
}

/// `navigator.storage`, which there is in secure contexts only.
fn manager() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let storage = js_sys::Reflect::get(&navigator, &"storage".into()).ok()?;
    let ask = js_sys::Reflect::get(&storage, &"persist".into()).ok()?;
    ask.is_function().then_some(storage)
}

async fn persist() -> Option<bool> {
    let storage = manager()?;
    let ask = js_sys::Reflect::get(&storage, &"persist".into()).ok()?;
    let ask: js_sys::Function = ask.dyn_into().ok()?;
    let promise: js_sys::Promise = ask.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}
