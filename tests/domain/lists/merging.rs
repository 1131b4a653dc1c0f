//! A second list: matched to the routes that are here, shown as new, changed, gone and the same, merged by choice.

use udskift_it_system::domain::case::{Closer, EntityKind, Field, Handling, Id, RouteField};
use udskift_it_system::domain::route_overview::{Comparison, LineState};
use udskift_it_system::domain::spreadsheet::{Table, read_text};

use super::desk::{bring_in, desk, names, routes, take_in, understand};
use super::files::table;
use crate::builder::Desk;

const FIRST: &str = "Rute-ID;Rute;Type;Fra;Til;Myndighed;Status\n\
    r1;Adresser;SFTP;CPR;Alfa;Nordby;Aktiv\n\
    r2;Opslag;WS;Alfa;CPR;Nordby;Aktiv\n\
    r3;Lønfil;SFTP;Alfa;Løn;Nordby;Aktiv\n";

/// The route of r2 is called otherwise and has ended, r3 is gone, r4 is new.
const SECOND: &str = "Rute-ID;Rute;Type;Fra;Til;Myndighed;Status\n\
    r4;Nyhed;SFTP;CPR;Alfa;Nordby;Aktiv\n\
    R1;Adresser;SFTP;CPR;ALFA;Nordby;Aktiv\n\
    r2;Opslag, nye;WS;Alfa;CPR;Nordby;Inaktiv\n";

fn of(text: &str) -> Table {
    read_text(text).expect("a table")
}

fn compared(desk: &Desk, text: &str) -> Comparison {
    understand(desk, of(text)).compare(desk)
}

fn id(desk: &Desk, name: &str) -> Id {
    routes(desk).into_iter().find(|(_, route)| route.name == name).expect("a route").0
}

/// The names of the routes that the lines are matched to.
fn matched(desk: &Desk, comparison: &Comparison) -> Vec<Option<String>> {
    let name = |id: &Id| desk.file.case().routes[id].name.clone();
    comparison.lines.iter().map(|line| line.route.as_ref().map(name)).collect()
}

#[test]
fn the_same_list_again_changes_nothing() {
    let mut desk = desk();
    for name in ["windows-1252.csv", "two-row-head.csv", "same-names.csv", "english-commas.csv"] {
        take_in(&mut desk, table(name));
        let comparison = understand(&desk, table(name)).compare(&desk);
        assert!(
            comparison.lines.iter().all(|l| l.state() == LineState::Same),
            "{name}: {comparison:?}"
        );
        assert_eq!(take_in(&mut desk, table(name)), [], "{name}");
    }
}

#[test]
fn a_corrected_list_is_shown_as_new_changed_gone_and_the_same() {
    let mut desk = desk();
    take_in(&mut desk, of(FIRST));
    let comparison = compared(&desk, SECOND);
    assert_eq!(comparison.count(), [1, 1, 1]);
    let states: Vec<LineState> = comparison.lines.iter().map(|line| line.state()).collect();
    assert_eq!(states, [LineState::New, LineState::Same, LineState::Changed]);
    let gone: Vec<(Id, bool)> = comparison.gone.iter().map(|g| (g.route, g.removed)).collect();
    assert_eq!(gone, [(id(&desk, "Lønfil"), false)]);
    assert_eq!(comparison.changed_fields().len(), 2);
}

#[test]
fn what_is_taken_of_it_is_merged_and_the_rest_is_left() {
    let mut desk = desk();
    take_in(&mut desk, of(FIRST));
    let list = understand(&desk, of(SECOND));
    let mut comparison = list.compare(&desk);
    comparison.take_changes(false, |change| change.field == RouteField::Name);
    let written = bring_in(&mut desk, &list, &comparison);
    assert_eq!(names(&desk), ["Adresser", "Opslag", "Lønfil", "Nyhed"]);
    assert_eq!(routes(&desk)[1].1.old.active, Some(false));
    // Gone only by choice, and all of it is undone in one.
    let mut comparison = list.compare(&desk);
    comparison.take_new(false);
    comparison.take_changes(true, |_| true);
    comparison.gone[0].removed = true;
    let again = bring_in(&mut desk, &list, &comparison);
    assert_eq!(names(&desk), ["Adresser", "Opslag, nye", "Nyhed"]);
    for group in [again, written] {
        let (changes, left) = desk.file.undo(&group);
        assert!(left.is_empty(), "{left:?}");
        desk.file.write(&mut desk.pen, desk.now, changes);
    }
    assert_eq!(names(&desk), ["Adresser", "Opslag", "Lønfil"]);
}

#[test]
fn decisions_are_kept_unless_the_list_has_others_and_the_user_wants_them() {
    let mut desk = desk();
    take_in(&mut desk, of(FIRST));
    let route = id(&desk, "Adresser");
    desk.set(Field::Route(route, RouteField::Handling), Handling::Replace);
    desk.set(Field::Route(route, RouteField::Closer), Closer::OldOperations);
    take_in(&mut desk, of(SECOND));
    let with_decision = "Rute-ID;Handling\nr1;Nedlæg\n";
    let list = understand(&desk, of(with_decision));
    let mut comparison = list.compare(&desk);
    bring_in(&mut desk, &list, &comparison);
    let kept = &desk.file.case().routes[&route];
    assert_eq!(
        (kept.handling, kept.closer),
        (Some(Handling::Replace), Some(Closer::OldOperations))
    );
    assert_eq!(kept.name, "Adresser", "a column that is not there says nothing");
    comparison.take_changes(true, |change| change.is_decision());
    bring_in(&mut desk, &list, &comparison);
    assert_eq!(desk.file.case().routes[&route].handling, Some(Handling::Close));
}

#[test]
fn an_empty_cell_empties_nothing_unless_the_user_wants_it() {
    let mut desk = desk();
    take_in(&mut desk, of(FIRST));
    let list = understand(&desk, of("Rute-ID;Til;Status\nr1;;\n"));
    let mut comparison = list.compare(&desk);
    assert!(comparison.lines[0].changes.iter().all(|change| change.is_emptied()));
    assert_eq!(bring_in(&mut desk, &list, &comparison), []);
    comparison.take_changes(true, |change| change.is_emptied());
    bring_in(&mut desk, &list, &comparison);
    let (_, route) = routes(&desk)[0];
    assert_eq!((route.old.to, route.old.active), (None, None));
}

#[test]
fn without_identities_routes_are_known_by_name_and_parties_in_order() {
    let mut desk = desk();
    take_in(&mut desk, table("same-names.csv"));
    // In another order, and the double only once.
    let text = "Rute;Type;Fra;Til;Myndighed\n\
        Dødsfald;SFTP;Personregister;Ældreplan;Østervang Kommune\n\
        DØDSFALD;SFTP;Personregister;Ældreplan;Sønderhav Kommune\n\
        Dødsfald;SFTP;Personregister;Ældreplan;Nordby Kommune\n";
    let comparison = compared(&desk, text);
    let all = routes(&desk);
    let ids: Vec<Option<Id>> = comparison.lines.iter().map(|line| line.route).collect();
    assert_eq!(ids, [Some(all[2].0), Some(all[1].0), Some(all[0].0)]);
    let gone: Vec<Id> = comparison.gone.iter().map(|gone| gone.route).collect();
    assert_eq!(gone, [all[3].0]);
}

#[test]
fn a_changed_fact_is_no_new_route_where_the_name_leaves_no_doubt() {
    let mut desk = desk();
    take_in(&mut desk, of("Rute;Fra;Til\nA;X;Y\nB;X;Y\nB;X;Z\n"));
    let comparison = compared(&desk, "Rute;Fra;Til\nA;X;W\nB;X;W\nC;X;Y\n");
    // Which of the two called B is meant nobody knows; one called C is another than A.
    assert_eq!(matched(&desk, &comparison), [Some("A".to_owned()), None, None]);
}

#[test]
fn two_identities_on_sp_are_two_routes_whatever_they_are_called() {
    let mut desk = desk();
    take_in(&mut desk, of("Rute-ID;Rute;Fra;Til\nr1;A;X;Y\n;B;X;Y\n"));
    let comparison = compared(&desk, "Rute-ID;Rute;Fra;Til\nr2;A;X;Y\nr3;B;X;Y\n");
    // B had none yet and gets one.
    assert_eq!(matched(&desk, &comparison), [None, Some("B".to_owned())]);
    let fields: Vec<RouteField> = comparison.lines[1].changes.iter().map(|c| c.field).collect();
    assert_eq!(fields, [RouteField::Reference]);
}

#[test]
fn routes_of_the_municipality_s_own_plans_are_not_gone() {
    let mut desk = desk();
    take_in(&mut desk, of(FIRST));
    desk.add_route("Ny: kørelister");
    assert_eq!(compared(&desk, FIRST).gone, []);
}

#[test]
fn a_removed_route_is_new_again() {
    let mut desk = desk();
    take_in(&mut desk, of(FIRST));
    let route = id(&desk, "Opslag");
    desk.set(Field::Exists(EntityKind::Route, route), false);
    assert_eq!(compared(&desk, FIRST).count(), [1, 0, 2]);
}
