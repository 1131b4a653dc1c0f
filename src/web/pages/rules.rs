//! "Regler for underskrivere": the site's rules, edited, tried, and written to the file that is put beside the app.

mod rule;
mod state;
mod trouble;

use leptos::task::spawn_local;
use web_sys::FileList;

use self::rule::RuleFields;
use self::state::Desk;
pub use self::trouble::RuleTrouble;
use crate::domain::signers::{FILE_NAME, RuleError, read_rules, write_rules};
use crate::text::{route_page, shell, signer_rules as words};
use crate::web::components::FileButton;
use crate::web::dom::focus_on;
use crate::web::prelude::*;
use crate::web::route::Page;
use crate::web::state::App;
use crate::web::{rules, transfer};

const STATE: &str = "regler-tilstand";

#[component]
pub fn RulesPage() -> Html {
    let app = App::get();
    rules::fetch(app);
    let desk = Desk::new(app);
    let keys =
        Memo::new(move || desk.with(|rules| rules.iter().map(|it| it.0).collect::<Vec<u32>>()));
    // What was wrong with a file that was opened here.
    let opened = RwSignal::new(Vec::<RuleError>::new());
    let open = move |files: &FileList| {
        let Some(file) = files.get(0) else { return };
        spawn_local(async move {
            let Some(bytes) = transfer::read(&file).await else {
                return app.warn(shell::could_not_read(
                    &transfer::name_of(&file),
                    shell::UNREADABLE_FILE,
                ));
            };
            let file = read_rules(&bytes);
            let is_whole = file.errors.is_empty();
            if is_whole || !file.rules.is_empty() {
                desk.replace(&file.rules);
            }
            opened.set(file.errors);
            if is_whole { app.say(words::OPENED) } else { app.warn(words::OPENED_PARTLY) }
        });
    };
    let download = move |_| {
        let rules = desk.rules();
        if desk.is_wrong() {
            app.warn(words::FIX_FIRST);
            return focus_on(STATE);
        }
        transfer::download(FILE_NAME, &write_rules(&rules));
        app.say(words::DOWNLOADED);
    };
    let again = move |_| {
        desk.replace(&desk.site());
        opened.set(Vec::new());
    };
    let undo = move |_| {
        desk.undo();
        app.say(words::UNDONE);
        focus_on("regler");
    };
    view! {
        <header class="page-head">
            <nav class="breadcrumb" aria-label=route_page::TRAIL>
                <a href=Page::Settings.href()>{shell::SETTINGS}</a>
            </nav>
            <h1>{words::TITLE}</h1>
            <p class="page-head__lead">{words::LEAD}</p>
            <p>{words::SOURCE_HINT}</p>
            <div class="page-head__actions">
                <button type="button" class="button button-primary" on:click=download>
                    {words::DOWNLOAD}
                </button>
                <FileButton label=words::OPEN take=Box::new(open) />
                <button type="button" class="button button-tertiary" on:click=again>{words::SITES}</button>
            </div>
        </header>
        <section aria-labelledby="regler-hvor">
            <h2 id="regler-hvor">{words::WHERE_TITLE}</h2>
            <ol>{words::WHERE.map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
        </section>
        <RuleTrouble />
        {move || trouble::list(words::OPENED_PARTLY, &opened.get())}
        <section aria-labelledby="regler">
            <h2 id="regler" tabindex="-1">{words::RULES}</h2>
            <Show
                when=move || keys.with(|keys| !keys.is_empty())
                fallback=|| view! { <p class="muted">{words::NONE}</p> }
            >
                <For each=move || keys.get() key=|key| *key let:key>
                    <RuleFields desk key />
                </For>
            </Show>
            <div class="button-row">
                <button type="button" class="button button-primary" on:click=move |_| desk.add()>
                    {words::ADD}
                </button>
                <Show when=move || desk.can_undo()>
                    <button type="button" class="button button-tertiary" on:click=undo>
                        {words::UNDO}
                    </button>
                </Show>
            </div>
        </section>
        <section aria-labelledby=STATE>
            <h2 id=STATE tabindex="-1">{words::STATE}</h2>
            <div role="status">{move || trouble::state(app, &desk.rules())}</div>
        </section>
    }
}
