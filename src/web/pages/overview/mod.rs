//! "Overblik": whose turn it is, what is wrong, how far the case is, and its whole course.

mod conflicts;
mod course;
mod dates;
mod findings;

use crate::domain::case::CaseField;
use crate::domain::documents::Document;
use crate::domain::guidance::{Outcome, Progress, Severity};
use crate::domain::sorting::sort_by_numbers;
use crate::text::{self, overview, shell};
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

use super::print_link;
use super::turns::{item_list, turns};
use conflicts::Conflicts;
use course::Course;
use dates::NextDates;
use findings::Findings;

#[component]
pub fn OverviewPage() -> Html {
    let app = App::get();
    let finished = app.derive(|open| open.guidance.is_finished());
    let fresh = app.derive(is_fresh);
    view! {
        <div class="page-head">
            <h1>{shell::OVERVIEW}</h1>
            <p class="page-head__lead">{overview::LEAD}</p>
            <div class="page-head__actions screen-only">{print_link(Document::Status)}</div>
        </div>
        <Show when=move || finished.get()>
            <div class="notice notice--success"><p>{overview::FINISHED}</p></div>
        </Show>
        <Show when=move || fresh.get()>
            <Fresh />
        </Show>
        <Tiles />
        <WhoseTurn />
        <NextDates />
        <Conflicts />
        <Findings />
        <Course />
    }
}

/// Nothing but its title is in the case yet.
fn is_fresh(open: &OpenCase) -> bool {
    let case = open.case();
    let written =
        [CaseField::OldSystem, CaseField::NewSystem].map(crate::domain::case::Field::Case);
    written.iter().all(|field| open.file.log().standing(*field).is_none())
        && case.people.is_empty()
        && case.routes.is_empty()
}

#[component]
fn Fresh() -> Html {
    let app = App::get();
    let href = app.derive(|open| Page::Case(open.id, CasePage::Facts).href());
    view! {
        <section class="empty overview__fresh">
            <h2>{overview::EMPTY_TITLE}</h2>
            <p>{overview::EMPTY}</p>
            <p><a class="button button-primary" href=move || href.get()>{overview::FILL_IN}</a></p>
        </section>
    }
}

/// The figures of the tiles.
#[derive(Clone, Debug, Default, PartialEq)]
struct Figures {
    progress: Progress,
    errors: usize,
    warnings: usize,
    attempt: u16,
    outcome: String,
    window: String,
    pages: [String; 4],
}

fn figures(open: &OpenCase) -> Figures {
    let guidance = &open.guidance;
    let number = guidance.current_attempt();
    let outcome = guidance.attempts.iter().find(|attempt| attempt.number == number);
    let start = open.case().attempts.get(&number).and_then(|attempt| attempt.window_start);
    let of = |severity| guidance.findings.count(severity);
    let page = |page| Page::Case(open.id, page).href();
    Figures {
        progress: guidance.progress,
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        attempt: number,
        outcome: overview::outcome_word(outcome.map_or(Outcome::Open, |a| a.outcome)).to_owned(),
        window: match start {
            Some(start) => overview::window(&text::dates::time(start)),
            None => overview::NO_WINDOW.to_owned(),
        },
        pages: [
            format!("{}?vis=forloeb", page(CasePage::Overview)),
            page(CasePage::Routes),
            format!("{}?vis=afvigelser", page(CasePage::Overview)),
            page(CasePage::Cutover),
        ],
    }
}

#[component]
fn Tiles() -> Html {
    let app = App::get();
    let figures = app.derive(figures);
    let tile = |href: String, warn: bool, number: String, label: String| {
        view! {
            <li>
                <a class="tile" class:tile--warn=warn href=href>
                    <span class="tile__number">{number}</span>
                    <span class="tile__label">{label}</span>
                </a>
            </li>
        }
    };
    let tiles = move || {
        let Figures { progress, errors, warnings, attempt, outcome, window, pages } = figures.get();
        let [course, routes, findings, cutover] = pages;
        let of = overview::of;
        view! {
            {tile(course, false, of(progress.done, progress.activities), overview::ACTIVITIES_DONE.into())}
            {tile(routes.clone(), false, of(progress.routes_decided, progress.routes), overview::ROUTES_DECIDED.into())}
            {tile(routes, false, of(progress.orders_placed, progress.orders), overview::ORDERS_PLACED.into())}
            {tile(findings, errors > 0, text::dates::number(errors), overview::findings_label(errors, warnings))}
            {tile(cutover, false, overview::attempt(attempt), format!("{outcome} · {window}"))}
        }
    };
    view! { <ul class="summary-tiles" aria-label=overview::FIGURES>{tiles}</ul> }
}

/// Per role that can do something now: who it is, and what.
#[component]
fn WhoseTurn() -> Html {
    let app = App::get();
    let all = app.derive(|open| {
        let mut all = turns(open);
        // What is mine comes first.
        sort_by_numbers(&mut all, |turn| [u64::from(!open.roles.contains(&turn.role)), 0, 0]);
        all.into_iter().map(|turn| (open.roles.contains(&turn.role), turn)).collect::<Vec<_>>()
    });
    let none = Memo::new(move || all.with(Vec::is_empty));
    let finished = app.derive(|open| open.guidance.is_finished());
    let cards = move || {
        all.get()
            .into_iter()
            .map(|(mine, turn)| {
                view! {
                    <li>
                        <section class="card turn" class:turn--mine=mine>
                            <h3 class="card__title">
                                {text::role_short(turn.role)}
                                {mine.then(|| view! {
                                    " "
                                    <span class="tag tag--accent">{overview::MY_ROLE}</span>
                                })}
                            </h3>
                            {(!turn.held_by.is_empty()).then(|| view! {
                                <p class="turn__who">{turn.held_by.clone()}</p>
                            })}
                            {item_list(turn.items)}
                        </section>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section aria-labelledby="hvis-tur">
            <h2 id="hvis-tur" tabindex="-1">{overview::WHOSE_TURN}</h2>
            <Show when=move || none.get() && !finished.get()>
                <p>{overview::NOBODYS_TURN}</p>
            </Show>
            <ul class="card-list">{cards}</ul>
        </section>
    }
}
