//! "Proces": the diagrams of the process with the case's state on them, to look at, walk through, print and take along.

mod figure;
mod marks;
mod paper;
mod words;

use wasm_bindgen::JsCast;

pub use self::figure::RouteFigure;

use self::figure::Drawing;
use self::marks::Legend;
use self::paper::Sheets;
use self::words::AsText;
use crate::domain::diagram::{Figure, Standings, bpmn};
use crate::text::diagram::{diagram_name, figure_name};
use crate::text::process_page as page;
use crate::web::components::Fold;
use crate::web::prelude::*;
use crate::web::state::App;
use crate::web::transfer;

/// How large a figure is shown: as wide as there is room, or so many per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    Fit,
    Percent(i32),
}

const STEPS: [i32; 8] = [30, 40, 50, 75, 100, 125, 150, 200];

impl Zoom {
    fn larger(self) -> Zoom {
        let now = self.percent();
        Zoom::Percent(STEPS.into_iter().find(|step| *step > now).unwrap_or(now))
    }

    fn smaller(self) -> Zoom {
        let now = self.percent();
        Zoom::Percent(STEPS.into_iter().rev().find(|step| *step < now).unwrap_or(now))
    }

    /// From the width, the next step either way is about this.
    fn percent(self) -> i32 {
        match self {
            Zoom::Fit => 50,
            Zoom::Percent(percent) => percent,
        }
    }
}

#[component]
pub fn ProcessPage() -> Html {
    let app = App::get();
    let standings = app.derive(|open| Standings::of_case(&open.guidance));
    let figure = RwSignal::new(asked().unwrap_or(Figure::MainOne));
    let choices = Figure::ALL.iter().map(|one| {
        let one = *one;
        let pressed = move || if figure.get() == one { "true" } else { "false" };
        view! {
            <button
                type="button"
                class="choice__button"
                aria-pressed=pressed
                on:click=move |_| figure.set(one)
            >
                {figure_name(one)}
            </button>
        }
    });
    let download = move |_| transfer::download(page::BPMN_FILE, &bpmn(diagram_name));
    view! {
        <div class="screen-only">
            <header class="page-head">
                <h1>{page::TITLE}</h1>
                <p class="page-head__lead">{page::LEAD}</p>
            </header>
            <div class="choice__buttons flow-choice" role="group" aria-label=page::FIGURES>
                {choices.collect_view()}
            </div>
            <ZoomedFigure figure=figure standings=standings />
            <Fold summary=|| page::LEGEND open=false>
                <Legend />
            </Fold>
            <Fold summary=|| page::AS_TEXT open=false>
                <AsText figure=figure standings=standings />
            </Fold>
            <h2>{page::BPMN}</h2>
            <p>{page::BPMN_HINT}</p>
            <p>
                <button type="button" class="button button-secondary" on:click=download>
                    {page::BPMN}
                </button>
            </p>
        </div>
        <Sheets figure=figure standings=standings />
    }
}

/// A figure in a frame of its own that scrolls, with buttons and keys to zoom.
#[component]
fn ZoomedFigure(figure: RwSignal<Figure>, standings: Memo<Standings>) -> Html {
    let zoom = RwSignal::new(Zoom::Percent(75));
    let label = move || match zoom.get() {
        Zoom::Fit => page::FIT.to_owned(),
        Zoom::Percent(percent) => page::percent(percent),
    };
    let keys = move |event: web_sys::Event| {
        let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let now = zoom.get_untracked();
        let next = match event.key().as_str() {
            "+" => now.larger(),
            "-" => now.smaller(),
            "0" => Zoom::Fit,
            _ => return,
        };
        event.prevent_default();
        zoom.set(next);
    };
    view! {
        <div class="toolbar flow-zoom" role="group" aria-label=page::ZOOM>
            <button
                type="button"
                class="button button-secondary"
                on:click=move |_| zoom.update(|zoom| *zoom = zoom.smaller())
            >
                {page::ZOOM_OUT}
            </button>
            <button
                type="button"
                class="button button-secondary"
                on:click=move |_| zoom.update(|zoom| *zoom = zoom.larger())
            >
                {page::ZOOM_IN}
            </button>
            <button
                type="button"
                class="button button-secondary"
                on:click=move |_| zoom.set(Zoom::Fit)
            >
                {page::FIT}
            </button>
            <span role="status">{label}</span>
            <span class="muted" id="figur-taster">{page::KEYS}</span>
        </div>
        <div
            class="flow-frame"
            role="region"
            tabindex="0"
            aria-label=move || figure_name(figure.get())
            aria-describedby="figur-taster"
            on:keydown=keys
        >
            <Drawing figure=figure standings=standings zoom=zoom show=figure />
        </div>
    }
}

/// The figure that the address names.
fn asked() -> Option<Figure> {
    let hash = window().location().hash().ok()?;
    Figure::from_code(hash.split_once("?figur=")?.1)
}
