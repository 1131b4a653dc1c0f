//! What figures are drawn with: boxes, diamonds, circles, arrowheads, the signs of a state, and what they all mean.

use crate::domain::diagram::{Figure, Font, Placed, Point, Rect, Standing, State, width_of};
use crate::domain::process::{Activity, Performed};
use crate::text;
use crate::text::process_page::{self as page, Mark};
use crate::web::html::{Element, IntoValue};
use crate::web::prelude::*;

pub fn box_of(rect: Rect, round: i32, class: &'static str) -> Html {
    let [x, y, width, height, rx] =
        [rect.x, rect.y, rect.width, rect.height, round].map(|number| number.to_string());
    view! { <rect class=class x=x y=y width=width height=height rx=rx /> }
}

pub fn circle(middle: Point, radius: i32, class: &'static str) -> Html {
    let [x, y, r] = [middle.x, middle.y, radius].map(|number| number.to_string());
    view! { <circle class=class cx=x cy=y r=r /> }
}

pub fn diamond(rect: Rect, class: &'static str) -> Html {
    let half = rect.width / 2;
    let middle = rect.middle();
    let path = format!("M{} {}l{half} {half}l-{half} {half}l-{half} -{half}z", middle.x, rect.y);
    view! { <path class=class d=path /> }
}

pub fn words(at: Point, class: &'static str, text: String, in_middle: bool) -> Html {
    let anchor = if in_middle { "middle" } else { "start" };
    view! {
        <text class=class x=at.x.to_string() y=at.y.to_string() text-anchor=anchor>{text}</text>
    }
}

/// The point of an arrow at its end.
pub fn arrow_head(points: &[Point], class: &'static str) -> Option<Html> {
    let [.., from, to] = points else { return None };
    let (dx, dy) = ((to.x - from.x).signum(), (to.y - from.y).signum());
    // Back along the line, and to both sides of it.
    let back = Point { x: to.x - 8 * dx, y: to.y - 8 * dy };
    let (one, other) = (
        Point { x: back.x + 4 * dy, y: back.y + 4 * dx },
        Point { x: back.x - 4 * dy, y: back.y - 4 * dx },
    );
    let path = format!("M{} {}L{} {}L{} {}z", to.x, to.y, one.x, one.y, other.x, other.y);
    Some(view! { <path class=class d=path /> })
}

/// A link within a picture, which the browser knows as such.
pub fn link(href: String, said: String, content: Html) -> Html {
    let mut link = Element::svg("a", 0);
    link.literal("class", "flow__link");
    link.attribute("href", href.into_value());
    link.attribute("aria-label", said.into_value());
    link.child(content);
    link.finish()
}

/// An activity's box: its reference and mark, its name, its state in shape and word, and a count.
pub fn activity(node: &Placed, activity: Activity, standing: Option<Standing>) -> Html {
    let rect = node.rect;
    let info = activity.info();
    let colour = match info.performed {
        Performed::Own => "flow__box",
        Performed::Helpdesk => "flow__box flow__box--helpdesk",
        Performed::Adm => "flow__box flow__box--adm",
    };
    let ready = standing.is_some_and(|standing| standing.state == State::Ready);
    let frame = ready.then(|| box_of(rect.grown(3), 9, "flow__now"));
    let top = rect.y + Font::Box.leading();
    let reference = Point { x: rect.x + 6, y: top };
    let mark = page::performed_mark(info.performed).map(|mark| tag(rect, mark));
    let name = node.text.iter().enumerate().map(|(place, line)| {
        let y = top + Font::Box.leading() * (place as i32 + 1);
        words(Point { x: rect.middle().x, y }, "flow__name", line.clone(), true)
    });
    view! {
        {frame}
        {box_of(rect, 6, colour)}
        {words(reference, "flow__reference", text::activity_reference(activity), false)}
        {mark}
        {name.collect_view()}
        {standing.map(|standing| state(rect, standing))}
        {info.subprocess.then(|| plus(rect))}
    }
}

/// The second mark beside a colour.
fn tag(rect: Rect, mark: &'static str) -> Html {
    let width = 8 + 8 * mark.len() as i32;
    let at = Rect { x: rect.right() - width - 3, y: rect.y + 3, width, height: 15 };
    let below = Point { x: at.middle().x, y: at.y + 12 };
    view! { {box_of(at, 2, "flow__tag")}{words(below, "flow__tag-words", mark.to_owned(), true)} }
}

/// Where it stands: a shape, a word, and a count above.
fn state(rect: Rect, standing: Standing) -> Html {
    let y = rect.bottom() - 6;
    let (shape, class) = match standing.state {
        State::Done => ("m0 5 3.3 3.3L10 1", "flow__state flow__state--done"),
        State::Ready => ("M1 0v10l8-5z", "flow__state flow__state--ready"),
        State::Waiting => {
            ("M9.5 5a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM5 2v3l2 1.5", "flow__state")
        }
        State::NotApplicable => {
            ("M9.5 5a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM2 8l6-6", "flow__state flow__state--left")
        }
    };
    let at = format!("translate({} {})", rect.x + 8, y - 10);
    let word = words(
        Point { x: rect.x + 22, y },
        "flow__state-word",
        page::state_word(standing.state).to_owned(),
        false,
    );
    let count = standing.count.map(|count| {
        let at = Point { x: rect.x + 8, y: y - Font::Box.leading() };
        let fits = |text: &str| width_of(text, Font::Box) <= rect.width - 14;
        words(at, "flow__count", page::count_short(count, fits), false)
    });
    view! { <path class=class transform=at d=shape />{word}{count} }
}

/// Where the "+" of a subprocess stands.
fn plus_place(rect: Rect) -> Rect {
    Rect { x: rect.right() - 19, y: rect.bottom() - 19, width: 16, height: 16 }
}

/// "+": it has a process of its own.
fn plus(rect: Rect) -> Html {
    let at = plus_place(rect);
    let middle = at.middle();
    let path = format!("M{} {}h8m-4 -4v8", middle.x - 4, middle.y);
    view! { {box_of(at, 2, "flow__plus")}<path class="flow__plus-sign" d=path /> }
}

/// On a "+": shows the figure of the subprocess.
pub fn opening(rect: Rect, inner: Figure, show: RwSignal<Figure>) -> Html {
    view! {
        <g
            class="flow__link"
            role="button"
            tabindex="0"
            aria-label=page::show_figure(inner)
            on:click=move |_| show.set(inner)
            on:keydown=move |event: web_sys::Event| {
                if is_pressed(&event) {
                    event.prevent_default();
                    show.set(inner);
                }
            }
        >
            {box_of(plus_place(rect).grown(4), 2, "flow__hit")}
        </g>
    }
}

fn is_pressed(event: &web_sys::Event) -> bool {
    use wasm_bindgen::JsCast;
    let event = event.dyn_ref::<web_sys::KeyboardEvent>();
    event.is_some_and(|event| ["Enter", " "].contains(&event.key().as_str()))
}

pub fn cross(middle: Point) -> Html {
    let path = format!("M{} {}l12 12m0 -12l-12 12", middle.x - 6, middle.y - 6);
    view! { <path class="flow__cross" d=path /> }
}

pub fn envelope(middle: Point, sends: bool) -> Html {
    let (x, y) = (middle.x - 6, middle.y - 4);
    let class = if sends { "flow__letter flow__letter--sent" } else { "flow__letter" };
    let outline = format!("M{x} {y}h12v8h-12z");
    let flap = format!("M{x} {y}l6 5l6 -5");
    view! { <path class=class d=outline /><path class="flow__flap" class:flow__flap--sent=sends d=flap /> }
}

/// What the signs mean.
#[component]
pub fn Legend() -> Html {
    let rows = page::LEGEND_ROWS.map(|(mark, text)| {
        view! {
            <li>
                <svg class="flow flow--sign" viewBox="0 0 48 32" width="48" height="32" aria-hidden="true">
                    {sign(mark)}
                </svg>
                {text}
            </li>
        }
    });
    view! { <ul class="flow-legend">{rows.into_iter().collect_view()}</ul> }
}

fn sign(mark: Mark) -> Html {
    let rect = Rect { x: 1, y: 1, width: 46, height: 30 };
    let middle = rect.middle();
    let square = Rect { x: 10, y: 2, width: 28, height: 28 };
    let line = [Point { x: 2, y: 16 }, Point { x: 46, y: 16 }];
    let arrow = |class: &'static str| {
        view! {
            <polyline class=class points="2,16 46,16" />
            {circle(Point { x: 4, y: 16 }, 3, "flow__start")}
            {arrow_head(&line, "flow__head--open")}
        }
    };
    match mark {
        Mark::Helpdesk => view! {
            {box_of(rect, 4, "flow__box flow__box--helpdesk")}{tag(rect, page::HELPDESK_MARK)}
        },
        Mark::Adm => view! {
            {box_of(rect, 4, "flow__box flow__box--adm")}{tag(rect, page::ADM_MARK)}
        },
        Mark::Plus => view! { {box_of(rect, 4, "flow__box")}{plus(rect)} },
        Mark::Hear => view! { {circle(middle, 12, "flow__event")}{envelope(middle, false)} },
        Mark::Tell => view! { {circle(middle, 12, "flow__event")}{envelope(middle, true)} },
        Mark::Question => view! { {diamond(square, "flow__gateway")}{cross(middle)} },
        Mark::Either => view! {
            {diamond(square, "flow__gateway")}{circle(middle, 7, "flow__event")}
        },
        Mark::Message => arrow("flow__line flow__line--message"),
        Mark::Word => arrow("flow__line flow__line--word"),
    }
}
