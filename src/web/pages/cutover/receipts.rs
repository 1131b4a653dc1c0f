//! The receipts of an attempt: each order carried out, ok or failed, and its incident.

use crate::domain::case::{
    Field, Id, Occasion, OrderKind, Receipt, ReceiptField, ReceiptState, RouteField, Scope, Value,
};
use crate::domain::guidance::{Moment, Status};
use crate::domain::process::Activity;
use crate::domain::sorting::sort_by_numbers;
use crate::text::{self, cutover, facts};
use crate::web::components::{Checkbox, Fold, Kind, TableFrame, TextField, keep_focus};
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

/// So many rows are shown at first, and more at each press.
const PAGE: usize = 100;
/// From so many rows it helps to see only those that lack something.
const MANY: usize = 20;

/// The order that a row is about.
pub(super) type Row = (Id, OrderKind);

/// How many receipts there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    pub ok: usize,
    pub failed: usize,
    pub resolved: usize,
    pub lacking: usize,
}

pub(super) fn field(row: Row, number: u16, field: ReceiptField) -> Field {
    Field::Route(row.0, RouteField::Receipt(row.1, Occasion::Attempt(number), field))
}

pub(super) fn receipt(open: &OpenCase, row: Row, number: u16) -> Option<&Receipt> {
    let route = open.case().routes.get(&row.0)?;
    route.order(row.1).receipts.get(&Occasion::Attempt(number))
}

/// The orders carried out at a moment, in the overview's order; what is closed before what is set up.
pub(super) fn rows(open: &OpenCase, moment: Moment) -> Vec<Row> {
    let mut rows = Vec::new();
    for id in open.guidance.lines.ids() {
        let decision = open.guidance.routes.get(&id);
        let orders = decision.map(|decision| decision.orders.as_slice()).unwrap_or_default();
        let due = orders.iter().filter(|order| order.moment == Some(moment));
        rows.extend(due.map(|order| (id, order.kind)));
    }
    sort_by_numbers(&mut rows, |(_, kind)| [*kind as u64, 0, 0]);
    rows
}

pub(super) fn is_lacking(open: &OpenCase, row: Row, number: u16) -> bool {
    receipt(open, row, number).is_none_or(|receipt| receipt.state.is_none())
}

pub(super) fn sums(open: &OpenCase, moment: Moment, number: u16) -> Sums {
    let mut sums = Sums::default();
    for row in rows(open, moment) {
        let receipt = receipt(open, row, number);
        match receipt.and_then(|receipt| receipt.state) {
            None => sums.lacking += 1,
            Some(ReceiptState::Ok) => sums.ok += 1,
            Some(ReceiptState::Failed) if receipt.is_some_and(Receipt::is_open_incident) => {
                sums.failed += 1;
            }
            Some(ReceiptState::Failed) => sums.resolved += 1,
        }
    }
    sums
}

/// The table of an attempt's receipts of one moment. It opens when they come in.
#[component]
pub fn Receipts(number: u16, moment: Moment, current: bool) -> Html {
    let app = App::get();
    let sums = app.derive(move |open| sums(open, moment, number));
    let any = app.derive(move |open| !rows(open, moment).is_empty());
    let due = app.derive(move |open| current && is_due(open, number, moment));
    let title = match moment {
        Moment::AfterCheck => cutover::AFTER_CHECK,
        _ => cutover::RECEIPTS,
    };
    let summary = move || {
        view! {
            <span class="step-row__name">{title}</span>
            <span class="step-row__roles">{move || {
                let Sums { ok, failed, resolved, lacking } = sums.get();
                cutover::receipt_sums(ok, failed, resolved, lacking)
            }}</span>
        }
    };
    let none = (moment == Moment::Window).then_some(cutover::NO_RECEIPTS);
    view! {
        <Show
            when=move || any.get()
            fallback=move || none.map(|none| view! { <p class="muted">{none}</p> })
        >
            <Fold
                class="step-row"
                summary_class="step-row__line"
                id=table_id(number, moment)
                summary=summary
                open=due
            >
                <Table number moment title sums />
            </Fold>
        </Show>
    }
}

/// Whether receipts of the moment come in now.
pub(super) fn is_due(open: &OpenCase, number: u16, moment: Moment) -> bool {
    let scope = Scope::Attempt(number);
    let status = |activity| open.guidance.step(activity, scope).map(|step| &step.status);
    let done = |activity| status(activity) == Some(&Status::Done);
    let open_ = |activity| matches!(status(activity), Some(Status::Ready | Status::NotReached(_)));
    match moment {
        Moment::AfterCheck => done(Activity::G9) && open_(Activity::G12),
        _ => done(Activity::G2) && open_(Activity::G6),
    }
}

fn table_id(number: u16, moment: Moment) -> String {
    match moment {
        Moment::AfterCheck => format!("kvitteringer-efter-{number}"),
        _ => format!("kvitteringer-{number}"),
    }
}

#[component]
fn Table(number: u16, moment: Moment, title: &'static str, sums: Memo<Sums>) -> Html {
    let app = App::get();
    let most = RwSignal::new(PAGE);
    let only_open = RwSignal::new(false);
    let all = app.derive(move |open| rows(open, moment));
    let many = Memo::new(move || all.with(Vec::len) > MANY);
    let filtered = Memo::new(move || {
        let mut list = all.get();
        if only_open.get() {
            let lacks = |open: &OpenCase, row: Row| {
                is_lacking(open, row, number)
                    || receipt(open, row, number).is_some_and(Receipt::is_open_incident)
            };
            app.read(|open| list.retain(|row| lacks(open, *row)));
        }
        list
    });
    let shown = move || filtered.get().into_iter().take(most.get()).collect::<Vec<_>>();
    let left = Memo::new(move || filtered.with(Vec::len).saturating_sub(most.get()));
    let lacking = Memo::new(move || sums.get().lacking);
    let any_lacking = Memo::new(move || lacking.get() > 0);
    let any_left = Memo::new(move || left.get() > 0);
    let refocus = move || keep_focus(vec![table_id(number, moment)]);
    let rest_ok = move |_| {
        let changes = app.read_untracked(|open| {
            let rows = rows(open, moment).into_iter();
            rows.filter(|row| is_lacking(open, *row, number))
                .map(|row| (field(row, number, ReceiptField::State), ReceiptState::Ok.into()))
                .collect::<Vec<(Field, Value)>>()
        });
        app.write(changes.unwrap_or_default());
        refocus();
    };
    let filter_id = format!("{}-kun-aabne", table_id(number, moment));
    view! {
        <div class="runbook__body">
            <div class="toolbar">
                <Show when=move || any_lacking.get()>
                    <button
                        type="button"
                        class="button button-secondary"
                        disabled=app.is_shut()
                        on:click=rest_ok
                    >
                        {move || cutover::rest_ok(lacking.get())}
                    </button>
                </Show>
                <Show when=move || many.get()>
                    <Checkbox
                        id=filter_id.clone()
                        label=cutover::ONLY_OPEN
                        is_on=only_open
                        on_turn=move |on| only_open.set(on)
                    />
                </Show>
            </div>
            <TableFrame label=title>
                <table class="data-table">
                    <caption class="visually-hidden">{title}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{cutover::ROUTE}</th>
                            <th scope="col">{cutover::ORDER}</th>
                            <th scope="col">{cutover::RECEIPT}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=shown key=|row| *row let:row>
                            <ReceiptRow row number on_change=refocus />
                        </For>
                    </tbody>
                </table>
            </TableFrame>
            <Show when=move || filtered.with(Vec::is_empty)>
                <p>{cutover::NONE_LEFT}</p>
            </Show>
            <Show when=move || any_left.get()>
                <button
                    type="button"
                    class="button button-secondary"
                    on:click=move |_| {
                        most.update(|most| *most += PAGE);
                        refocus();
                    }
                >
                    {move || cutover::show_more(left.get().min(PAGE))}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn ReceiptRow(row: Row, number: u16, on_change: impl Fn() + Copy + 'static) -> Html {
    let app = App::get();
    let name = app
        .derive(move |open| text::scope_text(open.case(), Scope::Route(row.0)).unwrap_or_default());
    let state = app.derive(move |open| receipt(open, row, number).and_then(|r| r.state));
    let unresolved =
        app.derive(move |open| receipt(open, row, number).is_some_and(Receipt::is_open_incident));
    let order = facts::order_label(row.1);
    let href = app.read_untracked(|open| Page::Case(open.id, CasePage::Route(row.0)).href());
    let button = move |value: ReceiptState| {
        let press = move |_| {
            let standing = state.get_untracked() == Some(value);
            let new = if standing { Value::Nothing } else { value.into() };
            app.set(field(row, number, ReceiptField::State), new);
            on_change();
        };
        view! {
            <button
                type="button"
                class="choice__button"
                disabled=app.is_shut()
                aria-pressed=move || (state.get() == Some(value)).to_string()
                on:click=press
            >
                {facts::receipt_label(value)}
            </button>
        }
    };
    let failed = move || state.get() == Some(ReceiptState::Failed);
    view! {
        <tr class:receipt--failed=failed>
            <th scope="row"><a href=href>{name}</a></th>
            <td>{order}</td>
            <td>
                <div
                    class="choice__buttons"
                    role="group"
                    aria-label=move || cutover::receipt_of(&name.get(), order)
                >
                    {[ReceiptState::Ok, ReceiptState::Failed].map(button).collect_view()}
                </div>
                <Show when=failed>
                    <div class="receipt__incident">
                        <Show when=move || unresolved.get()>
                            <p class="small">{cutover::FAILED_HINT}</p>
                        </Show>
                        <IncidentFields row number />
                    </div>
                </Show>
            </td>
        </tr>
    }
}

/// What went wrong with an order, its reference, and when it was put right.
#[component]
pub fn IncidentFields(row: Row, number: u16) -> Html {
    view! {
        <TextField
            field=field(row, number, ReceiptField::Incident)
            label=cutover::INCIDENT
            hint=text::common::FREE_TEXT_HINT
        />
        <div class="field-grid">
            <TextField
                field=field(row, number, ReceiptField::Reference)
                label=cutover::REFERENCE
            />
            <TextField
                field=field(row, number, ReceiptField::Resolved)
                label=cutover::RESOLVED
                kind=Kind::Day
            />
        </div>
    }
}
