//! A site's rules of who signs: files under `tests/fixtures/rules`, what is told of them, what they ask of an order.

use std::fs;
use std::path::PathBuf;

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::signers::{RuleErrorKind as Kind, *};
use udskift_it_system::text;

use super::player::*;

fn fixture(name: &str) -> RuleFile {
    let root: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", "rules"].iter().collect();
    read_rules(&fs::read(root.join(name).with_extension("json")).expect(name))
}

fn part(part: SignerPart) -> Signer {
    Signer::Part(part)
}

/// A rule for these orders.
fn rule(number: usize, order: Option<OrderKind>, signers: &[Signer]) -> Rule {
    let name = format!("Regel nr. {number}");
    Rule { number, name, order, signers: signers.to_vec(), ..Rule::default() }
}

fn under(p: &mut Player, rules: &[Rule]) {
    p.file.require_signers(rules.into());
}

/// The organisations on the sheets, each with how many orders.
fn sheets(p: &Player) -> Vec<(SheetSigner, usize)> {
    let list = signature_list(p.file.case(), &p.guide());
    list.sheets.into_iter().map(|(signer, rows)| (signer, rows.len())).collect()
}

fn why(p: &Player) -> Vec<Why> {
    signature_list(p.file.case(), &p.guide()).unclear.iter().map(|row| row.why).collect()
}

const CLOSE: Option<OrderKind> = Some(OrderKind::Close);
const ESTABLISH: Option<OrderKind> = Some(OrderKind::Establish);

#[test]
fn a_file_is_read_with_every_field_and_written_as_it_was_read() {
    assert_eq!(fixture("valid/empty"), RuleFile::default());
    let file = fixture("valid/every-field");
    assert_eq!(file.errors, []);
    let [first, second] = &*file.rules else { panic!("two rules") };
    assert_eq!((first.number, first.name.as_str()), (1, "Nedlæg, gammelt system kalder"));
    assert_eq!((first.order, first.kind), (CLOSE, Some(RouteType::Webservice)));
    assert_eq!(first.end, Some(NewEnd::From));
    let named = Signer::Organisation("Ny Kommune".to_owned());
    let signers = [part(SignerPart::FromOperator), part(SignerPart::ToOperator), named];
    assert_eq!(first.signers, signers);
    assert_eq!(first.source, "Tabel 2, række 1");
    assert_eq!((second.order, second.kind, second.end), (ESTABLISH, None, None));
    assert_eq!(read_rules(write_rules(&file.rules).as_bytes()), file);
    assert_eq!(read_rules(write_rules(&[]).as_bytes()), RuleFile::default());
}

#[test]
fn a_file_that_is_none_holds_no_rules_and_says_why() {
    let of_file = |name: &str, field, kind| {
        let file = fixture(name);
        assert_eq!(file.errors, [RuleError { rule: None, field, kind }], "{name}");
        assert!(file.rules.is_empty(), "{name}");
    };
    of_file("invalid/not-json", None, Kind::NotJson { line: 4, column: 29 });
    of_file("invalid/another-file", Some(RuleField::Format), Kind::NotARuleFile);
    of_file("invalid/newer-version", Some(RuleField::Version), Kind::NewerVersion);
    of_file("invalid/without-rules", Some(RuleField::Rules), Kind::Missing);
    of_file("invalid/rules-no-list", Some(RuleField::Rules), Kind::NotAList);
    of_file("invalid/unknown-key-at-the-top", None, Kind::UnknownKey("regler".to_owned()));
    let large = vec![b' '; MOST_BYTES + 1];
    assert_eq!(read_rules(&large).errors[0].kind, Kind::TooLarge);
    let deep = "[".repeat(100_000);
    assert!(matches!(read_rules(deep.as_bytes()).errors[0].kind, Kind::NotJson { .. }));
}

#[test]
fn every_mistake_names_its_rule_and_field_and_the_good_rules_are_read() {
    let file = fixture("invalid/mistakes");
    let told: Vec<(usize, &str, Option<&str>, &Kind)> = (file.errors.iter())
        .map(|error| {
            let (number, name) = error.rule.as_ref().expect("about a rule");
            (*number, name.as_str(), error.field.map(RuleField::code), &error.kind)
        })
        .collect();
    let expected = [
        (2, "Bestilling", Some("order"), Kind::NotOneOf(&["close", "establish"])),
        (3, "Type", Some("type"), Kind::NotOneOf(&["webservice", "sftp"])),
        (4, "Ende", Some("newSystem"), Kind::NotOneOf(&["from", "to", "neither"])),
        (5, "Ingen", Some("signers"), Kind::NoSigners),
        (6, "Mangler", Some("signers"), Kind::Missing),
        (7, "Forkert", Some("signers"), Kind::NotASigner("\"chefen\"".to_owned())),
        (
            8,
            "Tom organisation",
            Some("signers"),
            Kind::NotASigner("{\"organisation\":\" \"}".to_owned()),
        ),
        (9, "", Some("name"), Kind::Missing),
        (10, "", Some("name"), Kind::NotText),
        (11, "Stavefejl", None, Kind::UnknownKey("ordre".to_owned())),
        (12, "Part", Some("party"), Kind::NeverDelegated),
        (13, "Flag", Some("party"), Kind::NotAFlag),
        (14, "", None, Kind::NotAnObject),
        (15, "To fejl", Some("order"), Kind::NotOneOf(&["close", "establish"])),
        (15, "To fejl", Some("type"), Kind::NotOneOf(&["webservice", "sftp"])),
        (15, "To fejl", Some("signers"), Kind::NotAList),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(number, name, field, kind)| (*number, *name, *field, kind)).collect();
    assert_eq!(told, expected);
    assert_eq!(file.rules.iter().map(|rule| rule.number).collect::<Vec<_>>(), [1]);
}

#[test]
fn every_error_reads_as_a_sentence_that_names_rule_and_field() {
    let texts: Vec<String> =
        fixture("invalid/mistakes").errors.iter().map(text::signer_rules::error_text).collect();
    assert_eq!(
        texts[0],
        "Regel 2 »Bestilling«, feltet »Bestilling« (order): skal være »close« eller »establish«."
    );
    for (text, error) in texts.iter().zip(fixture("invalid/mistakes").errors) {
        assert!(text.starts_with(&format!("Regel {}", error.rule.unwrap().0)), "{text}");
        if let Some(field) = error.field {
            assert!(text.contains(&format!("({})", field.code())), "{text}");
        }
        assert!(text.ends_with('.'), "{text}");
    }
    let not_json = text::signer_rules::error_text(&fixture("invalid/not-json").errors[0]);
    assert!(not_json.contains("linje 4"), "{not_json}");
}

#[test]
fn a_rule_fills_in_its_signers_and_they_are_lacking_until_they_have_signed() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP.not_party())]);
    assert_eq!(p.order(routes[0], OrderKind::Close).signing, Signing::Unclear);
    assert_eq!(why(&p), [Why::NoRules]);
    let signers = [part(SignerPart::FromOperator), part(SignerPart::Manager)];
    under(&mut p, &[rule(1, CLOSE, &signers)]);
    assert_eq!(p.order(routes[0], OrderKind::Close).signing, Signing::Lacking(2));
    let both = [p.involved, p.municipality].map(|id| (SheetSigner::Organisation(id), 1));
    assert_eq!(sheets(&p), both);

    // One signs, of the two.
    let signature = p.signature(routes[0], OrderKind::Close, Some(day(3)));
    let organisation = RouteField::Signature(signature, SignatureField::Organisation);
    p.route(routes[0], organisation, p.involved);
    assert_eq!(p.order(routes[0], OrderKind::Close).signing, Signing::Lacking(1));
    assert_eq!(sheets(&p), both, "who has signed stays on the sheet");
    let signature = p.signature(routes[0], OrderKind::Close, Some(day(4)));
    let organisation = RouteField::Signature(signature, SignatureField::Organisation);
    p.route(routes[0], organisation, p.municipality);
    assert_eq!(p.order(routes[0], OrderKind::Close).signing, Signing::Complete);
    assert_eq!(why(&p), []);
}

#[test]
fn who_signs_twice_by_a_rule_signs_once() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP.not_party())]);
    let signers = [part(SignerPart::FromOperator), part(SignerPart::FromManager)];
    under(&mut p, &[rule(1, None, &signers)]);
    assert_eq!(p.order(routes[0], OrderKind::Close).signing, Signing::Lacking(1));
}

#[test]
fn an_order_that_is_not_delegated_is_under_no_rule() {
    let (mut p, routes) =
        Player::with_lines(&[Line::close(SFTP), Line::close(SFTP).closed_by_fg()]);
    under(&mut p, &[rule(1, None, &[part(SignerPart::Manager)])]);
    for route in routes {
        let order = p.order(route, OrderKind::Close);
        assert_eq!((order.signing, order.ruled.by), (Signing::NotNeeded, Ruling::None));
    }
    assert_eq!(sheets(&p), []);
}

#[test]
fn what_no_rule_is_for_and_what_rules_disagree_on_is_told_and_never_guessed() {
    let lines = [Line::replace(SFTP.not_party(), SFTP.not_party())];
    let (mut p, routes) = Player::with_lines(&lines);
    let manager = [part(SignerPart::Manager)];
    under(&mut p, &[rule(1, ESTABLISH, &manager)]);
    assert_eq!(why(&p), [Why::Uncovered]);
    assert_eq!(p.order(routes[0], OrderKind::Close).signing, Signing::Unclear);

    let other = [part(SignerPart::ToOperator)];
    under(&mut p, &[rule(1, ESTABLISH, &manager), rule(2, None, &other)]);
    assert_eq!(why(&p), [Why::Overlap(0, 1)]);
    assert_eq!(p.order(routes[0], OrderKind::Establish).signing, Signing::Unclear);
    assert_eq!(p.order(routes[0], OrderKind::Close).ruled.by, Ruling::Rule(1));

    // Somebody settles it.
    p.signature(routes[0], OrderKind::Establish, Some(day(3)));
    assert_eq!(p.order(routes[0], OrderKind::Establish).signing, Signing::Complete);
    assert_eq!(why(&p), []);
}

#[test]
fn two_rules_that_ask_the_same_do_not_contradict_each_other() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP.not_party())]);
    let [a, b] = [SignerPart::Manager, SignerPart::ToOperator].map(part);
    let rules = [rule(1, None, &[a.clone(), b.clone()]), rule(2, CLOSE, &[b, a])];
    assert_eq!(overlaps(&rules), []);
    under(&mut p, &rules);
    assert_eq!(p.order(routes[0], OrderKind::Close).ruled.by, Ruling::Rule(0));
}

#[test]
fn each_condition_leaves_out_the_orders_it_is_not_for() {
    let lines = [
        Line::close(SFTP.not_party()),
        Line::close(WEBSERVICE.not_party()),
        Line::establish(SFTP.not_party()),
    ];
    let (mut p, routes) = Player::with_lines(&lines);
    let orders = [OrderKind::Close, OrderKind::Close, OrderKind::Establish];
    let manager = [part(SignerPart::Manager)];
    let mut met = |rule: Rule| {
        under(&mut p, &[rule]);
        let by = |(route, kind)| p.order(route, kind).ruled.by == Ruling::Rule(0);
        routes.iter().copied().zip(orders).map(by).collect::<Vec<bool>>()
    };
    let any = rule(1, None, &manager);
    assert_eq!(met(any.clone()), [true, true, true]);
    assert_eq!(met(Rule { order: CLOSE, ..any.clone() }), [true, true, false]);
    assert_eq!(met(Rule { kind: Some(RouteType::Sftp), ..any.clone() }), [true, false, true]);
    // The old system receives; the new route is between others.
    assert_eq!(met(Rule { end: Some(NewEnd::To), ..any.clone() }), [true, true, false]);
    assert_eq!(met(Rule { end: Some(NewEnd::From), ..any.clone() }), [false, false, false]);
    assert_eq!(met(Rule { end: Some(NewEnd::Neither), ..any }), [false, false, true]);
}

#[test]
fn a_signer_that_the_case_does_not_have_is_lacking_and_told() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP.not_party())]);
    let signers = [Signer::Organisation("KOMBIT".to_owned()), part(SignerPart::ToOperator)];
    under(&mut p, &[rule(1, None, &signers)]);
    assert_eq!(p.order(routes[0], OrderKind::Close).signing, Signing::Lacking(2));
    assert_eq!(why(&p), [Why::Unknown { rule: 0, signer: 0 }]);
    assert!(!why(&p)[0].can_name());
    let kombit = p.organisation("KOMBIT");
    assert_eq!(why(&p), []);
    let both = [kombit, p.old_supplier].map(|id| (SheetSigner::Organisation(id), 1));
    assert_eq!(sheets(&p), both);
}

#[test]
fn overlaps_are_found_where_conditions_meet_and_gaps_where_none_does() {
    let [manager, other] = [SignerPart::Manager, SignerPart::ToOperator].map(part);
    let sftp = Rule { kind: Some(RouteType::Sftp), ..rule(2, None, &[other]) };
    let rules = [rule(1, CLOSE, std::slice::from_ref(&manager)), sftp.clone()];
    let [overlap] = &overlaps(&rules)[..] else { panic!("one overlap") };
    assert_eq!(overlap.rules, [0, 1]);
    assert_eq!((overlap.on.order, overlap.on.kind), (CLOSE, Some(RouteType::Sftp)));
    let [gap] = &gaps(&rules)[..] else { panic!("one gap: {:?}", gaps(&rules)) };
    assert_eq!((gap.order, gap.kind, gap.end), (ESTABLISH, Some(RouteType::Webservice), None));

    let apart = [rule(1, CLOSE, std::slice::from_ref(&manager)), Rule { order: ESTABLISH, ..sftp }];
    assert_eq!(overlaps(&apart), []);
    let to = Rule { end: Some(NewEnd::To), ..rule(1, None, std::slice::from_ref(&manager)) };
    let ends: Vec<_> = gaps(&[to]).into_iter().map(|gap| gap.end).collect();
    assert_eq!(ends, [Some(NewEnd::From), Some(NewEnd::Neither)].repeat(4));
    assert_eq!(gaps(&[rule(1, None, &[manager])]), []);
}

#[test]
fn a_rule_that_names_no_signers_yet_is_for_no_order() {
    let manager = part(SignerPart::Manager);
    let unfinished = rule(1, None, &[]);
    let (p, _) = Player::with_lines(&[Line::close(SFTP.not_party())]);
    let tried = |rules: &[Rule]| try_rules(p.file.case(), &p.guide(), rules);
    assert_eq!(tried(std::slice::from_ref(&unfinished)), [0, 1, 0]);
    assert_eq!(gaps(std::slice::from_ref(&unfinished)), gaps(&[]));
    let beside = [unfinished, rule(2, None, &[manager])];
    assert_eq!((overlaps(&beside), tried(&beside)), (vec![], [1, 0, 0]));
}

#[test]
fn one_sheet_covers_all_that_an_organisation_signs_whoever_does_it() {
    let line = Line::close(SFTP.not_party());
    let (mut p, routes) = Player::with_lines(&[line, line, line]);
    for (route, name) in routes.iter().zip(["Anna", "Bo", ""]) {
        let id = p.signature(*route, OrderKind::Close, None);
        let field = |field| RouteField::Signature(id, field);
        p.route(*route, field(SignatureField::Signer), name);
        if *route != routes[2] {
            p.route(*route, field(SignatureField::Organisation), p.municipality);
        }
    }
    let nobody = SheetSigner::Person(String::new());
    assert_eq!(sheets(&p), [(SheetSigner::Organisation(p.municipality), 2), (nobody, 1)]);
}

#[test]
fn signatures_are_planned_many_at_once_as_one_group_that_is_undone_in_one() {
    let line = Line::close(SFTP.not_party());
    let (mut p, routes) = Player::with_lines(&[line, line]);
    let before = p.file.case().clone();
    let mut batch = Batch::new(p.file.log());
    for route in &routes {
        let id = batch.part();
        let field = |field| Field::Route(*route, RouteField::Signature(id, field));
        batch.set(field(SignatureField::Order), OrderKind::Close);
        batch.set(field(SignatureField::Organisation), p.municipality);
        batch.set(field(SignatureField::Asked), day(2));
    }
    let mut pen = Pen::new(Writer::new(8), Author::default());
    let events = p.file.write_all(&mut pen, 5_000, batch);
    assert_eq!(sheets(&p), [(SheetSigner::Organisation(p.municipality), 2)]);
    assert!(events.iter().all(|event| event.batch == events[0].id.seq));
    for route in p.file.case().routes.values() {
        let ids: Vec<Id> = route.signatures.keys().copied().collect();
        assert!(events.iter().any(|event| [event.id] == ids[..]), "an identity of its own");
    }
    let (changes, left) = p.file.undo(&events);
    assert_eq!(left, []);
    p.file.write(&mut pen, 6_000, changes);
    let lacks = |case: &Case| {
        let of = |route: &Route| route.signatures(OrderKind::Close).count();
        case.routes.values().map(of).sum::<usize>()
    };
    assert_eq!((lacks(&before), lacks(p.file.case())), (0, 0));
}

#[test]
fn what_is_shipped_beside_the_app_is_read_without_errors() {
    let shipped = |name: &str| {
        let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "public", name].iter().collect();
        read_rules(&fs::read(path).expect(name))
    };
    assert_eq!(shipped(FILE_NAME), RuleFile::default(), "no rules of the app's own");
    let example = shipped("underskriver-regler.eksempel.json");
    assert_eq!(example.errors, []);
    assert_eq!(overlaps(&example.rules), []);
    assert_eq!(gaps(&example.rules), []);
}

#[test]
fn the_schema_has_the_words_of_this_version() {
    let path: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "public", "underskriver-regler.schema.json"].iter().collect();
    let text = fs::read_to_string(path).expect("the schema");
    let schema: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let words = |at: &str| -> Vec<String> {
        let list = schema.pointer(at).and_then(|it| it.as_array()).expect(at);
        list.iter().filter_map(|it| it.as_str()).map(str::to_owned).collect()
    };
    assert_eq!(words("/$defs/rule/properties/order/enum"), OrderKind::CODES);
    assert_eq!(words("/$defs/rule/properties/type/enum"), RouteType::CODES);
    assert_eq!(words("/$defs/rule/properties/newSystem/enum"), NewEnd::CODES);
    assert_eq!(words("/$defs/signer/oneOf/0/enum"), SignerPart::CODES);
    let keys = |at: &str| {
        let keys = schema.pointer(at).and_then(|it| it.as_object()).expect(at).keys();
        keys.filter(|key| RuleField::from_code(key).is_some()).count()
    };
    let all = keys("/properties") + keys("/$defs/rule/properties");
    assert_eq!(all, RuleField::ALL.len());
}

#[test]
fn a_signer_that_a_rule_asks_for_is_in_the_plan_the_table_and_on_paper() {
    let (mut p, _) = Player::with_lines(&[Line::close(SFTP.not_party())]);
    under(&mut p, &[rule(1, CLOSE, &[part(SignerPart::FromOperator), part(SignerPart::Manager)])]);
    let (case, guidance) = (p.file.case(), p.guide());
    let plan = execution_plan(case, &guidance);
    let local = |at| udskift_it_system::domain::time::LocalTime::at(at, 0);
    let line = text::execution_plan::plan_line(case, &guidance, &plan.phases[0].orders[0], local);
    assert_eq!(line.signatures, "2 af 2 mangler");
    let table = text::execution_plan::signature_rows(case, &guidance, &plan);
    let organisations: Vec<String> = table[1..].iter().map(|row| row[1].shown()).collect();
    assert_eq!(organisations, ["Tredje A/S", "Ny Kommune"]);

    let list = signature_list(case, &guidance);
    let head = udskift_it_system::domain::documents::Head::of(&p.file, &[]);
    let paper =
        text::documents::signature_paper(case, &guidance, &head, &list, None, false, &local);
    let sheets: Vec<&str> = paper.sheets.iter().map(|sheet| sheet.signer.as_str()).collect();
    assert_eq!(sheets, ["Tredje A/S", "Ny Kommune"]);
    assert_eq!(
        paper.sheets[0].what,
        "Med sin underskrift delegerer Tredje A/S disse bestillinger til Nyt A/S."
    );
    let only = &list.sheets[1].0;
    let one =
        text::documents::signature_paper(case, &guidance, &head, &list, Some(only), true, &local);
    assert_eq!(one.sheets.len(), 1);
}
