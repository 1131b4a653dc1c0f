//! Cases in the browser's storage: what is saved comes back, and what cannot be read is not lost.

use udskift_it_system::domain::case::{Author, CaseField, CaseFile, Field, Id, Pen, Value};
use udskift_it_system::domain::exchange::segment;
use udskift_it_system::web::clock;
use udskift_it_system::web::storage::{self, Loaded, Saved};
use wasm_bindgen_test::wasm_bindgen_test;

/// A case saved change by change, as the app does it; no two tests share one.
struct Stored {
    id: Id,
    file: CaseFile,
    pen: Pen,
}

impl Stored {
    fn new() -> Stored {
        let pen = Pen::new(clock::new_writer(), Author::default());
        Stored { id: pen.next_id(), file: CaseFile::default(), pen }
    }

    fn titled(title: &str) -> Stored {
        let mut stored = Stored::new();
        stored.set(CaseField::Title, title);
        stored
    }

    fn set(&mut self, field: CaseField, text: &str) {
        let changes = vec![(Field::Case(field), Value::from(text))];
        let events = self.file.write(&mut self.pen, clock::now(), changes);
        assert_eq!(storage::append(self.id, &events), Saved::Yes);
    }

    fn read(&self) -> Loaded {
        storage::load(self.id).expect("the case is stored")
    }

    /// The case's own keys and texts in the storage.
    fn pieces(&self) -> Vec<(String, String)> {
        let mark = format!(":{}:", self.id);
        storage::dump().into_iter().filter(|(key, _)| key.contains(&mark)).collect()
    }
}

fn browser_storage() -> web_sys::Storage {
    let window = web_sys::window().expect("a window");
    window.local_storage().expect("storage is allowed").expect("storage is there")
}

#[wasm_bindgen_test]
fn a_case_comes_back_as_it_was_saved() {
    let mut stored = Stored::titled("ESDH → \"nyt\" ESDH 🗂");
    stored.set(CaseField::Note, "første linje\nanden linje");
    let loaded = stored.read();
    assert_eq!(loaded.file.case(), stored.file.case());
    assert_eq!(loaded.file.case().title, "ESDH → \"nyt\" ESDH 🗂");
    assert_eq!(loaded.unreadable, []);
}

#[wasm_bindgen_test]
fn what_is_written_down_beforehand_stands_between_the_edits_around_it() {
    let mut stored = Stored::titled("Den gamle titel");
    let changes = vec![(Field::Case(CaseField::Note), Value::text("Fra en liste"))];
    let events = stored.file.write(&mut stored.pen, clock::now(), changes);
    let segment = segment::encode(&events);
    assert_eq!(storage::append_segment(stored.id, &events, &segment), Saved::Yes);
    stored.set(CaseField::Title, "Den nye titel");
    let loaded = stored.read();
    assert_eq!(loaded.file.log().len(), 3);
    assert_eq!(loaded.file.case(), stored.file.case());
}

#[wasm_bindgen_test]
fn a_damaged_piece_is_kept_as_text_and_the_rest_still_opens() {
    let stored = Stored::titled("Lønsystem");
    let (key, _) = stored.pieces().into_iter().next().expect("something is stored");
    let damaged = format!("{key}9");
    browser_storage().set_item(&damaged, "{halv").expect("room in the storage");
    let loaded = stored.read();
    assert_eq!(loaded.file.case().title, "Lønsystem");
    assert_eq!(loaded.unreadable, [(damaged.clone(), "{halv".to_owned())]);
    assert!(
        storage::dump().contains(&(damaged, "{halv".to_owned())),
        "reading has changed the stored text"
    );
}

#[wasm_bindgen_test]
fn a_change_rewrites_little_however_long_the_case_is() {
    let mut stored = Stored::new();
    for number in 0..200 {
        stored.set(CaseField::Note, &format!("Bemærkning nr. {number}"));
    }
    let before = stored.pieces();
    stored.set(CaseField::Note, "Den sidste");
    let after = stored.pieces();
    let written: usize =
        after.iter().filter(|piece| !before.contains(piece)).map(|(_, text)| text.len()).sum();
    assert!((1..4_000).contains(&written), "{written} bytes were written");
    let loaded = stored.read();
    assert_eq!(loaded.file.case().note, "Den sidste");
    assert_eq!(loaded.file.log().events().count(), 201);
}

#[wasm_bindgen_test]
fn deleting_a_case_touches_no_other_case_and_no_other_app() {
    let gone = Stored::titled("Slettes");
    let stays = Stored::titled("Bliver");
    browser_storage().set_item("another-app", "its own").expect("room in the storage");
    storage::delete(gone.id);
    assert!(storage::load(gone.id).is_none());
    assert_eq!(gone.pieces(), []);
    assert_eq!(stays.read().file.case().title, "Bliver");
    assert_eq!(browser_storage().get_item("another-app"), Ok(Some("its own".to_owned())));
}
