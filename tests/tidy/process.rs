//! Every activity, gateway and handover has what the pages and the paper need of it.

use udskift_it_system::domain::diagram::{Figure, Graph, Kind};
use udskift_it_system::domain::process::{Activity, Gateway, Handover};
use udskift_it_system::text::{
    activity_name, activity_result, activity_what, answer_label, gateway_help, gateway_question,
    handover_name, handover_what,
};

/// The kinds of nodes of all four diagrams.
fn drawn() -> Vec<Kind> {
    let graphs = Figure::ALL.iter().map(|figure| Graph::of(*figure));
    graphs.flat_map(|graph| graph.nodes).map(|node| node.kind).collect()
}

#[test]
fn every_activity_has_its_texts_and_its_box() {
    let drawn = drawn();
    for activity in Activity::ALL {
        let texts =
            [activity_name(*activity), activity_what(*activity), activity_result(*activity)];
        assert!(texts.iter().all(|text| text.len() > 3), "{activity:?} lacks a text");
        assert!(texts[0] != texts[1], "{activity:?}: its help is its name");
        assert!(drawn.contains(&Kind::Act(*activity)), "{activity:?} has no box");
    }
}

#[test]
fn every_gateway_has_its_question_its_help_and_its_answers() {
    for gateway in Gateway::ALL {
        let (question, help) = (gateway_question(*gateway), gateway_help(*gateway));
        assert!(question.len() > 3 && help.len() > question.len(), "{gateway:?}");
        let answers = gateway.info().answers;
        assert!(answers.len() > 1, "{gateway:?} has nothing to choose");
        for (answer, _) in answers {
            assert!(!answer_label(*gateway, *answer).is_empty(), "{gateway:?} {answer:?}");
        }
    }
}

#[test]
fn every_handover_has_its_texts() {
    for handover in Handover::ALL {
        let (name, what) = (handover_name(*handover), handover_what(*handover));
        assert!(name.len() > 3 && what.len() > name.len(), "{handover:?}");
    }
}
