//! The process's tables against what the domain says: counts, colours, codes, gateways, handovers.

use std::collections::BTreeSet;

use udskift_it_system::domain::process::{
    Activity, Answer, CheckItem, Concept, Gateway, Handover, Leads, Neighbour, Part, Performed,
    Process, Role, Vocabulary, flaws,
};

#[test]
fn the_process_has_no_flaw() {
    assert_eq!(flaws(&Process::UDSKIFT_IT_SYSTEM), []);
}

#[test]
fn it_is_as_large_as_the_source() {
    let count = |part| Activity::ALL.iter().filter(|activity| activity.part() == part).count();
    assert_eq!(Role::ALL.len(), 7);
    assert_eq!(count(Part::Main), 1 + 24, "the start event and pkt. 1–24");
    assert_eq!(count(Part::Prepare), 8);
    assert_eq!(count(Part::Cutover), 12);
    assert_eq!(Handover::ALL.len(), 28);
    assert_eq!(Concept::ALL.iter().filter(|concept| concept.is_in_table_1()).count(), 11);
}

#[test]
fn colours_and_plus_are_the_sources() {
    let performed = |place| codes_where(|activity| activity.info().performed == place);
    assert_eq!(performed(Performed::Helpdesk), "U6 G2 G3 G4 G6 G9 G10 G11 G12");
    assert_eq!(performed(Performed::Adm), "U2 U12");
    assert_eq!(
        codes_where(|activity| activity.info().subprocess),
        "U2 U12 U14 U19 U22 U23 F2 F3 F4 F5 F6 F7"
    );
    assert_eq!(codes_where(|activity| activity.info().optional), "U24");
}

#[test]
fn green_is_what_the_helpdesk_does_alone() {
    for activity in Activity::ALL {
        let info = activity.info();
        let alone = info.roles == [Role::Helpdesk];
        assert_eq!(alone, info.performed == Performed::Helpdesk, "{activity:?}");
    }
}

#[test]
fn each_role_performs_what_the_source_says() {
    let performs = |role: Role| codes_where(|activity| activity.info().roles.contains(&role));
    assert_eq!(performs(Role::SystemOwner), "START");
    assert_eq!(performs(Role::SystemManager), "U1 U4 U7 U10 U13 U17 U18 U21 U24");
    assert_eq!(
        performs(Role::NewOperations),
        "U2 U3 U8 U9 U12 U14 U16 U19 U20 F1 F2 F3 F4 F5 F6 F7 F8 G1 G5 G7 G8"
    );
    assert_eq!(performs(Role::OldOperations), "U5 U15 U17 U21 U22 U23");
    assert_eq!(performs(Role::Helpdesk), "U6 U17 G2 G3 G4 G6 G9 G10 G11 G12");
    assert_eq!(performs(Role::InvolvedManagers), "U11");
    assert_eq!(performs(Role::InvolvedOperations), "U17 U21");
}

#[test]
fn handovers_go_as_the_domain_says() {
    let all: Vec<String> = Handover::ALL
        .iter()
        .map(|handover| {
            let info = handover.info();
            format!("{}:{}→{}", info.sender.code(), info.from.code(), info.to.code())
        })
        .collect();
    assert_eq!(
        all.join(" "),
        "START:SE→SA U1:SA→FN U1:SA→FG U3:FN→SA U5:FG→HD U6:HD→FG U5:FG→SA U7:SA→FN U9:FN→SA \
         U10:SA→SI U11:SI→SA U10:SA→FN U13:SA→FN U13:SA→FG U16:FN→SA U16:FN→FI U16:FN→FG \
         U16:FN→HD U18:SA→FN G1:FN→HD G3:HD→FN G4:HD→FN G6:HD→FN G8:FN→HD G12:HD→FN U20:FN→SA \
         U20:FN→FI U20:FN→FG"
    );
}

#[test]
fn answers_lead_where_the_source_says() {
    use Activity::*;
    let to = |gateway: Gateway, answer| {
        gateway.info().answers.iter().find(|(given, _)| *given == answer).map(|(_, leads)| *leads)
    };
    assert_eq!(to(Gateway::MoreAgreements, Answer::Yes), Some(Leads::To(&[U9])));
    assert_eq!(to(Gateway::CloseParty, Answer::Party), Some(Leads::To(&[F2])));
    assert_eq!(to(Gateway::CloseParty, Answer::NotParty), Some(Leads::To(&[F3])));
    assert_eq!(to(Gateway::EstablishRoute, Answer::No), Some(Leads::To(&[F8])));
    assert_eq!(to(Gateway::MoreRoutes, Answer::No), Some(Leads::End));
    assert_eq!(to(Gateway::CarryOut, Answer::Postpone), Some(Leads::To(&[U16])));
    assert_eq!(to(Gateway::ImplicitRoutes, Answer::No), Some(Leads::To(&[G5])));
    // The source's text is one too low here; the names decide.
    assert_eq!(to(Gateway::CheckOk, Answer::Yes), Some(Leads::To(&[G10])));
    assert_eq!(to(Gateway::CheckOk, Answer::No), Some(Leads::To(&[G11])));
}

#[test]
fn codes_are_unique_and_read_back() {
    fn check<T: Copy + std::fmt::Debug + PartialEq>(
        all: &[T],
        code: impl Fn(T) -> &'static str,
        from_code: impl Fn(&str) -> Option<T>,
    ) {
        let codes: BTreeSet<&str> = all.iter().map(|value| code(*value)).collect();
        assert_eq!(codes.len(), all.len(), "two values share a code: {all:?}");
        for value in all {
            assert_eq!(from_code(code(*value)), Some(*value));
        }
        assert_eq!(from_code("no such code"), None);
    }
    check(Activity::ALL, Activity::code, Activity::from_code);
    check(Answer::ALL, Answer::code, Answer::from_code);
    check(CheckItem::ALL, CheckItem::code, CheckItem::from_code);
    check(Concept::ALL, Concept::code, Concept::from_code);
    check(Gateway::ALL, Gateway::code, Gateway::from_code);
    check(Handover::ALL, Handover::code, Handover::from_code);
    check(Neighbour::ALL, Neighbour::code, Neighbour::from_code);
    check(Role::ALL, Role::code, Role::from_code);
    check(Vocabulary::ALL, Vocabulary::code, Vocabulary::from_code);
}

/// Each activity with a "+" that the product does not hold itself has the process that describes it.
#[test]
fn every_other_process_is_named() {
    let described: BTreeSet<Activity> =
        Neighbour::ALL.iter().flat_map(|neighbour| neighbour.activities()).copied().collect();
    let elsewhere: BTreeSet<Activity> = Activity::ALL
        .iter()
        .copied()
        .filter(|activity| activity.info().subprocess && activity.info().made_of.is_empty())
        .collect();
    assert_eq!(described, elsewhere);
}

fn codes_where(holds: impl Fn(Activity) -> bool) -> String {
    let codes: Vec<&str> = Activity::ALL
        .iter()
        .filter(|activity| holds(**activity))
        .map(|activity| activity.code())
        .collect();
    codes.join(" ")
}
