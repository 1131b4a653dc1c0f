//! Receipts at speed: a list that is walked and ticked from the keyboard, or pressed.
//!
//! One row at a time is reached by Tab, with its buttons; the arrows move between rows, and the letters are heard only
//! there. What failed has its incident in the row.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use crate::domain::case::{Receipt, ReceiptField, ReceiptState, Scope, Value};
use crate::domain::guidance::Moment;
use crate::text::{self, cutover, facts, live};
use crate::web::components::{Fold, StatusBadge, Tone, field_id};
use crate::web::dom::focus_on;
use crate::web::prelude::*;
use crate::web::state::App;

use super::super::receipts::{
    IncidentFields, Row, Sums, field, is_due, is_lacking, receipt, rows, sums,
};

/// So many rows are shown at first, and so many more each time.
const PORTION: usize = 200;

/// What the rows share.
#[derive(Clone, Copy)]
struct List {
    app: App,
    number: u16,
    rows: Memo<Vec<Row>>,
    most: RwSignal<usize>,
    /// The row that Tab reaches, where one was chosen.
    here: RwSignal<Option<Row>>,
}

#[component]
pub fn Ticking(number: u16, moment: Moment) -> Html {
    let app = App::get();
    let due = app.derive(move |open| is_due(open, number, moment));
    let sums = app.derive(move |open| sums(open, moment, number));
    let told = Memo::new(move || {
        let Sums { ok, failed, resolved, lacking } = sums.get();
        cutover::receipt_sums(ok, failed, resolved, lacking)
    });
    let title = match moment {
        Moment::AfterCheck => cutover::AFTER_CHECK,
        _ => cutover::RECEIPTS,
    };
    let summary = move || {
        view! {
            <span class="live__title">{title}</span>
            " "
            <span class="live__sums">{told}</span>
        }
    };
    view! {
        <Fold class="live__fold" summary=summary open=due>
            <Rows number moment title sums />
        </Fold>
    }
}

#[component]
fn Rows(number: u16, moment: Moment, title: &'static str, sums: Memo<Sums>) -> Html {
    let app = App::get();
    let list = List {
        app,
        number,
        rows: app.derive(move |open| rows(open, moment)),
        most: RwSignal::new(PORTION),
        here: RwSignal::new(None),
    };
    let shown = move || list.rows.get().into_iter().take(list.most.get()).collect::<Vec<_>>();
    let left = Memo::new(move || list.rows.with(Vec::len).saturating_sub(list.most.get()));
    let any_left = Memo::new(move || left.get() > 0);
    let lacking = Memo::new(move || sums.get().lacking > 0);
    let all_in = move || (!lacking.get()).then_some(live::ALL_IN);
    view! {
        <p class="small">{live::KEYS}</p>
        <Show when=move || lacking.get()>
            <button
                type="button"
                class="button button-secondary"
                on:click=move |_| list.to_lacking()
            >
                {live::TO_LACKING}
            </button>
        </Show>
        <p role="status">{all_in}</p>
        <ul class="ticking" aria-label=title>
            <For each=shown key=|row| *row let:row>
                <TickRow list row />
            </For>
        </ul>
        <Show when=move || any_left.get()>
            <button
                type="button"
                class="button button-secondary"
                on:click=move |_| list.most.update(|most| *most += PORTION)
            >
                {move || cutover::show_more(left.get().min(PORTION))}
            </button>
        </Show>
    }
}

#[component]
fn TickRow(list: List, row: Row) -> Html {
    let List { app, number, .. } = list;
    let name = app
        .derive(move |open| text::scope_text(open.case(), Scope::Route(row.0)).unwrap_or_default());
    let state = app.derive(move |open| receipt(open, row, number).and_then(|r| r.state));
    let unresolved =
        app.derive(move |open| receipt(open, row, number).is_some_and(Receipt::is_open_incident));
    let order = facts::order_label(row.1);
    let word = move || state.get().map_or(live::LACKS, facts::receipt_label);
    let tone = move || match state.get() {
        None => Tone::Waiting,
        Some(ReceiptState::Ok) => Tone::Done,
        Some(ReceiptState::Failed) if unresolved.get() => Tone::Conflict,
        Some(ReceiptState::Failed) => Tone::Skipped,
    };
    let reached = Memo::new(move || match list.here.get() {
        Some(here) => here == row,
        None => list.rows.with(|rows| rows.first() == Some(&row)),
    });
    let tab = move || if reached.get() { "0" } else { "-1" };
    let button = move |value: ReceiptState| {
        let press = move |_| {
            let standing = state.get_untracked() == Some(value);
            list.set(row, if standing { Value::Nothing } else { value.into() });
        };
        view! {
            <button
                type="button"
                class="choice__button"
                tabindex=tab
                disabled=app.is_shut()
                aria-pressed=move || (state.get() == Some(value)).to_string()
                on:click=press
            >
                {facts::receipt_label(value)}
            </button>
        }
    };
    view! {
        <li class="ticking__item">
            <div
                class="ticking__row"
                role="group"
                id=row_id(row)
                tabindex=tab
                aria-label=move || live::row_name(&name.get(), order, word())
                on:focusin=move |_| list.here.set(Some(row))
                on:keydown=move |event| list.press(row, &event)
            >
                <span class="ticking__name">
                    <strong>{name}</strong>
                    " "
                    <span class="muted">{order}</span>
                </span>
                {move || view! { <StatusBadge tone=tone() word=word() /> }}
                <span class="choice__buttons">
                    {[ReceiptState::Ok, ReceiptState::Failed].map(button).collect_view()}
                </span>
            </div>
            <Show when=move || state.get() == Some(ReceiptState::Failed)>
                <div class="ticking__incident receipt__incident"><IncidentFields row number /></div>
            </Show>
        </li>
    }
}

impl List {
    fn set(self, row: Row, value: Value) {
        self.app.set(field(row, self.number, ReceiptField::State), value);
    }

    /// What a key does in a row, or on its buttons.
    fn press(self, row: Row, event: &Event) {
        let pressed = event.unchecked_ref::<KeyboardEvent>();
        if pressed.ctrl_key() || pressed.alt_key() || pressed.meta_key() {
            return;
        }
        let on_row = event.target() == event.current_target();
        let place = self.rows.with_untracked(|rows| rows.iter().position(|it| *it == row));
        let Some(place) = place else { return };
        match pressed.key().as_str() {
            "ArrowDown" => self.go(place + 1),
            "ArrowUp" => self.go(place.saturating_sub(1)),
            "Home" => self.go(0),
            "End" => self.go(usize::MAX),
            "o" | "O" => {
                self.set(row, ReceiptState::Ok.into());
                self.go(place + 1);
            }
            "f" | "F" => {
                self.set(row, ReceiptState::Failed.into());
                self.go(place + 1);
            }
            " " if on_row => self.set(row, Value::Nothing),
            "Enter" if on_row => {
                focus_on(field_id(field(row, self.number, ReceiptField::Incident)));
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// Goes to a row; beyond the last it stays there.
    fn go(self, place: usize) {
        let Some((place, row)) = self.rows.with_untracked(|rows| {
            let place = place.min(rows.len().checked_sub(1)?);
            Some((place, *rows.get(place)?))
        }) else {
            return;
        };
        if place >= self.most.get_untracked() {
            self.most.set((place / PORTION + 1) * PORTION);
        }
        let element = document().get_element_by_id(&row_id(row));
        match element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // At once: the next key may come before the next frame.
            Some(element) => {
                let _ = element.focus();
            }
            None => focus_on(row_id(row)),
        }
    }

    /// Goes to the next row without a receipt after this one, or from the beginning.
    fn to_lacking(self) {
        let here = self.here.get_untracked();
        let place = self.app.read_untracked(|open| {
            let all = self.rows.get_untracked();
            let from = here.and_then(|here| all.iter().position(|row| *row == here));
            let from = from.map_or(0, |from| from + 1);
            let lacks = |place: &usize| {
                all.get(*place).is_some_and(|row| is_lacking(open, *row, self.number))
            };
            (from..all.len()).chain(0..from).find(lacks)
        });
        if let Some(Some(place)) = place {
            self.go(place);
        }
    }
}

fn row_id(row: Row) -> String {
    format!("kvittering-{}-{}", row.0, row.1.code())
}
