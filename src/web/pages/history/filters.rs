//! Which events of the history are shown.

use crate::domain::case::Case;
use crate::domain::merging::{HistoryFilter, Page, Who, people, roles};
use crate::domain::process::Role;
use crate::domain::time::Day;
use crate::text::{history, merging, role_name};
use crate::web::components::Input;
use crate::web::prelude::*;
use crate::web::state::App;

/// What is chosen; the texts are as they are typed.
#[derive(Clone, Copy)]
pub struct Chosen {
    person: RwSignal<Option<Who>>,
    role: RwSignal<Option<Role>>,
    page: RwSignal<Option<Page>>,
    route: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
}

impl Chosen {
    pub fn new() -> Chosen {
        Chosen {
            person: RwSignal::new(None),
            role: RwSignal::new(None),
            page: RwSignal::new(None),
            route: RwSignal::new(String::new()),
            from: RwSignal::new(String::new()),
            to: RwSignal::new(String::new()),
        }
    }

    /// Follows what is chosen.
    pub fn filter(&self, case: &Case) -> HistoryFilter {
        let wanted = self.route.get().trim().to_lowercase();
        let named = |name: &str| name.to_lowercase().contains(&wanted);
        let routes = || case.routes.iter().filter(|(_, route)| named(&route.name));
        HistoryFilter {
            person: self.person.get(),
            role: self.role.get(),
            page: self.page.get(),
            routes: (!wanted.is_empty()).then(|| routes().map(|(id, _)| *id).collect()),
            from: Day::parse(&self.from.get()),
            to: Day::parse(&self.to.get()),
        }
    }

    fn clear(&self) {
        self.person.set(None);
        self.role.set(None);
        self.page.set(None);
        self.route.set(String::new());
        self.from.set(String::new());
        self.to.set(String::new());
    }
}

#[component]
pub fn Filters(chosen: Chosen) -> Html {
    let app = App::get();
    let people = app.derive(|open| people(&open.file));
    let roles = app.derive(|open| roles(&open.file));
    let person = move |index: String| {
        let index: Option<usize> = index.parse().ok();
        chosen.person.set(index.and_then(|index| people.with(|all| all.get(index).cloned())));
    };
    let people_options = move || {
        let all = people.get();
        all.iter()
            .enumerate()
            .map(|(index, who)| {
                let is_chosen = chosen.person.with(|chosen| chosen.as_ref() == Some(who));
                option(index.to_string(), merging::who_text(who), is_chosen)
            })
            .collect_view()
    };
    let role_options = move || {
        let all = roles.get();
        let is_chosen = |role| chosen.role.get() == Some(role);
        all.into_iter()
            .map(|role| option(role.code().to_owned(), role_name(role).to_owned(), is_chosen(role)))
            .collect_view()
    };
    let page_options = move || {
        let is_chosen = |page| chosen.page.get() == Some(page);
        let name = |page| merging::page_name(page).to_owned();
        Page::ALL
            .iter()
            .map(|page| option(page.code().to_owned(), name(*page), is_chosen(*page)))
            .collect_view()
    };
    view! {
        <form class="toolbar" role="search" aria-label=history::NARROW on:submit=|event| event.prevent_default()>
            {select(
                "historik-person",
                history::PERSON,
                history::ALL,
                Box::new(person),
                people_options.into_html(),
            )}
            {select(
                "historik-rolle",
                history::ROLE,
                history::ALL,
                Box::new(move |code| chosen.role.set(Role::from_code(&code))),
                role_options.into_html(),
            )}
            {select(
                "historik-side",
                history::PAGE,
                history::ALL,
                Box::new(move |code| chosen.page.set(Page::from_code(&code))),
                page_options.into_html(),
            )}
            <div class="form-group">
                <Input
                    id="historik-rute"
                    label=history::ROUTE
                    hint=history::ROUTE_HINT
                    kind="search"
                    text=chosen.route
                />
            </div>
            <div class="form-group">
                <Input id="historik-fra" label=history::FROM kind="date" text=chosen.from />
            </div>
            <div class="form-group">
                <Input id="historik-til" label=history::TO kind="date" text=chosen.to />
            </div>
            <button
                type="button"
                class="button button-tertiary"
                on:click=move |_| chosen.clear()
            >
                {history::CLEAR}
            </button>
        </form>
    }
}

pub(super) fn option(value: String, label: String, is_chosen: bool) -> Html {
    view! { <option value=value prop:selected=is_chosen>{label}</option> }
}

/// A list of choices, of which the first is none of them.
pub(super) fn select(
    id: &'static str,
    label: &'static str,
    none: &'static str,
    choose: Box<dyn Fn(String)>,
    options: Html,
) -> Html {
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            <select
                id=id
                class="form-select"
                on:change=move |event| choose(event_target_value(&event))
            >
                <option value="">{none}</option>
                {options}
            </select>
        </div>
    }
}
