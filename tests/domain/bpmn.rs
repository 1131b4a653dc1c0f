//! What an engine needs to run the process as BPMN, and what it must then perform: written to files that a test in Node reads.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use udskift_it_system::domain::case::*;
use udskift_it_system::domain::diagram::{bpmn, variable};
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway};
use udskift_it_system::text::diagram::diagram_name;

use super::player::*;
use super::simulation::Dice;
use Activity::*;

/// The answers that are given at each gateway, in the order in which they are.
#[derive(Default)]
struct Answers(BTreeMap<String, Vec<&'static str>>);

impl Answers {
    fn give(&mut self, gateway: Gateway, answer: Answer) {
        self.0.entry(variable(gateway)).or_default().push(answer.code());
    }
}

/// A case played to its end: what was answered, and how often our guidance called for each activity.
fn played(seed: u64) -> Json {
    let mut dice = Dice::new(seed);
    let mut answers = Answers::default();
    let lines: Vec<Line> = (0..=dice.roll(4)).map(|_| line(&mut dice)).collect();
    let (mut p, routes) = Player::with_lines(&lines);
    p.until_overview();
    let needed = p.guide().gateway(Gateway::AgreementsNeeded, CASE).unwrap().answer.unwrap();
    answers.give(Gateway::AgreementsNeeded, needed);
    let mut agreement = None;
    if needed == Answer::Yes {
        for left in (0..=dice.roll(3)).rev() {
            let id = p.agreement(p.other);
            p.do_all(&[U9, U10, U11, U12], Scope::Agreement(id));
            let more = if left > 0 { Answer::Yes } else { Answer::No };
            p.answers(Gateway::MoreAgreements, CASE, more);
            answers.give(Gateway::MoreAgreements, more);
            agreement = Some(id);
        }
    }
    p.does(U13, CASE);
    p.prepares(agreement);
    for (place, route) in routes.iter().enumerate() {
        for step in p.decision(*route).path {
            answers.give(step.gateway, step.answer.unwrap());
        }
        let more = if place + 1 < routes.len() { Answer::Yes } else { Answer::No };
        answers.give(Gateway::MoreRoutes, more);
    }
    p.does(U15, CASE);
    let mut attempt = 1;
    while !attempts(&mut p, &mut dice, &mut answers, attempt) {
        attempt += 1;
    }
    let by_old: Vec<Id> = (p.guide().routes.iter())
        .filter(|(_, decision)| decision.orders.iter().any(|it| it.placed.is_none()))
        .map(|(id, _)| *id)
        .collect();
    for route in by_old {
        p.orders(route, OrderKind::Close);
    }
    let used = *dice.pick(&[Answer::Yes, Answer::No]);
    p.answers(Gateway::StillUsed, CASE, used);
    answers.give(Gateway::StillUsed, used);
    p.do_all(&[U23, U24], CASE);
    assert!(p.guide().is_finished());
    json!({ "seed": seed, "answers": answers.0, "performed": performed(&p, routes.len()) })
}

/// One attempt; whether it succeeded.
fn attempts(p: &mut Player, dice: &mut Dice, answers: &mut Answers, number: u16) -> bool {
    let scope = Scope::Attempt(number);
    p.do_all(&[U16, U17], scope);
    // In the end it is carried out.
    let is_last = number > 3;
    if !is_last && dice.roll(4) == 0 {
        p.answers(Gateway::CarryOut, scope, Answer::Postpone);
        answers.give(Gateway::CarryOut, Answer::Postpone);
        return false;
    }
    answers.give(Gateway::CarryOut, Answer::Go);
    p.until_receipts(number);
    let implicit = p.guide().gateway(Gateway::ImplicitRoutes, scope).unwrap().answer.unwrap();
    answers.give(Gateway::ImplicitRoutes, implicit);
    let fails = implicit == Answer::Yes && dice.roll(2) == 0;
    let mut check = if is_last { Answer::Yes } else { *dice.pick(&[Answer::Yes, Answer::No]) };
    if fails {
        let (route, kind) = in_window(p);
        p.receipt(route, kind, number, ReceiptState::Failed);
        answers.give(Gateway::ReceiptsOk, Answer::No);
        let abandon = if is_last { Answer::No } else { *dice.pick(&[Answer::Yes, Answer::No]) };
        p.answers(Gateway::Abandon, scope, abandon);
        answers.give(Gateway::Abandon, abandon);
        if abandon == Answer::Yes {
            p.do_all(&[G11, G12, U20, U21], scope);
            return false;
        }
        p.does(G5, scope);
        p.resolves(route, kind, number);
    } else {
        answers.give(Gateway::ReceiptsOk, Answer::Yes);
        p.does(G5, scope);
    }
    p.do_all(&[G6, G7, G8], scope);
    if dice.roll(3) > 0 {
        check = Answer::Yes;
    }
    p.answers(Gateway::CheckOk, scope, check);
    answers.give(Gateway::CheckOk, check);
    p.does(if check == Answer::Yes { G10 } else { G11 }, scope);
    p.do_all(&[G12, U20, U21], scope);
    check == Answer::Yes
}

fn in_window(p: &Player) -> (Id, OrderKind) {
    let guidance = p.guide();
    let mut orders = guidance
        .routes
        .iter()
        .flat_map(|(id, decision)| decision.orders.iter().map(move |order| (*id, order)));
    let (id, order) = orders.find(|(_, order)| order.moment == Some(Moment::Window)).unwrap();
    (id, order.kind)
}

fn line(dice: &mut Dice) -> Line {
    let side = |dice: &mut Dice| {
        let mut facts = *dice.pick(&[WEBSERVICE, SFTP]);
        if dice.roll(2) == 0 {
            facts = facts.implicit();
        }
        if dice.roll(2) == 0 {
            facts = facts.not_party();
        }
        facts
    };
    let (mut old, new) = (side(dice), side(dice));
    if dice.roll(4) == 0 {
        old = old.inactive();
    }
    let line = match dice.roll(4) {
        0 => Line::establish(new),
        1 => Line::close(old),
        2 => Line::keep(),
        _ => Line::replace(old, new),
    };
    if line.closer.is_some() && dice.roll(3) == 0 { line.closed_by_fg() } else { line }
}

/// How often each role performed each activity, by our guidance.
fn performed(p: &Player, routes: usize) -> BTreeMap<String, usize> {
    let mut performed = BTreeMap::new();
    let mut add = |activity: Activity, times: usize| {
        for role in activity.info().roles {
            *performed.entry(format!("{}_{}", activity.code(), role.code())).or_default() += times;
        }
    };
    let guidance = p.guide();
    for step in &guidance.steps {
        match (&step.status, step.activity) {
            // Our list of routes asks F8 once for all; the figure's loop asks it after each.
            (Status::Done, F8) => add(F8, routes),
            (Status::Done, activity) => add(activity, 1),
            // With nothing to order, the figure goes through U22 all the same: it has no way around it.
            (Status::NotApplicable(Excluded::NothingToDo), U22) => add(U22, 1),
            _ => {}
        }
    }
    for order in guidance.routes.values().flat_map(|decision| &decision.orders) {
        if let Some(form) = order.form.filter(|form| *form != U22) {
            assert!(order.placed.is_some());
            add(form, 1);
        }
    }
    performed
}

#[test]
fn the_process_as_bpmn_and_a_hundred_cases_for_an_engine_to_run() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("bpmn");
    std::fs::create_dir_all(&folder).unwrap();
    let cases: Vec<Json> = (0..100).map(played).collect();
    let answers = |gateway: Gateway, answer: Answer| {
        let name = variable(gateway);
        let given = |case: &&Json| {
            case["answers"][&name].as_array().is_some_and(|a| a.contains(&json!(answer.code())))
        };
        cases.iter().filter(given).count()
    };
    // Every way through the process is among them, and not only once.
    for gateway in Gateway::ALL.iter().filter(|gateway| **gateway != Gateway::Succeeded) {
        for (answer, _) in gateway.info().answers {
            assert!(answers(*gateway, *answer) >= 5, "{gateway:?} {answer:?}");
        }
    }
    std::fs::write(folder.join("process.bpmn"), bpmn(diagram_name)).unwrap();
    let cases = serde_json::to_string(&cases).unwrap();
    std::fs::write(folder.join("cases.json"), cases).unwrap();
}
