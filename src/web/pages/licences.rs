//! "Licenser": what the site holds that others made. The list is made by the build and lies beside the app.

use leptos::task::spawn_local;
use serde::Deserialize;

use crate::text::licences as words;
use crate::web::components::Fold;
use crate::web::prelude::*;
use crate::web::transfer;

/// Where the build puts the list (`parts/licences.mjs`).
const FILE: &str = "./licenses/licenses.json";

/// The list as the build writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
struct List {
    parts: Vec<Part>,
    texts: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Part {
    kind: String,
    name: String,
    version: String,
    licence: String,
    /// The places of its licence's words among the texts.
    texts: Vec<usize>,
}

/// How far the list is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    Coming,
    Failed,
    Here(List),
}

#[component]
pub fn LicencesPage() -> Html {
    let state = RwSignal::new(State::Coming);
    spawn_local(async move {
        let bytes = transfer::fetch(FILE).await;
        let list = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        state.set(list.map_or(State::Failed, State::Here));
    });
    let list = move || match state.get() {
        State::Coming => view! { <p role="status">{words::WAITING}</p> },
        State::Failed => view! { <p role="alert">{words::FAILED}</p> },
        State::Here(list) => shown(list),
    };
    view! {
        <header class="page-head">
            <h1>{words::TITLE}</h1>
            <p class="page-head__lead">{words::LEAD}</p>
        </header>
        <p>{words::OWN}</p>
        {list}
    }
}

fn shown(list: List) -> Html {
    let mut kinds: Vec<String> = Vec::new();
    for part in &list.parts {
        if !kinds.contains(&part.kind) {
            kinds.push(part.kind.clone());
        }
    }
    let group = |kind: String| {
        let of: Vec<&Part> = list.parts.iter().filter(|part| part.kind == kind).collect();
        let id = format!("licenser-{kind}");
        let heading = format!("{} ({})", words::kind(&kind), words::count(of.len()));
        let parts = of.into_iter().map(|part| fold(part, &list.texts)).collect_view();
        view! {
            <section aria-labelledby=id.clone()>
                <h2 id=id>{heading}</h2>
                <ul class="licences">{parts}</ul>
            </section>
        }
    };
    kinds.into_iter().map(group).collect_view()
}

fn fold(part: &Part, texts: &[String]) -> Html {
    let name = words::part(&part.name, &part.version, &part.licence);
    let own: Vec<String> = part.texts.iter().filter_map(|at| texts.get(*at)).cloned().collect();
    let texts = move || {
        own.iter()
            .map(|text| view! { <p class="licences__words">{text.clone()}</p> })
            .collect_view()
    };
    view! {
        <li>
            <Fold summary=move || name.clone().into_html() open=Signal::derive(|| false)>
                {texts.clone()}
            </Fold>
        </li>
    }
}
