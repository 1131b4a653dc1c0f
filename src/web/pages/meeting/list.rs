//! The agenda as the list that was printed: what was ticked on paper is entered row by row from the keyboard.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::desk::Desk;
use super::point::{answers, digit, free_key};
use crate::domain::meeting::Point;
use crate::text::{dates, meeting_page as words};
use crate::web::components::{StatusBadge, TableFrame, Tone};
use crate::web::prelude::*;

/// So many rows are built at once.
const PORTION: usize = 40;

#[component]
pub fn PointList(desk: Desk) -> Html {
    let most = RwSignal::new(PORTION);
    let shown = move || desk.len().min(most.get());
    let hidden = move || desk.len().saturating_sub(most.get());
    view! {
        <p>{words::LIST_LEAD}</p>
        <TableFrame label=words::LIST_NAME>
            <table class="data-table meeting-table" aria-labelledby="moede-nu">
                <thead>
                    <tr>
                        {[words::NUMBER, words::MATTER, words::ANSWER]
                            .map(|head| view! { <th scope="col">{head}</th> })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody on:keydown=walk>
                    <For each=move || 0..shown() key=|place| *place let:place>
                        {row(desk, place)}
                    </For>
                </tbody>
            </table>
        </TableFrame>
        <Show when=move || { hidden() > 0 }>
            <button
                type="button"
                class="button button-secondary"
                on:click=move |_| most.update(|most| *most += PORTION)
            >
                {move || crate::text::my_turn::show_more(hidden().min(PORTION))}
            </button>
        </Show>
    }
}

fn row(desk: Desk, place: usize) -> Html {
    let shown = Memo::new(move || desk.shown(place));
    let choose = move |answer: usize| {
        let shown = shown.get_untracked().filter(|it| answer < it.answers.len());
        let Some(shown) = shown.filter(|_| !desk.app.is_shut()) else { return false };
        let role = match &shown.point {
            Point::Decide(wanted) => wanted.by,
            Point::Look(_) => None,
        };
        desk.choose(&shown, answer, &desk.decider(role));
        true
    };
    let press = move |event: web_sys::Event| {
        let answer = free_key(&event).as_deref().and_then(digit);
        let Some(answer) = answer else { return };
        if choose(answer) {
            event.prevent_default();
            step(&event, false);
        }
    };
    let cells = move || {
        shown.get().map(|it| {
            let state = match (&it.settled, it.until) {
                (Some(settled), _) if it.chosen.is_none() => {
                    Some((Tone::Done, settled.clone()))
                }
                (Some(_), _) => Some((Tone::Done, words::SETTLED.to_owned())),
                (None, Some(day)) => Some((Tone::Waiting, words::put_off_until(day))),
                (None, None) => None,
            };
            view! {
                <td class="nowrap">{dates::number(it.place + 1)}</td>
                <th scope="row">
                    <a href=it.href.clone()>{it.text.clone()}</a>
                    {it.who.clone().map(|who| view! { <span class="muted small meeting__who">{who}</span> })}
                </th>
                <td>
                    {answers(desk, &it, move |answer| {
                        choose(answer);
                    })}
                    {state.map(|(tone, word)| view! { <StatusBadge tone=tone word=word /> })}
                </td>
            }
        })
    };
    view! { <tr on:keydown=press>{cells}</tr> }
}

/// Arrow keys move between the rows.
fn walk(event: web_sys::Event) {
    match free_key(&event).as_deref() {
        Some("ArrowDown") => step(&event, false),
        Some("ArrowUp") => step(&event, true),
        _ => return,
    }
    event.prevent_default();
}

/// Moves the focus to the row before or after: to its first answer, or its link where there is none.
fn step(event: &web_sys::Event, back: bool) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let row = target.and_then(|target| target.closest("tr").ok().flatten());
    let to = row.and_then(|row| match back {
        true => row.previous_element_sibling(),
        false => row.next_element_sibling(),
    });
    let control = to.and_then(|row| {
        let answer = row.query_selector(".meeting__answer").ok().flatten();
        answer.or_else(|| row.query_selector("th a").ok().flatten())
    });
    if let Some(control) = control.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = control.focus();
    }
}
