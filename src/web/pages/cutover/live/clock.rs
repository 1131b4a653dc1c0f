//! The clock of the window: how long until it begins or ends. It ticks in silence.

use std::time::Duration;

use crate::domain::run_book::RunBook;
use crate::domain::time::LocalTime;
use crate::text::{dates, live};
use crate::web::clock;
use crate::web::prelude::*;

const SECOND: Duration = Duration::from_secs(1);

#[component]
pub fn Countdown(book: Memo<Option<RunBook>>) -> Html {
    let window = Memo::new(move || {
        book.with(|book| {
            let window = book.as_ref().map(|book| &book.window);
            window.map(|it| (it.window_start, it.window_end)).unwrap_or_default()
        })
    });
    let now = RwSignal::new(clock::now());
    if let Ok(ticking) = set_interval_with_handle(move || now.set(clock::now()), SECOND) {
        on_cleanup(move || ticking.clear());
    }
    let counted = Memo::new(move || {
        let (start, end) = window.get();
        live::countdown(now.get(), start.map(clock::moment), end.map(clock::moment))
    });
    let label = Memo::new(move || counted.get().map_or(live::NO_WINDOW, |(label, _)| label));
    let hour = Memo::new(move || live::time_is(&dates::hour(clock::local(now.get()))));
    let times = move || {
        let (start, end) = window.get();
        let time = |time: Option<LocalTime>| time.map(dates::time).unwrap_or_default();
        match (start, end) {
            (Some(from), Some(to)) if from.day == to.day => {
                live::window(&dates::time(from), &dates::hour(to))
            }
            _ => live::window(&time(start), &time(end)),
        }
    };
    view! {
        <section class="live__clock" aria-label=live::CLOCK>
            <p class="live__counts" id="ur-tekst">{label}</p>
            // A timer is not read aloud as it changes.
            {move || counted.get().map(|(_, seconds)| view! {
                <p class="live__time" role="timer" aria-labelledby="ur-tekst ur-tid" id="ur-tid">
                    {live::clock(seconds)}
                </p>
            })}
            <p class="live__window"><span>{times}</span>" "<span>{hour}</span></p>
        </section>
    }
}
