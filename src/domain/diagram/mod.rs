//! The process as pictures: four diagrams with pools, nodes, arrows and a layout in whole units, and the same as BPMN.
//!
//! Everything is computed from the process value and the paths of `table`; texts come from outside, are measured here,
//! and get their room. Coordinates are units in which a box's letters are 12 high.

mod bpmn;
mod graph;
mod labels;
mod layout;
mod lines;
mod measure;
mod message;
mod place;
mod state;
mod table;
mod xml;

pub use bpmn::{bpmn, variable};
pub use graph::{Flow, Graph, Link, Node};
pub use layout::{BAND, draw};
pub use measure::{Font, width_of, wrap};
pub use message::{Message, Word};
pub use place::{Block, Point, Rect};
pub use state::{Count, Counted, Standing, Standings, State, is_counted};

use crate::domain::codes::codes;
use crate::domain::process::{Activity, Answer, Gateway, Role};

codes! {
    /// One of the four diagrams.
    pub enum Figure {
        /// Udskift it-system (del 1): figure 2 of the source.
        MainOne = "del-1",
        /// Udskift it-system (del 2): figure 3.
        MainTwo = "del-2",
        /// Forbered ruter: figure 4.
        Prepare = "forbered-ruter",
        /// Gennemfør omlægning af ruter: figure 5.
        Cutover = "gennemfoer-omlaegning",
    }
}

/// What a node of a diagram is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Where a pool begins of itself.
    Begin,
    /// A message is waited for; where nothing leads to it, it begins the pool.
    Hear(Message),
    /// A message is sent.
    Tell(Message),
    Act(Activity),
    /// A question; asked on several branches it stands once on each.
    Ask(Gateway, Option<Answer>),
    /// The first of the messages that follow decides the way.
    Either,
    End,
}

/// What the diagrams need words for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    Role(Role),
    Activity(Activity),
    /// "pkt. 7".
    Reference(Activity),
    Question(Gateway),
    Answer(Gateway, Answer),
    Message(Message),
    Figure(Figure),
}

/// Says what is named; a soft hyphen marks where a long word may be divided.
pub type Words = fn(Name) -> String;

/// A diagram with its layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub figure: Figure,
    pub width: i32,
    pub height: i32,
    pub pools: Vec<Pool>,
    /// In the process's order; a line names them by their places.
    pub nodes: Vec<Placed>,
    pub lines: Vec<Line>,
}

/// A role's pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    pub role: Role,
    pub rect: Rect,
    /// The name, to be turned a quarter to the left in its band at the left edge.
    pub name: Vec<String>,
}

/// A node in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub kind: Kind,
    pub role: Role,
    pub rect: Rect,
    /// An activity's name in its box, under its reference and over its state.
    pub text: Vec<String>,
    /// A question, or where a message without an arrow comes from or goes.
    pub label: Option<Block>,
}

/// An arrow from one node to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub from: usize,
    pub to: usize,
    pub link: Link,
    /// Its corners from end to end.
    pub points: Vec<Point>,
    pub label: Option<Block>,
}

impl Figure {
    /// The diagram of an activity's own subprocess, where the product holds it.
    pub fn within(activity: Activity) -> Option<Figure> {
        match activity {
            Activity::U14 => Some(Figure::Prepare),
            Activity::U19 => Some(Figure::Cutover),
            _ => None,
        }
    }

    /// The diagrams in which an activity stands.
    pub fn of(activity: Activity) -> Figure {
        use crate::domain::process::Part;
        match activity.part() {
            Part::Prepare => Figure::Prepare,
            Part::Cutover => Figure::Cutover,
            Part::Main if activity < Activity::U13 => Figure::MainOne,
            Part::Main => Figure::MainTwo,
        }
    }
}

impl Graph {
    /// The nodes and arrows of a diagram, without their places.
    pub fn of(figure: Figure) -> Graph {
        graph::graph(figure)
    }
}
