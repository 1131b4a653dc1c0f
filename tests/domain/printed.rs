//! Every document in words and order, from built cases of no, five and a hundred routes.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::documents::{Choices, Document, Since};
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Role};
use udskift_it_system::domain::time::LocalTime;
use udskift_it_system::text::documents::paper::{Block, Piece};
use udskift_it_system::text::documents::{Paper, Source, write};

use super::player::*;

fn clock(millis: i64) -> LocalTime {
    LocalTime::at(millis, 0)
}

pub fn paper(p: &Player, document: Document, choices: &Choices) -> Paper {
    let guidance = p.guide();
    let source = Source { file: &p.file, kept: &[], guidance: &guidance, clock: &clock };
    write(&source, document, choices)
}

pub fn plain(p: &Player, document: Document) -> Vec<String> {
    paper(p, document, &Choices::default()).plain()
}

/// A case with so many routes of four kinds, each with a name and an identity on SP.
pub fn case(count: usize) -> (Player, Vec<Id>) {
    let implicit = SFTP.implicit();
    let kinds = [
        Line::replace(implicit, implicit),
        Line::replace(SFTP, SFTP.not_party()),
        Line::establish(WEBSERVICE),
        Line::close(SFTP).closed_by_fg(),
    ];
    let lines: Vec<Line> = kinds.into_iter().cycle().take(count).collect();
    let (mut p, ids) = Player::with_lines(&lines);
    p.set(Field::Case(CaseField::Title), "Gamle til Nye");
    for (place, id) in ids.iter().enumerate() {
        p.route(*id, RouteField::Name, format!("SP-{:03}", place + 1).as_str());
    }
    (p, ids)
}

/// Each of these stands on the paper, after the one before.
pub fn in_order(lines: &[String], wanted: &[&str]) {
    let mut rest = lines.iter();
    for text in wanted {
        let found = rest.any(|line| line.contains(text));
        assert!(found, "»{text}« does not come after what is before it in:\n{}", lines.join("\n"));
    }
}

pub fn lines_with<'a>(lines: &'a [String], text: &str) -> Vec<&'a String> {
    lines.iter().filter(|line| line.contains(text)).collect()
}

#[test]
fn every_document_has_its_name_case_and_version_whatever_the_size() {
    for count in [0, 5, 100] {
        let (p, _) = case(count);
        for document in Document::ALL {
            let paper = paper(&p, *document, &Choices::default());
            assert_eq!(paper.head.case, "Gamle til Nye");
            assert!(paper.head.version.len() >= 8, "{document:?}");
            let needs_routes = matches!(
                document,
                Document::Routes | Document::RouteOverview | Document::Plan | Document::Signatures
            );
            // Of the four kinds only the second is delegated, and nobody is named to sign.
            let is_empty = needs_routes && count == 0 || *document == Document::Signatures;
            assert_eq!(paper.is_empty(), is_empty, "{document:?} of {count}");
        }
    }
}

#[test]
fn no_document_but_what_it_offers_can_be_turned() {
    let (p, _) = case(5);
    let choices = Choices { landscape: true, ..Choices::default() };
    for document in Document::ALL {
        let turned = paper(&p, *document, &choices).landscape;
        assert_eq!(turned, document.offers().landscape, "{document:?}");
    }
}

#[test]
fn the_status_tells_where_whose_what_and_when_in_that_order() {
    let (mut p, ids) = case(5);
    p.route(ids[0], RouteField::Handling, Value::Nothing);
    p.does(Activity::Start, CASE);
    let lines = plain(&p, Document::Status);
    in_order(
        &lines,
        &[
            "# Hvor er vi?",
            "aktiviteter udført",
            "4 af 5 ruter afgjort",
            "# Hvis tur er det?",
            "Systemansvarlig / ____ | Pkt. 1 Giv besked om klargøring",
            "# Det skal vi beslutte (2)",
            "1 | SP-001: Handling / Systemansvarlig | [ ]Erstat [ ]Etabler [ ]Nedlæg [ ]Bevar | Init. ____ / Dato ____",
            "2 | Hvem skriver under på 1 delegeret bestilling? SP-002",
            "3 | ____ | ____ | Init. ____ / Dato ____",
            "# Det skal vi se på",
            "# Ændret siden sagens begyndelse",
            "Markerede Start Beslut, at it-system skal udskiftes udført",
            "# Næste datoer",
            "Servicevindue: ____",
            "Næste møde: ____",
        ],
    );
}

#[test]
fn the_status_of_many_undecided_routes_says_where_the_rest_are() {
    let (mut p, ids) = case(100);
    for id in &ids {
        p.route(*id, RouteField::Handling, Value::Nothing);
    }
    let lines = plain(&p, Document::Status);
    in_order(
        &lines,
        &["# Det skal vi beslutte (100)", "40 | SP-040", "Og 60 beslutninger til om ruter."],
    );
    assert_eq!(lines_with(&lines, "SP-041: Handling").len(), 0);
}

#[test]
fn the_window_is_asked_for_with_lines_to_write_on() {
    let (mut p, _) = case(4);
    p.until_overview();
    p.agrees(p.other);
    p.does(Activity::U13, CASE);
    let agreement = p.file.case().list_agreements()[0].0;
    p.prepares(Some(agreement));
    p.does(Activity::U15, CASE);
    let lines = plain(&p, Document::Status);
    in_order(&lines, &["Hvornår er servicevinduet? (forsøg 1)", "Servicevindue: ____"]);
    assert!(lines.iter().any(|line| line.contains("Begynder: ____ / Slutter: ____")));
    p.window(1, "2026-12-01T20:00", "2026-12-02T04:00");
    let lines = plain(&p, Document::Status);
    in_order(
        &lines,
        &["Servicevinduet begynder: 1.12.2026 kl. 20.00", "slutter: 2.12.2026 kl. 04.00"],
    );
}

#[test]
fn contacts_are_there_only_when_chosen_and_a_missing_one_has_lines() {
    let (mut p, _) = case(5);
    p.create(EntityKind::Person, |id| {
        vec![
            (Field::Person(id, PersonField::Name), "Mette Holm".into()),
            (Field::Person(id, PersonField::Phone), "12 34 56 78".into()),
            (Field::Person(id, PersonField::Role(Role::Helpdesk)), true.into()),
        ]
    });
    for document in Document::ALL.iter().filter(|it| it.offers().contacts) {
        let with = Choices { contacts: true, ..Choices::default() };
        let phone = |choices: &Choices| {
            paper(&p, *document, choices).plain().iter().any(|line| line.contains("12 34 56 78"))
        };
        assert!(phone(&with) && !phone(&Choices::default()), "{document:?}");
        let lines = paper(&p, *document, &with).plain();
        in_order(
            &lines,
            &[
                "# Kontakter",
                "Systemejer | ____ | Ny Kommune | ____ | ____",
                "SP's Helpdesk | Mette Holm | ",
            ],
        );
    }
}

#[test]
fn after_the_meeting_each_decision_has_its_decider_and_time() {
    let (mut p, ids) = case(4);
    let begins = p.file.log().events().map(|event| event.at).max().unwrap() + 1;
    p.route(ids[3], RouteField::Closer, Closer::NewOperations);
    p.does(Activity::Start, CASE);
    let since = Choices { since: Since::Moment(begins), ..Choices::default() };
    let lines = paper(&p, Document::Minutes, &since).plain();
    in_order(
        &lines,
        &[
            "# Besluttet siden 1.1.1970",
            "ruten SP-004 til Forvaltningsansvarlig (nyt) | En bruger uden navn | 1.1.1970 kl.",
            "# Udført",
            "Markerede Start Beslut, at it-system skal udskiftes udført",
            "# Mangler stadig at blive besluttet (1)",
            "Hvem skriver under på 1 delegeret bestilling? SP-002 (Systemansvarlig)",
            "# Næste datoer",
        ],
    );
    assert_eq!(lines_with(&lines, "SP-001").len(), 0);
    let never = Choices { since: Since::Moment(i64::MAX), ..Choices::default() };
    assert!(paper(&p, Document::Minutes, &never).is_empty());
}

#[test]
fn the_record_has_every_event_once_the_oldest_first() {
    let (mut p, _) = case(5);
    p.does(Activity::Start, CASE);
    let lines = plain(&p, Document::History);
    let events = p.file.log().len();
    let rows = lines.iter().filter(|line| line.ends_with("| En bruger uden navn")).count();
    assert_eq!(rows, events);
    in_order(&lines, &["Ny Kommune", "SP-001", "SP-005", "Markerede Start"]);
}

#[test]
fn each_role_begins_a_page_where_that_is_chosen() {
    let (p, _) = case(5);
    let choices = Choices { by_role: true, ..Choices::default() };
    let lines = paper(&p, Document::Handovers, &choices).plain();
    let pages = lines.split(|line| line == "---").collect::<Vec<_>>();
    let heads: Vec<&str> = pages.iter().map(|page| page[0].as_str()).collect();
    assert_eq!(heads.len(), Role::ALL.len());
    assert!(
        heads[0].starts_with("# Systemejer") && heads[4].starts_with("# SP's Helpdesk"),
        "{heads:?}"
    );
}

#[test]
fn a_decision_that_postpones_is_told_with_its_answer() {
    let (mut p, _) = case(1);
    p.until_decision();
    p.answers(Gateway::CarryOut, FIRST, Answer::Postpone);
    let lines = plain(&p, Document::Minutes);
    assert_eq!(lines_with(&lines, "Svarede »Udskyd«").len(), 1, "{lines:?}");
}

#[test]
fn what_is_open_is_a_box_or_a_line_and_never_an_unmarked_gap() {
    let (mut p, ids) = case(5);
    p.route(ids[0], RouteField::Handling, Value::Nothing);
    for document in [Document::Status, Document::RunBook, Document::Plan] {
        let blocks = paper(&p, document, &Choices::default()).blocks;
        let tables = blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let cells = tables.flat_map(|table| &table.groups).flat_map(|group| &group.rows);
        for row in cells.filter(|row| row.look == Default::default()) {
            for cell in &row.cells {
                let empty = cell.lines.iter().all(|line| {
                    line.iter().all(|piece| matches!(piece, Piece::Text(text) if text.is_empty()))
                });
                assert!(!empty, "{document:?}: {row:?}");
            }
        }
    }
}

#[test]
fn the_minutes_of_a_meeting_name_those_who_took_part() {
    let (mut p, ids) = case(4);
    let person = p.create(EntityKind::Person, |id| {
        vec![(Field::Person(id, PersonField::Name), "Mette Holm".into())]
    });
    let started = LocalTime::parse("2026-11-23T10:00");
    p.set(Field::Meeting(1, MeetingField::Started), started);
    p.set(Field::Meeting(1, MeetingField::Present(person)), true);
    p.set(Field::Meeting(1, MeetingField::Others), "To fra KOMBIT");
    p.route(ids[3], RouteField::Closer, Closer::NewOperations);
    let began = p.file.case().meetings[&1].began.clone().unwrap().at;
    let since = Choices { since: Since::Meeting(1, began), ..Choices::default() };
    let lines = paper(&p, Document::Minutes, &since).plain();
    in_order(
        &lines,
        &[
            "Begyndt: 23.11.2026 kl. 10.00",
            "Deltagere: Mette Holm, To fra KOMBIT",
            "# Besluttet siden møde 1 begyndte",
            "SP-004",
        ],
    );
    assert_eq!(lines_with(&lines, "møde 1").len(), 1, "the meeting itself is no decision");
}
