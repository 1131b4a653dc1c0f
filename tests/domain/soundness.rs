//! The soundness check finds each kind of flaw: the real process with one thing changed has that flaw and no other.

use udskift_it_system::domain::process::Activity::{self, *};
use udskift_it_system::domain::process::{
    ActivityInfo, Answer, Condition, Flaw, Gateway, GatewayInfo, Handover, HandoverInfo, Leads,
    Need, Origin, Process, Role, flaws,
};

#[test]
fn an_activity_out_of_its_place() {
    check(
        |it| it.activities.swap(3, 4),
        &[Flaw::MisplacedActivity(U3), Flaw::MisplacedActivity(U4)],
    );
    check(|it| it.activities.push(it.activities[0].clone()), &[Flaw::MisplacedActivity(Start)]);
}

#[test]
fn a_gateway_out_of_its_place() {
    check(
        |it| it.gateways.swap(0, 1),
        &[
            Flaw::MisplacedGateway(Gateway::AgreementsNeeded),
            Flaw::MisplacedGateway(Gateway::MoreAgreements),
        ],
    );
}

#[test]
fn a_handover_missing() {
    check(
        |it| it.handovers.truncate(it.handovers.len() - 1),
        &[Flaw::MisplacedHandover(Handover::ResultToOld)],
    );
}

#[test]
fn an_activity_that_nobody_performs() {
    check(|it| it.activity(U24).roles = &[], &[Flaw::NobodyPerforms(U24)]);
}

#[test]
fn parts_of_two_wholes_of_none_or_of_the_main_process() {
    check(
        |it| {
            it.activity(U19).made_of = &[F1, G1, G2, G3, G4, G5, G6, G7, G8, G9, G10, G11, G12];
        },
        &[Flaw::WrongParts(F1)],
    );
    check(|it| it.activity(U14).made_of = &[F1, F2, F3, F4, F5, F6, F7], &[Flaw::WrongParts(F8)]);
    check(|it| it.activity(U24).made_of = &[U1], &[Flaw::WrongParts(U24)]);
}

#[test]
fn an_activity_that_needs_itself() {
    check(|it| it.activity(U24).needs = &[Need::Done(U24)], &[Flaw::Circular(U24)]);
    check(
        |it| it.activity(U23).needs = &[Need::Done(U22), Need::Done(U24)],
        &[Flaw::Circular(U23), Flaw::Circular(U24)],
    );
}

#[test]
fn a_circle_through_the_parts_of_an_activity() {
    check(
        |it| it.activity(F1).needs = &[Need::Done(U13), Need::Done(U14)],
        &[F1, F2, F3, F4, F5, F6, F7, F8, U14].map(Flaw::Circular),
    );
}

#[test]
fn an_activity_that_nothing_leads_to() {
    check(|it| it.activity(U24).needs = &[], &[Flaw::Unreachable(U24)]);
}

#[test]
fn a_branch_whose_question_is_met_too_late() {
    // U22 waits for the answer, and nobody is asked before U24, which waits for U22.
    check(|it| it.gateway(Gateway::Succeeded).at = U24, &[Flaw::Unreachable(U22)]);
}

#[test]
fn a_branch_that_its_gateway_does_not_have() {
    check(
        |it| it.activity(G11).when = on(Gateway::CheckOk, Answer::Postpone),
        &[Flaw::UnknownBranch(G11), Flaw::Unreachable(G11)],
    );
}

#[test]
fn a_branch_that_leads_elsewhere() {
    check(
        |it| it.activity(G11).when = on(Gateway::CheckOk, Answer::Yes),
        &[Flaw::WrongBranch(G11)],
    );
    check(
        |it| it.activity(U4).when = on(Gateway::StillUsed, Answer::No),
        &[Flaw::WrongBranch(U4), Flaw::Unreachable(U4)],
    );
    // Far down a branch is on it.
    check(|it| it.activity(U24).when = on(Gateway::AgreementsNeeded, Answer::No), &[]);
}

#[test]
fn an_activity_on_two_branches_at_once() {
    check(
        |it| {
            let [yes, no] = [Answer::Yes, Answer::No]
                .map(|answer| Condition { gateway: Gateway::AgreementsNeeded, answer });
            it.activity(U24).when = vec![yes, no].leak();
        },
        &[Flaw::WrongBranch(U24)],
    );
}

#[test]
fn an_activity_that_decides_a_question_met_elsewhere() {
    check(|it| it.activity(U24).decides = Some(Gateway::CheckOk), &[Flaw::WrongDecision(U24)]);
}

#[test]
fn a_gateway_with_one_answer_twice_or_none_leading_on() {
    for answers in [
        &[(Answer::No, Leads::To(&[U13]))][..],
        &[(Answer::Yes, Leads::End), (Answer::Yes, Leads::End)],
        &[(Answer::Yes, Leads::To(&[])), (Answer::No, Leads::End)],
    ] {
        check(
            |it| it.gateway(Gateway::MoreAgreements).answers = answers,
            &[Flaw::DeadEnd(Gateway::MoreAgreements)],
        );
    }
}

#[test]
fn questions_that_lead_in_a_circle() {
    check(
        |it| {
            it.gateway(Gateway::MoreRoutes).answers =
                &[(Answer::Yes, Leads::Ask(Gateway::MoreRoutes)), (Answer::No, Leads::End)];
        },
        &[Flaw::EndlessQuestion(Gateway::MoreRoutes)],
    );
}

#[test]
fn a_question_to_a_role_that_is_not_there() {
    check(
        |it| it.gateway(Gateway::StillUsed).origin = Origin::Asked(Role::SystemManager),
        &[Flaw::WrongAsked(Gateway::StillUsed)],
    );
}

#[test]
fn a_handover_of_an_activity_that_its_role_does_not_perform() {
    check(
        |it| it.handover(Handover::RouteClosures).to = Role::Helpdesk,
        &[Flaw::WrongParty(Handover::RouteClosures)],
    );
    check(
        |it| it.handover(Handover::RouteClosures).from = Role::NewOperations,
        &[Flaw::WrongParty(Handover::RouteClosures)],
    );
}

#[test]
fn a_handover_to_oneself() {
    check(
        |it| {
            it.handover(Handover::ResultToOld).to = Role::NewOperations;
            it.handover(Handover::ResultToOld).receiver = U19;
            it.handover(Handover::ResultToOld).shown_by = U21;
        },
        &[Flaw::WrongParty(Handover::ResultToOld)],
    );
}

#[test]
fn a_handover_received_before_it_is_sent() {
    check(
        |it| {
            // U1 is SA's too, but done long before U9.
            it.handover(Handover::AgreementNeeds).receiver = U1;
            it.handover(Handover::AgreementNeeds).shown_by = U1;
        },
        &[Flaw::OutOfOrder(Handover::AgreementNeeds)],
    );
    check(
        |it| it.handover(Handover::RouteListForwarded).after = Some(U8),
        &[Flaw::OutOfOrder(Handover::RouteListForwarded)],
    );
    check(
        |it| it.handover(Handover::AgreementInPlace).shown_by = U9,
        &[Flaw::OutOfOrder(Handover::AgreementInPlace)],
    );
}

#[test]
fn a_role_with_nothing_to_do() {
    check(
        |it| {
            it.activity(U17).roles = &[Role::SystemManager, Role::OldOperations, Role::Helpdesk];
            it.activity(U21).roles = &[Role::SystemManager, Role::OldOperations];
            it.handover(Handover::TimeToInvolved).to = Role::OldOperations;
            it.handover(Handover::ResultToInvolved).to = Role::OldOperations;
        },
        &[Flaw::IdleRole(Role::InvolvedOperations)],
    );
}

/// The tables of the real process, to be changed.
struct Tables {
    activities: Vec<ActivityInfo>,
    gateways: Vec<GatewayInfo>,
    handovers: Vec<HandoverInfo>,
}

impl Tables {
    fn activity(&mut self, activity: Activity) -> &mut ActivityInfo {
        self.activities.iter_mut().find(|row| row.activity == activity).unwrap()
    }
    fn gateway(&mut self, gateway: Gateway) -> &mut GatewayInfo {
        self.gateways.iter_mut().find(|row| row.gateway == gateway).unwrap()
    }
    fn handover(&mut self, handover: Handover) -> &mut HandoverInfo {
        self.handovers.iter_mut().find(|row| row.handover == handover).unwrap()
    }
}

/// The real process, changed, has exactly these flaws, in any order.
#[track_caller]
fn check(change: impl FnOnce(&mut Tables), expected: &[Flaw]) {
    let sound = Process::UDSKIFT_IT_SYSTEM;
    let mut tables = Tables {
        activities: sound.activities.to_vec(),
        gateways: sound.gateways.to_vec(),
        handovers: sound.handovers.to_vec(),
    };
    change(&mut tables);
    let process = Process {
        activities: tables.activities.leak(),
        gateways: tables.gateways.leak(),
        handovers: tables.handovers.leak(),
    };
    let sorted = |flaws: &[Flaw]| {
        let mut names: Vec<String> = flaws.iter().map(|flaw| format!("{flaw:?}")).collect();
        names.sort();
        names
    };
    assert_eq!(sorted(&flaws(&process)), sorted(expected));
}

fn on(gateway: Gateway, answer: Answer) -> &'static [Condition] {
    vec![Condition { gateway, answer }].leak()
}
