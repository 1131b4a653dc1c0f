//! Udskrifter: the documents as they will be printed, with what can be chosen about them.

mod handovers;
mod paper;
mod routes;
mod sheet;

use crate::web::prelude::*;
use leptos::ev;

use crate::domain::case::Author;
use crate::domain::documents::{handover_checklist, route_checklist};
use crate::domain::exchange::print_name;
use crate::domain::process::Role;
use crate::text::documents::{self, Document, HandoverPaper, HeadText, RoutePaper};
use crate::text::{role_name, shell};
use crate::web::clock;
use crate::web::state::{App, OpenCase};

/// The document that is shown, in words.
#[derive(Clone, Debug, PartialEq)]
enum Paper {
    Handovers(HandoverPaper),
    Routes(RoutePaper),
}

impl Paper {
    fn head(&self) -> &HeadText {
        match self {
            Paper::Handovers(paper) => &paper.head,
            Paper::Routes(paper) => &paper.head,
        }
    }

    fn head_mut(&mut self) -> &mut HeadText {
        match self {
            Paper::Handovers(paper) => &mut paper.head,
            Paper::Routes(paper) => &mut paper.head,
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Paper::Handovers(paper) => paper.sections.is_empty(),
            Paper::Routes(paper) => paper.sheets.is_empty(),
        }
    }
}

/// What is chosen about the document.
#[derive(Clone, Copy)]
struct Chosen {
    document: RwSignal<Document>,
    role: RwSignal<Option<Role>>,
    only_open: RwSignal<bool>,
}

#[component]
pub fn PrintsPage() -> Html {
    let app = App::get();
    let chosen = Chosen {
        document: RwSignal::new(Document::default()),
        role: RwSignal::new(None),
        only_open: RwSignal::new(false),
    };
    // The time on the paper is that of printing, however long the page has been open.
    let now = RwSignal::new(clock::now());
    let paper = app.derive(move |open| Some(write(open, chosen)));
    let printed = Memo::new(move || {
        let author: Author = app.profile.get().author(&[]);
        documents::printed(clock::local(now.get()), &author)
    });
    let prepare = move || {
        let Some(paper) = paper.get_untracked() else { return };
        let head = paper.head();
        paper::set_edges(&documents::edges(head, &printed.get_untracked()));
        let day = clock::local(now.get_untracked()).day;
        document().set_title(&print_name(head.document, &head.case, day));
    };
    Effect::new(move |_| {
        paper.track();
        printed.track();
        prepare();
    });
    // Printing by the browser's own menu passes here too.
    let before = window_event_listener(ev::beforeprint, move |_| {
        now.set(clock::now());
        prepare();
    });
    on_cleanup(move || {
        before.remove();
        paper::clear_edges();
    });
    let print = move |_| {
        now.set(clock::now());
        // The sheet takes up the new time before the browser's dialog holds everything still.
        request_animation_frame(|| {
            let _ = window().print();
        });
    };
    let is_empty = Memo::new(move || paper.with(|p| p.as_ref().is_none_or(Paper::is_empty)));
    let sheet = move || {
        let paper = paper.get()?;
        let head = paper.head().clone();
        let body = match &paper {
            _ if paper.is_empty() => {
                let (document, only_open) = (chosen.document.get(), chosen.only_open.get());
                view! { <p>{documents::nothing(document, only_open)}</p> }
            }
            Paper::Handovers(paper) => handovers::body(paper),
            Paper::Routes(paper) => routes::body(paper),
        };
        Some(paper::paper(&head, printed, body))
    };
    view! {
        <header class="page-head screen-only">
            <h1>{shell::PRINTS}</h1>
            <p class="page-head__lead">{documents::LEAD}</p>
        </header>
        <div class="print-choices screen-only">
            <DocumentChoice chosen />
            <Narrowing chosen />
            <div class="button-row">
                <button
                    type="button"
                    class="button button-primary"
                    aria-describedby="udskriv-hint"
                    disabled=is_empty
                    on:click=print
                >
                    {documents::PRINT}
                </button>
            </div>
            <p class="form-hint" id="udskriv-hint">{documents::PRINT_HINT}</p>
        </div>
        <h2 class="screen-only" id="udskrift">{documents::PREVIEW}</h2>
        <div class="print-doc" role="region" tabindex="0" aria-labelledby="udskrift">{sheet}</div>
    }
}

/// Writes the chosen document; of an earlier state it says so.
fn write(open: &OpenCase, chosen: Chosen) -> Paper {
    let only_open = chosen.only_open.get();
    let mut paper = match chosen.document.get() {
        Document::Handovers => {
            let role = chosen.role.get();
            let list = handover_checklist(&open.file, &open.kept, &open.guidance, role, only_open);
            let (case, guidance) = (open.case(), &open.guidance);
            Paper::Handovers(documents::handover_paper(case, guidance, &list, &clock::local))
        }
        Document::Routes => {
            let list = route_checklist(&open.file, &open.kept, &open.guidance, only_open);
            Paper::Routes(documents::route_paper(open.case(), &list, &clock::local))
        }
    };
    if let Some(point) = open.point() {
        paper.head_mut().tell_point(&point.told, &point.short);
    }
    paper
}

#[component]
fn DocumentChoice(chosen: Chosen) -> Html {
    let option = move |document: Document| {
        let (id, help) = match document {
            Document::Handovers => ("udskrift-overleveringer", "udskrift-overleveringer-hint"),
            Document::Routes => ("udskrift-ruter", "udskrift-ruter-hint"),
        };
        view! {
            <div class="form-group-radio">
                <input
                    class="form-radio"
                    type="radio"
                    name="udskrift-dokument"
                    id=id
                    aria-describedby=help
                    prop:checked=move || chosen.document.get() == document
                    on:change=move |_| chosen.document.set(document)
                />
                <label class="form-label" for=id>{documents::document_name(document)}</label>
                <span class="form-hint" id=help>{documents::document_help(document)}</span>
            </div>
        }
    };
    view! {
        <fieldset>
            <legend class="form-label">{documents::CHOOSE_DOCUMENT}</legend>
            {[Document::Handovers, Document::Routes].map(option).collect_view()}
        </fieldset>
    }
}

#[component]
fn Narrowing(chosen: Chosen) -> Html {
    let for_role = move || {
        (chosen.document.get() == Document::Handovers).then(|| {
            let select = move |event| {
                chosen.role.set(Role::from_code(&event_target_value(&event)));
            };
            view! {
                <div class="form-group">
                    <label class="form-label" for="udskrift-rolle">{documents::FOR_ROLE}</label>
                    <select class="form-select" id="udskrift-rolle" on:change=select>
                        <option value="" prop:selected=move || chosen.role.get().is_none()>
                            {documents::ALL_ROLES}
                        </option>
                        {Role::ALL
                            .iter()
                            .map(|role| {
                                let role = *role;
                                view! {
                                    <option
                                        value=role.code()
                                        prop:selected=move || chosen.role.get() == Some(role)
                                    >
                                        {role_name(role)}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </div>
            }
        })
    };
    view! {
        {for_role}
        <div class="form-group-checkbox">
            <input
                class="form-checkbox"
                type="checkbox"
                id="udskrift-aabne"
                prop:checked=move || chosen.only_open.get()
                on:change=move |event| chosen.only_open.set(event_target_checked(&event))
            />
            <label class="form-label" for="udskrift-aabne">{documents::ONLY_OPEN}</label>
        </div>
    }
}
