//! The question that a route's page asks next: one at a time, until the line is decided and not longer.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;

use super::player::*;

/// Every line of facts that matter, known or not.
fn lines() -> Vec<Route> {
    let (p, _) = Player::with_lines(&[]);
    let mut all = vec![Route::new(p.old)];
    let vary = |all: Vec<Route>, set: &dyn Fn(&Route) -> Vec<Route>| {
        all.iter().flat_map(set).collect::<Vec<_>>()
    };
    let each = |line: &Route, sets: &[&dyn Fn(&mut Route)]| {
        let with = |set: &&dyn Fn(&mut Route)| {
            let mut line = line.clone();
            set(&mut line);
            line
        };
        sets.iter().map(with).collect::<Vec<_>>()
    };
    all = vary(all, &|line| {
        let known = Handling::ALL.iter().map(|it| Some(*it)).chain([None]);
        known.map(|handling| Route { handling, ..line.clone() }).collect()
    });
    all = vary(all, &|line| {
        let known = Closer::ALL.iter().map(|it| Some(*it)).chain([None]);
        known.map(|closer| Route { closer, ..line.clone() }).collect()
    });
    all = vary(all, &|l| each(l, &[&|_| {}, &|l| l.old.kind = Some(RouteType::Sftp)]));
    all = vary(all, &|l| each(l, &[&|_| {}, &|l| l.new.kind = Some(RouteType::Webservice)]));
    all = vary(all, &|l| {
        each(l, &[&|_| {}, &|l| l.old.active = Some(true), &|l| l.old.active = Some(false)])
    });
    all = vary(all, &|l| each(l, &[&|_| {}, &|l| l.old.addressing = Some(Addressing::Implicit)]));
    all = vary(all, &|l| each(l, &[&|_| {}, &|l| l.new.addressing = Some(Addressing::Explicit)]));
    let (old, new, other) = (p.old, p.new, p.other);
    all = vary(all, &|l| {
        each(
            l,
            &[&|_| {}, &|l| {
                (l.old.from, l.old.to) = (Some(other), Some(old));
                (l.new.from, l.new.to) = (Some(other), Some(new));
            }],
        )
    });
    all
}

#[test]
fn something_is_asked_exactly_as_long_as_the_line_is_not_decided() {
    let (p, _) = Player::with_lines(&[]);
    let context = RouteContext::of(p.file.case());
    let all = lines();
    assert!(all.len() > 1000);
    for line in all {
        let decision = decide(&context, &line);
        let next = asked_next(&line, &decision);
        assert_eq!(next.is_none(), decision.is_decided(), "{next:?} of {decision:?}");
    }
}

#[test]
fn the_old_route_comes_before_who_closes_it_and_that_before_the_new_one() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    let route = routes[0];
    let old = |field| RouteField::Side(Side::Old, field);
    let new = |field| RouteField::Side(Side::New, field);
    let told: [(RouteField, Value); 5] = [
        (RouteField::Handling, Handling::Replace.into()),
        (old(SideField::Type), RouteType::Sftp.into()),
        (old(SideField::Active), true.into()),
        (old(SideField::Addressing), Addressing::Explicit.into()),
        (RouteField::Closer, Closer::NewOperations.into()),
    ];
    for (field, _) in &told {
        p.route(route, *field, Value::Nothing);
    }
    p.route(route, new(SideField::Type), Value::Nothing);
    p.route(route, new(SideField::Addressing), Value::Nothing);
    let wanted = [
        Question::Handling,
        Question::Type(Side::Old),
        Question::Active,
        Question::Addressing(Side::Old),
        Question::Closer,
    ];
    for ((field, value), question) in told.into_iter().zip(wanted) {
        assert_eq!(asked_next(&p.file.case().routes[&route], &p.decision(route)), Some(question));
        p.route(route, field, value);
    }
    // The new side takes the rest over from the old.
    assert_eq!(asked_next(&p.file.case().routes[&route], &p.decision(route)), None);
}
