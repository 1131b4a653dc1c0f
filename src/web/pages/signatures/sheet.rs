//! A signer's sheet: what it covers, how far each signature is, and what is noted for many at once.

use super::{Key, PORTION, first_cells, more, note, sheet_href, table};
use crate::domain::case::{SignatureField, Value};
use crate::domain::personal_data::looks_like_cpr;
use crate::domain::signers::{SheetRow, SheetSigner, SignatureList};
use crate::domain::sorting::sort_by_numbers;
use crate::domain::time::Day;
use crate::text::signatures::{self as words, Progress};
use crate::text::{common, dates};
use crate::web::clock;
use crate::web::components::{Fold, Input, StatusBadge, Tone};
use crate::web::dom::focus_on;
use crate::web::pages::routes::route_name;
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

const HEADS: [&str; 7] = [
    words::ROUTE,
    words::ORDER,
    words::STATE,
    words::ASKED,
    words::SIGNED,
    words::BY,
    words::REFERENCE,
];

/// A row as it reads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    key: Key,
    route: String,
    rule: Option<String>,
    progress: usize,
    cells: [String; 4],
}

#[component]
pub fn Sheet(signer: SheetSigner, list: Memo<SignatureList>, open: bool) -> Html {
    let app = App::get();
    let who = signer.clone();
    let place = Memo::new(move || {
        list.with(|list| list.sheets.iter().position(|(other, _)| *other == who)).unwrap_or(0)
    });
    let rows = Memo::new(move || {
        let of = |list: &SignatureList| list.sheets.get(place.get()).map(|(_, rows)| rows.clone());
        list.with(of).unwrap_or_default()
    });
    let who = signer.clone();
    let name = app.derive(move |open| words::signer_name(open.case(), &who));
    let counts = move || rows.with(|rows| words::counts(words::progress(rows)));
    let summary = move || view! { <h3>{name}</h3> " " <span class="muted">{counts}</span> };
    let content = move || content(app, signer.clone(), name, place, rows);
    view! {
        <Fold class="card list-group sheet" summary=summary open=Signal::stored(open)>
            {content()}
        </Fold>
    }
}

fn content(
    app: App,
    signer: SheetSigner,
    name: Memo<String>,
    place: Memo<usize>,
    rows: Memo<Vec<SheetRow>>,
) -> Html {
    let chosen = RwSignal::new(Vec::<Key>::new());
    let most = RwSignal::new(PORTION);
    let lines = app.derive(move |open| {
        rows.with(|rows| {
            rows.iter().take(most.get()).map(|row| line(open, row)).collect::<Vec<_>>()
        })
    });
    let hidden = move || rows.with(Vec::len).saturating_sub(most.get());
    let all = Memo::new(move || rows.with(|rows| rows.iter().map(key).collect::<Vec<Key>>()));
    let by_rules = app.derive(move |open| {
        let mut places: Vec<usize> =
            rows.with(|rows| rows.iter().filter_map(|row| row.rule).collect());
        sort_by_numbers(&mut places, |place| [*place as u64, 0, 0]);
        places.dedup();
        words::by_rules(&open.case().signer_rules, &places)
    });
    let print = move || sheet_href(app, place.get() + 1);
    view! {
        <section aria-label=name>
            <Forms app signer name place rows chosen />
            {move || by_rules.get().map(|told| view! { <p>{told}</p> })}
            <p><a href=print>{words::PRINT_ONE}</a></p>
            {table(Signal::derive(move || words::table_of(&name.get())), all, chosen, &HEADS, view! {
                <For each=move || lines.get() key=|line| line.clone() let:line>
                    {row(app, line, chosen)}
                </For>
            })}
            {more(hidden, most, PORTION)}
        </section>
    }
}

fn row(app: App, line: Line, chosen: RwSignal<Vec<Key>>) -> Html {
    let Line { key, route, rule, progress, cells } = line;
    let (tone, word) = match Progress::ALL[progress] {
        Progress::Lacking => (Tone::Conflict, Progress::Lacking.word()),
        Progress::Asked => (Tone::Waiting, Progress::Asked.word()),
        Progress::Signed => (Tone::Done, Progress::Signed.word()),
    };
    view! {
        <tr>
            {first_cells(app, chosen, key, route)}
            <td>
                {words::order(key.1)}
                {rule.map(|rule| view! { <span class="sheet-table__rule muted small">{rule}</span> })}
            </td>
            <td><StatusBadge tone=tone word=word /></td>
            {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
        </tr>
    }
}

/// What can be noted: for the chosen rows, or else for all that lack it.
#[component]
fn Forms(
    app: App,
    signer: SheetSigner,
    name: Memo<String>,
    place: Memo<usize>,
    rows: Memo<Vec<SheetRow>>,
    chosen: RwSignal<Vec<Key>>,
) -> Html {
    let today = || RwSignal::new(clock::today().to_string());
    let (asked, signed) = (today(), today());
    let (by, reference) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let looks_personal = Memo::new(move || {
        by.with(|it| looks_like_cpr(it)) || reference.with(|it| looks_like_cpr(it))
    });
    let to_ask = move || among(rows, chosen, |row| row.asked.is_none() && row.signed.is_none());
    let to_sign = move || among(rows, chosen, |row| row.signed.is_none());
    let label = move |is_signed: bool| {
        let left = || if is_signed { to_sign().len() } else { to_ask().len() };
        match chosen.with(Vec::len) {
            0 => words::note(is_signed, 0, left()),
            chosen => words::note(is_signed, chosen, 0),
        }
    };
    let id = move |part: &str| format!("ark-{}-{part}", place.get_untracked() + 1);
    let write = move |signer: &SheetSigner, day: RwSignal<String>, at: String, is_signed: bool| {
        let Some(day) = Day::parse(&day.get_untracked()) else {
            focus_on(at);
            return app.warn(words::DAY_NEEDED);
        };
        let targets = untrack(move || if is_signed { to_sign() } else { to_ask() });
        if targets.is_empty() {
            return app.warn(words::NOTHING_LEFT);
        }
        let who = name.get_untracked();
        let (values, step) = if is_signed {
            let texts = [(SignatureField::Signer, by), (SignatureField::Reference, reference)];
            // What is not written leaves what stands.
            let texts = texts.into_iter().map(|(of, text)| (of, Value::text(text.get_untracked())));
            let mut values: Vec<_> = texts.filter(|(_, it)| *it != Value::Nothing).collect();
            values.push((SignatureField::Signed, day.into()));
            (values, words::signed_step(&who, targets.len()))
        } else {
            let values = vec![(SignatureField::Asked, day.into())];
            (values, words::asked_step(&who, targets.len()))
        };
        chosen.set(Vec::new());
        note(app, signer.clone(), targets, values, step);
    };
    let button = move |is_signed: bool| {
        let signer = signer.clone();
        let (day, at) =
            if is_signed { (signed, id("underskrevet")) } else { (asked, id("spurgt")) };
        view! {
            <button
                type="button"
                class="button button-secondary"
                disabled=app.is_shut()
                on:click=move |_| write(&signer, day, at.clone(), is_signed)
            >
                {move || label(is_signed)}
            </button>
        }
    };
    view! {
        <p class="form-hint">{words::FORM_HINT}</p>
        <fieldset class="sheet__form">
            <legend class="visually-hidden">{words::ASKED}</legend>
            <div class="form-group">
                <Input id=id("spurgt") label=words::NOTE_ASKED kind="date" text=asked />
            </div>
            {button(false)}
        </fieldset>
        <fieldset class="sheet__form">
            <legend class="visually-hidden">{words::SIGNED}</legend>
            <div class="form-group">
                <Input id=id("underskrevet") label=words::NOTE_SIGNED kind="date" text=signed />
            </div>
            <div class="form-group">
                <Input id=id("af") label=words::SIGNED_BY text=by />
            </div>
            <div class="form-group">
                <Input id=id("reference") label=words::SIGNED_REFERENCE text=reference />
            </div>
            {button(true)}
        </fieldset>
        <p class="field__warning" role="status">
            {move || looks_personal.get().then_some(common::CPR_WARNING)}
        </p>
    }
}

/// The chosen rows; where none is chosen, those that lack something.
fn among(
    rows: Memo<Vec<SheetRow>>,
    chosen: RwSignal<Vec<Key>>,
    lacks: fn(&SheetRow) -> bool,
) -> Vec<SheetRow> {
    let chosen = chosen.get();
    let is_in = |row: &&SheetRow| match chosen.is_empty() {
        true => lacks(row),
        false => chosen.contains(&key(row)),
    };
    rows.with(|rows| rows.iter().filter(is_in).cloned().collect())
}

fn key(row: &SheetRow) -> Key {
    (row.route, row.order, row.signature)
}

fn line(open: &OpenCase, row: &SheetRow) -> Line {
    let day = |day: Option<Day>| day.map(dates::day).unwrap_or_default();
    let rules = &open.case().signer_rules;
    Line {
        key: key(row),
        route: route_name(open, row.route),
        rule: row.rule.map(|place| words::rule_number(rules, place)),
        progress: Progress::of(row) as usize,
        cells: [day(row.asked), day(row.signed), row.signer.clone(), row.reference.clone()],
    }
}
