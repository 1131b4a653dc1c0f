//! "Underskrifter": the delegated orders by who signs them, asked for and signed many at once.

mod sheet;
mod unclear;

use leptos::task::spawn_local;

use self::sheet::Sheet;
use self::unclear::Unclear;
use super::RuleTrouble;
use crate::domain::case::{Id, OrderKind, SignatureField, Value};
use crate::domain::signers::{SheetRow, SheetSigner, SignatureList, Why, record, signature_list};
use crate::text::signatures::{self as words, Progress};
use crate::text::{dates, execution_plan, route_page, routes};
use crate::web::components::TableFrame;
use crate::web::pace::Pace;
use crate::web::pages::signatures_anchor;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

/// So many rows of a sheet are shown at first, and so many more each time; they stay, as in the route overview.
const PORTION: usize = 40;
/// So many sheets are shown at first, and so many more each time.
const SHEETS: usize = 40;
/// Up to so many sheets are open from the start; a closed one has no rows on the page.
const OPEN: usize = 3;

/// What tells a row from the others: the order of a route, and its signature where one is recorded.
type Key = (Id, OrderKind, Option<Id>);

#[component]
pub fn SignaturesPage() -> Html {
    let app = App::get();
    let list = app.derive(|open| signature_list(open.case(), &open.guidance));
    let told = app.derive(told);
    let most = RwSignal::new(SHEETS);
    let signers = Memo::new(move || {
        list.with(|list| list.sheets.iter().map(|(signer, _)| signer.clone()).collect::<Vec<_>>())
    });
    let shown = Memo::new(move || {
        signers.with(|all| all.iter().take(most.get()).cloned().collect::<Vec<_>>())
    });
    let is_empty =
        Memo::new(move || list.with(|list| list.sheets.is_empty() && list.unclear.is_empty()));
    let page =
        move |page| app.read_untracked(|open| Page::Case(open.id, page).href()).unwrap_or_default();
    let open = signers.with_untracked(Vec::len) <= OPEN;
    view! {
        <header class="page-head">
            <nav class="breadcrumb" aria-label=route_page::TRAIL>
                <a href=page(CasePage::Routes)>{route_page::BACK}</a>
            </nav>
            <h1>{words::TITLE}</h1>
            <p class="page-head__lead">{words::LEAD}</p>
            <div class="page-head__actions">
                <a class="button button-secondary" href=sheet_href(app, 0)>{words::PRINT_ALL}</a>
                <a class="button button-tertiary" href=page(CasePage::Plan)>{execution_plan::TITLE}</a>
            </div>
        </header>
        <RuleTrouble />
        {move || told
            .get()
            .into_iter()
            .map(|(told, facts)| view! {
                <p class="notice">
                    {told}
                    {facts.map(|href| view! { " " <a href=href>{words::UNKNOWN}</a> })}
                </p>
            })
            .collect_view()}
        <Show
            when=move || !is_empty.get()
            fallback=|| view! { <div class="empty"><p>{words::EMPTY}</p></div> }
        >
            <ul class="summary-tiles">{move || list.with(tiles)}</ul>
            <Show when=move || list.with(|list| list.unclear.iter().any(|row| row.why.can_name()))>
                <Unclear list />
            </Show>
            <Show when=move || signers.with(|signers| !signers.is_empty())>
                <section aria-labelledby="ark">
                    <h2 id="ark">{words::SHEETS}</h2>
                    <p class="form-hint">{words::HINT}</p>
                    <For each=move || shown.get() key=|signer| signer.clone() let:signer>
                        <Sheet signer list open />
                    </For>
                </section>
            </Show>
            {more(move || signers.with(Vec::len).saturating_sub(shown.with(Vec::len)), most, SHEETS)}
        </Show>
    }
}

/// What the site's rules leave open: whom the case does not have, what none is for, and on what they disagree.
fn told(open: &OpenCase) -> Vec<(String, Option<String>)> {
    let list = signature_list(open.case(), &open.guidance);
    let rules = &open.case().signer_rules;
    let (mut uncovered, mut overlapping) = (0, 0);
    let mut pairs = Vec::new();
    let mut unknown: Vec<(usize, usize, usize)> = Vec::new();
    for row in &list.unclear {
        match row.why {
            Why::NoRules => {}
            Why::Uncovered => uncovered += 1,
            Why::Overlap(one, other) => {
                overlapping += 1;
                if !pairs.contains(&(one, other)) {
                    pairs.push((one, other));
                }
            }
            Why::Unknown { rule, signer } => {
                match unknown.iter_mut().find(|it| (it.0, it.1) == (rule, signer)) {
                    Some(known) => known.2 += 1,
                    None => unknown.push((rule, signer, 1)),
                }
            }
        }
    }
    let facts = Page::Case(open.id, CasePage::Facts).href();
    let unknown = unknown.into_iter().map(|(rule, signer, orders)| {
        (words::unknown(rules, rule, signer, orders), Some(facts.clone()))
    });
    let mut told: Vec<(String, Option<String>)> = unknown.collect();
    if uncovered > 0 {
        told.push((words::uncovered(uncovered), None));
    }
    if overlapping > 0 {
        told.push((words::overlapping(rules, &pairs, overlapping), None));
    }
    told
}

fn tiles(list: &SignatureList) -> Html {
    let [lacking, asked, signed] = words::progress(list.sheets.iter().flat_map(|(_, rows)| rows));
    let tile = |number: usize, label: &'static str, warn: bool| {
        view! {
            <li class="tile" class:tile--warn=warn && number != 0>
                <span class="tile__number">{dates::number(number)}</span>
                <span class="tile__label">{label}</span>
            </li>
        }
    };
    Html::list(vec![
        tile(list.unclear.len(), words::UNCLEAR, true),
        tile(lacking, Progress::Lacking.word(), true),
        tile(asked, Progress::Asked.word(), false),
        tile(signed, Progress::Signed.word(), false),
    ])
}

/// The address where a sheet is printed, by its place from 1; 0 is all of them.
fn sheet_href(app: App, place: usize) -> String {
    let page = |open: &OpenCase| Page::Case(open.id, CasePage::Prints).href();
    format!("{}{}{place}", app.read_untracked(page).unwrap_or_default(), super::SHEET)
}

/// The button that shows another portion.
fn more(
    hidden: impl Fn() -> usize + Copy + Send + Sync + 'static,
    most: RwSignal<usize>,
    portion: usize,
) -> Html {
    view! {
        <Show when=move || { hidden() > 0 }>
            <button
                type="button"
                class="button button-secondary"
                on:click=move |_| most.update(|most| *most += portion)
            >
                {move || routes::show_more(hidden().min(portion))}
            </button>
        </Show>
    }
}

/// The address of an order's signatures on its route's page.
fn row_href(app: App, route: Id, kind: OrderKind) -> String {
    let href =
        |open: &OpenCase| super::at(open.id, CasePage::Route(route), &signatures_anchor(kind));
    app.read_untracked(href).unwrap_or_default()
}

/// A table whose rows can be chosen, one by one or all of them, also those that are not shown yet.
fn table(
    label: Signal<String>,
    all: Memo<Vec<Key>>,
    chosen: RwSignal<Vec<Key>>,
    heads: &'static [&'static str],
    rows: Html,
) -> Html {
    let count = Memo::new(move || chosen.with(Vec::len));
    let are_all = move || count.get() > 0 && count.get() == all.with(Vec::len);
    let are_some = move || count.get() > 0 && !are_all();
    let choose_all = move |event: web_sys::Event| {
        chosen.set(if event_target_checked(&event) { all.get_untracked() } else { Vec::new() });
    };
    view! {
        <TableFrame label>
            <table class="data-table sheet-table">
                <thead>
                    <tr>
                        <td>
                            <input
                                class="row-check"
                                type="checkbox"
                                aria-label=move || words::choose_all(all.with(Vec::len))
                                prop:checked=are_all
                                prop:indeterminate=are_some
                                on:change=choose_all
                            />
                        </td>
                        {heads.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </TableFrame>
    }
}

/// The cells of a row in which it is chosen and which lead to its order.
fn first_cells(app: App, chosen: RwSignal<Vec<Key>>, key: Key, route: String) -> Html {
    let turn = move |_| {
        chosen.update(|chosen| match chosen.iter().position(|other| *other == key) {
            Some(at) => {
                chosen.remove(at);
            }
            None => chosen.push(key),
        });
    };
    view! {
        <td>
            <input
                class="row-check"
                type="checkbox"
                aria-label=words::choose(&route, key.1)
                prop:checked=move || chosen.with(|chosen| chosen.contains(&key))
                on:change=turn
            />
        </td>
        <th scope="row"><a href=row_href(app, key.0, key.1)>{route}</a></th>
    }
}

/// Names who signs these orders, of which nobody is named yet.
pub fn name_signer(app: App, signer: SheetSigner, orders: Vec<SheetRow>) {
    let who = match &signer {
        SheetSigner::Organisation(id) => app
            .read_untracked(|open| open.case().organisation_name(Some(*id)).map(str::to_owned))
            .flatten(),
        _ => None,
    };
    let step = words::named_step(&who.unwrap_or_default(), orders.len());
    note(app, signer, orders, Vec::new(), step);
}

/// Sets the fields of all these rows in one step, which "Fortryd" takes back as one.
fn note(
    app: App,
    signer: SheetSigner,
    rows: Vec<SheetRow>,
    values: Vec<(SignatureField, Value)>,
    step: String,
) {
    spawn_local(async move {
        let mut pace = Pace::new(app, words::TITLE);
        let batch = app.read_untracked(|open| record(open.file.log(), &signer, &rows, &values));
        let Some(batch) = batch else { return };
        if app.write_batch(&batch, step.clone(), &mut pace).await {
            app.say(words::done(&step));
        } else {
            app.say(words::STOPPED);
        }
    });
}
