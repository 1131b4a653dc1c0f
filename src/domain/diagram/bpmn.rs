//! The process as BPMN 2.0: for each diagram a collaboration with a pool per role, its processes, and its interchange.
//!
//! An engine can run it: what waits for a message is an event that catches it, what is asked has conditions on one variable per
//! gateway, and the two subprocesses are called. Only the systemejer's process begins by itself; every other one
//! begins by a message or is called.

use super::graph::{Graph, Link};
use super::xml::Xml;
use super::{Block, Figure, Kind, Line, Message, Name, Picture, Rect, Word, Words, draw};
use crate::domain::process::{Activity, Gateway, Handover, Role};

const MODEL: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
const DIAGRAM: &str = "http://www.omg.org/spec/BPMN/20100524/DI";
const BOUNDS: &str = "http://www.omg.org/spec/DD/20100524/DC";
const EDGES: &str = "http://www.omg.org/spec/DD/20100524/DI";
const SCHEMA: &str = "http://www.w3.org/2001/XMLSchema-instance";
const NAMESPACE: &str = "urn:udskift-it-system";

/// The variable that holds a gateway's answer while an engine runs the process.
pub fn variable(gateway: Gateway) -> String {
    gateway.code().replace('-', "_")
}

/// The four diagrams as one BPMN file.
pub fn bpmn(words: Words) -> String {
    let plain = Plain(words);
    let pictures: Vec<(Graph, Picture)> =
        Figure::ALL.iter().map(|figure| (Graph::of(*figure), draw(*figure, words))).collect();
    let mut xml = Xml::new();
    xml.open(
        "bpmn:definitions",
        &[
            ("xmlns:bpmn", MODEL),
            ("xmlns:bpmndi", DIAGRAM),
            ("xmlns:dc", BOUNDS),
            ("xmlns:di", EDGES),
            ("xmlns:xsi", SCHEMA),
            ("id", "udskift-it-system"),
            ("targetNamespace", NAMESPACE),
        ],
    );
    let handovers = Handover::ALL.iter().map(|handover| Message::Handover(*handover));
    for message in handovers.chain(Word::ALL.iter().map(|word| Message::Word(*word))) {
        let name = plain.name(Name::Message(message));
        xml.leaf("bpmn:message", &[("id", &message_id(message)), ("name", &name)]);
    }
    for (_, picture) in &pictures {
        collaboration(&mut xml, picture, &plain);
    }
    for (graph, picture) in &pictures {
        for pool in &picture.pools {
            process(&mut xml, graph, picture, pool.role, &plain);
        }
    }
    for (_, picture) in &pictures {
        diagram(&mut xml, picture, &plain);
    }
    xml.finish()
}

/// Names without the marks of where to divide them.
struct Plain(Words);

impl Plain {
    fn name(&self, name: Name) -> String {
        (self.0)(name).replace('\u{ad}', "")
    }
}

fn collaboration(xml: &mut Xml, picture: &Picture, plain: &Plain) {
    let figure = picture.figure;
    xml.open("bpmn:collaboration", &[("id", &collaboration_id(figure))]);
    for pool in &picture.pools {
        xml.leaf(
            "bpmn:participant",
            &[
                ("id", &pool_id(figure, pool.role)),
                ("name", &plain.name(Name::Role(pool.role))),
                ("processRef", &process_id(figure, pool.role)),
            ],
        );
    }
    for (place, line) in picture.lines.iter().enumerate() {
        if let Link::Message(message) = line.link {
            let [from, to] = ends(picture, line);
            xml.leaf(
                "bpmn:messageFlow",
                &[
                    ("id", &line_id(picture, place)),
                    ("name", &plain.name(Name::Message(message))),
                    ("sourceRef", &from),
                    ("targetRef", &to),
                ],
            );
        }
    }
    xml.close();
}

fn process(xml: &mut Xml, graph: &Graph, picture: &Picture, role: Role, plain: &Plain) {
    let figure = picture.figure;
    let name = format!("{}: {}", plain.name(Name::Figure(figure)), plain.name(Name::Role(role)));
    let begins = role == Role::SystemOwner;
    xml.open(
        "bpmn:process",
        &[
            ("id", &process_id(figure, role)),
            ("name", &name),
            ("isExecutable", if begins { "true" } else { "false" }),
        ],
    );
    for (place, node) in picture.nodes.iter().enumerate().filter(|(_, node)| node.role == role) {
        let id = node_id(picture, place);
        let (tag, mut attributes) = element(graph, figure, place, node.kind, role, plain);
        attributes.insert(0, ("id", id.clone()));
        let attributes: Vec<(&str, &str)> =
            attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        xml.open(tag, &attributes);
        for (line, of) in picture.lines.iter().enumerate() {
            if matches!(of.link, Link::Next(_)) {
                if of.to == place {
                    xml.text("bpmn:incoming", &[], &line_id(picture, line));
                }
                if of.from == place {
                    xml.text("bpmn:outgoing", &[], &line_id(picture, line));
                }
            }
        }
        if let Kind::Hear(message) | Kind::Tell(message) = node.kind {
            let definition = format!("{id}_besked");
            xml.leaf(
                "bpmn:messageEventDefinition",
                &[("id", &definition), ("messageRef", &message_id(message))],
            );
        }
        xml.close();
    }
    for (place, line) in picture.lines.iter().enumerate() {
        if picture.nodes.get(line.from).is_some_and(|node| node.role == role) {
            sequence(xml, picture, place, line, plain);
        }
    }
    xml.close();
}

/// A flow within a pool, with the condition under which it is taken.
fn sequence(xml: &mut Xml, picture: &Picture, place: usize, line: &Line, plain: &Plain) {
    let Link::Next(answer) = line.link else { return };
    let id = line_id(picture, place);
    let [from, to] = ends(picture, line);
    let asked = match picture.nodes.get(line.from).map(|node| node.kind) {
        Some(Kind::Ask(gateway, _)) => answer.map(|answer| (gateway, answer)),
        _ => None,
    };
    let Some((gateway, answer)) = asked else {
        return xml
            .leaf("bpmn:sequenceFlow", &[("id", &id), ("sourceRef", &from), ("targetRef", &to)]);
    };
    let name = plain.name(Name::Answer(gateway, answer));
    xml.open(
        "bpmn:sequenceFlow",
        &[("id", &id), ("name", &name), ("sourceRef", &from), ("targetRef", &to)],
    );
    let condition = format!("{} == \"{}\"", variable(gateway), answer.code());
    xml.text(
        "bpmn:conditionExpression",
        &[("xsi:type", "bpmn:tFormalExpression"), ("language", "javascript")],
        &condition,
    );
    xml.close();
}

/// The element that a node is, with its attributes.
fn element(
    graph: &Graph,
    figure: Figure,
    place: usize,
    kind: Kind,
    role: Role,
    plain: &Plain,
) -> (&'static str, Vec<(&'static str, String)>) {
    match kind {
        Kind::Begin => ("bpmn:startEvent", Vec::new()),
        Kind::End => ("bpmn:endEvent", Vec::new()),
        Kind::Either => ("bpmn:eventBasedGateway", Vec::new()),
        Kind::Hear(message) => match graph.is_first(place) {
            true => ("bpmn:startEvent", event_name(graph, message, plain)),
            false => ("bpmn:intermediateCatchEvent", event_name(graph, message, plain)),
        },
        Kind::Tell(message) => ("bpmn:intermediateThrowEvent", event_name(graph, message, plain)),
        Kind::Ask(gateway, _) => {
            let name = plain.name(Name::Question(gateway));
            ("bpmn:exclusiveGateway", vec![("name", name)])
        }
        Kind::Act(activity) => {
            let name = activity_name(activity, plain);
            let called = Figure::within(activity).filter(|called| *called != figure);
            match (called, activity.info().subprocess) {
                (Some(called), _) => (
                    "bpmn:callActivity",
                    vec![("name", name), ("calledElement", process_id(called, role))],
                ),
                (None, true) => ("bpmn:subProcess", vec![("name", name)]),
                (None, false) => ("bpmn:userTask", vec![("name", name)]),
            }
        }
    }
}

/// The name of an event whose message has no arrow; elsewhere the arrow has it.
fn event_name(graph: &Graph, message: Message, plain: &Plain) -> Vec<(&'static str, String)> {
    let is_arrow = graph.flows.iter().any(|flow| flow.link == Link::Message(message));
    match is_arrow {
        true => Vec::new(),
        false => vec![("name", plain.name(Name::Message(message)))],
    }
}

fn activity_name(activity: Activity, plain: &Plain) -> String {
    let [reference, name] = [Name::Reference(activity), Name::Activity(activity)];
    format!("{} {}", plain.name(reference), plain.name(name))
}

fn diagram(xml: &mut Xml, picture: &Picture, plain: &Plain) {
    let figure = picture.figure;
    let id = |of: &str| format!("{of}_di");
    xml.open(
        "bpmndi:BPMNDiagram",
        &[("id", &format!("figur_{}", figure.code())), ("name", &plain.name(Name::Figure(figure)))],
    );
    let plane = collaboration_id(figure);
    xml.open("bpmndi:BPMNPlane", &[("id", &id(&plane)), ("bpmnElement", &plane)]);
    for pool in &picture.pools {
        let pool_id = pool_id(figure, pool.role);
        xml.open(
            "bpmndi:BPMNShape",
            &[("id", &id(&pool_id)), ("bpmnElement", &pool_id), ("isHorizontal", "true")],
        );
        bounds(xml, pool.rect);
        xml.close();
    }
    for (place, node) in picture.nodes.iter().enumerate() {
        let node_id = node_id(picture, place);
        let shape_id = id(&node_id);
        let mut attributes = vec![("id", shape_id.as_str()), ("bpmnElement", node_id.as_str())];
        if let Kind::Act(activity) = node.kind
            && activity.info().subprocess
        {
            attributes.push(("isExpanded", "false"));
        }
        if matches!(node.kind, Kind::Ask(..)) {
            attributes.push(("isMarkerVisible", "true"));
        }
        xml.open("bpmndi:BPMNShape", &attributes);
        bounds(xml, node.rect);
        label(xml, node.label.as_ref());
        xml.close();
    }
    for (place, line) in picture.lines.iter().enumerate() {
        let line_id = line_id(picture, place);
        xml.open("bpmndi:BPMNEdge", &[("id", &id(&line_id)), ("bpmnElement", &line_id)]);
        for point in &line.points {
            let (x, y) = (point.x.to_string(), point.y.to_string());
            xml.leaf("di:waypoint", &[("x", &x), ("y", &y)]);
        }
        label(xml, line.label.as_ref());
        xml.close();
    }
    xml.close();
    xml.close();
}

fn bounds(xml: &mut Xml, rect: Rect) {
    let [x, y, width, height] =
        [rect.x, rect.y, rect.width, rect.height].map(|number| number.to_string());
    xml.leaf("dc:Bounds", &[("x", &x), ("y", &y), ("width", &width), ("height", &height)]);
}

fn label(xml: &mut Xml, block: Option<&Block>) {
    if let Some(block) = block {
        xml.open("bpmndi:BPMNLabel", &[]);
        bounds(xml, block.rect);
        xml.close();
    }
}

fn collaboration_id(figure: Figure) -> String {
    format!("samarbejde_{}", figure.code())
}

fn process_id(figure: Figure, role: Role) -> String {
    format!("proces_{}_{}", figure.code(), role.code())
}

fn pool_id(figure: Figure, role: Role) -> String {
    format!("pool_{}_{}", figure.code(), role.code())
}

fn message_id(message: Message) -> String {
    format!("besked_{}", message.code())
}

/// A node's id: each activity stands once in a role's pools, and each message is sent and waited for once.
fn node_id(picture: &Picture, place: usize) -> String {
    let Some(node) = picture.nodes.get(place) else { return String::new() };
    let role = node.role.code();
    let of_figure = |what: &str| format!("{what}_{}_{role}", picture.figure.code());
    match node.kind {
        Kind::Begin => of_figure("start"),
        Kind::End => of_figure("slut"),
        Kind::Either => of_figure("enten"),
        Kind::Hear(message) => format!("modtag_{}", message.code()),
        Kind::Tell(message) => format!("send_{}", message.code()),
        Kind::Act(activity) => format!("{}_{role}", activity.code()),
        Kind::Ask(gateway, None) => format!("{}_{role}", gateway.code()),
        Kind::Ask(gateway, Some(branch)) => {
            format!("{}_{role}_{}", gateway.code(), branch.code())
        }
    }
}

fn line_id(picture: &Picture, place: usize) -> String {
    format!("pil_{}_{}", picture.figure.code(), place + 1)
}

fn ends(picture: &Picture, line: &Line) -> [String; 2] {
    [node_id(picture, line.from), node_id(picture, line.to)]
}
