//! The signatures of a delegated order: who is to sign, who was asked, who has signed.

use crate::web::prelude::*;
use web_sys::HtmlElement;

use crate::domain::case::{Field, Id, OrderKind, RouteField, SignatureField, id_key};
use crate::domain::guidance::{Candidate, Signing, candidates};
use crate::domain::signers::Ruling;
use crate::domain::sorting::sort_by_numbers;
use crate::text::{route_page as words, signatures};
use crate::web::components::{EntitySelect, Kind, SelectKind, StatusBadge, TextField, Tone};
use crate::web::dom::focus_on;
use crate::web::pages::{RuleTrouble, signatures_anchor};
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

#[component]
pub fn Signatures(route: Id, kind: OrderKind) -> Html {
    let app = App::get();
    let named = app.derive(move |open| {
        let line = open.case().routes.get(&route);
        let mut ids: Vec<Id> =
            line.map(|line| line.signatures(kind).map(|(id, _)| id).collect()).unwrap_or_default();
        sort_by_numbers(&mut ids, |id| {
            id_key(open.file.log().get(*id).map_or(0, |event| event.clock), *id)
        });
        ids
    });
    let offered = app.derive(move |open| offered(open, route, kind));
    let is_unclear = app.derive(move |open| {
        let order = open.guidance.routes.get(&route).and_then(|it| it.order(kind));
        order.is_some_and(|order| order.signing == Signing::Unclear)
    });
    let ruling = app.derive(move |open| {
        let order = open.guidance.routes.get(&route)?.order(kind)?;
        signatures::ruling(open.case(), order)
    });
    let all = app.read_untracked(|open| Page::Case(open.id, CasePage::Signatures).href());
    let other = NodeRef::<HtmlElement>::new();
    let add = move |organisation: Option<Id>| {
        let added = app.add_part(|id| {
            let field = |field| Field::Route(route, RouteField::Signature(id, field));
            vec![
                (field(SignatureField::Order), kind.into()),
                (field(SignatureField::Organisation), organisation.into()),
            ]
        });
        if let Some(id) = added {
            focus_on(element_id(id));
        }
    };
    let remove = move |id: Id| {
        app.set(Field::Route(route, RouteField::Signature(id, SignatureField::Removed)), true);
        app.say(words::SIGNER_REMOVED);
        if let Some(button) = other.get_untracked() {
            let _ = button.focus();
        }
    };
    let heading = signatures_anchor(kind);
    view! {
        <section class="signatures" aria-labelledby=heading.clone()>
            <h4 id=heading.clone() tabindex="-1">{words::SIGNATURES}</h4>
            <p class="form-hint">{words::SIGNATURES_HINT}</p>
            <RuleTrouble />
            {move || ruling.get().map(|ruling| view! { <p>{ruling}</p> })}
            <Show when=move || is_unclear.get()>
                <p class="signatures__unclear">
                    <StatusBadge tone=Tone::Conflict word=words::SIGNER_UNCLEAR />
                    " "
                    {words::SIGNER_UNCLEAR_WHY}
                </p>
            </Show>
            <For each=move || named.get() key=|id| *id let:id>
                <Signer route id number=Signal::derive(move || number(&named.get(), id)) remove />
            </For>
            <div class="button-row">
                <For
                    each=move || offered.get()
                    key=|(organisation, label)| (*organisation, label.clone())
                    let:candidate
                >
                    <button
                        type="button"
                        class="button button-secondary"
                        disabled=app.is_shut()
                        on:click=move |_| add(Some(candidate.0))
                    >
                        {candidate.1.clone()}
                    </button>
                </For>
                <button
                    type="button"
                    class="button button-secondary"
                    node_ref=other
                    disabled=app.is_shut()
                    on:click=move |_| add(None)
                >
                    {words::ADD_OTHER}
                </button>
            </div>
            <p><a href=all>{signatures::TO_ALL}</a></p>
        </section>
    }
}

/// One who is to sign.
#[component]
fn Signer(
    route: Id,
    id: Id,
    number: Signal<usize>,
    remove: impl Fn(Id) + Copy + Send + Sync + 'static,
) -> Html {
    let app = App::get();
    let field = move |field| Field::Route(route, RouteField::Signature(id, field));
    let organisation = app.derive(move |open| {
        let signature = open.case().routes.get(&route)?.signatures.get(&id)?;
        open.case().organisation_name(signature.organisation).map(str::to_owned)
    });
    let signed = app.derive(move |open| {
        let signature = open.case().routes.get(&route).and_then(|it| it.signatures.get(&id));
        signature.is_some_and(|signature| signature.signed.is_some())
    });
    let text = move |of: SignatureField, kind: Kind| {
        view! { <TextField field=field(of) label=words::signature_label(of) kind=kind /> }
    };
    view! {
        <fieldset class="signer" id=element_id(id) tabindex="-1">
            <legend>
                {move || words::signer_heading(number.get(), organisation.get().as_deref())}
                " "
                {move || if signed.get() {
                    view! { <StatusBadge tone=Tone::Done word=words::SIGNED /> }
                } else {
                    view! { <StatusBadge tone=Tone::Waiting word=words::NOT_SIGNED /> }
                }}
            </legend>
            <div class="field-grid">
                <EntitySelect
                    field=field(SignatureField::Organisation)
                    kind=SelectKind::Organisation
                    label=words::signature_label(SignatureField::Organisation)
                />
                {text(SignatureField::Signer, Kind::Text)}
                {text(SignatureField::Asked, Kind::Day)}
                {text(SignatureField::Signed, Kind::Day)}
                {text(SignatureField::Reference, Kind::Text)}
            </div>
            <button
                type="button"
                class="button button-tertiary"
                disabled=app.is_shut()
                on:click=move |_| remove(id)
            >
                {words::REMOVE_SIGNER}
            </button>
        </fieldset>
    }
}

/// Those who may have to sign and are not named yet, each with its button's words.
fn offered(open: &OpenCase, route: Id, kind: OrderKind) -> Vec<(Id, String)> {
    let case = open.case();
    let decision = open.guidance.routes.get(&route);
    let Some((decision, order)) = decision.and_then(|it| Some((it, it.order(kind)?))) else {
        return Vec::new();
    };
    // Those whom a rule asks for come first, and leave no need to look among others.
    if let Ruling::Rule(place) = order.ruled.by {
        let asked = order.ruled.unnamed.iter().filter_map(|unnamed| unnamed.organisation);
        return asked.map(|id| (id, signatures::name_by_rule(case, id, place))).collect();
    }
    let line = case.routes.get(&route);
    let is_named = |candidate: &Candidate| {
        line.is_some_and(|line| {
            line.signatures(kind).any(|(_, it)| it.organisation == Some(candidate.organisation))
        })
    };
    candidates(case, decision, order)
        .into_iter()
        .filter(|candidate| !is_named(candidate))
        .map(|it| (it.organisation, words::add_candidate(case, it)))
        .collect()
}

fn number(ids: &[Id], id: Id) -> usize {
    ids.iter().position(|other| *other == id).map_or(0, |at| at + 1)
}

fn element_id(id: Id) -> String {
    format!("underskriver-{id}")
}
