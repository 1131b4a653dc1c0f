//! Who holds each role: the organisations that follow from the systems, and the people named for it.

use crate::domain::guidance::organisations;
use crate::domain::process::Role;
use crate::text::{self, parties};
use crate::web::components::{StatusBadge, TableFrame, Tone};
use crate::web::pages::role_anchor;
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

#[component]
pub fn Roles() -> Html {
    view! {
        <section aria-labelledby="stamdata-roller">
            <h2 id="stamdata-roller">{parties::ROLES}</h2>
            <p>{parties::ROLES_LEAD}</p>
            <TableFrame label=parties::ROLES_TABLE>
                <table class="data-table" aria-labelledby="stamdata-roller">
                    <thead>
                        <tr>
                            <th scope="col">{parties::ROLE}</th>
                            <th scope="col">{parties::ROLE_ORGANISATIONS}</th>
                            <th scope="col">{parties::ROLE_PEOPLE}</th>
                        </tr>
                    </thead>
                    <tbody>{Role::ALL.iter().map(|role| row(*role)).collect_view()}</tbody>
                </table>
            </TableFrame>
        </section>
    }
}

fn row(role: Role) -> Html {
    let app = App::get();
    let organisations = app.derive(move |open| organisation_names(open, role));
    let people = app.derive(move |open| people_names(open, role));
    view! {
        <tr id=role_anchor(role) tabindex="-1">
            <th scope="row">{text::role_short(role)}</th>
            <td>
                {move || match role {
                    // The helpdesk is whoever operates the platform, in every case.
                    Role::Helpdesk => view! {
                        <span class="muted">{parties::HELPDESK_ORGANISATION}</span>
                    },
                    _ => names(organisations.get()),
                }}
            </td>
            <td>{move || names(people.get())}</td>
        </tr>
    }
}

fn names(names: Vec<String>) -> Html {
    if names.is_empty() {
        view! { <StatusBadge tone=Tone::Waiting word=parties::MISSING /> }
    } else {
        text::dates::list(&names).into_html()
    }
}

fn organisation_names(open: &OpenCase, role: Role) -> Vec<String> {
    let ids = organisations(open.case(), role).into_iter();
    ids.filter_map(|id| open.case().organisation_name(Some(id)).map(str::to_owned)).collect()
}

fn people_names(open: &OpenCase, role: Role) -> Vec<String> {
    let people = open.case().list_people().into_iter().map(|(_, person)| person);
    people.filter(|person| person.roles.contains(&role)).map(|person| person.name.clone()).collect()
}
