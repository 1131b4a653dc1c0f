//! Labels of lines: each beside its line, where it covers no box and no other text, and a line only if it must.

use super::graph::Link;
use super::layout::BAND;
use super::measure::{Font, wrap};
use super::place::{Block, Point, Rect};
use super::{Kind, Name, Picture, Words};

/// How wide a label's lines may be, the best first.
pub const WIDTHS: [i32; 4] = [84, 110, 64, 150];

/// Gives every line that has words a label.
pub fn place(picture: &mut Picture, words: Words) {
    let mut places: Vec<usize> = (0..picture.lines.len()).collect();
    // Answers stand close to their question, so they choose first; then what has least room.
    places.sort_by_key(|line| {
        picture.lines.get(*line).map(|line| match line.link {
            Link::Next(_) => (0, 0),
            Link::Message(_) => (1, length(&line.points)),
        })
    });
    let mut taken: Vec<Rect> = picture.nodes.iter().map(|node| node.rect.grown(2)).collect();
    taken.extend(picture.nodes.iter().filter_map(|node| Some(node.label.as_ref()?.rect)));
    taken.extend(picture.pools.iter().map(|pool| Rect { width: BAND, ..pool.rect }));
    for place in places {
        let Some(name) = name(picture, place) else { continue };
        let label = find(picture, place, &words(name), &taken);
        taken.extend(label.as_ref().map(|label| label.rect.grown(2)));
        if let Some(line) = picture.lines.get_mut(place) {
            line.label = label;
        }
    }
}

fn name(picture: &Picture, line: usize) -> Option<Name> {
    let line = picture.lines.get(line)?;
    match line.link {
        Link::Message(message) => Some(Name::Message(message)),
        Link::Next(answer) => match picture.nodes.get(line.from)?.kind {
            Kind::Ask(gateway, _) => Some(Name::Answer(gateway, answer?)),
            _ => None,
        },
    }
}

/// The best place beside the line.
fn find(picture: &Picture, place: usize, text: &str, taken: &[Rect]) -> Option<Block> {
    let line = picture.lines.get(place)?;
    let is_answer = matches!(line.link, Link::Next(_));
    let lines: Vec<Rect> = segments(picture, Some(place));
    let own: Vec<Rect> = line
        .points
        .windows(2)
        .filter_map(|ends| Some(Rect::of_line(*ends.first()?, *ends.last()?)))
        .collect();
    let mut best: Option<(i32, Block)> = None;
    for (rank, most) in WIDTHS.into_iter().enumerate() {
        let wrapped = wrap(text, Font::Label, most);
        let (width, height) = Block::size(&wrapped);
        for (far, (anchor, upright)) in anchors(&line.points).into_iter().enumerate() {
            for side in [true, false] {
                let (x, y) = match (upright, side) {
                    (true, true) => (anchor.x + 4, anchor.y - height / 2),
                    (true, false) => (anchor.x - 4 - width, anchor.y - height / 2),
                    (false, true) => (anchor.x - width / 2, anchor.y - 2 - height),
                    (false, false) => (anchor.x - width / 2, anchor.y + 2),
                };
                let rect = Rect { x, y, width, height };
                let page =
                    Rect { x: 2, y: 2, width: picture.width - 4, height: picture.height - 4 };
                if !page.contains(rect) || taken.iter().any(|other| other.overlaps(rect)) {
                    continue;
                }
                let covers = |other: &&Rect| other.grown(1).overlaps(rect);
                let covered = lines.iter().chain(&own).filter(covers).count() as i32;
                let border =
                    picture.pools.iter().filter(|pool| on_edge(pool.rect, rect)).count() as i32;
                let from_start = far as i32 * if is_answer { 6 } else { 1 };
                let cost = covered * 200 + border * 60 + from_start + rank as i32 * 12;
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, Block { rect, lines: wrapped.clone() }));
                }
            }
        }
    }
    best.map(|(_, block)| block)
}

/// Points along a line from its start, with whether it runs up or down there.
fn anchors(points: &[Point]) -> Vec<(Point, bool)> {
    let mut anchors = Vec::new();
    for ends in points.windows(2) {
        let [from, to] = ends else { continue };
        let upright = from.x == to.x;
        let steps = ((to.x - from.x).abs() + (to.y - from.y).abs()) / 4;
        let (dx, dy) = ((to.x - from.x).signum() * 4, (to.y - from.y).signum() * 4);
        anchors.extend(
            (1..steps)
                .map(|step| (Point { x: from.x + dx * step, y: from.y + dy * step }, upright)),
        );
    }
    anchors
}

fn segments(picture: &Picture, without: Option<usize>) -> Vec<Rect> {
    let lines = picture.lines.iter().enumerate().filter(|(place, _)| Some(*place) != without);
    lines
        .flat_map(|(_, line)| line.points.windows(2))
        .filter_map(|ends| Some(Rect::of_line(*ends.first()?, *ends.last()?)))
        .collect()
}

fn on_edge(pool: Rect, rect: Rect) -> bool {
    [pool.y, pool.bottom()].into_iter().any(|y| rect.y <= y && y <= rect.bottom())
}

fn length(points: &[Point]) -> i32 {
    let ends = points.windows(2).filter_map(|ends| Some((ends.first()?, ends.last()?)));
    ends.map(|(from, to)| (from.x - to.x).abs() + (from.y - to.y).abs()).sum()
}
