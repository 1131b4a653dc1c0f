//! A figure as SVG: its pools, arrows and nodes, each activity with its state and a link to its place in the case.

use crate::domain::case::{Id, Scope};
use crate::domain::diagram::{
    BAND, Block, Figure, Font, Kind, Line, Link, Message, Picture, Placed, Point, Pool, Rect,
    Standings, draw,
};
use crate::domain::process::Activity;
use crate::text::diagram::{diagram_name, figure_name};
use crate::text::process_page as page;
use crate::web::components::Fold;
use crate::web::pages::{activity_href, gateway_href};
use crate::web::prelude::*;
use crate::web::state::App;

use super::Zoom;
use super::marks::{arrow_head, box_of, circle, diamond, link, opening, words};

/// The figure that is chosen, at its size; a "+" shows the figure of the subprocess.
#[component]
pub fn Drawing(
    figure: RwSignal<Figure>,
    standings: Memo<Standings>,
    zoom: RwSignal<Zoom>,
    show: RwSignal<Figure>,
) -> Html {
    let app = App::get();
    let picture = Memo::new(move || draw(figure.get(), diagram_name));
    // The size alone changes when the zoom does.
    let width = move || match zoom.get() {
        Zoom::Fit => None,
        Zoom::Percent(percent) => {
            Some((picture.with(|picture| picture.width) * percent / 100).to_string())
        }
    };
    let fits = move || zoom.get() == Zoom::Fit;
    let content = move || {
        let case = app.read_untracked(|open| open.id)?;
        let standings = standings.get();
        Some(picture.with(|picture| drawing(picture, case, &standings, Some(show))))
    };
    let view_box =
        move || picture.with(|picture| format!("0 0 {} {}", picture.width, picture.height));
    view! {
        <svg
            class="flow"
            class:flow--fit=fits
            width=width
            viewBox=view_box
            role="group"
            aria-label=move || figure_name(figure.get())
        >
            {content}
        </svg>
    }
}

/// One route's way through Forbered ruter, folded away until it is asked for.
#[component]
pub fn RouteFigure(route: Id) -> Html {
    let app = App::get();
    let standings = app.derive(move |open| Standings::of_route(&open.guidance, route));
    let content = move || {
        let picture = draw(Figure::Prepare, diagram_name);
        let view_box = format!("0 0 {} {}", picture.width, picture.height);
        let nodes = move || {
            let case = app.read_untracked(|open| open.id)?;
            Some(drawing(&picture, case, &standings.get(), None))
        };
        view! {
            <div class="flow-frame" role="region" tabindex="0" aria-label=page::ROUTE_FIGURE>
                <svg
                    class="flow flow--route"
                    viewBox=view_box
                    role="group"
                    aria-label=page::ROUTE_FIGURE
                >
                    {nodes}
                </svg>
            </div>
        }
    };
    view! { <Fold summary=|| page::ROUTE_FIGURE open=false class="screen-only">{content()}</Fold> }
}

/// All that a figure is made of, from the bottom: pools, arrows, nodes, and the words of the arrows.
pub fn drawing(
    picture: &Picture,
    case: Id,
    standings: &Standings,
    show: Option<RwSignal<Figure>>,
) -> Html {
    let mut order: Vec<&Placed> = picture.nodes.iter().collect();
    // The keyboard goes through the nodes in the order of the process.
    order.sort_by_key(|node| match node.kind {
        Kind::Act(activity) => (0, activity, false, node.rect.y),
        Kind::Ask(gateway, _) => (0, gateway.info().at, true, node.rect.x),
        _ => (1, Activity::Start, false, 0),
    });
    let lines = picture.lines.iter();
    // Screen readers have the links and the figure in words; what is drawn is for the eye.
    view! {
        <g aria-hidden="true">
            {picture.pools.iter().map(pool).collect_view()}
            {lines.clone().map(|line| arrow(picture, line, standings)).collect_view()}
            {order.iter().map(|node| placed(picture, node, standings)).collect_view()}
            {lines
                .filter_map(|line| line.label.as_ref())
                .map(|block| label(block, "flow__words"))
                .collect_view()}
        </g>
        {order
            .iter()
            .map(|node| leading(picture.figure, node, case, standings, show))
            .collect_view()}
    }
}

/// What leads from a node: to its place in the case, and from a "+" to its own figure.
fn leading(
    figure: Figure,
    node: &Placed,
    case: Id,
    standings: &Standings,
    show: Option<RwSignal<Figure>>,
) -> Html {
    match node.kind {
        Kind::Act(activity) => {
            let standing = standings.activity(activity, node.role);
            let scope = standing.map_or(Scope::Case, |standing| standing.scope);
            let href = activity_href(case, activity, scope);
            let said = page::activity_label(activity, node.role, standing);
            let inner = Figure::within(activity).filter(|inner| *inner != figure).zip(show);
            view! {
                {link(href, said, box_of(node.rect, 6, "flow__hit"))}
                {inner.map(|(inner, show)| opening(node.rect, inner, show))}
            }
        }
        Kind::Ask(gateway, _) => {
            let href = gateway_href(case, gateway, standings.scope_of(gateway));
            let said = page::question_label(gateway, standings.answer(gateway));
            link(href, said, diamond(node.rect, "flow__hit"))
        }
        _ => ().into_html(),
    }
}

fn pool(pool: &Pool) -> Html {
    let middle = pool.rect.middle();
    let lines = pool.name.iter().enumerate().map(|(place, line)| {
        // The lines together stand in the middle of the band.
        let down = BAND / 2 + 4 + 15 * place as i32 - 15 * (pool.name.len() as i32 - 1) / 2;
        let at = format!("translate({} {}) rotate(-90)", pool.rect.x + down, middle.y);
        view! {
            <text class="flow__role" transform=at text-anchor="middle">{line.clone()}</text>
        }
    });
    let band = Rect { width: BAND, ..pool.rect };
    view! {
        {box_of(pool.rect, 0, "flow__pool")}
        {box_of(band, 0, "flow__band")}
        {lines.collect_view()}
    }
}

fn arrow(picture: &Picture, line: &Line, standings: &Standings) -> Html {
    let class = match line.link {
        Link::Message(Message::Handover(_)) => "flow__line flow__line--message",
        Link::Message(Message::Word(_)) => "flow__line flow__line--word",
        Link::Next(answer) => {
            let asked = picture.nodes.get(line.from).map(|node| node.kind);
            match asked {
                Some(Kind::Ask(gateway, _)) => match standings.answer(gateway) {
                    Some(given) if Some(given) == answer => "flow__line flow__line--taken",
                    Some(_) => "flow__line flow__line--left",
                    None => "flow__line",
                },
                _ => "flow__line",
            }
        }
    };
    let is_message = matches!(line.link, Link::Message(_));
    let points: Vec<String> = line.points.iter().map(|it| format!("{},{}", it.x, it.y)).collect();
    let head = arrow_head(&line.points, if is_message { "flow__head--open" } else { "flow__head" });
    let start =
        line.points.first().filter(|_| is_message).map(|start| circle(*start, 3, "flow__start"));
    view! {
        <polyline class=class points=points.join(" ") />
        {start}
        {head}
    }
}

/// Lines of words in the middle of their room.
pub fn label(block: &Block, class: &'static str) -> Html {
    let middle = block.rect.middle().x;
    let lines = block.lines.iter().enumerate().map(|(place, line)| {
        let y = block.rect.y + Font::Label.leading() * (place as i32 + 1) - 3;
        words(Point { x: middle, y }, class, line.clone(), true)
    });
    view! { {box_of(block.rect, 0, "flow__paper")}{lines.collect_view()} }
}

fn placed(picture: &Picture, node: &Placed, standings: &Standings) -> Html {
    let rect = node.rect;
    let middle = rect.middle();
    let own = node.label.as_ref().map(|block| label(block, "flow__question"));
    match node.kind {
        Kind::Act(activity) => {
            super::marks::activity(node, activity, standings.activity(activity, node.role))
        }
        Kind::Ask(gateway, _) => {
            let class = match standings.answer(gateway) {
                Some(_) => "flow__gateway flow__gateway--answered",
                None => "flow__gateway",
            };
            view! { {diamond(rect, class)}{super::marks::cross(middle)}{own} }
        }
        Kind::Either => view! {
            {diamond(rect, "flow__gateway")}
            {circle(middle, 12, "flow__event")}
            {circle(middle, 9, "flow__event")}
        },
        Kind::Begin => circle(middle, 12, "flow__event"),
        Kind::End => circle(middle, 11, "flow__event flow__event--end"),
        Kind::Hear(_) | Kind::Tell(_) => {
            let place = picture.nodes.iter().position(|other| std::ptr::eq(other, node));
            let is_first = !picture
                .lines
                .iter()
                .any(|line| Some(line.to) == place && matches!(line.link, Link::Next(_)));
            let inner = (!is_first).then(|| circle(middle, 9, "flow__event"));
            let sends = matches!(node.kind, Kind::Tell(_));
            view! {
                {circle(middle, 12, "flow__event")}
                {inner}
                {super::marks::envelope(middle, sends)}
                {own}
            }
        }
    }
}
