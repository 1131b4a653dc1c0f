//! Headings and columns: what is guessed of lists as they come, and what users' choices do to it.

use udskift_it_system::domain::case::{
    End, OrderField, OrderKind, RouteField, Side, SideField, SystemField,
};
use udskift_it_system::domain::route_overview::{
    Column, Confidence, Guess, Names, Remembered, best_table, guess, guess_below, plain,
};
use udskift_it_system::domain::spreadsheet::{Table, read_text};
use udskift_it_system::text::route_words::{WORDS, heading};

use super::desk::{desk, lexicon};
use super::files::{bytes, sheets, table};
use Column::{Fact, Party};
use RouteField as F;

const NAME: Option<Column> = Some(Fact(F::Name));
const REFERENCE: Option<Column> = Some(Fact(F::Reference));
const HANDLING: Option<Column> = Some(Fact(F::Handling));
const NOTE: Option<Column> = Some(Fact(F::Note));

fn old(field: SideField) -> Option<Column> {
    Some(Fact(F::Side(Side::Old, field)))
}

fn new(field: SideField) -> Option<Column> {
    Some(Fact(F::Side(Side::New, field)))
}

const FROM: SideField = SideField::System(End::From);
const TO: SideField = SideField::System(End::To);

/// What a list of SP's Helpdesk has, in its order.
fn helpdesk_columns() -> Vec<Option<Column>> {
    let ends = [old(SideField::Type), old(FROM), old(TO)];
    let rest = [SideField::Authority, SideField::Addressing, SideField::Active].map(old);
    [&[REFERENCE, NAME], ends.as_slice(), &rest].concat()
}

fn guessed(table: &Table) -> Guess {
    guess(table, &lexicon(), &Names::default(), &Remembered::default())
}

#[test]
fn the_headings_are_found_below_titles_and_blank_rows() {
    let guess = guessed(&table("windows-1252.csv"));
    assert_eq!(guess.below, 3, "of the rows with text");
    let mut columns = helpdesk_columns();
    columns.insert(5, None);
    assert_eq!(guess.chosen(), columns);
    assert!(guess.columns[5].is_empty, "and told to be");
    assert!(guess.columns.iter().all(|c| c.confidence.is_none_or(|c| c == Confidence::Sure)));
    assert_eq!(guess.columns[1].samples[0], "Ændringer i adresser");
}

#[test]
fn english_headings_are_known_too() {
    let mut columns = helpdesk_columns();
    columns.push(NOTE);
    assert_eq!(guessed(&table("english-commas.csv")).chosen(), columns);
}

#[test]
fn groups_above_the_headings_tell_the_old_route_from_the_new() {
    let guess = guessed(&table("two-row-head.csv"));
    let columns = vec![
        NAME,
        HANDLING,
        old(SideField::Type),
        old(FROM),
        old(TO),
        old(SideField::Active),
        new(SideField::Type),
        new(FROM),
        new(TO),
        Some(Party(Side::New, End::To, SystemField::Operator)),
    ];
    assert_eq!((guess.chosen(), guess.below), (columns, 2));
    assert_eq!(guess.columns[6].heading, "Ny rute: Type");
}

#[test]
fn a_list_without_headings_is_known_by_its_values() {
    let guess = guessed(&table("no-headings.csv"));
    let columns =
        vec![NAME, old(SideField::Type), old(SideField::Addressing), old(SideField::Authority)];
    assert_eq!((guess.chosen(), guess.below), (columns, 0));
    assert!(guess.columns.iter().all(|column| column.confidence == Some(Confidence::Low)));
}

#[test]
fn systems_of_the_case_are_known_among_values() {
    let mut desk = desk();
    super::desk::take_in(&mut desk, table("windows-1252.csv"));
    let table =
        read_text("Nattefil;Ældreplan;CPR-udtræk\nDagfil;ældreplan;Løn Ålborg\n").expect("a table");
    let names = Names::of(desk.file.case());
    let guess = guess(&table, &lexicon(), &names, &Remembered::default());
    assert_eq!(guess.chosen(), [NAME, old(FROM), old(TO)]);
}

#[test]
fn of_the_sheets_of_a_workbook_the_list_of_routes_is_found() {
    let sheets = sheets(bytes("workbook.xlsx")).expect("a workbook");
    // The hidden one has more headings and no rows.
    let best = best_table(sheets.iter().map(|(_, _, table)| table), &lexicon());
    assert_eq!(best, Some(2));
    let guess = guessed(&sheets[2].2);
    assert_eq!(guess.below, 2);
    assert_eq!(guess.chosen()[..4], [REFERENCE, NAME, old(SideField::Type), old(FROM)]);
    assert_eq!(best_table([Table::default()].iter(), &lexicon()), None);
}

#[test]
fn values_that_speak_against_the_heading_make_it_doubtful() {
    let table = read_text("Rute;Type\nA;Grøn\nB;Blå\n").expect("a table");
    let guess = guessed(&table);
    assert_eq!(guess.columns[1].column, old(SideField::Type));
    assert_eq!(guess.columns[1].confidence, Some(Confidence::Low));
    assert_eq!(guess.columns[0].confidence, Some(Confidence::Sure));
}

#[test]
fn of_two_columns_of_one_name_the_one_with_values_is_it() {
    let table = read_text("Rute;Type;Rutetype\nA;;SFTP\nB;;SFTP\n").expect("a table");
    assert_eq!(guessed(&table).chosen(), [NAME, None, old(SideField::Type)]);
}

#[test]
fn what_the_user_chose_wins_the_next_time() {
    let table = read_text("Rute;Kø;Type;Hvem?\nA;Nord;SFTP;Bo\n").expect("a table");
    let first = guessed(&table);
    assert_eq!(first.chosen(), [NAME, None, old(SideField::Type), None]);
    let chosen = vec![NAME, NOTE, None, None];
    let mut remembered = Remembered::default();
    remembered.remember(&first, &chosen);
    let stored = serde_json::to_string(&remembered).expect("JSON");
    assert_eq!(stored, r#"[["koe","note"],["type",null]]"#);
    let remembered: Remembered = serde_json::from_str(&stored).expect("read again");
    let other = read_text("Type;KØ;Rute\nSFTP;Nord;A\n").expect("a table");
    let second = guess(&other, &lexicon(), &Names::default(), &remembered);
    assert_eq!(second.chosen(), [None, NOTE, NAME]);
    assert_eq!(second.columns[1].confidence, Some(Confidence::Remembered));
    // Chosen back, it is as if nothing had been.
    let mut remembered = remembered;
    remembered.remember(&second, &[old(SideField::Type), None, NAME]);
    let third = guess(&other, &lexicon(), &Names::default(), &remembered);
    assert_eq!(third.chosen(), [old(SideField::Type), None, NAME]);
}

/// As the user says where the headings are.
fn guessed_below(table: &Table, below: usize) -> Guess {
    guess_below(table, below, &lexicon(), &Names::default(), &Remembered::default())
}

#[test]
fn the_user_says_which_row_has_the_headings_or_that_none_has() {
    let list = read_text("Navn;Type\nHvor;Kaldes\nA;SFTP\nB;SFTP\n").expect("a table");
    let first = guessed(&list);
    assert_eq!((first.below, first.chosen()), (1, vec![NAME, old(SideField::Type)]));
    let second = guessed_below(&list, 2);
    let headings: Vec<&str> = second.columns.iter().map(|it| it.heading.as_str()).collect();
    assert_eq!((second.below, headings), (2, vec!["Hvor", "Kaldes"]));
    // Headings that say nothing: what the values say remains.
    assert_eq!(second.chosen(), [None, old(SideField::Type)]);
    assert_eq!(second.columns[1].samples, ["SFTP", "SFTP"], "rows above are no values");
    let none = guessed_below(&list, 0);
    assert!(none.below == 0 && none.columns.iter().all(|it| it.heading.is_empty()));
    assert_eq!(none.columns[0].samples[0], "Navn", "the first row is a route");
    assert_eq!(guessed_below(&list, 1), first, "and back again");
    // Groups above the chosen row are part of its headings as ever; a row that is not there has none.
    let groups = table("two-row-head.csv");
    assert_eq!(guessed_below(&groups, 2), guessed(&groups));
    assert_eq!(guessed_below(&groups, 900).below, 0);
}

#[test]
fn what_the_user_chose_stays_when_the_headings_are_others() {
    let table =
        read_text("Navn;Type;Kø\nRute;Hvad;Bemærkning\nA;SFTP;x\nB;SFTP;y\n").expect("a table");
    let first = guessed(&table);
    assert_eq!(first.below, 1);
    let now = guessed_below(&table, 2);
    assert_eq!(now.chosen(), [NAME, old(SideField::Type), NOTE]);
    // The type was chosen away, and the queue as the reference.
    let chosen = [NAME, None, REFERENCE];
    assert_eq!(first.chosen_again(&chosen, &now), [NAME, None, REFERENCE]);
    // What is chosen for one column is no longer guessed for another.
    assert_eq!(first.chosen_again(&[NAME, NOTE, None], &now), [NAME, NOTE, None]);
    assert_eq!(first.chosen_again(&first.chosen(), &now), now.chosen(), "nothing was chosen");
}

#[test]
fn every_heading_that_the_app_writes_is_known_for_sure() {
    for column in Column::ALL {
        let text = format!("{}\n", heading(column));
        let table = read_text(&text).expect("a table");
        let guess = guessed(&table);
        assert_eq!(guess.columns[0].column, Some(column), "{}", heading(column));
        assert_eq!(guess.columns[0].confidence, Some(Confidence::Sure), "{}", heading(column));
        assert_eq!(Column::from_code(&column.code()), Some(column));
        assert!(!heading(column).contains([';', ',', '\t']), "it would guess the separator");
    }
}

#[test]
fn no_phrase_names_two_columns_or_two_values() {
    let mut seen = std::collections::HashMap::new();
    for (column, phrases) in WORDS.columns {
        for phrase in phrases.split(',') {
            let other = seen.insert(plain(phrase), *column);
            assert!(other.is_none_or(|other| other == *column), "{phrase}: {other:?}, {column:?}");
        }
    }
    let mut seen = std::collections::HashMap::new();
    let lists = [("ja", WORDS.yes), ("nej", WORDS.no), ("intet", WORDS.nothing)];
    for (code, words) in WORDS.values.iter().copied().chain(lists) {
        for word in words.split(',') {
            let other = seen.insert(plain(word), code);
            assert!(other.is_none_or(|other| other == code), "{word}: {other:?}, {code}");
        }
    }
}

#[test]
fn orders_have_headings_of_their_own() {
    let table = read_text("Rute;Part i rute (etablering);Rækkefølge nedlæg;Nye bemærkninger\n")
        .expect("a table");
    let order = |kind, field| Some(Fact(F::Order(kind, field)));
    let columns = [
        NAME,
        order(OrderKind::Establish, OrderField::Party),
        order(OrderKind::Close, OrderField::Position),
        None,
    ];
    assert_eq!(guessed(&table).chosen(), columns);
}

#[test]
fn words_are_known_however_they_are_spelled() {
    assert_eq!(plain("  Rute-ID\u{a0}(SP) "), "rute id sp");
    assert_eq!(plain("Nedlæg RØR på Å"), plain("nedlaeg roer paa a\u{30a}"));
}
