//! "Serviceaftaler": each agreement through pkt. 9–12, and the routes that it covers or that lack one.

mod covered;
mod suggested;

use crate::domain::case::{AgreementField, EntityKind, Field, Id, Scope, Value};
use crate::domain::guidance::Status;
use crate::domain::process::{Activity, Answer, Gateway};
use crate::text::{self, agreements as words, common, shell};
use crate::web::components::{
    Checks, CreateNamed, CreateWords, EntitySelect, Fold, GatewayCard, Kind, SelectKind, StepRow,
    TextField,
};
use crate::web::dom::focus_on;
use crate::web::pages::agreement_anchor;
use crate::web::prelude::*;
use crate::web::state::App;
use covered::{Covered, Lacking};
use suggested::{OldAgreements, Suggested, WHICH};

const CREATE: CreateWords = CreateWords {
    add: words::ADD,
    name: words::NEW_NAME,
    hint: words::NEW_NAME_HINT,
    create: words::CREATE,
    needed: words::NEW_NAME_NEEDED,
};

/// So many agreements stand open under each other.
const FEW: usize = 8;

/// What each agreement goes through.
const STEPS: [Activity; 4] = [Activity::U9, Activity::U10, Activity::U11, Activity::U12];

#[component]
pub fn AgreementsPage() -> Html {
    let app = App::get();
    let listed = app.derive(|open| {
        open.case().list_agreements().into_iter().map(|(id, _)| id).collect::<Vec<Id>>()
    });
    let is_none = Memo::new(move || listed.with(Vec::is_empty));
    let needed = app.derive(|open| {
        let state = open.guidance.gateway(Gateway::AgreementsNeeded, Scope::Case);
        state.and_then(|state| state.answer)
    });
    let not_needed = move || needed.get() == Some(Answer::No);
    let not_needed_why = app.derive(|open| {
        match open.guidance.step(Activity::U9, Scope::Case).map(|step| &step.status) {
            Some(Status::NotApplicable(excluded)) => text::excluded_text(excluded),
            _ => String::new(),
        }
    });
    view! {
        <header class="page-head">
            <h1>{shell::AGREEMENTS}</h1>
            <p class="page-head__lead">{words::LEAD}</p>
            <div class="page-head__actions">
                <CreateNamed words=CREATE id="ny-aftale" on_create=move |name| create(app, &name) />
            </div>
        </header>
        <section aria-labelledby=WHICH>
            <h2 id=WHICH tabindex="-1">{words::WHICH}</h2>
            <GatewayCard gateway=Gateway::AgreementsNeeded scope=Scope::Case />
            <Suggested />
            <Lacking />
        </section>
        <Show when=move || is_none.get()>
            <Show
                when=not_needed
                fallback=|| view! {
                    <div class="empty">
                        <h2>{words::NONE_TITLE}</h2>
                        <p>{words::NONE}</p>
                    </div>
                }
            >
                <div class="empty">
                    <h2>{words::NOT_NEEDED_TITLE}</h2>
                    <p>{not_needed_why}" "{words::SKIPPED}</p>
                </div>
            </Show>
            <section aria-labelledby="aftalens-trin">
                <h2 id="aftalens-trin">{words::STEPS}</h2>
                {steps(Scope::Case)}
            </section>
        </Show>
        <For each=move || listed.get() key=|id| *id let:id>
            <Agreement id />
        </For>
        <Show when=move || !is_none.get()>
            <section aria-labelledby="flere-aftaler">
                <h2 id="flere-aftaler">{words::MORE}</h2>
                <GatewayCard gateway=Gateway::MoreAgreements scope=Scope::Case />
                <Checks activity=Activity::U12 scope=Scope::Case />
            </section>
        </Show>
        <OldAgreements />
    }
}

/// One agreement: its name and system, its routes, its four steps.
#[component]
fn Agreement(id: Id) -> Html {
    let app = App::get();
    let name = app.derive(move |open| {
        let agreement = open.case().agreements.get(&id);
        agreement.map(|agreement| agreement.name.clone()).unwrap_or_default()
    });
    let heading = agreement_anchor(id);
    let covered = app.derive(move |open| {
        words::routes(open.guidance.tally.covered.get(&id).copied().unwrap_or_default())
    });
    // Each is a page of its own where they are many; the one that an address names is open.
    let named = window().location().hash().is_ok_and(|hash| hash.contains(&id.to_string()));
    let few = app.derive(|open| open.case().list_agreements().len() <= FEW);
    let unfolded = Signal::derive(move || named || few.get());
    view! {
        <section class="agreement" aria-labelledby=heading.clone()>
            <h2 id=heading.clone() tabindex="-1">
                {move || {
                    let name = name.get();
                    if name.is_empty() { words::UNNAMED.to_owned() } else { name }
                }}
            </h2>
            <Show
                when=move || unfolded.get()
                fallback=move || view! {
                    <Fold summary=move || view! { <span>{covered}</span> } open=Signal::derive(|| false)>
                        {parts(app, id)}
                    </Fold>
                }
            >
                {parts(app, id)}
            </Show>
        </section>
    }
}

/// All that is told of an agreement.
fn parts(app: App, id: Id) -> Html {
    let field = move |field| Field::Agreement(id, field);
    view! {
            <div class="field-grid">
                <TextField
                    field=field(AgreementField::Name)
                    label=words::field_label(AgreementField::Name)
                />
                <EntitySelect
                    field=field(AgreementField::System)
                    kind=SelectKind::System
                    label=words::field_label(AgreementField::System)
                />
            </div>
            <Covered agreement=id />
            {steps(Scope::Agreement(id))}
            <TextField
                field=field(AgreementField::Note)
                label=words::field_label(AgreementField::Note)
                kind=Kind::Note
                hint=common::FREE_TEXT_HINT
            />
            <div class="button-row">
                <button
                    type="button"
                    class="button button-secondary"
                    disabled=app.is_shut()
                    on:click=move |_| remove(app, id)
                >
                    {words::REMOVE}
                </button>
            </div>
    }
}

fn steps(scope: Scope) -> Html {
    STEPS.map(|activity| view! { <StepRow activity scope follow=true /> }).collect_view()
}

fn create(app: App, name: &str) {
    let created = app.create(EntityKind::Agreement, |id| {
        vec![(Field::Agreement(id, AgreementField::Name), Value::text(name))]
    });
    if let Some(id) = created {
        focus_on(agreement_anchor(id));
    }
}

fn remove(app: App, id: Id) {
    app.set(Field::Exists(EntityKind::Agreement, id), false);
    app.say(words::REMOVED);
    focus_on("indhold");
}
