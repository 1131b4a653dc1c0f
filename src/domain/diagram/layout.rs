//! The layout: pools under each other, nodes from left to right in the order of the process, lines and labels between.

use super::graph::{Flow, Graph, Link};
use super::labels;
use super::lines::Router;
use super::measure::{Font, wrap};
use super::place::{Block, Rect};
use super::{Figure, Kind, Line, Name, Picture, Placed, Pool, Words, is_counted};
use crate::domain::process::Role;

/// Everything that lines touch lies on this grid.
pub const GRID: i32 = 8;

const BOX_WIDTH: i32 = 112;
const BOX_INNER: i32 = 104;
const EVENT: i32 = 24;
/// A multiple of 16, so that its middle is on the grid.
const DIAMOND: i32 = 48;
const QUESTION: i32 = 90;
/// The band with a pool's name.
pub const BAND: i32 = 56;
/// A pool is no lower than this.
const LEAST: i32 = 128;
const MARGIN: i32 = 16;
const POOL_GAP: i32 = 24;
/// Room for lines grows by a track until every line has a way.
const TRIES: i32 = 8;

/// A diagram with its layout.
pub fn draw(figure: Figure, words: Words) -> Picture {
    let graph = Graph::of(figure);
    let mut best = None;
    for extra in 0..TRIES {
        let (picture, missing) = attempt(figure, &graph, words, extra * GRID);
        if missing == 0 {
            return picture;
        }
        if best.as_ref().is_none_or(|(_, fewest)| missing < *fewest) {
            best = Some((picture, missing));
        }
    }
    // Not reached for the process there is, which a test holds; a line without a way is straight.
    best.map_or_else(|| attempt(figure, &graph, words, 0).0, |(picture, _)| picture)
}

fn attempt(figure: Figure, graph: &Graph, words: Words, extra: i32) -> (Picture, usize) {
    let mut nodes: Vec<Placed> =
        graph.nodes.iter().map(|node| sized(graph, node.kind, node.role, words)).collect();
    across(graph, &mut nodes, words, extra);
    let pools = down(graph, &mut nodes, words, 24 + extra);
    let width = nodes.iter().map(|node| node.rect.right()).max().unwrap_or(0) + 24 + MARGIN + extra;
    let height = pools.last().map_or(0, |pool| pool.rect.bottom()) + MARGIN;
    let mut picture = Picture { figure, width, height, pools, nodes, lines: Vec::new() };
    for pool in &mut picture.pools {
        pool.rect.width = width - MARGIN - pool.rect.x;
    }
    let missing = connect(graph, &mut picture);
    labels::place(&mut picture, words);
    (picture, missing)
}

/// A node with its size and its texts.
fn sized(graph: &Graph, kind: Kind, role: Role, words: Words) -> Placed {
    let mut text = Vec::new();
    let mut label = None;
    let (width, height) = match kind {
        Kind::Act(activity) => {
            text = wrap(&words(Name::Activity(activity)), Font::Box, BOX_INNER);
            // With a line for the reference, one for the state, and one for a count.
            let lines = text.len() as i32 + 2 + i32::from(is_counted(activity));
            let height = lines * Font::Box.leading() + 14;
            (BOX_WIDTH, (height + 15) / 16 * 16)
        }
        Kind::Ask(gateway, _) => {
            label = Some(wrap(&words(Name::Question(gateway)), Font::Label, QUESTION));
            (DIAMOND, DIAMOND)
        }
        Kind::Either => (DIAMOND, DIAMOND),
        Kind::Hear(message) | Kind::Tell(message) => {
            let arrow = |flow: &Flow| flow.link == Link::Message(message);
            if !graph.flows.iter().any(arrow) {
                label = Some(wrap(&words(Name::Message(message)), Font::Label, QUESTION));
            }
            (EVENT, EVENT)
        }
        Kind::Begin | Kind::End => (EVENT, EVENT),
    };
    let label = label.map(|lines| {
        let (width, height) = Block::size(&lines);
        Block { rect: Rect { x: 0, y: 0, width, height }, lines }
    });
    let rect = Rect { x: 0, y: 0, width, height };
    Placed { kind, role, rect, text, label }
}

/// Gives each node its place from left to right: as far left as what comes before it lets.
fn across(graph: &Graph, nodes: &mut [Placed], words: Words, extra: i32) {
    let left = MARGIN + BAND + 24 + extra;
    let half = |node: &Placed| {
        let label = node.label.as_ref().map_or(0, |label| label.rect.width);
        (node.rect.width.max(label) / 2 + GRID - 1) / GRID * GRID
    };
    let halves: Vec<i32> = nodes.iter().map(half).collect();
    let gap = |from: usize, to: usize| {
        let is_event = |node: usize| nodes.get(node).is_some_and(|node| node.rect.width == EVENT);
        (if is_event(from) && is_event(to) { 16 } else { 24 }) + extra
    };
    let span = |from: usize, to: usize| {
        halves.get(from).unwrap_or(&0) + halves.get(to).unwrap_or(&0) + gap(from, to)
    };
    let mut order: Vec<(usize, usize, i32)> = Vec::new();
    for flow in graph.flows.iter().filter(|flow| !flow.is_back) {
        match flow.link {
            Link::Next(_) => {
                let room = answer_room(graph, nodes, flow, words);
                order.push((flow.from, flow.to, span(flow.from, flow.to).max(room)));
            }
            Link::Message(_) => order.push((flow.from, flow.to, 0)),
        }
    }
    for (to, node) in graph.nodes.iter().enumerate() {
        let mut row = (0..to).rev().filter(|other| {
            graph.nodes.get(*other).is_some_and(|other| {
                other.role == node.role && other.row == node.row && other.kind != Kind::End
            })
        });
        if let Some(before) = row.next() {
            order.push((before, to, span(before, to)));
        }
        if node.kind == Kind::End {
            let same = |other: &usize| {
                *other != to && graph.nodes.get(*other).is_some_and(|other| other.role == node.role)
            };
            order.extend((0..nodes.len()).filter(same).map(|other| (other, to, span(other, to))));
        }
    }
    let mut middles: Vec<i32> = halves.iter().map(|half| left + half).collect();
    // Longest paths; more rounds than nodes would be a circle, which the table has not.
    for _ in 0..=nodes.len() {
        let mut moved = false;
        for (from, to, by) in &order {
            let least = middles.get(*from).copied().unwrap_or(0) + by;
            if let Some(middle) = middles.get_mut(*to)
                && *middle < least
            {
                *middle = least;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    for (node, middle) in nodes.iter_mut().zip(middles) {
        node.rect.x = middle - node.rect.width / 2;
        if let Some(label) = &mut node.label {
            label.rect.x = middle - label.rect.width / 2;
        }
    }
}

/// How far apart two nodes of a row are for an answer to stand between them.
fn answer_room(graph: &Graph, nodes: &[Placed], flow: &Flow, words: Words) -> i32 {
    let ends = graph.nodes.get(flow.from).zip(graph.nodes.get(flow.to));
    let (Link::Next(Some(answer)), Some((from, to))) = (flow.link, ends) else { return 0 };
    let Kind::Ask(gateway, _) = from.kind else { return 0 };
    if from.row != to.row {
        return 0;
    }
    let lines = wrap(&words(Name::Answer(gateway, answer)), Font::Label, labels::WIDTHS[0]);
    let half = |node: usize| nodes.get(node).map_or(0, |node| node.rect.width / 2);
    let room = half(flow.from) + Block::size(&lines).0 + 10 + half(flow.to);
    (room + GRID - 1) / GRID * GRID
}

/// Gives pools, and nodes in them, their places from the top: so far from the edges and from each other.
fn down(graph: &Graph, nodes: &mut [Placed], words: Words, pad: i32) -> Vec<Pool> {
    let mut top = MARGIN;
    let mut pools = Vec::new();
    for role in graph.pools {
        let mut y = top + pad;
        let rows = graph.nodes.iter().filter(|node| node.role == *role).map(|node| node.row);
        for row in 0..=rows.max().unwrap_or(0) {
            let is_here = |place: usize| {
                graph.nodes.get(place).is_some_and(|node| node.role == *role && node.row == row)
            };
            let (mut above, mut below) = (0, 0);
            for (_, node) in nodes.iter().enumerate().filter(|(place, _)| is_here(*place)) {
                let label = node.label.as_ref().map_or(0, |label| label.rect.height + 4);
                above = above.max(node.rect.height / 2 + label);
                below = below.max(node.rect.height / 2);
            }
            let middle = y + (above + GRID - 1) / GRID * GRID;
            for (_, node) in nodes.iter_mut().enumerate().filter(|(place, _)| is_here(*place)) {
                node.rect.y = middle - node.rect.height / 2;
                if let Some(label) = &mut node.label {
                    label.rect.y = node.rect.y - 4 - label.rect.height;
                }
            }
            y = middle + (below + GRID - 1) / GRID * GRID + pad;
        }
        let name = words(Name::Role(*role));
        let mut height = (y - top).max(LEAST);
        // A name has room for three lines in its band.
        while wrap(&name, Font::Box, height - 16).len() > 3 {
            height += GRID;
        }
        let name = wrap(&name, Font::Box, height - 16);
        pools.push(Pool { role: *role, rect: Rect { x: MARGIN, y: top, width: 0, height }, name });
        top += height + POOL_GAP;
    }
    pools
}

/// Finds each line its way; how many have none.
fn connect(graph: &Graph, picture: &mut Picture) -> usize {
    let mut router = Router::new(picture);
    let mut flows: Vec<&Flow> = graph.flows.iter().collect();
    // What is close together first, then what goes far or back.
    flows.sort_by_key(|flow| {
        let (Some(from), Some(to)) = (picture.nodes.get(flow.from), picture.nodes.get(flow.to))
        else {
            return (0, 0);
        };
        let (from, to) = (from.rect.middle(), to.rect.middle());
        let far = (from.x - to.x).abs() + (from.y - to.y).abs();
        let straight = from.x == to.x || from.y == to.y;
        let class = match flow.link {
            Link::Next(_) if !flow.is_back && straight && far < 200 => 0,
            Link::Message(_) if straight => 1,
            Link::Next(_) if !flow.is_back => 2,
            Link::Message(_) => 3,
            Link::Next(_) => 4,
        };
        (class, far)
    });
    let mut missing = 0;
    for flow in flows {
        let points = router.route(picture, flow).unwrap_or_else(|| {
            missing += 1;
            let middle = |node: usize| picture.nodes.get(node).map(|node| node.rect.middle());
            [middle(flow.from), middle(flow.to)].into_iter().flatten().collect()
        });
        let Flow { from, to, link, .. } = *flow;
        picture.lines.push(Line { from, to, link, points, label: None });
    }
    missing
}
