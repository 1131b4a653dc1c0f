//! "Indstillinger": who I am, what the browser holds, and what can be expected of the site.

mod backup;

use self::backup::BackupAll;
use super::RuleTrouble;
use crate::text::{settings, shell, signer_rules};
use crate::web::frame::download_raw;
use crate::web::prelude::*;
use crate::web::route::Page;
use crate::web::rules;
use crate::web::site_parts::SiteSection;
use crate::web::state::App;
use crate::web::storage::{self, CaseCard, Profile, Saved};

const MOST: usize = storage::ROOM;
/// From here on there is reason to make room.
const NEARLY: usize = MOST / 10 * 9;

#[component]
pub fn SettingsPage() -> Html {
    view! {
        <header class="page-head">
            <h1>{shell::SETTINGS}</h1>
            <p class="page-head__lead">{settings::LEAD}</p>
        </header>
        <Me />
        <StorageUsed />
        <BackupAll />
        <SiteSection />
        <SignerRules />
        <section aria-labelledby="data">
            <h2 id="data">{settings::PRIVACY}</h2>
            {points(&settings::PRIVACY_POINTS)}
        </section>
        <section aria-labelledby="tilgaengelighed">
            <h2 id="tilgaengelighed">{settings::ACCESSIBILITY}</h2>
            <p>{settings::ACCESSIBILITY_GOAL}</p>
            <h3>{settings::TESTED}</h3>
            {points(&settings::TESTED_POINTS)}
            <h3>{settings::LIMITS}</h3>
            {points(&settings::LIMITS_POINTS)}
            <h3>{settings::NOT_WORKING}</h3>
            <p>{settings::NOT_WORKING_TEXT}</p>
        </section>
        <section aria-labelledby="om">
            <h2 id="om">{settings::ABOUT}</h2>
            <p>{settings::ABOUT_TEXT}</p>
            <dl class="facts">
                <dt>{settings::VERSION}</dt>
                <dd>{env!("CARGO_PKG_VERSION")}</dd>
                <dt>{settings::LICENCE}</dt>
                <dd>{settings::LICENCE_NAME}</dd>
            </dl>
            <p><a href=Page::Licences.href()>{settings::LICENCES}</a></p>
        </section>
    }
}

/// My name, initials and organisation, which sign what I do.
#[component]
fn Me() -> Html {
    let app = App::get();
    let said = RwSignal::new(None::<&'static str>);
    let change = move |set: fn(&mut Profile, String), text: String| {
        let mut profile = app.profile.get_untracked();
        set(&mut profile, text.trim().to_owned());
        said.set(Some(match app.set_profile(profile) {
            Saved::Yes => settings::PROFILE_SAVED,
            Saved::InMemory | Saved::Refused | Saved::Gone => settings::PROFILE_REFUSED,
        }));
    };
    let input = move |id: &'static str,
                      label: &'static str,
                      autocomplete: &'static str,
                      get: fn(&Profile) -> &String,
                      set: fn(&mut Profile, String)| {
        view! {
            <div class="form-group">
                <label class="form-label" for=id>{label}</label>
                <input
                    id=id
                    class="form-input"
                    autocomplete=autocomplete
                    aria-describedby="mig-hint"
                    prop:value=move || app.profile.with(|profile| get(profile).clone())
                    on:change=move |event| change(set, event_target_value(&event))
                />
            </div>
        }
    };
    view! {
        <section aria-labelledby="mig">
            <h2 id="mig">{settings::ME}</h2>
            <p class="form-hint" id="mig-hint">{settings::ME_HINT}</p>
            <div class="field-grid">
                {input("mit-navn", settings::NAME, "name", |p| &p.name, |p, text| p.name = text)}
                {input("mine-initialer", settings::INITIALS, "off", |p| &p.initials, |p, text| {
                    p.initials = text;
                })}
                {input(
                    "min-organisation",
                    settings::ORGANISATION,
                    "organization",
                    |p| &p.organisation,
                    |p, text| p.organisation = text,
                )}
            </div>
            <p class="muted small" role="status">{said}</p>
        </section>
    }
}

/// The site's rules of who signs: whether it has any, what is wrong with them, and where they are written.
#[component]
fn SignerRules() -> Html {
    let app = App::get();
    rules::fetch(app);
    let rules = move || app.rules.site.with(|file| file.as_ref().map_or(0, |it| it.rules.len()));
    view! {
        <section aria-labelledby="underskriver-regler">
            <h2 id="underskriver-regler">{signer_rules::SECTION}</h2>
            <p>{signer_rules::SECTION_TEXT}" "{move || signer_rules::count(rules())}</p>
            <RuleTrouble />
            <p><a href=Page::Rules.href()>{signer_rules::TO_EDITOR}</a></p>
        </section>
    }
}

/// How much of the browser's room is used.
#[component]
fn StorageUsed() -> Html {
    let app = App::get();
    let used = Memo::new(move || {
        // Both are written when something is saved.
        app.cases.track();
        app.profile.track();
        storage::used()
    });
    view! {
        <section aria-labelledby="plads">
            <h2 id="plads">{settings::STORAGE}</h2>
            <p>{move || settings::used(used.get(), MOST)}</p>
            <progress
                aria-label=settings::STORAGE_METER
                max=MOST.to_string()
                value=move || used.get().min(MOST).to_string()
            ></progress>
            <Show when=move || app.cases.with(|cards| !cards.is_empty())>
                <h3>{settings::PER_CASE}</h3>
                <ul>{move || app.cases.with(|cards| cards.iter().filter_map(used_by).collect_view())}</ul>
            </Show>
            {move || (used.get() > NEARLY).then(|| view! {
                <p class="notice notice--error">{settings::STORAGE_FULL}</p>
            })}
            <div class="button-row">
                <button
                    type="button"
                    class="button button-secondary"
                    aria-describedby="hent-hint"
                    on:click=move |_| download_raw(&storage::dump())
                >
                    {settings::DOWNLOAD}
                </button>
            </div>
            <p class="form-hint" id="hent-hint">{settings::DOWNLOAD_HINT}</p>
        </section>
    }
}

fn used_by(card: &CaseCard) -> Option<Html> {
    let title = if card.title.is_empty() { shell::UNNAMED_CASE } else { &card.title };
    let text = settings::used_by(title, storage::used_by(card.id()?));
    Some(view! { <li>{text}</li> })
}

fn points(points: &'static [&'static str]) -> Html {
    let items = points.iter().map(|point| view! { <li>{*point}</li> }).collect_view();
    view! { <ul>{items}</ul> }
}
