//! What a site's settings put on the pages: its name and logo, its introduction, its links, and what is wrong with them.

use std::sync::Arc;

use super::route::Page;
use super::state::App;
use crate::domain::site::{Site, is_unread, read_site};
use crate::text::site as words;
use crate::web::prelude::*;

/// Takes in the settings.
pub fn take(app: App, bytes: &[u8]) {
    app.site.set(Some(Arc::new(read_site(bytes))));
}

/// The municipality's name and logo, in the header.
pub fn brand(app: App) -> Html {
    let brand = part(app, |site| (site.municipality.clone(), site.logo.clone()));
    let shown = move || {
        let (name, logo) = brand.get();
        let is_shown = !name.is_empty() || !logo.is_empty();
        // The name says what the logo does.
        let logo =
            (!logo.is_empty()).then(|| view! { <img class="site-brand__logo" src=logo alt="" /> });
        is_shown.then(|| view! { <p class="site-brand">{logo}{name}</p> })
    };
    view! { {shown} }
}

/// What the site says before the list of cases, a paragraph to a line.
pub fn introduction(app: App) -> Html {
    let text = part(app, |site| site.introduction.clone());
    let shown = move || {
        let text = text.get();
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let lines = lines.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
        (!text.is_empty()).then(|| view! { <div class="site-introduction">{lines}</div> })
    };
    view! { {shown} }
}

/// The site's links, and that its settings have errors.
pub fn foot(app: App) -> Html {
    let site = part(app, Clone::clone);
    let shown = move || {
        let site = site.get();
        let links = site.links.iter().map(|link| {
            view! { <li><a href=link.address.clone()>{link.label.clone()}</a></li> }
        });
        let links = (!site.links.is_empty()).then(|| {
            view! { <nav aria-label=words::LINKS><ul class="site-foot__links">{links.collect_view()}</ul></nav> }
        });
        let trouble = words::footer(&site).map(|text| {
            let more = format!("{}?vis={SECTION}", Page::Settings.href());
            view! { <p class="site-foot__trouble">{text}" "<a href=more>{words::TO_ERRORS}</a></p> }
        });
        (links.is_some() || trouble.is_some()).then(|| {
            view! {
                <footer class="site-foot screen-only">
                    <div class="site-foot__inner">{links}{trouble}</div>
                </footer>
            }
        })
    };
    view! { {shown} }
}

/// What "Indstillinger" says of the site's settings.
#[component]
pub fn SiteSection() -> Html {
    let app = App::get();
    let site = part(app, Clone::clone);
    let shown = move || {
        let site = site.get();
        let errors = (!site.errors.is_empty()).then(|| {
            let errors =
                site.errors.iter().map(|error| view! { <li>{words::error_text(error)}</li> });
            view! {
                <section class="notice notice--error" aria-label=words::ERRORS>
                    <div class="site-errors">
                        <p>{words::errors_what(&site)}</p>
                        <ul>{errors.collect_view()}</ul>
                    </div>
                </section>
            }
        });
        let what = match site == Site::default() {
            true => words::NO_SETTINGS.to_owned(),
            false => words::has_settings(&site),
        };
        let what = (!is_unread(&site)).then(|| view! { <p>{what}</p> });
        view! { {what}{errors} }
    };
    view! {
        <section aria-labelledby=SECTION>
            <h2 id=SECTION tabindex="-1">{words::SECTION}</h2>
            {shown}
        </section>
    }
}

/// The section's heading.
const SECTION: &str = "sidens-indstillinger";

/// What follows from the settings; that of no settings until they are here.
pub fn part<T>(app: App, read: impl Fn(&Site) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move || app.site.with(|site| read(site.as_deref().unwrap_or(&Site::default()))))
}
