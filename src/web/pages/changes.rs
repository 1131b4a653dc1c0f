//! Changes in words: by person, then by page.

use crate::domain::case::CaseFile;
use crate::domain::merging::{ByPage, ByPerson, Changes};
use crate::text::{merge_page, merging as words};
use crate::web::clock;
use crate::web::prelude::*;

/// How many lines of one page are shown.
const MOST: usize = 30;
/// How many pages of one person are shown: each route is one, and a file may bring ten thousand.
const MOST_PAGES: usize = 40;

/// The changes; `file` has the names of what they are about.
pub fn changes_view(file: &CaseFile, changes: &Changes) -> Html {
    let page_view = |page: &ByPage| {
        let lines = page.changes.iter().take(MOST).map(|change| {
            let at = file.log().get(change.event).map_or(0, |event| event.at);
            view! { <li>{words::change_text(file, change, clock::local(at).day)}</li> }
        });
        let lines = lines.collect_view();
        let hidden = page.changes.len().saturating_sub(MOST);
        view! {
            <h5>{words::group_name(file.case(), page)}</h5>
            <ul>{lines}{(hidden > 0).then(|| view! { <li>{merge_page::more(hidden)}</li> })}</ul>
        }
    };
    let person_view = |person: &ByPerson| {
        let pages = person.pages.iter().take(MOST_PAGES).map(page_view).collect_view();
        let hidden: usize = person.pages.iter().skip(MOST_PAGES).map(|p| p.changes.len()).sum();
        view! {
            <h4>{words::person_text(person)}</h4>
            {pages}
            {(hidden > 0).then(|| view! { <p>{merge_page::more(hidden)}</p> })}
        }
    };
    view! {
        <p>{words::changes_summary(changes)}</p>
        {changes.people.iter().map(person_view).collect_view()}
    }
}
