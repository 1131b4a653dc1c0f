//! "Stamdata": what the case is about, who takes part, and who holds which role.

mod add;
mod foldable;
mod names;
mod people;
mod remove;
mod roles;
mod systems;
mod variants;

use crate::web::prelude::*;

use self::names::Names;
use self::people::People;
use self::remove::provide_usage;
use self::roles::Roles;
use self::systems::{Involved, MainSystems};
use self::variants::Variants;
pub use self::variants::variants;
use crate::domain::case::{CaseField, EntityKind, Field};
use crate::text::{common, parties, shell};
use crate::web::components::{Kind, TextField};
use crate::web::state::App;

#[component]
pub fn FactsPage() -> Html {
    provide_usage(App::get());
    view! {
        <header class="page-head">
            <h1>{shell::FACTS}</h1>
            <p class="page-head__lead">{parties::LEAD}</p>
        </header>
        <section aria-labelledby="stamdata-sagen">
            <h2 id="stamdata-sagen">{parties::CASE}</h2>
            <div class="field-grid">
                <TextField field=Field::Case(CaseField::Title) label=parties::TITLE />
                <TextField
                    field=Field::Case(CaseField::OrderId)
                    label=parties::ORDER_ID
                    hint=parties::ORDER_ID_HINT
                />
            </div>
            <TextField
                field=Field::Case(CaseField::Note)
                label=parties::NOTE
                kind=Kind::Note
                hint=common::FREE_TEXT_HINT
            />
        </section>
        <Roles />
        <MainSystems />
        <Involved />
        <Names
            kind=EntityKind::Organisation
            title=parties::ORGANISATIONS
            lead=parties::ORGANISATIONS_LEAD
            none=parties::NO_ORGANISATIONS
        />
        <Variants />
        <People />
        <Names
            kind=EntityKind::Authority
            title=parties::AUTHORITIES
            lead=parties::AUTHORITIES_LEAD
            none=parties::NO_AUTHORITIES
        />
    }
}

/// The element id of a kind's section heading, where the focus goes when one of them is removed.
fn section_heading(kind: EntityKind) -> String {
    format!("stamdata-{}", kind.code())
}
