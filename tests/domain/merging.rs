//! A merge seen before it happens is the merge that then happens; copies are compared as they are.

use proptest::prelude::*;
use udskift_it_system::domain::case::{
    CaseFile, EntityKind, Field, Handling, Id, NoVersion, RouteField, Value, Version, Writer,
};
use udskift_it_system::domain::exchange::{Cover, Imported, export, import};
use udskift_it_system::domain::guidance::{FindingKind, Place, guide, route_findings};
use udskift_it_system::domain::merging::{
    Changes, CodeComparison, Dispute, FileComparison, Page, Preview, Previewing, Relation, Seen,
    Since, as_it_was, by_case, changes_since, compare_code, compare_file, history, preview,
    version,
};
use udskift_it_system::domain::process::Process;

use crate::builder::{Desk, NOTE, START, TITLE, author, exchange, exists, route_name, two};
use crate::laws::{play, step};

/// The file as the desk would mail it.
fn mailed(desk: &Desk) -> Imported {
    let by = (*desk.pen.author).clone();
    import(&export(&desk.file, &[], &Cover::new(START, by))).expect("a file")
}

fn seen_at(desk: &Desk, files: &[Imported]) -> Preview {
    let whole = preview(Some((&desk.file, &[])), &desk.pen.author, files).expect("a file");
    // A large one is worked out a piece at a time.
    for most in [1, 3] {
        let mut pieces = Previewing::start(&desk.file, &[], files).expect("a file");
        while pieces.step((&desk.file, &[]), &desk.pen.author, files, most) {}
        assert_eq!(pieces.finish(&desk.file), whole, "{most} at a time");
    }
    whole
}

fn lines(changes: &Changes) -> Vec<Id> {
    let pages = changes.people.iter().flat_map(|person| &person.pages);
    pages.flat_map(|page| &page.changes).map(|change| change.event).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_preview_is_what_the_merge_then_does(steps in prop::collection::vec(step(), 0..50)) {
        let desks = play(&steps).desks;
        prop_assume!(desks.iter().all(|desk| !desk.file.log().is_empty()));
        let files: Vec<Imported> = desks[1..].iter().map(mailed).collect();
        let seen = seen_at(&desks[0], &files);
        let of_this_case = files.iter().filter(|file| file.case == seen.case);
        let mut merged = desks[0].file.clone();
        let mut added = Vec::new();
        for file in of_this_case {
            added.extend(merged.merge(file.events.clone()).added);
        }
        prop_assert_eq!(&seen.after, &merged);
        prop_assert_eq!(&seen.merged.added, &added);
        prop_assert_eq!(seen.news.events, added.len());
        let foretold: Vec<Field> = seen.disputes.iter().map(|it| it.dispute.field).collect();
        prop_assert_eq!(foretold, merged.conflicts().map(|c| c.field).collect::<Vec<_>>());
        for dispute in &seen.disputes {
            prop_assert!(dispute.dispute.choices.len() > 1);
            prop_assert_eq!(dispute.is_new, !desks[0].file.is_in_conflict(dispute.dispute.field));
        }
        // Each line is a new event that stands, and none is told twice.
        let mut told = lines(&seen.news);
        prop_assert_eq!(told.len(), seen.news.lines);
        for id in &told {
            let event = merged.log().get(*id).expect("an event");
            prop_assert!(added.contains(id));
            prop_assert!(merged.log().heads(event.field).iter().any(|head| head.id == *id));
        }
        told.sort_unstable();
        told.dedup();
        prop_assert_eq!(told.len(), seen.news.lines);
    }

    #[test]
    fn what_was_seen_is_read_back(steps in prop::collection::vec(step(), 0..40), gap in 0..40usize) {
        let desk = play(&steps).desks.swap_remove(0);
        let ids: Vec<Id> = desk.file.log().events().map(|event| event.id).collect();
        let known: Vec<Id> = ids.iter().enumerate().filter(|(at, _)| *at != gap).map(|(_, id)| *id).collect();
        let seen = Seen::of_ids(known.iter().copied());
        prop_assert_eq!(seen.to_string().parse(), Ok(seen.clone()));
        let json = serde_json::to_string(&seen).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Seen>(&json).expect("seen"), seen.clone());
        prop_assert_eq!(seen.len(), known.len() as u64);
        for id in ids {
            prop_assert_eq!(seen.contains(id), known.contains(&id));
        }
    }

    #[test]
    fn an_earlier_state_of_mine_is_known_by_its_code(
        steps in prop::collection::vec(step(), 1..40), back in any::<prop::sample::Index>()
    ) {
        let desk = play(&steps).desks.swap_remove(0);
        prop_assume!(!desk.file.log().is_empty());
        let all = history(&desk.file);
        let at = back.index(all.len());
        let then = as_it_was(&desk.file, all[at].id).expect("an event of the case");
        prop_assert_eq!(then.log().len(), all.len() - at);
        let code = version(&then, &[]);
        let told = compare_code(&desk.file, &[], code, &[Seen::of(&then, &[])]);
        let expected =
            if at == 0 { CodeComparison::Same } else { CodeComparison::Newer { ahead: at } };
        prop_assert_eq!(told, expected);
    }

    #[test]
    fn a_merge_taken_back_leaves_what_stood_before(steps in prop::collection::vec(step(), 0..50)) {
        let mut desks = play(&steps).desks;
        let other = desks.remove(1);
        let mut desk = desks.remove(0);
        let before = desk.file.clone();
        let added = desk.file.merge(other.file.log().events().cloned()).added;
        let (changes, left) = desk.file.undo_merge(&added);
        desk.now += 1_000_000;
        desk.file.write(&mut desk.pen, desk.now, changes);
        let left: Vec<Field> = left.iter().map(|it| it.field).collect();
        for field in before.log().fields().filter(|field| !left.contains(field)) {
            // A removal that was in dispute hides nothing; one that stands takes its fields along.
            if field.entity().is_some_and(|id| left.contains(&exists(id))) { continue; }
            let stood = before.log().standing(field).map(|event| &event.value);
            let stands = desk.file.log().standing(field).map(|event| &event.value);
            prop_assert_eq!(stands, stood, "{}", field);
            prop_assert!(!desk.file.is_in_conflict(field) || before.is_in_conflict(field), "{}", field);
        }
    }
}

#[test]
fn each_file_says_what_it_is_to_the_case_here() {
    let (mut anna, mut bo) = two();
    let (old_of_anna, same) = (mailed(&anna), mailed(&bo));
    assert_eq!(seen_at(&anna, &[same]).files[0].relation, Relation::SameVersion);
    anna.set(NOTE, "Møde torsdag");
    let old_of_bo = mailed(&bo);
    bo.set(TITLE, "Alfa til Gamma");
    let mut other = Desk::new(5, "Eva");
    other.set(TITLE, "En anden sag");
    let files = [old_of_anna, old_of_bo, mailed(&bo), mailed(&other)];
    let seen = seen_at(&anna, &files);
    let relations: Vec<Relation> = seen.files.iter().map(|file| file.relation).collect();
    assert_eq!(
        relations,
        [
            Relation::OlderOfMine { lacks: 1 },
            Relation::AlreadyMerged { lacks: 1 },
            Relation::News { new: 1, lacks: 1 },
            Relation::OtherCase,
        ]
    );
    assert_eq!(seen.after.case().title, "Alfa til Gamma");
    assert_eq!((seen.mine.lines, seen.news.lines), (1, 1));
    assert!(seen.files.iter().all(|file| file.is_as_exported == Some(true)));
    let first = preview(None, &author("Anna"), &files[..1]).expect("a file");
    assert_eq!(first.files[0].relation, Relation::NewCase);
    let sizes: Vec<usize> = by_case(files.to_vec()).iter().map(|(_, files)| files.len()).collect();
    assert_eq!(sizes, [3, 1]);
    assert!(preview(None, &author("Anna"), &[]).is_none());
}

#[test]
fn a_file_changed_by_hand_does_not_fit_its_code() {
    let (mut anna, _) = two();
    anna.set(NOTE, "Møde torsdag");
    let text = export(&anna.file, &[], &Cover::new(START, author("Anna")));
    let cut: Vec<&str> = text.lines().filter(|line| !line.contains("case/note")).collect();
    let cut = cut.join("\n").replace("},\n]", "}\n]");
    let file = import(&cut).expect("still a file");
    assert_eq!(seen_at(&anna, &[file]).files[0].is_as_exported, Some(false));
}

#[test]
fn a_reader_is_told_one_line_per_field_and_per_thing_added() {
    let (anna, mut bo) = two();
    for title in ["Alfa til Gamma", "Alfa til Delta"] {
        bo.set(TITLE, title);
    }
    let route = bo.add_route("Rute 1");
    bo.set(Field::Route(route, RouteField::Handling), Handling::Replace);
    bo.set(NOTE, "Slettes igen");
    bo.set(NOTE, "");
    let gone = bo.add_route("Rute 2");
    bo.set(exists(gone), false);
    let seen = seen_at(&anna, &[mailed(&bo)]);
    let pages = &seen.news.people[0].pages;
    let told: Vec<(Page, Option<Id>, usize)> =
        pages.iter().map(|p| (p.page, p.route, p.changes[0].events)).collect();
    assert_eq!(told, [(Page::Facts, None, 2), (Page::Routes, Some(route), 3)]);
    assert_eq!((seen.news.people.len(), seen.news.lines), (1, 2));
    assert_eq!(seen.news.unchanged, 3, "the note, and the route that came and went, with its name");
}

#[test]
fn people_are_told_apart_and_a_route_is_a_place_of_its_own() {
    let (mut anna, mut bo) = two();
    let route = anna.add_route("Rute 1");
    exchange(&mut anna, &mut bo);
    let mut carl = Desk::new(3, "Carl");
    carl.receive(&bo);
    bo.set(Field::Route(route, RouteField::Handling), Handling::Close);
    carl.set(route_name(route), "Rute 1 b");
    carl.set(NOTE, "Ring");
    let seen = seen_at(&anna, &[mailed(&bo), mailed(&carl)]);
    let told: Vec<(&str, usize)> =
        seen.news.people.iter().map(|p| (p.who.name.as_str(), p.pages.len())).collect();
    assert_eq!(told.len(), 2);
    assert!(told.contains(&("Bo", 1)) && told.contains(&("Carl", 2)), "{told:?}");
}

#[test]
fn ten_thousand_routes_are_told_one_line_each() {
    let (anna, mut bo) = two();
    let at = bo.now;
    for number in 0..10_000 {
        let facts = |id| {
            vec![
                (route_name(id), Value::from(format!("R{number}").as_str())),
                (Field::Route(id, RouteField::Handling), Handling::Replace.into()),
            ]
        };
        bo.file.create(&mut bo.pen, at, EntityKind::Route, facts);
    }
    let file = mailed(&bo);
    let seen = seen_at(&anna, &[file]);
    assert_eq!((seen.news.lines, seen.news.events), (10_000, 30_000));
}

#[test]
fn a_conflict_has_both_sides_and_a_third_value_settles_it() {
    let (mut anna, mut bo) = two();
    anna.set(TITLE, "Alfa til Gamma");
    bo.set(TITLE, "Alfa til Delta");
    let seen = seen_at(&anna, &[mailed(&bo)]);
    assert_eq!(seen.new_disputes(), 1);
    let dispute: &Dispute = &seen.disputes[0].dispute;
    let values: Vec<&Value> = dispute.choices.iter().map(|choice| &choice.value).collect();
    assert_eq!(values, [&"Alfa til Delta".into(), &"Alfa til Gamma".into()]);
    anna.receive(&bo);
    let guidance = guide(&Process::UDSKIFT_IT_SYSTEM, anna.file.case());
    let findings: Vec<Place> = guidance
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::Conflict)
        .map(|finding| finding.place)
        .collect();
    assert_eq!(findings, [Place::Field(TITLE)]);
    anna.set(TITLE, "Noget tredje");
    assert_eq!(anna.conflicts(), 0);
    let seen = seen_at(&bo, &[mailed(&anna)]);
    assert_eq!((seen.disputes.len(), seen.after.case().title.as_str()), (0, "Noget tredje"));
    let guidance = guide(&Process::UDSKIFT_IT_SYSTEM, anna.file.case());
    assert!(guidance.findings.iter().all(|finding| finding.kind != FindingKind::Conflict));
}

#[test]
fn a_merge_that_settles_a_conflict_says_so() {
    let (mut anna, mut bo) = two();
    anna.set(TITLE, "Alfa til Gamma");
    bo.set(TITLE, "Alfa til Delta");
    exchange(&mut anna, &mut bo);
    bo.set(TITLE, "Alfa til Gamma");
    assert_eq!(seen_at(&anna, &[mailed(&bo)]).settled, [TITLE]);
}

#[test]
fn removing_against_editing_is_a_choice_between_keeping_and_removing() {
    let (mut anna, mut bo) = two();
    let route = anna.add_route("Rute 1");
    exchange(&mut anna, &mut bo);
    anna.set(exists(route), false);
    bo.set(route_name(route), "Rute 1 b");
    bo.set(Field::Route(route, RouteField::Handling), Handling::Close);
    let seen = seen_at(&anna, &[mailed(&bo)]);
    let choices = &seen.disputes[0].dispute.choices;
    let told: Vec<(&Value, usize)> = choices.iter().map(|c| (&c.value, c.events.len())).collect();
    assert_eq!(told, [(&Value::Flag(false), 1), (&Value::Flag(true), 2)]);
    anna.receive(&bo);
    let guidance = guide(&Process::UDSKIFT_IT_SYSTEM, anna.file.case());
    let of_route = route_findings(&guidance, route);
    assert!(of_route.iter().any(|finding| finding.kind == FindingKind::Conflict));
}

#[test]
fn two_who_settle_a_removal_alike_make_no_new_conflict() {
    for here in [false, true] {
        let (mut anna, mut bo) = two();
        let route = anna.add_route("Rute 1");
        exchange(&mut anna, &mut bo);
        anna.set(exists(route), false);
        bo.set(route_name(route), "Rute 1 b");
        exchange(&mut anna, &mut bo);
        anna.set(exists(route), here);
        bo.set(exists(route), here);
        exchange(&mut anna, &mut bo);
        assert_eq!((anna.conflicts(), bo.conflicts()), (0, 0));
        assert_eq!(anna.file.case().list_routes().len(), usize::from(here));
    }
}

#[test]
fn changes_since_an_export_a_file_and_a_moment_are_the_same_changes() {
    let (mut anna, mut bo) = two();
    let (seen, file, moment) = (Seen::of(&anna.file, &[]), mailed(&anna), START + 30_000);
    // Bo's computer keeps the same time.
    (anna.now, bo.now) = (START + 40_000, START + 40_000);
    anna.set(NOTE, "Møde torsdag");
    bo.set(TITLE, "Alfa til Gamma");
    anna.receive(&bo);
    let since = changes_since(&anna.file, Since::Seen(&seen));
    assert_eq!((since.lines, since.people.len()), (2, 2));
    assert_eq!(changes_since(&anna.file, Since::File(&file)), since);
    assert_eq!(changes_since(&anna.file, Since::Moment(moment)), since);
    let now = Seen::of(&anna.file, &[]);
    assert!(changes_since(&anna.file, Since::Seen(&now)).is_empty());
}

#[test]
fn a_set_with_missing_numbers_is_written_with_them() {
    let writer = Writer::new(1);
    let seen = Seen::of_ids([1, 2, 3, 5].map(|seq| writer.id(seq)));
    assert_eq!(seen.to_string(), "00000001:1-3,5-5");
    assert_eq!(Seen::of_ids([1, 2].map(|seq| writer.id(seq))).to_string(), "00000001:2");
    for text in ["x", "00000001", "00000001:", "00000001:3-1", "00000001:1-4,2-5", "nope:3"] {
        assert!(text.parse::<Seen>().is_err(), "{text}");
    }
    let claims: Seen = "00000001:4294967295".parse().expect("a claim of billions");
    let (anna, _) = two();
    let code = Version::parse("0000-0000").expect("a code");
    assert_eq!(compare_code(&anna.file, &[], code, &[claims]), CodeComparison::Unknown);
}

#[test]
fn a_code_tells_what_it_can_and_a_file_tells_all() {
    let (mut anna, mut bo) = two();
    let compare = |here: &Desk, there: &Desk| {
        let code = version(&there.file, &[]);
        let by_code = compare_code(&here.file, &[], code, &[]);
        (by_code, compare_file(&here.file, &[], &mailed(there)))
    };
    assert_eq!(compare(&anna, &bo), (CodeComparison::Same, FileComparison::Same));
    anna.set(NOTE, "Møde torsdag");
    assert_eq!(
        compare(&anna, &bo),
        (CodeComparison::Newer { ahead: 1 }, FileComparison::Newer { ahead: 1 })
    );
    assert_eq!(compare(&bo, &anna), (CodeComparison::Unknown, FileComparison::Older { behind: 1 }));
    bo.set(TITLE, "Alfa til Gamma");
    let apart = FileComparison::Apart { ahead: 1, behind: 1 };
    assert_eq!(compare(&anna, &bo), (CodeComparison::Unknown, apart));
    // Merged since: what Bo has is what Anna has but for her latest.
    anna.receive(&bo);
    assert_eq!(compare(&anna, &bo).0, CodeComparison::Newer { ahead: 1 });
}

#[test]
fn a_code_is_read_as_people_type_it() {
    let (anna, _) = two();
    let code = version(&anna.file, &[]);
    let text = code.to_string();
    let typed = text.to_uppercase().replace('0', "O").replace('1', "l");
    for typed in [typed.clone(), typed.replace('-', " "), format!(" {} ", typed.replace('-', ""))] {
        assert_eq!(Version::parse(&typed), Ok(code), "{typed}");
    }
    assert_eq!(Version::parse("7k2m-9qx"), Err(NoVersion::Length(7)));
    assert_eq!(Version::parse(""), Err(NoVersion::Length(0)));
    assert_eq!(Version::parse("7k2m-9qxu"), Err(NoVersion::Letter('U')));
    assert_eq!(Version::parse("7k2m-9qxå"), Err(NoVersion::Letter('å')));
}

#[test]
fn a_preview_of_nothing_here_is_the_whole_case() {
    let (anna, _) = two();
    let seen = preview(None, &author("Bo"), &[mailed(&anna)]).expect("a file");
    assert_eq!(seen.after, CaseFile::from_events(anna.file.log().events().cloned()).0);
    assert!(!seen.is_nothing_new());
}
