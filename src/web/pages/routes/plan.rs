//! "Eksekveringsoversigt": the orders in sequence, moved within their phase by hand, and out as tables.

use super::route_href;
use crate::domain::case::{Id, OrderKind};
use crate::domain::documents::Document;
use crate::domain::guidance::{FindingKind, Phase, Place, Planned, Toward, execution_plan, moved};
use crate::domain::spreadsheet::Cell;
use crate::text::execution_plan::{self as words, PlanLine};
use crate::text::{finding_text, signatures};
use crate::web::clock;
use crate::web::components::{SaveTable, TableFrame};
use crate::web::dom::focus_on;
use crate::web::pages::print_link;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

/// So many orders of a phase are shown at first, and so many more each time.
const PORTION: usize = 100;

/// A phase as it reads.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    title: String,
    why: String,
    lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    route: Id,
    kind: OrderKind,
    words: PlanLine,
    /// What contradicts its place.
    wrong: Option<String>,
    is_first: bool,
    is_last: bool,
    /// Whether it can be moved at all.
    moves: bool,
}

#[component]
pub fn PlanPage() -> Html {
    let app = App::get();
    let phases = app.derive(phases);
    let titles = Memo::new(move || {
        phases.with(|all| all.iter().map(|phase| phase.title.clone()).collect::<Vec<_>>())
    });
    let order_id = app.derive(|open| words::order_id(&open.case().order_id));
    let routes = move || {
        app.read_untracked(|open| Page::Case(open.id, CasePage::Routes).href()).unwrap_or_default()
    };
    let signatures =
        move || app.read_untracked(|open| Page::Case(open.id, CasePage::Signatures).href());
    view! {
        <header class="page-head">
            <h1>{words::TITLE}</h1>
            <p class="page-head__lead">{words::LEAD}</p>
            <p>{order_id}</p>
            <div class="page-head__actions screen-only">
                <a class="button button-tertiary" href=routes()>{words::BACK}</a>
                <a class="button button-tertiary" href=signatures()>{signatures::TITLE}</a>
                {print_link(Document::Plan)}
                <SaveTable label=words::SAVE name=words::TABLE rows=plan_table />
                <SaveTable
                    label=words::SAVE_SIGNATURES
                    name=words::SIGNATURES
                    rows=signature_table
                />
            </div>
        </header>
        <Show
            when=move || titles.with(|titles| !titles.is_empty())
            fallback=|| view! { <div class="empty"><p>{words::EMPTY}</p></div> }
        >
            <For each=move || titles.get() key=|title| title.clone() let:title>
                <PhaseTable title phases />
            </For>
        </Show>
    }
}

#[component]
fn PhaseTable(title: String, phases: Memo<Vec<Shown>>) -> Html {
    let app = App::get();
    let most = RwSignal::new(PORTION);
    let name = title.clone();
    let phase =
        Memo::new(move || phases.with(|all| all.iter().find(|phase| phase.title == name).cloned()));
    let lines = Memo::new(move || {
        let all = phase.with(|phase| phase.as_ref().map(|it| it.lines.clone()));
        all.unwrap_or_default().into_iter().take(most.get()).collect::<Vec<Line>>()
    });
    let hidden = move || {
        let all = phase.with(|phase| phase.as_ref().map_or(0, |phase| phase.lines.len()));
        all > most.get()
    };
    let why = phase.with_untracked(|phase| phase.as_ref().map(|phase| phase.why.clone()));
    let moves =
        phase.with_untracked(|it| it.as_ref().is_some_and(|it| it.lines.iter().any(|l| l.moves)));
    view! {
        <section>
            <h2>{title.clone()}</h2>
            <p>{why}</p>
            <TableFrame label=title>
                <table class="data-table">
                    <thead>
                        <tr>
                            {words::COLUMNS.map(|name| view! { <th scope="col">{name}</th> }).collect_view()}
                            {moves.then(|| view! { <th scope="col" class="screen-only">{words::MOVE}</th> })}
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || lines.get() key=|line| line.clone() let:line>
                            {row(app, line)}
                        </For>
                    </tbody>
                </table>
            </TableFrame>
            <Show when=hidden>
                <button
                    type="button"
                    class="button button-secondary"
                    on:click=move |_| most.update(|most| *most += PORTION)
                >
                    {words::MORE}
                </button>
            </Show>
        </section>
    }
}

fn row(app: App, line: Line) -> Html {
    let Line { route, kind, words: it, wrong, is_first, is_last, moves } = line;
    let button = |toward: Toward, word: &'static str, shut: bool| {
        let label = words::move_label(word, &it);
        view! {
            <button
                type="button"
                id=button_id(route, kind, toward)
                class="button button-tertiary"
                aria-label=label
                aria-disabled=shut.to_string()
                disabled=app.is_shut()
                on:click=move |_| move_order(app, route, kind, toward)
            >
                {word}
            </button>
        }
    };
    let cells =
        [it.by.to_owned(), it.delegated.to_owned(), it.signatures.clone(), it.placed.clone()];
    view! {
        <tr>
            <td>{it.number.clone()}</td>
            <th scope="row"><a href=route_href(app, route)>{it.route.clone()}</a></th>
            <td>{it.order.clone()} {wrong.map(|wrong| view! { <p class="conflict">{wrong}</p> })}</td>
            {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
            {moves.then(|| view! {
                <td class="screen-only data-table__moves">
                    {button(Toward::Earlier, words::EARLIER, is_first)}
                    {button(Toward::Later, words::LATER, is_last)}
                </td>
            })}
        </tr>
    }
}

fn button_id(route: Id, kind: OrderKind, toward: Toward) -> String {
    let way = if toward == Toward::Earlier { "op" } else { "ned" };
    format!("flyt-{way}-{}-{route}", kind.code())
}

fn move_order(app: App, route: Id, kind: OrderKind, toward: Toward) {
    let changes =
        app.read_untracked(|open| moved(open.case(), &open.guidance, route, kind, toward));
    app.write(changes.unwrap_or_default());
    // The row was made anew at its new place.
    focus_on(button_id(route, kind, toward));
}

fn phases(open: &OpenCase) -> Vec<Shown> {
    let plan = execution_plan(open.case(), &open.guidance);
    let shown = |phase: &Phase| Shown {
        title: words::phase_title(phase),
        why: words::phase_why(phase),
        lines: lines(open, &phase.orders, true),
    };
    let mut all: Vec<Shown> = plan.phases.iter().map(shown).collect();
    if !plan.open.is_empty() {
        let (title, why) = (words::OPEN.to_owned(), words::OPEN_LEAD.to_owned());
        all.push(Shown { title, why, lines: lines(open, &plan.open, false) });
    }
    all
}

fn lines(open: &OpenCase, orders: &[Planned], moves: bool) -> Vec<Line> {
    let (case, guidance) = (open.case(), &open.guidance);
    let contradictions = guidance.findings.beside_lines();
    let contradictions: Vec<_> = contradictions
        .filter(|finding| matches!(finding.kind, FindingKind::PlanContradiction { .. }))
        .collect();
    let line = |(index, planned): (usize, &Planned)| {
        let place = Place::Order(planned.route, planned.kind);
        let wrong = contradictions.iter().find(|finding| finding.place == place);
        Line {
            route: planned.route,
            kind: planned.kind,
            words: words::plan_line(case, guidance, planned, clock::local),
            wrong: wrong.map(|finding| finding_text(case, finding)),
            is_first: index == 0,
            is_last: index + 1 == orders.len(),
            moves,
        }
    };
    orders.iter().enumerate().map(line).collect()
}

fn plan_table(open: &OpenCase) -> Vec<Vec<Cell>> {
    let plan = execution_plan(open.case(), &open.guidance);
    words::plan_rows(open.case(), &open.guidance, &plan, clock::local)
}

fn signature_table(open: &OpenCase) -> Vec<Vec<Cell>> {
    let plan = execution_plan(open.case(), &open.guidance);
    words::signature_rows(open.case(), &open.guidance, &plan)
}
