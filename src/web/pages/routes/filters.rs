//! What the route overview is narrowed by, and the columns it has.

use crate::web::prelude::*;

use crate::domain::case::Addressing;
use crate::domain::guidance::{PickPart, RouteColumn, RouteFilter};
use crate::text::routes;
use crate::web::components::{Checkbox, Fold, SelectKind};
use crate::web::state::{App, OpenCase};

/// The selects beside each other; a line is shown that passes them all.
#[component]
pub fn Filters() -> Html {
    (0..routes::PICKS.len()).map(pick).collect_view()
}

/// The columns that can be left out: all but the routes' names.
#[component]
pub fn Columns() -> Html {
    let list = App::get().routes;
    view! {
        <Fold
            class="columns"
            summary=|| routes::COLUMNS
            open=Signal::derive(|| false)
        >
            <fieldset class="columns__choice">
                <legend>{routes::COLUMNS_SHOWN}</legend>
                {RouteColumn::ALL
                    .into_iter()
                    .skip(1)
                    .map(|column| {
                        view! {
                            <Checkbox
                                id=format!("kolonnevalg-{}", column as usize)
                                label=routes::column_label(column)
                                is_on=Signal::derive(move || list.has_column(column))
                                on_turn=move |on| list.show_column(column, on)
                            />
                        }
                    })
                    .collect_view()}
            </fieldset>
        </Fold>
    }
}

fn pick(which: usize) -> Html {
    let app = App::get();
    let pick = app.routes.pick;
    let options = app.derive(move |open| options(open, which));
    let id = if which == 0 { "rute-filter".to_owned() } else { format!("rute-filter-{which}") };
    let choose = move |event: web_sys::Event| {
        let chosen = event_target_value(&event).parse::<usize>().ok();
        let part = options.with_untracked(|all| Some(all.get(chosen?)?.0));
        if let Some(part) = part {
            pick.update(|pick| pick.set(part));
        }
    };
    view! {
        <div class="form-group">
            <label class="form-label" for=id.clone()>{routes::PICKS.get(which).copied()}</label>
            <select id=id class="form-select" on:change=choose>
                {move || options
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(place, (part, label))| view! {
                        <option
                            value=place.to_string()
                            prop:selected=move || pick.with(|pick| pick.has(part))
                        >
                            {label}
                        </option>
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

fn options(open: &OpenCase, which: usize) -> Vec<(PickPart, String)> {
    let named = |kind: SelectKind, part: fn(Option<_>) -> PickPart| {
        let all = kind.list(open).into_iter().map(move |(id, name)| (part(Some(id)), name));
        std::iter::once((part(None), String::new())).chain(all).collect::<Vec<_>>()
    };
    let unnamed = |part| (part, String::new());
    let mut options: Vec<(PickPart, String)> = match which {
        0 | 1 => RouteFilter::GROUPS
            .get(which)
            .into_iter()
            .flat_map(|group| group.iter().map(|filter| unnamed(PickPart::Filter(which, *filter))))
            .collect(),
        2 => std::iter::once(None)
            .chain(Addressing::ALL.iter().copied().map(Some))
            .map(|addressing| unnamed(PickPart::Addressing(addressing)))
            .collect(),
        3 => named(SelectKind::Organisation, PickPart::Organisation),
        _ => named(SelectKind::Authority, PickPart::Authority),
    };
    for (part, label) in &mut options {
        if let Some(own) = routes::pick_label(*part) {
            *label = own.to_owned();
        }
    }
    options
}
