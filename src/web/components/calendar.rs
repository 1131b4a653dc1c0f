//! "Hent kalenderfil": the window and the frister for a calendar program.

use crate::domain::calendar::calendar;
use crate::domain::exchange::table_name;
use crate::text::calendar as words;
use crate::web::prelude::*;
use crate::web::state::App;
use crate::web::{clock, transfer};

#[component]
pub fn SaveCalendar() -> Html {
    let app = App::get();
    let save = move |_| {
        let file = app.read_untracked(|open| {
            let entries = words::entries(open.id, open.case(), &open.guidance);
            let title = &open.case().title;
            let text = calendar(title, &entries, clock::now(), open.file.log().len());
            (table_name(words::FILE, title, clock::today(), "ics"), text, entries.len())
        });
        match file {
            Some((_, _, 0)) => app.warn(words::NOTHING),
            Some((name, text, entries)) => {
                transfer::download(&name, &text);
                app.say(words::fetched(&name, entries));
            }
            None => {}
        }
    };
    view! {
        <button type="button" class="button button-secondary" title=words::HINT on:click=save>
            {words::GET}
        </button>
    }
}
