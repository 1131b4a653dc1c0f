//! The neighbouring processes, and what is worth checking too.

use crate::domain::process::{Activity, CheckItem, Neighbour};
use crate::text::{self, SUPPORT_SERVICES_URL, glossary_page};
use crate::web::components::TableFrame;
use crate::web::prelude::*;

#[component]
pub fn Neighbours() -> Html {
    let rows = Neighbour::ALL
        .iter()
        .map(|neighbour| {
            view! {
                <tr>
                    <th scope="row">{text::neighbour_name(*neighbour)}</th>
                    <td>{text::neighbour_about(*neighbour)}</td>
                    <td>{places(neighbour.activities())}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="naboer">
            <h2 id="naboer">{glossary_page::NEIGHBOURS}</h2>
            <p>{glossary_page::NEIGHBOURS_LEAD}</p>
            <p>{outside(SUPPORT_SERVICES_URL, glossary_page::NEIGHBOURS_LINK)}</p>
            <TableFrame label=glossary_page::NEIGHBOURS_TABLE>
                <table class="data-table" aria-labelledby="naboer">
                    <thead>
                        <tr>
                            <th scope="col">{glossary_page::NEIGHBOUR}</th>
                            <th scope="col">{glossary_page::NEIGHBOUR_ABOUT}</th>
                            <th scope="col">{glossary_page::NEIGHBOUR_WHERE}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </TableFrame>
        </section>
    }
}

#[component]
pub fn Checks() -> Html {
    let items = CheckItem::ALL
        .iter()
        .map(|item| {
            let check = text::check_text(*item);
            view! {
                <li>
                    <strong>{check.title}</strong>
                    " "
                    {check.explanation}
                    " "
                    <span class="muted small">
                        {glossary_page::CHECK_AT}" "{place(item.activity())}"."
                    </span>
                    {check.link.map(|link| view! { " "{outside(link, glossary_page::READ_MORE)} })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="tjek">
            <h2 id="tjek">{glossary_page::CHECKS}</h2>
            <p>{glossary_page::CHECKS_LEAD}</p>
            <ul>{items}</ul>
        </section>
    }
}

fn places(activities: &[Activity]) -> String {
    if activities.is_empty() {
        return glossary_page::BEFORE.to_owned();
    }
    let places: Vec<String> = activities.iter().map(|activity| place(*activity)).collect();
    text::dates::list(&places)
}

fn place(activity: Activity) -> String {
    text::activity_reference(activity)
}

/// A link out of the app: nothing of it is loaded here, and the page behind it cannot reach back.
fn outside(address: &'static str, words: &'static str) -> Html {
    view! { <a href=address target="_blank" rel="noopener noreferrer">{words}</a> }
}
