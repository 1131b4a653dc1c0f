//! The words of the page on which a list comes in.

use udskift_it_system::text::import_page::{bring_in, brought_in, column_label};

#[test]
fn columns_have_the_letters_of_a_spreadsheet() {
    let letters = [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")];
    for (at, letters) in letters {
        assert_eq!(column_label(at, ""), format!("Kolonne {letters}"));
        assert_eq!(column_label(at, "Rute"), format!("{letters}: Rute"));
    }
}

#[test]
fn what_is_done_is_said_of_each_kind_that_there_is() {
    assert_eq!(bring_in(34, 0), "Indlæs 34 ruter");
    assert_eq!(bring_in(0, 1), "Fjern 1 rute");
    assert_eq!(bring_in(1, 2), "Indlæs 1 rute og fjern 2 ruter");
    assert_eq!(brought_in(34, 0, 0), "34 ruter er indlæst");
    assert_eq!(brought_in(0, 1, 2), "1 rute er rettet og 2 ruter er fjernet");
    assert_eq!(brought_in(0, 0, 0), "Listen er indlæst");
}
