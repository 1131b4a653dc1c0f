//! Udskrifter: the documents as they will be printed, with what can be chosen about them.

mod handovers;
mod paper;
mod routes;
mod sheet;
mod signatures;

use crate::web::prelude::*;
use leptos::ev;

use crate::domain::case::Author;
use crate::domain::documents::{Head, handover_checklist, route_checklist};
use crate::domain::exchange::print_name;
use crate::domain::process::Role;
use crate::domain::signers::{SheetSigner, signature_list};
use crate::text::documents::{self, Document, HandoverPaper, HeadText, RoutePaper, SignaturePaper};
use crate::text::{role_name, shell, signatures as words};
use crate::web::clock;
use crate::web::pages::SHEET;
use crate::web::state::{App, OpenCase};

/// The document that is shown, in words.
#[derive(Clone, Debug, PartialEq)]
enum Paper {
    Handovers(HandoverPaper),
    Routes(RoutePaper),
    Signatures(SignaturePaper),
}

impl Paper {
    fn head(&self) -> &HeadText {
        match self {
            Paper::Handovers(paper) => &paper.head,
            Paper::Routes(paper) => &paper.head,
            Paper::Signatures(paper) => &paper.head,
        }
    }

    fn head_mut(&mut self) -> &mut HeadText {
        match self {
            Paper::Handovers(paper) => &mut paper.head,
            Paper::Routes(paper) => &mut paper.head,
            Paper::Signatures(paper) => &mut paper.head,
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Paper::Handovers(paper) => paper.sections.is_empty(),
            Paper::Routes(paper) => paper.sheets.is_empty(),
            Paper::Signatures(paper) => paper.sheets.is_empty(),
        }
    }
}

/// What is chosen about the document.
#[derive(Clone, Copy)]
struct Chosen {
    document: RwSignal<Document>,
    role: RwSignal<Option<Role>>,
    signer: RwSignal<Option<SheetSigner>>,
    only_open: RwSignal<bool>,
}

#[component]
pub fn PrintsPage() -> Html {
    let app = App::get();
    let signers = app.derive(|open| {
        let list = signature_list(open.case(), &open.guidance).sheets.into_iter();
        let named = |(signer, _)| {
            let name = words::signer_name(open.case(), &signer);
            (signer, name)
        };
        list.map(named).collect::<Vec<(SheetSigner, String)>>()
    });
    let asked = sheet_asked();
    let chosen = Chosen {
        document: RwSignal::new(asked.map_or(Document::default(), |_| Document::Signatures)),
        role: RwSignal::new(None),
        signer: RwSignal::new(
            asked
                .and_then(|place| signers.get_untracked().into_iter().nth(place.checked_sub(1)?))
                .map(|it| it.0),
        ),
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
            Paper::Signatures(paper) => signatures::body(paper),
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
            <Narrowing chosen signers />
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
        Document::Signatures => {
            let (case, guidance) = (open.case(), &open.guidance);
            let (about, list) = (Head::of(&open.file, &open.kept), signature_list(case, guidance));
            let (only, clock) = (chosen.signer.get(), &clock::local);
            let only = only.as_ref();
            Paper::Signatures(documents::signature_paper(
                case, guidance, &about, &list, only, only_open, clock,
            ))
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
            Document::Signatures => ("udskrift-ark", "udskrift-ark-hint"),
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
            {[Document::Handovers, Document::Routes, Document::Signatures].map(option).collect_view()}
        </fieldset>
    }
}

#[component]
fn Narrowing(chosen: Chosen, signers: Memo<Vec<(SheetSigner, String)>>) -> Html {
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
    let for_signer = move || {
        (chosen.document.get() == Document::Signatures).then(|| {
            let select = move |event| {
                let place = event_target_value(&event).parse::<usize>().ok();
                let all = signers.get_untracked();
                chosen.signer.set(place.and_then(|place| all.get(place)).map(|it| it.0.clone()));
            };
            let option = move |(place, (signer, name)): (usize, (SheetSigner, String))| {
                let is_chosen = move || chosen.signer.with(|it| it.as_ref() == Some(&signer));
                view! { <option value=place.to_string() prop:selected=is_chosen>{name}</option> }
            };
            view! {
                <div class="form-group">
                    <label class="form-label" for="udskrift-underskriver">{documents::FOR_SIGNER}</label>
                    <select class="form-select" id="udskrift-underskriver" on:change=select>
                        <option value="" prop:selected=move || chosen.signer.with(Option::is_none)>
                            {documents::ALL_SIGNERS}
                        </option>
                        {move || signers.get().into_iter().enumerate().map(option).collect_view()}
                    </select>
                </div>
            }
        })
    };
    view! {
        {for_role}
        {for_signer}
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

/// The sheet that the address asks for, by its place from 1; 0 is all of them.
fn sheet_asked() -> Option<usize> {
    let hash = window().location().hash().unwrap_or_default();
    hash.split_once(SHEET)?.1.parse().ok()
}
