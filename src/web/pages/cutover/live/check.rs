//! What is looked at before it is decided whether to go on.

use crate::domain::process::Activity;
use crate::domain::run_book::{CheckPoint, RunBook};
use crate::text::documents::run_book::{CHECK, check_words};
use crate::text::live;
use crate::web::components::{Fold, StatusBadge, Tone};
use crate::web::prelude::*;

use super::next_activity;

#[component]
pub fn Check(book: Memo<Option<RunBook>>) -> Html {
    let points = Memo::new(move || {
        book.with(|book| book.as_ref().map(|book| book.check.clone()).unwrap_or_default())
    });
    let now = Memo::new(move || {
        use Activity::{G6, G7, G8, G9};
        book.with(|book| matches!(next_activity(book), Some(G6 | G7 | G8 | G9)))
    });
    let row = |point: CheckPoint| {
        let (question, known) = check_words(point.what);
        let (tone, word) = match point.holds {
            Some(true) => (Tone::Done, live::YES),
            Some(false) => (Tone::Conflict, live::NO),
            None => (Tone::Waiting, live::JUDGE),
        };
        view! {
            <li class="live__point">
                <span>{question}" "<span class="muted">{known}</span></span>
                <StatusBadge tone=tone word=word />
            </li>
        }
    };
    let summary = || view! { <span class="live__title">{CHECK}</span> };
    view! {
        <Fold class="live__fold" summary=summary open=now>
            <ul class="live__points">{move || points.get().into_iter().map(row).collect_view()}</ul>
        </Fold>
    }
}
