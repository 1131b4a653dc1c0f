//! The nodes of a diagram and what leads from each to the next, read from the paths of the table.

use super::table::{Step, paths, pools};
use super::{Figure, Kind, Message, Word};
use crate::domain::process::{Answer, Role};

/// A diagram without a layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    pub pools: &'static [Role],
    pub nodes: Vec<Node>,
    pub flows: Vec<Flow>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    pub kind: Kind,
    pub role: Role,
    pub row: usize,
}

/// What leads from a node to another, by their places in the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    pub from: usize,
    pub to: usize,
    pub link: Link,
    /// It leads back to what has been.
    pub is_back: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// What comes next in a pool, with the answer that leads there.
    Next(Option<Answer>),
    Message(Message),
}

impl Graph {
    /// Whether nothing in its pool leads to the node.
    pub fn is_first(&self, node: usize) -> bool {
        !self.flows.iter().any(|flow| flow.to == node && matches!(flow.link, Link::Next(_)))
    }

    pub fn find(&self, role: Role, kind: Kind) -> Option<usize> {
        self.nodes.iter().position(|node| node.role == role && node.kind == kind)
    }

    /// What leads on from a node within its pool.
    pub fn nexts(&self, node: usize) -> impl Iterator<Item = &Flow> {
        self.flows
            .iter()
            .filter(move |flow| flow.from == node && matches!(flow.link, Link::Next(_)))
    }

    /// Whether a chain of flows leads from one node to another within a pool.
    fn leads(&self, from: usize, to: usize) -> bool {
        let mut seen = vec![false; self.nodes.len()];
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            if node == to {
                return true;
            }
            if let Some(seen) = seen.get_mut(node)
                && !std::mem::replace(seen, true)
            {
                open.extend(self.nexts(node).map(|flow| flow.to));
            }
        }
        false
    }
}

pub fn graph(figure: Figure) -> Graph {
    let mut graph = Graph { pools: pools(figure), nodes: Vec::new(), flows: Vec::new() };
    for path in paths(figure) {
        let (mut before, mut answer) = (None, None);
        for step in path.steps {
            let kind = match step {
                Step::On(given) => {
                    answer = Some(*given);
                    continue;
                }
                Step::Node(kind) => *kind,
            };
            let node = graph.find(path.role, kind).unwrap_or_else(|| {
                graph.nodes.push(Node { kind, role: path.role, row: path.row });
                graph.nodes.len() - 1
            });
            if let Some(from) = before {
                let is_back = graph.leads(node, from);
                let link = Link::Next(answer.take());
                graph.flows.push(Flow { from, to: node, link, is_back });
            }
            before = Some(node);
        }
    }
    let messages: Vec<Flow> = (0..graph.nodes.len())
        .filter_map(|from| {
            let Kind::Tell(message) = graph.nodes.get(from)?.kind else { return None };
            // It goes on in the other part, not across.
            if message == Message::Word(Word::PartTwo) {
                return None;
            }
            let to = graph.find(message.ends().1, Kind::Hear(message))?;
            Some(Flow { from, to, link: Link::Message(message), is_back: false })
        })
        .collect();
    graph.flows.extend(messages);
    graph
}
