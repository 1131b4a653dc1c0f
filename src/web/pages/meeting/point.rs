//! One point of the agenda, large, with its answers, who decides and the day it is put off to.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::desk::{Desk, Shown, route_lines};
use crate::domain::case::{AttemptField, Field};
use crate::domain::meeting::{Matter, Point};
use crate::domain::time::Day;
use crate::text::meeting_page as words;
use crate::web::clock;
use crate::web::components::{Kind, StatusBadge, TextField, Tone, keep_focus};
use crate::web::dom::focus_on;
use crate::web::prelude::*;

/// The heading of the point, which is read when another is shown.
pub const HEADING: &str = "moede-punkt";
const BY: &str = "moede-besluttet-af";
const UNTIL: &str = "moede-udsaet-til";
/// A point is taken up again a week later, unless another day is chosen.
const LATER: i64 = 7;

#[component]
pub fn OnePoint(desk: Desk) -> Html {
    let shown = Memo::new(move || desk.shown(desk.at.get()));
    let by = RwSignal::new(String::new());
    let until = RwSignal::new(Day::from_epoch(clock::today().since_epoch() + LATER).to_string());
    Effect::new(move |_| {
        desk.at.track();
        let decides = shown.get_untracked().map(|it| (it.by, role(&it.point)));
        let Some((standing, role)) = decides else { return };
        by.set(if standing.is_empty() { desk.decider(role) } else { standing });
    });
    let go = move |to: usize| {
        desk.at.set(to);
        keep_focus(vec![HEADING.to_owned()]);
        focus_on(HEADING);
    };
    let choose = move |answer: usize| {
        let Some(shown) = shown.get_untracked() else { return };
        if answer >= shown.answers.len() || desk.app.is_shut() {
            return;
        }
        desk.choose(&shown, answer, &by.get_untracked());
        go((shown.place + 1).min(untrack(move || desk.len()) - 1));
    };
    let put_off = move |_| {
        let Some(shown) = shown.get_untracked() else { return };
        let Some(day) = Day::parse(&until.get_untracked()) else {
            desk.app.warn(words::DAY_NEEDED);
            return focus_on(UNTIL);
        };
        desk.put_off(&shown, day);
        go((shown.place + 1).min(untrack(move || desk.len()) - 1));
    };
    let step = move |back: bool| {
        let (at, len) = (desk.at.get_untracked(), untrack(move || desk.len()));
        if back && at > 0 {
            go(at - 1);
        } else if !back && at + 1 < len {
            go(at + 1);
        }
    };
    let press = move |event: web_sys::Event| {
        let Some(key) = free_key(&event) else { return };
        match (key.as_str(), digit(&key)) {
            (_, Some(answer)) => choose(answer),
            ("ArrowRight", _) => step(false),
            ("ArrowLeft", _) => step(true),
            _ => return,
        }
        event.prevent_default();
    };
    let point = move || {
        shown.get().map(|it| {
            let answers = answers(desk, &it, choose);
            let lines = desk.app.read_untracked(|open| route_lines(open, &it.point));
            let is_settled = it.settled.is_some();
            view! {
                <p class="meeting__place">
                    {words::place(it.place + 1, desk.len())}
                    {it.who.map(|who| format!(" · {who}"))}
                </p>
                <h3 class="meeting__question" id=HEADING tabindex="-1">{it.text}</h3>
                <ul class="meeting__facts">
                    {lines
                        .unwrap_or_default()
                        .into_iter()
                        .map(|line| view! { <li>{line}</li> })
                        .collect_view()}
                </ul>
                {it.settled.map(|settled| view! {
                    <p><StatusBadge tone=Tone::Done word=settled /></p>
                })}
                {it.until.filter(|_| !is_settled).map(|day| view! {
                    <p><StatusBadge tone=Tone::Waiting word=words::put_off_until(day) /></p>
                })}
                {answers}
                {window(&it.point)}
                <p><a href=it.href>{words::OPEN_PLACE}</a></p>
            }
        })
    };
    let names = move || {
        let names = desk.names().into_iter();
        names.map(|name| view! { <option value=name></option> }).collect_view()
    };
    let at_end = move || desk.at.get() + 1 >= desk.len();
    view! {
        <div class="meeting__point card" on:keydown=press>
            {point}
            <div class="meeting__below">
                <div class="form-group">
                    <label class="form-label" for=BY>{words::DECIDED_BY}</label>
                    <input
                        id=BY
                        class="form-input"
                        list="moede-navne"
                        autocomplete="off"
                        prop:value=move || by.get()
                        on:input=move |event| by.set(event_target_value(&event))
                    />
                    <datalist id="moede-navne">{names}</datalist>
                </div>
                <div class="form-group">
                    <label class="form-label" for=UNTIL>{words::PUT_OFF_UNTIL}</label>
                    <input
                        id=UNTIL
                        class="form-input"
                        type="date"
                        prop:value=move || until.get()
                        on:input=move |event| until.set(event_target_value(&event))
                    />
                </div>
                <button
                    type="button"
                    class="button button-secondary"
                    disabled=desk.app.is_shut()
                    on:click=put_off
                >
                    {words::PUT_OFF}
                </button>
            </div>
            <div class="meeting__steps">
                <button
                    type="button"
                    class="button button-secondary"
                    disabled=move || desk.at.get() == 0
                    on:click=move |_| step(true)
                >
                    {words::BACK}
                </button>
                <button
                    type="button"
                    class="button button-secondary"
                    disabled=at_end
                    on:click=move |_| step(false)
                >
                    {move || match shown.with(|it| it.as_ref().is_some_and(|it| it.settled.is_some())) {
                        true => words::GO_ON,
                        false => words::NEXT,
                    }}
                </button>
            </div>
            <p class="form-hint">{words::KEYS}</p>
            {move || at_end().then(|| view! { <p class="muted">{words::ALL_SEEN}</p> })}
        </div>
    }
}

/// The answers of a point as numbered buttons; the one that stands is pressed.
pub fn answers(desk: Desk, shown: &Shown, choose: impl Fn(usize) + Copy + 'static) -> Html {
    let chosen = shown.chosen;
    let button = |(place, (_, text)): (usize, &(_, String))| {
        view! {
            <button
                type="button"
                class="choice__button meeting__answer"
                disabled=desk.app.is_shut()
                aria-pressed=(chosen == Some(place)).to_string()
                on:click=move |_| choose(place)
            >
                <span class="meeting__key">{(place + 1).to_string()}</span>
                {text.clone()}
            </button>
        }
    };
    let buttons = shown.answers.iter().enumerate().map(button).collect_view();
    if shown.answers.is_empty() {
        return ().into_html();
    }
    let named = shown.text.clone();
    view! { <div class="choice__buttons" role="group" aria-label=named>{buttons}</div> }
}

/// The fields of a window that is to be agreed.
fn window(point: &Point) -> Option<Html> {
    let Point::Decide(wanted) = point else { return None };
    let Matter::Window(attempt) = wanted.matter else { return None };
    let field = |field| Field::Attempt(attempt, field);
    Some(view! {
        <div class="meeting__below">
            <TextField
                field=field(AttemptField::WindowStart)
                label=words::WINDOW_START
                kind=Kind::Time
            />
            <TextField
                field=field(AttemptField::WindowEnd)
                label=words::WINDOW_END
                kind=Kind::Time
            />
        </div>
    })
}

/// The key that was pressed, where no control has it for itself.
pub fn free_key(event: &web_sys::Event) -> Option<String> {
    let pressed = event.unchecked_ref::<KeyboardEvent>();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok())?;
    let is_own = target.matches("input, select, textarea").unwrap_or_default();
    let is_bare = !(pressed.ctrl_key() || pressed.alt_key() || pressed.meta_key());
    (is_bare && !is_own).then(|| pressed.key())
}

/// The place of the answer that a digit stands for.
pub fn digit(key: &str) -> Option<usize> {
    key.parse::<usize>().ok()?.checked_sub(1)
}

fn role(point: &Point) -> Option<crate::domain::process::Role> {
    match point {
        Point::Decide(wanted) => wanted.by,
        Point::Look(_) => None,
    }
}
