//! Lines: each finds the cheapest way along a grid, around boxes and texts, and along another only to the same end.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::graph::{Flow, Link};
use super::layout::{BAND, GRID};
use super::place::{Point, Rect};
use super::{Kind, Picture};

/// Right, down, left, up.
const WAYS: [(i32, i32); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];

const TURN: u32 = 6;
const CROSS: u32 = 9;
const BESIDE: u32 = 1;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Leads {
    Nowhere,
    To(usize),
    Several,
}

/// The grid with what is taken on it.
pub struct Router {
    columns: i32,
    rows: i32,
    /// A box, a text or an edge lies there.
    blocked: Vec<bool>,
    /// Lines run across, down, or turn there.
    across: Vec<bool>,
    down: Vec<bool>,
    /// Where the lines there lead: to one node, and others to it may join them; or to several.
    leads: Vec<Leads>,
}

impl Router {
    pub fn new(picture: &Picture) -> Router {
        let (columns, rows) = (picture.width / GRID + 1, picture.height / GRID + 1);
        let cells = (columns * rows) as usize;
        let mut router = Router {
            columns,
            rows,
            blocked: vec![false; cells],
            across: vec![false; cells],
            down: vec![false; cells],
            leads: vec![Leads::Nowhere; cells],
        };
        for node in &picture.nodes {
            router.block(node.rect.grown(GRID - 1));
            if let Some(label) = &node.label {
                router.block(label.rect.grown(3));
            }
        }
        for pool in &picture.pools {
            router.block(Rect { width: BAND + 4, ..pool.rect });
            // A line may cross a pool's edge and not run along it.
            for y in [pool.rect.y, pool.rect.bottom()] {
                for x in 0..columns {
                    if let Some(cell) = router.cell(x, y / GRID) {
                        router.set_across(cell);
                    }
                }
            }
        }
        router
    }

    fn block(&mut self, rect: Rect) {
        for y in 0..self.rows {
            for x in 0..self.columns {
                let point = Point { x: x * GRID, y: y * GRID };
                let inside = point.x >= rect.x
                    && point.x <= rect.right()
                    && point.y >= rect.y
                    && point.y <= rect.bottom();
                if inside
                    && let Some(cell) = self.cell(x, y)
                    && let Some(blocked) = self.blocked.get_mut(cell)
                {
                    *blocked = true;
                }
            }
        }
    }

    fn set_across(&mut self, cell: usize) {
        if let Some(across) = self.across.get_mut(cell) {
            *across = true;
        }
    }

    fn cell(&self, x: i32, y: i32) -> Option<usize> {
        let inside = x >= 0 && y >= 0 && x < self.columns && y < self.rows;
        inside.then(|| (y * self.columns + x) as usize)
    }

    /// The way of a line, whose cells are then taken; none where there is none.
    pub fn route(&mut self, picture: &Picture, flow: &Flow) -> Option<Vec<Point>> {
        let (from, to) = (picture.nodes.get(flow.from)?, picture.nodes.get(flow.to)?);
        let is_message = matches!(flow.link, Link::Message(_));
        let starts = doors(from.rect, out_costs(from.kind, is_message));
        let goals = doors(to.rect, in_costs(to.kind, is_message));
        let states = self.blocked.len() * 4;
        let mut cost = vec![u32::MAX; states];
        let mut before = vec![usize::MAX; states];
        let mut open = BinaryHeap::new();
        let near = |cell: usize| {
            let (x, y) = (cell as i32 % self.columns, cell as i32 / self.columns);
            let middle = to.rect.middle();
            let far = (x - middle.x / GRID).abs() + (y - middle.y / GRID).abs();
            (far - 12).max(0) as u32
        };
        for Door { side: way, price, step, .. } in starts {
            let Some(cell) = self.cell(step.x / GRID, step.y / GRID) else { continue };
            if self.taken(cell, way, way, None) {
                continue;
            }
            let state = cell * 4 + way;
            if let Some(least) = cost.get_mut(state)
                && price < *least
            {
                *least = price;
                open.push(Reverse((price + near(cell), state)));
            }
        }
        while let Some(Reverse((estimate, state))) = open.pop() {
            if let Some(last) = state.checked_sub(states) {
                let door = arrived(&goals, self.point(last / 4), last % 4)?;
                return Some(self.take(picture, flow, &before, last, door.at));
            }
            let (cell, way) = (state / 4, state % 4);
            let here = cost.get(state).copied().unwrap_or(u32::MAX);
            if estimate > here.saturating_add(near(cell)) {
                continue;
            }
            if let Some(door) = arrived(&goals, self.point(cell), way)
                && !self.taken(cell, way, way, Some(flow.to))
            {
                // What the door costs decides among those that are reached.
                open.push(Reverse((here + door.price, states + state)));
            }
            // Before the door it may turn to it.
            let door = goals.iter().find(|door| door.step == self.point(cell));
            if let Some(way_on) = door.map(|door| (door.side + 2) % 4)
                && way_on % 2 != way % 2
                && !self.taken(cell, way, way_on, Some(flow.to))
            {
                let (price, next) = (here + TURN, cell * 4 + way_on);
                if let (Some(least), Some(before)) = (cost.get_mut(next), before.get_mut(next))
                    && price < *least
                {
                    (*least, *before) = (price, state);
                    open.push(Reverse((price + near(cell), next)));
                }
            }
            for (next_way, (dx, dy)) in WAYS.iter().enumerate() {
                if (next_way + 2) % 4 == way || self.taken(cell, way, next_way, Some(flow.to)) {
                    continue;
                }
                let (x, y) = (cell as i32 % self.columns + dx, cell as i32 / self.columns + dy);
                let Some(next) = self.cell(x, y) else { continue };
                if self.blocked.get(next).copied().unwrap_or(true) {
                    continue;
                }
                let is_turn = next_way != way;
                let price =
                    here + 1 + if is_turn { TURN } else { 0 } + self.price(next, next_way, flow.to);
                let next_state = next * 4 + next_way;
                // Whether the next cell can be gone through is asked when it is left; a goal needs its last turn there.
                if let Some(least) = cost.get_mut(next_state)
                    && price < *least
                {
                    *least = price;
                    if let Some(before) = before.get_mut(next_state) {
                        *before = state;
                    }
                    open.push(Reverse((price + near(next), next_state)));
                }
            }
        }
        None
    }

    /// Whether a line that comes into a cell one way may not leave it another way.
    fn taken(&self, cell: usize, way_in: usize, way_out: usize, to: Option<usize>) -> bool {
        let is = |of: &[bool]| of.get(cell).copied().unwrap_or(true);
        if is(&self.blocked) {
            return true;
        }
        let (across, down) = (is(&self.across), is(&self.down));
        if to.is_some_and(|to| self.leads.get(cell) == Some(&Leads::To(to))) {
            return false;
        }
        let straight = way_in == way_out;
        match (straight, way_in.is_multiple_of(2)) {
            (false, _) => across || down,
            (true, true) => across,
            (true, false) => down,
        }
    }

    /// What it costs to come into a cell: for crossing a line, and for running beside one.
    fn price(&self, cell: usize, way: usize, to: usize) -> u32 {
        if self.leads.get(cell) == Some(&Leads::To(to)) {
            return 0;
        }
        let is = |of: &[bool], cell: usize| of.get(cell).copied().unwrap_or(false);
        let is_across = way.is_multiple_of(2);
        let crossed = is(if is_across { &self.down } else { &self.across }, cell);
        let beside = if is_across { self.columns as usize } else { 1 };
        let along = if is_across { &self.across } else { &self.down };
        let near = is(along, cell + beside) || is(along, cell.wrapping_sub(beside));
        u32::from(crossed) * CROSS + u32::from(near) * BESIDE
    }

    fn point(&self, cell: usize) -> Point {
        let (x, y) = (cell as i32 % self.columns, cell as i32 / self.columns);
        Point { x: x * GRID, y: y * GRID }
    }

    fn take(
        &mut self,
        picture: &Picture,
        flow: &Flow,
        before: &[usize],
        last: usize,
        goal: Point,
    ) -> Vec<Point> {
        let mut states = vec![last];
        while let Some(state) = states.last().and_then(|state| before.get(*state))
            && *state != usize::MAX
        {
            states.push(*state);
        }
        states.reverse();
        let mut points = Vec::new();
        if let (Some(first), Some(from)) = (states.first(), picture.nodes.get(flow.from)) {
            let (cell, way) = (first / 4, first % 4);
            let door = doors(from.rect, [0; 4]).into_iter().find(|door| door.side == way);
            points.extend(door.map(|door| door.at));
            points.push(self.point(cell));
        }
        for (place, state) in states.iter().enumerate() {
            let (cell, way) = (state / 4, state % 4);
            let out = states.get(place + 1).map_or(way, |next| next % 4);
            let [across, down] = [way, out].iter().fold([false; 2], |[across, down], way| {
                [across || way.is_multiple_of(2), down || way % 2 == 1]
            });
            if across {
                self.set_across(cell);
            }
            if down && let Some(down) = self.down.get_mut(cell) {
                *down = true;
            }
            if let Some(leads) = self.leads.get_mut(cell) {
                let free = [Leads::Nowhere, Leads::To(flow.to)].contains(leads);
                *leads = if free { Leads::To(flow.to) } else { Leads::Several };
            }
            points.push(self.point(cell));
        }
        points.push(goal);
        corners(points)
    }
}

/// Where lines meet a node.
struct Door {
    at: Point,
    /// The way out.
    side: usize,
    price: u32,
    /// The first point of the grid outside.
    step: Point,
}

/// The middles of a node's four sides.
fn doors(rect: Rect, prices: [u32; 4]) -> Vec<Door> {
    let middle = rect.middle();
    let up = |from: i32| (from + 2 * GRID - 1) / GRID * GRID;
    let down = |from: i32| (from - GRID) / GRID * GRID;
    let ends = [
        (Point { x: rect.right(), ..middle }, Point { x: up(rect.right()), ..middle }),
        (Point { y: rect.bottom(), ..middle }, Point { y: up(rect.bottom()), ..middle }),
        (Point { x: rect.x, ..middle }, Point { x: down(rect.x), ..middle }),
        (Point { y: rect.y, ..middle }, Point { y: down(rect.y), ..middle }),
    ];
    let doors = ends.into_iter().enumerate().zip(prices);
    doors
        .map(|((side, (at, step)), price)| Door { at, side, price, step })
        .filter(|door| door.price < NEVER)
        .collect()
}

const NEVER: u32 = 1_000;

/// The prices of leaving a node to the right, down, left and up.
fn out_costs(kind: Kind, is_message: bool) -> [u32; 4] {
    match (kind, is_message) {
        (_, true) => [40, 0, 40, 0],
        (Kind::Ask(..) | Kind::Either, false) => [0, 4, NEVER, 6],
        (_, false) => [0, 24, NEVER, 24],
    }
}

/// The prices of coming to a node's right, bottom, left and top.
fn in_costs(kind: Kind, is_message: bool) -> [u32; 4] {
    match (kind, is_message) {
        (_, true) => [40, 0, 40, 0],
        (Kind::Hear(_) | Kind::Tell(_), false) => [NEVER, 12, 0, 12],
        // Its bottom is where an answer leads out.
        (Kind::Ask(..), false) => [NEVER, 30, 0, 30],
        (_, false) => [NEVER, 8, 0, 8],
    }
}

/// The door of the goal that is straight ahead.
fn arrived(goals: &[Door], at: Point, way: usize) -> Option<&Door> {
    goals.iter().find(|door| door.step == at && (door.side + 2) % 4 == way)
}

/// Without the points that lie between two others.
fn corners(points: Vec<Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for point in points {
        if kept.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = kept.as_slice()
            && ((a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y))
        {
            kept.pop();
        }
        kept.push(point);
    }
    kept
}
