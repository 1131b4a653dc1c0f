//! What can be chosen about the document: only what means something for it.

use crate::web::components::Checkbox;
use crate::web::prelude::*;

use super::since::{SinceChoice, SinceWhat};
use crate::domain::documents::{Choices, Document};
use crate::domain::process::Role;
use crate::domain::signers::SheetSigner;
use crate::text::{documents, role_name};
use crate::web::state::OpenCase;

/// What is chosen, as the controls have it.
#[derive(Clone, Copy)]
pub struct Chosen {
    pub document: RwSignal<Document>,
    pub role: RwSignal<Option<Role>>,
    pub by_role: RwSignal<bool>,
    pub signer: RwSignal<Option<SheetSigner>>,
    pub only_open: RwSignal<bool>,
    pub contacts: RwSignal<bool>,
    pub landscape: RwSignal<bool>,
    /// What is chosen; nothing until then.
    pub since: RwSignal<Option<SinceWhat>>,
    pub day: RwSignal<String>,
}

impl Chosen {
    pub fn new(document: Document, signer: Option<SheetSigner>) -> Chosen {
        Chosen {
            document: RwSignal::new(document),
            role: RwSignal::new(None),
            by_role: RwSignal::new(false),
            signer: RwSignal::new(signer),
            only_open: RwSignal::new(false),
            contacts: RwSignal::new(document.needs_contacts()),
            landscape: RwSignal::new(document.is_wide()),
            since: RwSignal::new(None),
            day: RwSignal::new(String::new()),
        }
    }

    /// What is chosen, followed.
    pub fn choices(self, open: &OpenCase) -> Choices {
        Choices {
            role: self.role.get(),
            by_role: self.by_role.get(),
            signer: self.signer.get(),
            only_open: self.only_open.get(),
            contacts: self.contacts.get(),
            landscape: self.landscape.get(),
            since: self.since(open),
        }
    }
}

#[component]
pub fn DocumentChoice(chosen: Chosen) -> Html {
    let select = move |event| {
        let Some(document) = Document::from_code(&event_target_value(&event)) else { return };
        batch(move || {
            chosen.document.set(document);
            chosen.contacts.set(document.needs_contacts());
            chosen.landscape.set(document.is_wide());
        });
    };
    let option = move |document: &Document| {
        let document = *document;
        let code = document.code();
        let (id, help) = (format!("udskrift-{code}"), format!("udskrift-{code}-hint"));
        view! {
            <div class="form-group-radio">
                <input
                    class="form-radio"
                    type="radio"
                    name="udskrift-dokument"
                    id=id.clone()
                    value=code
                    aria-describedby=help.clone()
                    prop:checked=move || chosen.document.get() == document
                    on:change=select
                />
                <label class="form-label" for=id>{documents::document_name(document)}</label>
                <span class="form-hint" id=help>{documents::document_help(document)}</span>
            </div>
        }
    };
    view! {
        <fieldset class="print-documents">
            <legend class="form-label">{documents::CHOOSE_DOCUMENT}</legend>
            {Document::ALL.iter().map(option).collect_view()}
        </fieldset>
    }
}

#[component]
pub fn Narrowing(chosen: Chosen, signers: Memo<Vec<(SheetSigner, String)>>) -> Html {
    let offers = Memo::new(move || chosen.document.get().offers());
    let for_role = move || offers.with(|it| it.role).then(|| role_choice(chosen));
    let for_signer = move || offers.with(|it| it.signer).then(|| signer_choice(chosen, signers));
    let since = move || offers.with(|it| it.since).then(|| view! { <SinceChoice chosen /> });
    let ticks = move || {
        let offers = offers.get();
        let by_role = offers.role && chosen.role.get().is_none();
        [
            (by_role, "udskrift-hver-rolle", documents::BY_ROLE, chosen.by_role),
            (offers.only_open, "udskrift-aabne", documents::ONLY_OPEN, chosen.only_open),
            (offers.contacts, "udskrift-kontakter", documents::CONTACTS, chosen.contacts),
            (offers.landscape, "udskrift-liggende", documents::LANDSCAPE, chosen.landscape),
        ]
        .into_iter()
        .filter(|(offered, ..)| *offered)
        .map(|(_, id, label, chosen)| checkbox(id, label, chosen))
        .collect_view()
    };
    view! {
        {for_role}
        {for_signer}
        {since}
        <div class="print-ticks">{ticks}</div>
    }
}

fn checkbox(id: &'static str, label: &'static str, chosen: RwSignal<bool>) -> Html {
    view! { <Checkbox id label is_on=chosen on_turn=move |on| chosen.set(on) /> }
}

fn role_choice(chosen: Chosen) -> Html {
    let option = move |role: &Role| {
        let role = *role;
        let is_chosen = move || chosen.role.get() == Some(role);
        view! { <option value=role.code() prop:selected=is_chosen>{role_name(role)}</option> }
    };
    view! {
        <div class="form-group">
            <label class="form-label" for="udskrift-rolle">{documents::FOR_ROLE}</label>
            <select
                class="form-select"
                id="udskrift-rolle"
                on:change=move |event| chosen.role.set(Role::from_code(&event_target_value(&event)))
            >
                <option value="" prop:selected=move || chosen.role.get().is_none()>
                    {documents::ALL_ROLES}
                </option>
                {Role::ALL.iter().map(option).collect_view()}
            </select>
        </div>
    }
}

fn signer_choice(chosen: Chosen, signers: Memo<Vec<(SheetSigner, String)>>) -> Html {
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
}
