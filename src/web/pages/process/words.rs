//! A figure in words: for each role its steps in order, with what they wait for, what they send and where answers lead.

use crate::domain::case::Id;
use crate::domain::diagram::{Figure, Graph, Kind, Link, Standings};
use crate::text::process_page as page;
use crate::text::{answer_label, gateway_question, role_name};
use crate::web::pages::{activity_href, gateway_href};
use crate::web::prelude::*;
use crate::web::state::App;

#[component]
pub fn AsText(figure: RwSignal<Figure>, standings: Memo<Standings>) -> Html {
    let app = App::get();
    let pools = move || {
        let case = app.read_untracked(|open| open.id)?;
        let graph = Graph::of(figure.get());
        let standings = standings.get();
        let pools = graph.pools.iter().map(|role| {
            let nodes = graph.nodes.iter().enumerate().filter(|(_, node)| node.role == *role);
            let steps = nodes.filter_map(|(place, _)| step(&graph, place, case, &standings));
            view! {
                <h2 class="flow-text__role">{role_name(*role)}</h2>
                <ol>{steps.collect_view()}</ol>
            }
        });
        Some(pools.collect_view())
    };
    view! { <div class="flow-text">{pools}</div> }
}

fn step(graph: &Graph, place: usize, case: Id, standings: &Standings) -> Option<Html> {
    let node = graph.nodes.get(place)?;
    match node.kind {
        Kind::Act(activity) => {
            let standing = standings.activity(activity, node.role);
            let scope = standing?.scope;
            let said = page::activity_label(activity, node.role, standing);
            let href = activity_href(case, activity, scope);
            Some(view! { <li><a href=href>{said}</a></li> })
        }
        Kind::Ask(gateway, _) => {
            let href = gateway_href(case, gateway, standings.scope_of(gateway));
            let given = standings.answer(gateway);
            let answers = gateway.info().answers.iter().filter_map(|(answer, _)| {
                let answer = *answer;
                let mut flows = graph.nexts(place);
                let flow = flows.find(|flow| flow.link == Link::Next(Some(answer)))?;
                let to = graph.nodes.get(flow.to)?;
                let label = answer_label(gateway, answer);
                let to = page::target_text(to.kind);
                let is_given = given == Some(answer);
                Some(view! { <li class:flow-text__given=is_given>{label}" → "{to}</li> })
            });
            Some(view! {
                <li>
                    <a href=href>{gateway_question(gateway)}</a>
                    <ul>{answers.collect_view()}</ul>
                </li>
            })
        }
        kind => {
            let said = page::step_text(kind, graph.is_first(place))?;
            Some(view! { <li>{said}</li> })
        }
    }
}
