//! Udskrifter: the documents as they will be printed, with what can be chosen about them.

mod blocks;
mod choices;
mod paper;
mod since;
mod word;

use crate::web::prelude::*;
use leptos::ev;

use crate::domain::case::Author;
use crate::domain::documents::Document;
use crate::domain::exchange::print_name;
use crate::domain::signers::{SheetSigner, signature_list};
use crate::text::documents::{self, Paper, Source};
use crate::text::{shell, signatures as words};
use crate::web::clock;
use crate::web::pages::{DOCUMENT, SHEET};
use crate::web::state::{App, OpenCase};

use choices::{Chosen, DocumentChoice, Narrowing};

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
    let signer =
        asked.and_then(|place| signers.get_untracked().into_iter().nth(place.checked_sub(1)?));
    let first = asked.map(|_| Document::Signatures).or_else(document_asked);
    let first = first.unwrap_or(Document::Handovers);
    let chosen = Chosen::new(first, signer.map(|it| it.0));
    // The time on the paper is that of printing, however long the page has been open.
    let now = RwSignal::new(clock::now());
    let paper = app.derive(move |open| Some((chosen.document.get(), write(open, chosen))));
    let printed = Memo::new(move || {
        let author: Author = app.profile.get().author(&[]);
        documents::printed(clock::local(now.get()), &author)
    });
    let prepare = move || {
        let Some((_, paper)) = paper.get_untracked() else { return };
        let head = &paper.head;
        paper::set_edges(&documents::edges(head, &printed.get_untracked()));
        paper::turn(paper.landscape);
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
        paper::turn(false);
    });
    let print = move |_| {
        now.set(clock::now());
        // The sheet takes up the new time before the browser's dialog holds everything still.
        request_animation_frame(|| {
            let _ = window().print();
        });
    };
    let making = RwSignal::new(false);
    let word = move |_| {
        now.set(clock::now());
        let Some((_, paper)) = paper.get_untracked() else { return };
        let day = clock::local(now.get_untracked()).day;
        word::save(app, paper, printed.get_untracked(), day, making);
    };
    let is_empty = Memo::new(move || paper.with(|p| p.as_ref().is_none_or(|(_, p)| p.is_empty())));
    let is_wide = move || paper.with(|p| p.as_ref().is_some_and(|(_, paper)| paper.landscape));
    let sheet = move || {
        let (document, paper) = paper.get()?;
        let body = if paper.is_empty() {
            view! { <p>{documents::nothing(document, chosen.only_open.get())}</p> }
        } else {
            blocks::blocks(&paper.blocks)
        };
        Some(paper::paper(&paper.head, printed, body))
    };
    let hint = if paper::has_margin_boxes() {
        documents::PRINT_HINT
    } else {
        documents::PRINT_HINT_NUMBERS
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
                <button
                    type="button"
                    class="button button-secondary"
                    aria-describedby="udskriv-hint"
                    disabled=move || is_empty.get() || making.get()
                    on:click=word
                >
                    {documents::WORD}
                </button>
            </div>
            <p class="form-hint" id="udskriv-hint">{hint}" "{documents::WORD_HINT}</p>
        </div>
        <h2 class="screen-only" id="udskrift">{documents::PREVIEW}</h2>
        <div
            class="print-doc"
            class:print-doc--wide=is_wide
            role="region"
            tabindex="0"
            aria-labelledby="udskrift"
        >
            {sheet}
        </div>
    }
}

/// Writes the chosen document; of an earlier state it says so.
fn write(open: &OpenCase, chosen: Chosen) -> Paper {
    let source = Source {
        file: &open.file,
        kept: &open.kept,
        guidance: &open.guidance,
        clock: &clock::local,
    };
    let mut paper = documents::write(&source, chosen.document.get(), &chosen.choices(open));
    if let Some(point) = open.point() {
        paper.head.tell_point(&point.told, &point.short);
    }
    paper
}

/// The document that the address asks for.
fn document_asked() -> Option<Document> {
    let hash = window().location().hash().unwrap_or_default();
    Document::from_code(hash.split_once(DOCUMENT)?.1)
}

/// The sheet that the address asks for, by its place from 1; 0 is all of them.
fn sheet_asked() -> Option<usize> {
    let hash = window().location().hash().unwrap_or_default();
    hash.split_once(SHEET)?.1.parse().ok()
}
