//! Figures 7 and 8 with the route's own systems and organisations: who calls whom, or who delivers to whom.

use crate::domain::case::{End, Id, RouteSide, RouteType, Side};
use crate::text::{facts, route_context as words};
use crate::web::components::Fold;
use crate::web::pages::glossary::diagram::{drawn, sftp, webservice};
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

/// A side of the route as it is drawn: its type, and the names of the organisation and system at each end.
#[derive(Clone, Debug, PartialEq)]
struct Drawn {
    side: Side,
    kind: RouteType,
    ends: [[String; 2]; 2],
}

#[component]
pub fn Context(route: Id) -> Html {
    let app = App::get();
    let sides = app.derive(move |open| sides(open, route));
    let figures = move || {
        let figures = sides.get().into_iter().map(|side| {
            let mut figure = match side.kind {
                RouteType::Webservice => webservice(),
                RouteType::Sftp => sftp(),
            };
            figure.id = match side.side {
                Side::Old => "kontekst-gammel",
                Side::New => "kontekst-ny",
            };
            figure.title = words::figure_title(facts::side_label(side.side));
            figure.text = words::told(side.kind, &side.ends);
            let [from, to] = side.ends;
            (figure.from.names, figure.to.names) = (Some(from), Some(to));
            view! { <h3>{facts::side_label(side.side)}</h3>{drawn(figure)} }
        });
        figures.collect_view()
    };
    view! {
        <Show when=move || sides.with(|sides| !sides.is_empty())>
            <Fold summary=|| words::TITLE open=false class="screen-only">{figures}</Fold>
        </Show>
    }
}

fn sides(open: &OpenCase, route: Id) -> Vec<Drawn> {
    let Some(decision) = open.guidance.routes.get(&route) else { return Vec::new() };
    let sides = [(Side::Old, decision.old), (Side::New, decision.new)];
    let sides = sides.into_iter().filter_map(|(side, facts)| {
        let facts = facts?;
        let ends = [End::From, End::To].map(|end| names(open, &facts, end));
        Some(Drawn { side, kind: facts.kind?, ends })
    });
    sides.collect()
}

/// The organisation and the system at an end of a side, as far as they are known.
fn names(open: &OpenCase, facts: &RouteSide, end: End) -> [String; 2] {
    let case = open.case();
    let system = facts.system(end).and_then(|id| case.systems.get(&id));
    let organisation = system
        .and_then(|system| system.manager.or(system.operator))
        .and_then(|id| case.organisations.get(&id))
        .map(|organisation| organisation.name.clone());
    let known = |name: Option<String>| {
        name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| words::UNKNOWN.to_owned())
    };
    [known(organisation), known(system.map(|system| system.name.clone()))]
}
