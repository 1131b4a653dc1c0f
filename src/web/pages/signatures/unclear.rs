//! The delegated orders of which it is not settled who signs, and the naming of one for many of them.

use super::{Key, PORTION, first_cells, more, name_signer, table};
use crate::domain::case::Id;
use crate::domain::signers::{SheetSigner, SignatureList, UnclearRow};
use crate::text::signatures as words;
use crate::web::components::SelectKind;
use crate::web::dom::focus_on;
use crate::web::pages::routes::route_name;
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

const HEADS: [&str; 4] = [words::ROUTE, words::ORDER, words::WHY, words::MAY_BE];

/// A row as it reads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    row: UnclearRow,
    route: String,
    why: String,
    may_be: String,
}

#[component]
pub fn Unclear(list: Memo<SignatureList>) -> Html {
    let app = App::get();
    let chosen = RwSignal::new(Vec::<Key>::new());
    let organisation = RwSignal::new(None::<Id>);
    let most = RwSignal::new(PORTION);
    // Who a rule asks for is not named here, but entered with the case's systems.
    let rows = Memo::new(move || {
        list.with(|list| {
            let rows = list.unclear.iter().filter(|row| row.why.can_name());
            rows.cloned().collect::<Vec<UnclearRow>>()
        })
    });
    let lines = app.derive(move |open| {
        rows.with(|rows| {
            rows.iter().take(most.get()).map(|row| line(open, row)).collect::<Vec<_>>()
        })
    });
    let hidden = move || rows.with(Vec::len).saturating_sub(most.get());
    let all = Memo::new(move || rows.with(|rows| rows.iter().map(key).collect::<Vec<Key>>()));
    let count = Memo::new(move || chosen.with(Vec::len));
    let options = app.derive(|open| SelectKind::Organisation.list(open));
    let name = move |_| {
        let Some(id) = organisation.get_untracked() else {
            focus_on("udpeg");
            return app.warn(words::CHOOSE_FIRST);
        };
        let named = rows.with_untracked(|rows| {
            let rows = rows.iter();
            let rows = rows.filter(|row| chosen.with_untracked(|it| it.contains(&key(row))));
            rows.map(UnclearRow::named).collect::<Vec<_>>()
        });
        if named.is_empty() {
            return app.warn(words::ROWS_FIRST);
        }
        chosen.set(Vec::new());
        name_signer(app, SheetSigner::Organisation(id), named);
    };
    view! {
        <section aria-labelledby="afklar">
            <h2 id="afklar">{words::UNCLEAR}</h2>
            <p>{words::UNCLEAR_LEAD}</p>
            <div class="sheet__form">
                <div class="form-group">
                    <label class="form-label" for="udpeg">{words::NAME_SIGNER}</label>
                    <select
                        id="udpeg"
                        class="form-select"
                        on:change=move |event| organisation.set(event_target_value(&event).parse().ok())
                    >
                        <option value="" prop:selected=move || organisation.get().is_none()>
                            {crate::text::common::CHOOSE}
                        </option>
                        <For each=move || options.get() key=|option| option.clone() let:option>
                            <option
                                value=option.0.to_string()
                                prop:selected=move || organisation.get() == Some(option.0)
                            >
                                {option.1.clone()}
                            </option>
                        </For>
                    </select>
                </div>
                <button
                    type="button"
                    class="button button-secondary"
                    disabled=app.is_shut()
                    on:click=name
                >
                    {move || words::name_for(count.get())}
                </button>
            </div>
            {table(Signal::stored(words::UNCLEAR_ROWS.to_owned()), all, chosen, &HEADS, view! {
                <For each=move || lines.get() key=|line| line.clone() let:line>
                    {row(app, line, chosen)}
                </For>
            })}
            {more(hidden, most, PORTION)}
        </section>
    }
}

fn row(app: App, line: Line, chosen: RwSignal<Vec<Key>>) -> Html {
    let Line { row, route, why, may_be } = line;
    let key = key(&row);
    view! {
        <tr>
            {first_cells(app, chosen, key, route)}
            <td>{words::order(key.1)}</td>
            <td>{why}</td>
            <td>{may_be}</td>
        </tr>
    }
}

fn key(row: &UnclearRow) -> Key {
    (row.route, row.order, None)
}

fn line(open: &OpenCase, row: &UnclearRow) -> Line {
    let case = open.case();
    Line {
        row: row.clone(),
        route: route_name(open, row.route),
        why: words::why(&case.signer_rules, row.why),
        may_be: words::may_be(case, &open.guidance, row.route, row.order),
    }
}
