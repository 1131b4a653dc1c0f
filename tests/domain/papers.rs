//! What stands on the two checklists in words: what a person at the meeting reads and fills in.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::documents::*;
use udskift_it_system::domain::exchange::print_name;
use udskift_it_system::domain::process::{Activity, Role};
use udskift_it_system::domain::time::LocalTime;
use udskift_it_system::text::documents::{HandoverPaper, HeadText, RoutePaper};
use udskift_it_system::text::documents::{edges, handover_paper, printed, route_paper};

use super::player::*;

fn clock(millis: i64) -> LocalTime {
    LocalTime::at(millis, 60)
}

fn routes(p: &Player) -> RoutePaper {
    let list = route_checklist(&p.file, &[], &p.guide(), false);
    route_paper(p.file.case(), &list, &clock)
}

fn handovers(p: &Player, role: Option<Role>) -> HandoverPaper {
    let guidance = p.guide();
    let list = handover_checklist(&p.file, &[], &guidance, role, false);
    handover_paper(p.file.case(), &guidance, &list, &clock)
}

#[test]
fn an_open_question_has_a_box_for_every_answer() {
    let mut p = Player::new();
    p.create(EntityKind::Route, |_| Vec::new());
    let paper = routes(&p);
    let sheet = &paper.sheets[0];
    assert!(!sheet.decided);
    assert_eq!(sheet.questions[0].options, ["Erstat", "Etabler", "Nedlæg", "Bevar"]);
    assert!(sheet.questions.iter().all(|q| q.answer.is_none() && q.options.len() >= 2));
    assert!(!paper.summary[0].decided);
}

#[test]
fn what_is_replaced_together_stands_on_each_sheet_of_it() {
    let lines = [Line::replace(SFTP, SFTP), Line::close(SFTP), Line::establish(SFTP), Line::keep()];
    let (mut p, ids) = Player::with_lines(&lines);
    for (id, name) in ids.iter().zip(["R1", "R2", "R3", "R4"]) {
        p.route(*id, RouteField::Name, name);
    }
    p.route(ids[1], RouteField::ReplacedWith, ids[0]);
    p.route(ids[2], RouteField::ReplacedWith, ids[0]);
    let paper = routes(&p);
    let sides = paper.sheets.iter().map(|sheet| sheet.sides.iter());
    let found: Vec<_> = sides
        .map(|mut sides| sides.find(|(label, _)| *label == "Erstattes sammen med"))
        .map(|side| side.map(|(_, text)| text.clone()))
        .collect();
    let expected = [
        Some("R2 (gammel rute) og R3 (ny rute)".to_owned()),
        Some("R1 (gammel og ny rute) og R3 (ny rute)".to_owned()),
        Some("R1 (gammel og ny rute) og R2 (gammel rute)".to_owned()),
        None,
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_answer_says_why() {
    let (p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP.not_party())]);
    let sheet = &routes(&p).sheets[0];
    let found: Vec<_> = sheet.questions.iter().map(|q| (q.question.as_str(), q.answer)).collect();
    let expected = [
        ("Nedlæg rute?", Some("Ja")),
        ("Part i rute? (gammel rute)", Some("Part i rute")),
        ("Etabler rute?", Some("Ja")),
        ("Rutetype", Some("SFTP")),
        ("Part i rute? (ny rute)", Some("Ikke part i rute")),
    ];
    assert_eq!(found, expected);
    let why = &sheet.questions[1].why;
    assert_eq!(
        why,
        "Fordi Forvaltningsansvarlig (nyt) (Nyt A/S) er forvaltningsansvarlig for afsendersystemet \
         Nabo."
    );
}

#[test]
fn the_summary_has_each_order_with_form_orderer_moment_and_signatures() {
    let line = Line::replace(SFTP.not_party(), WEBSERVICE);
    let (mut p, ids) = Player::with_lines(&[line, Line::close(SFTP).closed_by_fg(), Line::keep()]);
    p.signature(ids[0], OrderKind::Close, Some(day(4)));
    p.signature(ids[0], OrderKind::Close, None);
    let orders: Vec<Vec<[String; 5]>> = routes(&p)
        .summary
        .into_iter()
        .map(|row| {
            let cells = row
                .orders
                .into_iter()
                .map(|o| [o.order, o.by.into(), o.delegated.into(), o.moment.into(), o.signatures]);
            cells.collect()
        })
        .collect();
    let after_check = "I servicevinduet efter kontrollen";
    let expected: [Vec<[&str; 5]>; 3] = [
        vec![
            ["Nedlæg, 2.2 pkt. 3", "Nyt system", "Ja", after_check, "1 af 2 mangler"],
            ["Etabler, 2.2 pkt. 7", "Nyt system", "Nej", "Under forberedelsen", "–"],
        ],
        vec![["Nedlæg, pkt. 22", "Gammelt system", "Nej", "Efter omlægningen", "–"]],
        vec![],
    ];
    assert_eq!(
        orders,
        expected.map(|rows| rows.into_iter().map(|r| r.map(String::from)).collect::<Vec<_>>())
    );
}

#[test]
fn a_lacking_signature_gets_a_line_and_a_complete_one_is_told() {
    let (mut p, ids) = Player::with_lines(&[Line::close(SFTP.not_party())]);
    let sheet = |p: &Player| routes(p).sheets.remove(0);
    let signing = sheet(&p).orders[0].signing.clone().unwrap();
    assert_eq!(signing.lines.len(), 2);
    assert!(signing.lines.iter().all(|line| line.name.is_empty() && line.signed.is_none()));
    assert_eq!(
        signing.candidates.unwrap(),
        "Afklar underskriver. Det kan være Tredje A/S, Gammelt A/S eller Ny Kommune."
    );
    p.signature(ids[0], OrderKind::Close, Some(day(4)));
    let sheet = sheet(&p);
    assert_eq!(sheet.orders[0].signing, None);
    let told =
        "Delegering af nedlægning af gammel rute er underskrevet af Underskriver, 4.11.2026.";
    assert!(sheet.remarks.iter().any(|remark| remark == told), "{:?}", sheet.remarks);
}

#[test]
fn what_both_orders_wait_for_is_said_once() {
    let (p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    let remarks = &routes(&p).sheets[0].remarks;
    assert_eq!(
        *remarks,
        ["Begge bestillinger venter på 2.2 pkt. 1 Bestil ydelse i Digitaliseringskataloget \
          (Forvaltningsansvarlig (nyt))."]
    );
}

#[test]
fn the_findings_of_a_route_do_not_repeat_its_name() {
    let mut p = Player::new();
    p.create(EntityKind::Route, |id| {
        vec![
            (Field::Route(id, RouteField::Name), "SP-7".into()),
            (Field::Route(id, RouteField::Handling), Handling::Close.into()),
        ]
    });
    let findings = &routes(&p).sheets[0].findings;
    assert!(!findings.is_empty());
    assert!(findings.iter().all(|text| !text.contains("SP-7")), "{findings:?}");
}

#[test]
fn a_role_reads_what_it_hands_over_before_what_it_receives() {
    let p = Player::new();
    let headings = |role| -> Vec<_> {
        handovers(&p, role).sections.iter().map(|section| section.heading).collect()
    };
    assert_eq!(headings(Some(Role::SystemManager)), ["Du afleverer", "Du modtager"]);
    assert_eq!(headings(Some(Role::SystemOwner)), ["Du afleverer"]);
    assert_eq!(headings(None), ["Overleveringer i rækkefølge"]);
    let paper = handovers(&p, Some(Role::SystemOwner));
    assert_eq!(paper.head.facts[0], ("For", "Systemejer".to_owned()));
}

#[test]
fn a_handover_made_is_filled_in_and_one_to_come_has_empty_boxes() {
    let mut p = Player::new();
    p.does(Activity::Start, CASE);
    let paper = handovers(&p, None);
    let [decision, prepare] = [&paper.sections[0].rows[0], &paper.sections[0].rows[1]];
    assert_eq!((decision.sent.done, decision.sent.date.as_str()), (true, "1.1.1970"));
    assert!(!decision.received.done);
    assert_eq!(
        (prepare.sent.done, prepare.sent.date.as_str(), prepare.ready),
        (false, "", "Klar nu")
    );
    let all = paper.sections[0].rows.len();
    let totals = format!("{all} overleveringer: 0 modtaget, 1 afsendt, 2 klar nu,");
    assert!(paper.totals.starts_with(&totals), "{}", paper.totals);
}

#[test]
fn a_long_list_of_routes_is_printed_once_and_referred_to_after() {
    let (mut p, ids) = Player::with_lines(&[Line::close(SFTP); 12]);
    for (number, id) in ids.iter().enumerate() {
        p.route(*id, RouteField::Name, format!("SP-{number} Lønoplysninger").as_str());
    }
    let facts = |paper: &HandoverPaper, name: &str| -> String {
        let mut rows = paper.sections.iter().flat_map(|section| &section.rows);
        rows.find(|row| row.name == name).unwrap().facts.join("\n")
    };
    let (first, second) =
        ("Liste over eksisterende ruter", "Liste over eksisterende ruter, videresendt");
    let paper = handovers(&p, None);
    let label = "Eksisterende ruter i overblikket (12 ruter)";
    assert!(facts(&paper, first).contains(&format!("{label}: SP-0 Lønoplysninger, SP-1 ")));
    let refers = format!("{label}: se »Liste over eksisterende ruter« (pkt. 6)");
    assert!(facts(&paper, second).ends_with(&refers), "{}", facts(&paper, second));
    // Who gets the second alone gets it in full.
    let alone = handovers(&p, Some(Role::SystemManager));
    assert!(facts(&alone, second).contains("SP-0 Lønoplysninger"), "{}", facts(&alone, second));
    // What is short is said where it belongs.
    let systems = "Gammelt it-system: ";
    assert!([first, second].iter().all(|name| facts(&paper, name).starts_with(systems)));
}

#[test]
fn what_does_not_apply_says_why() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    p.until_overview();
    let skipped = handovers(&p, None).not_applicable;
    let why = |name: &str| skipped.iter().find(|(it, _)| it == name).map(|(_, why)| why.as_str());
    assert!(why("Behov for serviceaftaler").is_some_and(|why| why.contains("SFTP")), "{skipped:?}");
    assert_eq!(
        why("Kvitteringer for opsatte ruter (forsøg 1)"),
        Some("»Implicitte ruter?« er besvaret med nej.")
    );
}

#[test]
fn the_head_warns_of_the_example_and_of_conflicts() {
    let mut p = Player::new();
    assert!(routes(&p).head.warnings.is_empty());
    p.set(Field::Case(CaseField::Example), true);
    assert_eq!(routes(&p).head.warnings.len(), 1);
    assert_eq!(routes(&p).head.case, "Sag uden navn");
}

#[test]
fn no_title_can_break_out_of_the_edge_of_the_page() {
    let case = "A\"; } @page { content: \"\\22\n</style>\u{7}".to_owned();
    let head = HeadText { document: "Liste", case, ..HeadText::default() };
    for (_, css) in edges(&head, "Udskrevet \"nu\"") {
        let inner = css.strip_prefix('"').and_then(|css| css.strip_suffix('"')).unwrap();
        assert!(!inner.contains(['"', '\n', '<', '>', '\u{7}']), "{inner}");
        // Each backslash begins an escape of digits, closed by a blank.
        for escape in inner.split('\\').skip(1) {
            let (digits, _) = escape.split_once(' ').unwrap();
            assert!(u32::from_str_radix(digits, 16).is_ok(), "{inner}");
        }
    }
}

#[test]
fn a_long_title_is_cut_at_the_edge_but_not_in_the_head() {
    let case = "Udskiftning ".repeat(30);
    let head = HeadText { document: "Liste", case, ..HeadText::default() };
    let [(_, top_left), ..] = edges(&head, "");
    assert!(top_left.chars().count() < 80, "{top_left}");
    assert!(top_left.contains("… · Liste"), "{top_left}");
}

#[test]
fn the_edge_says_when_and_by_whom_it_was_printed() {
    let mut author = Author::default();
    let now = LocalTime::parse("2026-11-23T14:05").unwrap();
    assert_eq!(printed(now, &author), "Udskrevet 23.11.2026 kl. 14.05");
    author.name = "Mette Holm".into();
    assert_eq!(printed(now, &author), "Udskrevet 23.11.2026 kl. 14.05 af Mette Holm");
}

#[test]
fn a_printed_document_has_a_name_that_every_system_can_save() {
    let day = LocalTime::parse("2026-11-23T14:05").unwrap().day;
    assert_eq!(print_name("Liste", "Alfa/Beta: nyt?", day), "Liste - Alfa Beta nyt - 2026-11-23");
}
