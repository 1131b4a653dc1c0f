//! The diagrams of the process: complete by the process value, and laid out so that they can be read.

use std::collections::BTreeSet;

use udskift_it_system::domain::diagram::*;
use udskift_it_system::domain::process::*;
use udskift_it_system::text::diagram::diagram_name;

/// A node of one of the diagrams.
type At = (usize, usize);

fn pictures() -> Vec<Picture> {
    Figure::ALL.iter().map(|figure| draw(*figure, diagram_name)).collect()
}

fn graphs() -> Vec<Graph> {
    Figure::ALL.iter().map(|figure| Graph::of(*figure)).collect()
}

/// What follows a node directly: in its pool, by its message, and in the subprocess it calls.
fn next(graphs: &[Graph], (figure, node): At) -> Vec<At> {
    let graph = &graphs[figure];
    let mut next: Vec<At> = graph.nexts(node).map(|flow| (figure, flow.to)).collect();
    let find = |kind: Kind| {
        let places = graphs
            .iter()
            .enumerate()
            .flat_map(|(figure, graph)| (0..graph.nodes.len()).map(move |node| (figure, node)));
        places
            .filter(|(figure, node)| graphs[*figure].nodes[*node].kind == kind)
            .collect::<Vec<_>>()
    };
    match graph.nodes[node].kind {
        Kind::Tell(message) => next.extend(find(Kind::Hear(message))),
        Kind::Act(activity) => {
            if let Some(inner) = Figure::within(activity) {
                let inner = inner as usize;
                let begin = graphs[inner].nodes.iter().position(|node| node.kind == Kind::Begin);
                next.push((inner, begin.unwrap()));
            }
        }
        _ => {}
    }
    next
}

/// The activities and questions that are met first after an answer, or after a node.
fn met(graphs: &[Graph], from: Vec<At>) -> Vec<Kind> {
    let (mut met, mut seen, mut open) = (Vec::new(), BTreeSet::new(), from);
    while let Some(at) = open.pop() {
        if !seen.insert(at) {
            continue;
        }
        match graphs[at.0].nodes[at.1].kind {
            kind @ (Kind::Act(_) | Kind::Ask(..) | Kind::End) => met.push(kind),
            _ => open.extend(next(graphs, at)),
        }
    }
    met
}

#[test]
fn every_activity_stands_once_in_the_pool_of_each_of_its_roles_in_its_own_diagram() {
    for activity in Activity::ALL {
        let mut roles: Vec<Role> = Vec::new();
        for (figure, graph) in Figure::ALL.iter().zip(graphs()) {
            for node in graph.nodes.iter().filter(|node| node.kind == Kind::Act(*activity)) {
                assert_eq!(*figure, Figure::of(*activity), "{activity:?}");
                roles.push(node.role);
            }
        }
        roles.sort();
        let mut expected = activity.info().roles.to_vec();
        expected.sort();
        assert_eq!(roles, expected, "{activity:?}");
    }
}

#[test]
fn every_question_stands_in_one_diagram_with_all_its_answers_and_they_lead_where_the_process_says()
{
    let graphs = graphs();
    for gateway in Gateway::ALL {
        let mut asked: Vec<At> = Vec::new();
        for (figure, graph) in graphs.iter().enumerate() {
            let here = graph.nodes.iter().enumerate();
            let here =
                here.filter(|(_, node)| matches!(node.kind, Kind::Ask(g, _) if g == *gateway));
            asked.extend(here.map(|(node, _)| (figure, node)));
        }
        let figures: BTreeSet<usize> = asked.iter().map(|(figure, _)| *figure).collect();
        assert_eq!(figures.len(), 1, "{gateway:?}");
        for at in &asked {
            let drawn: BTreeSet<Option<Answer>> = graphs[at.0]
                .nexts(at.1)
                .map(|flow| if let Link::Next(answer) = flow.link { answer } else { None })
                .collect();
            let answers: BTreeSet<Option<Answer>> =
                gateway.info().answers.iter().map(|(answer, _)| Some(*answer)).collect();
            assert_eq!(drawn, answers, "{gateway:?}");
        }
        for (answer, leads) in gateway.info().answers {
            let mut from = Vec::new();
            for (figure, node) in &asked {
                let flows = graphs[*figure].nexts(*node);
                let flows = flows.filter(|flow| flow.link == Link::Next(Some(*answer)));
                from.extend(flows.map(|flow| (*figure, flow.to)));
            }
            let met = met(&graphs, from);
            match leads {
                Leads::To(targets) => {
                    let parts: Vec<Activity> =
                        targets.iter().flat_map(|target| target.info().made_of).copied().collect();
                    // What is part of another target is reached within it.
                    for target in targets.iter().filter(|target| !parts.contains(target)) {
                        assert!(
                            met.contains(&Kind::Act(*target)),
                            "{gateway:?} {answer:?} {target:?}"
                        );
                    }
                }
                Leads::Ask(next) => {
                    let is_next = |kind: &Kind| matches!(kind, Kind::Ask(g, _) if g == next);
                    assert!(met.iter().any(is_next), "{gateway:?} {answer:?}");
                }
                Leads::End => assert!(met.contains(&Kind::End), "{gateway:?} {answer:?}"),
            }
        }
    }
}

#[test]
fn every_activity_comes_after_what_it_needs() {
    let graphs = graphs();
    let nodes_of = |activity: Activity| -> Vec<At> {
        let graph = &graphs[Figure::of(activity) as usize];
        let is = |node: &usize| graph.nodes[*node].kind == Kind::Act(activity);
        (0..graph.nodes.len())
            .filter(is)
            .map(|node| (Figure::of(activity) as usize, node))
            .collect()
    };
    for activity in Activity::ALL {
        for need in activity.info().needs {
            let Need::Done(before) = need else { continue };
            let (mut seen, mut open) = (BTreeSet::new(), nodes_of(*before));
            while let Some(at) = open.pop() {
                if seen.insert(at) {
                    open.extend(next(&graphs, at));
                }
            }
            for at in nodes_of(*activity) {
                assert!(seen.contains(&at), "{activity:?} after {before:?}");
            }
        }
    }
}

#[test]
fn every_handover_is_one_arrow_from_its_sender_to_its_receiver() {
    for handover in Handover::ALL {
        let info = handover.info();
        let mut arrows = 0;
        for picture in pictures() {
            for line in &picture.lines {
                if line.link == Link::Message(Message::Handover(*handover)) {
                    arrows += 1;
                    let [from, to] = [line.from, line.to].map(|node| picture.nodes[node].role);
                    assert_eq!((from, to), (info.from, info.to), "{handover:?}");
                    let has = |role, activity| {
                        let is =
                            |node: &Placed| node.role == role && node.kind == Kind::Act(activity);
                        picture.nodes.iter().any(is)
                    };
                    assert!(has(info.from, info.sender), "{handover:?}");
                    // The message that ends the subprocess is received after it, in the other diagram.
                    assert!(
                        has(info.to, info.receiver) || *handover == Handover::CutoverResult,
                        "{handover:?}"
                    );
                }
            }
        }
        assert_eq!(arrows, 1, "{handover:?}");
    }
}

fn segments(line: &Line) -> Vec<(Point, Point)> {
    line.points.windows(2).map(|ends| (ends[0], ends[1])).collect()
}

#[test]
fn lines_are_upright_or_level_start_and_end_at_their_nodes_and_cross_no_other_node_or_question() {
    for picture in pictures() {
        for line in &picture.lines {
            let name = |node: usize| (picture.figure, picture.nodes[node].kind);
            let what = (name(line.from), name(line.to));
            let (first, last) = (line.points[0], line.points[line.points.len() - 1]);
            let touches = |node: usize, point: Point| {
                let (rect, middle) = (picture.nodes[node].rect, picture.nodes[node].rect.middle());
                let on_side = [rect.x, rect.right()].contains(&point.x) && point.y == middle.y;
                on_side || ([rect.y, rect.bottom()].contains(&point.y) && point.x == middle.x)
            };
            assert!(touches(line.from, first) && touches(line.to, last), "{what:?}");
            for (from, to) in segments(line) {
                assert!(from.x == to.x || from.y == to.y, "{what:?}");
                let run = Rect::of_line(from, to).grown(1);
                for (place, node) in picture.nodes.iter().enumerate() {
                    if place != line.from && place != line.to {
                        assert!(!run.overlaps(node.rect), "{what:?} crosses {:?}", node.kind);
                    }
                    if let Some(label) = &node.label {
                        assert!(
                            !run.overlaps(label.rect),
                            "{what:?} crosses the words of {:?}",
                            node.kind
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn lines_to_different_ends_never_run_on_top_of_one_another() {
    for picture in pictures() {
        for (place, one) in picture.lines.iter().enumerate() {
            for other in picture.lines.iter().skip(place + 1).filter(|other| other.to != one.to) {
                for (a, b) in segments(one) {
                    for (c, d) in segments(other) {
                        let shared = Rect::of_line(a, b).grown(1);
                        let with = Rect::of_line(c, d).grown(1);
                        let across = shared.right().min(with.right()) - shared.x.max(with.x);
                        let down = shared.bottom().min(with.bottom()) - shared.y.max(with.y);
                        // A crossing is two wide and two high.
                        assert!(
                            across.min(down) <= 0 || across.max(down) <= 2,
                            "{:?}: {:?} and {:?}",
                            picture.figure,
                            (picture.nodes[one.from].kind, picture.nodes[one.to].kind),
                            (picture.nodes[other.from].kind, picture.nodes[other.to].kind),
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_overlaps_and_every_text_has_its_room() {
    for picture in pictures() {
        let page = Rect { x: 0, y: 0, width: picture.width, height: picture.height };
        let mut taken: Vec<(String, Rect)> = Vec::new();
        for node in &picture.nodes {
            let what = format!("{:?} of {:?}", node.kind, node.role);
            let pool = picture.pools.iter().find(|pool| pool.role == node.role).unwrap();
            assert!(pool.rect.contains(node.rect), "{what} is in its pool");
            taken.push((what.clone(), node.rect));
            for line in &node.text {
                assert!(width_of(line, Font::Box) <= node.rect.width - 4, "{what}: {line}");
            }
            let lines = node.text.len() as i32 + 2;
            let is_box = matches!(node.kind, Kind::Act(_));
            assert!(!is_box || lines * Font::Box.leading() <= node.rect.height, "{what}");
            taken.extend(node.label.iter().map(|label| (format!("words of {what}"), label.rect)));
        }
        for line in &picture.lines {
            let asked = matches!(line.link, Link::Next(None));
            assert!(asked || line.label.is_some(), "{:?} has no words", line.link);
            taken.extend(line.label.iter().map(|label| (format!("{:?}", line.link), label.rect)));
        }
        for label in picture.lines.iter().filter_map(|line| line.label.as_ref()) {
            for line in &label.lines {
                assert!(width_of(line, Font::Label) <= label.rect.width, "{line}");
            }
        }
        for (place, (what, rect)) in taken.iter().enumerate() {
            assert!(page.contains(*rect), "{what} is on the page");
            for (other, with) in &taken[place + 1..] {
                assert!(!rect.overlaps(*with), "{:?}: {what} and {other}", picture.figure);
            }
        }
        for (place, pool) in picture.pools.iter().enumerate() {
            for line in &pool.name {
                assert!(width_of(line, Font::Box) <= pool.rect.height, "{line}");
            }
            for other in &picture.pools[place + 1..] {
                assert!(!pool.rect.overlaps(other.rect));
            }
        }
    }
}

#[test]
fn few_words_lie_across_a_line() {
    for picture in pictures() {
        let lines = || picture.lines.iter().flat_map(segments);
        let crossed = picture.lines.iter().filter_map(|line| line.label.as_ref()).filter(|label| {
            lines().any(|(from, to)| Rect::of_line(from, to).grown(1).overlaps(label.rect))
        });
        assert!(crossed.count() <= 4, "{:?}", picture.figure);
    }
}

#[test]
fn a_diagram_is_drawn_the_same_each_time() {
    assert_eq!(pictures(), pictures());
}
