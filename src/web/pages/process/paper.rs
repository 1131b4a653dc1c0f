//! The figures on paper: A3 or A4 across, a wide one on two sides of A4, with the case and the day at the head.

use crate::domain::diagram::{Figure, Picture, Standings, draw};
use crate::domain::exchange::print_name;
use crate::text::diagram::diagram_name;
use crate::text::{documents, process_page as page};
use crate::web::app::set_title;
use crate::web::clock;
use crate::web::components::Checkbox;
use crate::web::frame::case_title;
use crate::web::prelude::*;
use crate::web::state::App;

use super::figure::drawing;

/// Wider than this, in units, a figure has two sides on A4.
const WIDE: i32 = 1_600;
/// What both halves show, so that they can be laid together.
const SHARED: i32 = 60;

#[component]
pub fn Sheets(figure: RwSignal<Figure>, standings: Memo<Standings>) -> Html {
    let app = App::get();
    let (is_a3, all) = (RwSignal::new(true), RwSignal::new(false));
    // Browsers name a PDF after the window's title; the dialog holds everything still until it is closed.
    let print = move |_| {
        let title = app.read_untracked(case_title).unwrap_or_default();
        let name = print_name(page::TITLE, &title, clock::today());
        request_animation_frame(move || {
            document().set_title(&name);
            let _ = window().print();
            set_title(app);
        });
    };
    let sheets = move || {
        let (case, title) = app.read_untracked(|open| (open.id, case_title(open)))?;
        let author = app.profile.get().author(&[]);
        let printed = documents::printed(clock::local(clock::now()), &author);
        let standings = standings.get();
        let figures = if all.get() { Figure::ALL.to_vec() } else { vec![figure.get()] };
        let a3 = is_a3.get();
        let sheets = figures.into_iter().flat_map(|figure| {
            let picture = draw(figure, diagram_name);
            let sides = sides(&picture, a3);
            let count = sides.len();
            let (standings, title, printed) = (standings.clone(), title.clone(), printed.clone());
            sides.into_iter().enumerate().map(move |(place, (x, width))| {
                let side = (count > 1).then_some((place + 1, count));
                let view_box = format!("{x} 0 {width} {}", picture.height);
                let head = format!("{} · {title} · {printed}", page::sheet_title(figure, side));
                view! {
                    <section class="flow-sheet">
                        <p class="flow-sheet__head">{head}</p>
                        <svg class="flow flow--paper" viewBox=view_box>
                            {drawing(&picture, case, &standings, None)}
                        </svg>
                    </section>
                }
            })
        });
        let class = if a3 { "flow-sheets flow-sheets--a3" } else { "flow-sheets flow-sheets--a4" };
        Some(view! { <div class=class aria-hidden="true">{sheets.collect_view()}</div> })
    };
    let paper = [(true, page::A3, "papir-a3"), (false, page::A4, "papir-a4")];
    let papers = paper.map(|(a3, label, id)| {
        view! {
            <div class="form-group-radio">
                <input
                    type="radio"
                    class="form-radio"
                    name="papir"
                    id=id
                    prop:checked=move || is_a3.get() == a3
                    on:change=move |_| is_a3.set(a3)
                />
                <label class="form-label" for=id>{label}</label>
            </div>
        }
    });
    view! {
        <section class="screen-only print-choices" aria-labelledby="proces-udskriv">
            <h2 id="proces-udskriv">{page::PRINT}</h2>
            <fieldset>
                <legend>{page::PAPER}</legend>
                {papers.into_iter().collect_view()}
            </fieldset>
            <Checkbox
                id="papir-alle"
                label=page::ALL_FIGURES
                is_on=all
                on_turn=move |on| all.set(on)
            />
            <div class="button-row">
                <button type="button" class="button button-primary" on:click=print>
                    {page::PRINT}
                </button>
            </div>
        </section>
        {sheets}
    }
}

/// The sides of a figure: where each begins, and how wide it is.
fn sides(picture: &Picture, a3: bool) -> Vec<(i32, i32)> {
    if a3 || picture.width <= WIDE {
        return vec![(0, picture.width)];
    }
    let half = picture.width / 2 + SHARED / 2;
    vec![(0, half), (picture.width - half, half)]
}
