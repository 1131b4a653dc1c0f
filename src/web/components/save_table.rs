//! "Hent …": a table as a workbook or as separated text, one button for each.

use crate::domain::exchange::table_name;
use crate::domain::spreadsheet::{Cell, write_rows, write_workbook};
use crate::text::tables;
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};
use crate::web::{clock, transfer};

/// The rows of a table, its headings first.
pub type Rows = fn(&OpenCase) -> Vec<Vec<Cell>>;

#[component]
pub fn SaveTable(
    /// "Hent ruteoverblik".
    label: &'static str,
    /// What file and sheet are called.
    name: &'static str,
    rows: Rows,
    /// The id of what more is said of it.
    #[prop(optional)]
    hint: Option<&'static str>,
) -> Html {
    let app = App::get();
    let save = move |kind: &str| {
        let file = app.read_untracked(|open| {
            let rows = rows(open);
            let bytes = match kind {
                XLSX => write_workbook(name, &rows),
                _ => write_rows(&rows).into_bytes(),
            };
            (table_name(name, &open.case().title, clock::today(), kind), bytes)
        });
        if let Some((name, bytes)) = file {
            transfer::download_bytes(&name, &bytes);
            app.say(tables::saved(&name));
        }
    };
    let id = format!("hent-{name}");
    view! {
        <div class="save-table" role="group" aria-labelledby=id.clone() aria-describedby=hint>
            <span id=id>{label}</span>
            <button type="button" class="button button-secondary" on:click=move |_| save(XLSX)>
                {tables::XLSX}
            </button>
            <button type="button" class="button button-secondary" on:click=move |_| save("csv")>
                {tables::CSV}
            </button>
        </div>
    }
}

const XLSX: &str = "xlsx";
