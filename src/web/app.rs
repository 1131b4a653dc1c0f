//! The whole app: which page the address asks for, what other tabs write, and the header around every page.

use crate::web::prelude::*;
use leptos::ev;
use wasm_bindgen::JsCast;

use super::drop::DropHint;
use super::frame::case_title;
use super::pages::*;
use super::rest::{self, Rest};
use super::route::{CasePage, Page};
use super::state::{App, OpenCase};
use super::{site, storage};
use crate::domain::case::Id;
use crate::text::{
    common, execution_plan, import_page, licences, live, meeting_page, past, process_page, shell,
    signatures, signer_rules,
};

/// The whole app.
#[component]
pub fn Root() -> Html {
    let app = App::provide();
    follow_address(app);
    follow_list(app);
    rest::expect(app);
    site::follow(app);
    Effect::new(move || {
        if let Some(rest) = app.rest.get().here() {
            (rest.begin)(app);
            (rest.arrive)(app);
        }
    });
    let case_page = Memo::new(move || match app.page.get() {
        Page::Case(id, page) => Some((id, page)),
        _ => None,
    });
    let is_open = app.derive(|_| true);
    let rest = move || app.rest.get().here();
    let in_case = Memo::new(move || rest().is_some() && case_page.get().is_some() && is_open.get());
    let content = move || match app.page.get() {
        // It has all it needs, and what is written there stays when the rest comes.
        Page::Cases => view! { <CasesPage /> },
        page => match app.rest.get() {
            Rest::Here(rest) => (rest.page)(app, page),
            Rest::Failed => view! { <h1>{page_title(page)}</h1> },
            Rest::NotYet | Rest::Coming => view! { <p role="status">{shell::OPENING}</p> },
        },
    };
    let failed = move || {
        matches!(app.rest.get(), Rest::Failed).then(|| {
            view! {
                <div class="notices">
                    <div class="notice notice--error" role="alert">
                        <p>{shell::REST_MISSING}</p>
                        <button
                            type="button"
                            class="button button-secondary"
                            on:click=move |_| rest::call(app, |_| ())
                        >
                            {shell::TRY_AGAIN}
                        </button>
                    </div>
                </div>
            }
        })
    };
    let frame = move || rest().filter(|_| in_case.get()).map(|rest| (rest.case_frame)());
    let above = move || rest().map(|rest| (rest.above_page)());
    let brand = move || rest().map(|rest| (rest.site_brand)(app));
    let introduction = move || {
        let is_first = matches!(app.page.get(), Page::Cases);
        rest().filter(|_| is_first).map(|rest| (rest.site_introduction)(app))
    };
    let foot = move || rest().map(|rest| (rest.site_foot)(app));
    view! {
        <a class="skip-link" href="#indhold" on:click=skip>{shell::SKIP_TO_CONTENT}</a>
        <header class="page-header screen-only">
            <div class="page-header__inner">
                <a class="page-header__brand" href="#/">{common::APP_NAME}</a>
                {brand}
                <nav class="page-header__nav" aria-label=shell::MAIN_NAVIGATION>
                    {[Page::Cases, Page::Guide, Page::Glossary, Page::Settings]
                        .map(|page| nav_link(app, page, page_title(page)))
                        .collect_view()}
                </nav>
            </div>
        </header>
        <div class="page-body" class:page-body--case=in_case>
            {frame}
            <main class="page-main" id="indhold" tabindex="-1">
                {above}
                {failed}
                {introduction}
                {content}
            </main>
        </div>
        {foot}
        <DropHint />
    }
}

/// Any page but the list of cases.
pub fn content(app: App, page: Page) -> Html {
    match page {
        Page::Cases => ().into_html(),
        Page::Guide => view! { <GuidePage /> },
        Page::Glossary => view! { <GlossaryPage /> },
        Page::Settings => view! { <SettingsPage /> },
        Page::Rules => view! { <RulesPage /> },
        Page::Licences => view! { <LicencesPage /> },
        Page::Unknown => missing(shell::NOT_FOUND_TITLE, shell::NOT_FOUND),
        Page::Case(_, page) => {
            let is_open = app.derive(|_| true);
            let is_shut = app.derive(OpenCase::is_shut);
            let view = move || {
                if !is_open.get() {
                    return missing(shell::CASE_NOT_HERE_TITLE, shell::CASE_NOT_HERE);
                }
                // Controls are shut, or not, as they are made. Read, not only followed: an unread memo counts as changed.
                let _ = is_shut.get();
                view! { {case_view(page)}<WordsOnPage /> }
            };
            view! { {view} }
        }
    }
}

fn case_view(page: CasePage) -> Html {
    match page {
        CasePage::Overview => view! { <OverviewPage /> },
        CasePage::MyTurn => view! { <MyTurnPage /> },
        CasePage::Routes => view! { <RoutesPage /> },
        CasePage::Import => view! { <ImportPage /> },
        CasePage::Route(route) => view! { <RoutePage route /> },
        CasePage::Plan => view! { <PlanPage /> },
        CasePage::Signatures => view! { <SignaturesPage /> },
        CasePage::Agreements => view! { <AgreementsPage /> },
        CasePage::Cutover => view! { <CutoverPage /> },
        CasePage::RunBook => view! { <RunBookPage /> },
        CasePage::Handovers => view! { <HandoversPage /> },
        CasePage::Meeting => view! { <MeetingPage /> },
        CasePage::Process => view! { <ProcessPage /> },
        CasePage::Prints => view! { <PrintsPage /> },
        CasePage::History => view! { <HistoryPage /> },
        CasePage::Facts => view! { <FactsPage /> },
    }
}

/// A page's name in the navigation and in the window's title.
pub fn page_title(page: Page) -> &'static str {
    match page {
        Page::Cases | Page::Unknown => shell::CASES,
        Page::Guide => shell::GUIDE,
        Page::Glossary => shell::GLOSSARY,
        Page::Settings => shell::SETTINGS,
        Page::Rules => signer_rules::TITLE,
        Page::Licences => licences::TITLE,
        Page::Case(_, page) => match page {
            CasePage::Overview => shell::OVERVIEW,
            CasePage::MyTurn => shell::MY_TURN,
            CasePage::Routes | CasePage::Route(_) => shell::ROUTES,
            CasePage::Import => import_page::TITLE,
            CasePage::Plan => execution_plan::TITLE,
            CasePage::Signatures => signatures::TITLE,
            CasePage::Agreements => shell::AGREEMENTS,
            CasePage::Cutover => shell::CUTOVER,
            CasePage::RunBook => live::TITLE,
            CasePage::Handovers => shell::HANDOVERS,
            CasePage::Meeting => meeting_page::TITLE,
            CasePage::Process => process_page::TITLE,
            CasePage::Prints => shell::PRINTS,
            CasePage::History => shell::HISTORY,
            CasePage::Facts => shell::FACTS,
        },
    }
}

/// A link of the navigation, marked where it leads to the page shown.
pub fn nav_link(app: App, page: Page, label: &'static str) -> Html {
    let current = move || {
        let here = app.page.get();
        let within = match (here, page) {
            (
                Page::Case(
                    _,
                    CasePage::Route(_) | CasePage::Import | CasePage::Plan | CasePage::Signatures,
                ),
                Page::Case(_, CasePage::Routes),
            )
            | (Page::Case(_, CasePage::RunBook), Page::Case(_, CasePage::Cutover))
            | (Page::Rules | Page::Licences, Page::Settings) => true,
            (here, page) => here == page,
        };
        within.then_some("page")
    };
    view! { <a href=page.href() aria-current=current>{label}</a> }
}

fn missing(title: &'static str, what: &'static str) -> Html {
    view! {
        <div class="empty">
            <h1>{title}</h1>
            <p>{what}</p>
            <p><a class="button button-primary" href="#/">{shell::GO_TO_CASES}</a></p>
        </div>
    }
}

/// Shows the page of `location.hash`, now and whenever it changes, and opens the case it belongs to.
fn follow_address(app: App) {
    go(app);
    let handle = window_event_listener(ev::hashchange, move |_| go(app));
    std::mem::forget(handle);
}

/// Goes where the address says, or asks for what that needs and goes when it is here.
fn go(app: App) {
    if let Some(rest) = app.rest.get_untracked().here() {
        return (rest.arrive)(app);
    }
    let page = Page::parse(&hash());
    app.page.set(page);
    document().set_title(&shell::window_title(page_title(page), None));
    if page != Page::Cases {
        // With the rest the app arrives there.
        rest::call(app, |_| ());
    }
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Shows the page of the address, and opens the case it belongs to.
pub fn arrive(app: App) {
    let hash = hash();
    // The skip link's own target is no page.
    if hash == "#indhold" {
        return;
    }
    let page = Page::parse(&hash);
    let before = app.page.get_untracked();
    open_case_of(app, page);
    // A link to another part of the same page must not build it anew and lose what is open on it.
    if before != page {
        app.forget_notice();
        app.page.set(page);
    }
    let moved = follow_point(app, &hash) || before != page;
    set_title(app);
    show_anchor(anchor_of(&hash).or_else(|| row_left(before, page)), moved);
}

/// Names the window after the page, the case, and the point where it is shown as it was.
pub fn set_title(app: App) {
    let page = app.page.get_untracked();
    let title = match page {
        Page::Case(..) => app.read_untracked(|open| {
            let title = case_title(open);
            open.point().map_or(title.clone(), |point| shell::then_title(&title, &point.short))
        }),
        _ => None,
    };
    document().set_title(&shell::window_title(page_title(page), title.as_deref()));
}

/// Shows the case as it was where the address says so, until it is left; true where that is what has changed.
fn follow_point(app: App, hash: &str) -> bool {
    if app.page.get_untracked().case().is_none() {
        app.show_now();
    }
    let Some((_, event)) = hash.split_once(POINT) else { return false };
    if app.read_untracked(|_| ()).is_none() {
        return false;
    }
    let known = event.parse::<Id>().is_ok_and(|event| app.show_past(event));
    if !known {
        app.warn(past::NO_POINT);
    }
    known
}

/// In an address: the event after which the case is shown.
pub const POINT: &str = "?dengang=";

fn open_case_of(app: App, page: Page) {
    let open = app.open.with_untracked(|open| open.as_ref().map(|open| open.id));
    if let Some(id) = page.case()
        && open != Some(id)
    {
        app.open_stored(id);
    }
}

/// The element that `?vis=` names.
fn anchor_of(hash: &str) -> Option<String> {
    hash.split_once("?vis=").map(|(_, anchor)| anchor.to_owned())
}

/// Who comes from a route to the list of routes goes on at its row.
fn row_left(before: Page, page: Page) -> Option<String> {
    match (before, page) {
        (Page::Case(one, CasePage::Route(route)), Page::Case(other, CasePage::Routes))
            if one == other =>
        {
            Some(row_anchor(route))
        }
        _ => None,
    }
}

/// Brings an element into view and focus; a new page starts at its top.
fn show_anchor(anchor: Option<String>, new_page: bool) {
    request_animation_frame(move || {
        let target = anchor.and_then(|anchor| document().get_element_by_id(&anchor));
        let target = target.or_else(|| {
            new_page.then(|| document().get_element_by_id("indhold")).flatten().inspect(|_| {
                window().scroll_to_with_x_and_y(0.0, 0.0);
            })
        });
        if let Some(element) = target.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            // An element inside closed details is shown first.
            let mut parent = element.parent_element();
            while let Some(outer) = parent {
                if outer.tag_name() == "DETAILS" {
                    let _ = outer.set_attribute("open", "");
                }
                parent = outer.parent_element();
            }
            element.scroll_into_view();
            // A new page begins at its heading: a screen reader says where one is, and no more.
            let heading = (element.id() == "indhold").then(first_heading).flatten();
            let _ = heading.unwrap_or(element).focus();
        }
    });
}

fn first_heading() -> Option<web_sys::HtmlElement> {
    let heading = document().query_selector("#indhold h1").ok().flatten()?;
    let _ = heading.set_attribute("tabindex", "-1");
    heading.dyn_into().ok()
}

fn skip(event: web_sys::Event) {
    event.prevent_default();
    if let Some(main) = document().get_element_by_id("indhold")
        && let Ok(main) = main.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = main.focus();
    }
}

/// Lists anew what other tabs change, as long as that is all that concerns this one.
fn follow_list(app: App) {
    let handle = window_event_listener(ev::storage, move |_| {
        if app.rest.get_untracked().here().is_none() {
            app.cases.set(storage::list_cases());
        }
    });
    std::mem::forget(handle);
}

/// Takes in what other tabs write to the open case.
pub fn follow_other_tabs(app: App) {
    let handle = window_event_listener(ev::storage, move |event| {
        let (Some(key), Some(text)) = (event.key(), event.new_value()) else {
            if let Some(key) = event.key() {
                storage::heard_removal(&key);
            }
            app.hear_removal();
            app.cases.set(storage::list_cases());
            return;
        };
        if let Some((case, events)) = storage::read_segment(&key, &text) {
            app.take_in(case, events);
        }
        app.cases.set(storage::list_cases());
    });
    std::mem::forget(handle);
}
