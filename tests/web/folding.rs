//! Leftovers of closed tabs, folded together: cut off at every step, by two tabs at once, and beside a tab that writes.

use std::collections::HashSet;

use udskift_it_system::domain::case::{Author, CaseField, CaseFile, Field, Id, Pen, Value};
use udskift_it_system::domain::exchange::segment;
use udskift_it_system::web::clock;
use udskift_it_system::web::storage::{self, folding};
use wasm_bindgen_test::wasm_bindgen_test;

/// A case that many tabs, now closed, have written to.
struct Leftovers {
    id: Id,
    file: CaseFile,
    keys: Vec<String>,
}

impl Leftovers {
    fn of(tabs: usize, note: &str) -> Leftovers {
        let mut file = CaseFile::default();
        let id = Pen::new(clock::new_writer(), Author::default()).next_id();
        let mut keys = Vec::new();
        for tab in 0..tabs {
            let writer = clock::new_writer();
            let mut pen = Pen::new(writer, Author::default());
            let note = Value::from(format!("{note} {tab}").as_str());
            let events = file.write(&mut pen, clock::now(), [(Field::Case(CaseField::Note), note)]);
            let key = format!("uis:{id}:e:{writer}:{}:1", clock::new_writer());
            browser_storage().set_item(&key, &segment::encode(&events)).expect("room");
            keys.push(key);
        }
        Leftovers { id, file, keys }
    }

    fn fold(&self) {
        folding::fold(self.id, &folding::tabs_of(self.id));
    }

    fn segments(&self) -> usize {
        let mark = format!(":{}:e:", self.id);
        storage::dump().iter().filter(|(key, _)| key.contains(&mark)).count()
    }

    fn assert_nothing_lost(&self, when: &str) {
        let loaded = storage::load(self.id).expect("the case is stored");
        let stored: Vec<_> = loaded.file.log().events().collect();
        let all: Vec<_> = self.file.log().events().collect();
        assert_eq!(stored, all, "{when}");
        assert_eq!(loaded.unreadable, [], "{when}");
    }
}

fn browser_storage() -> web_sys::Storage {
    let window = web_sys::window().expect("a window");
    window.local_storage().expect("storage is allowed").expect("storage is there")
}

/// Runs something while each write and removal goes through a script with `count`, `key` and `original`.
fn with_hook(script: &str, run: impl FnOnce()) -> f64 {
    let hook = format!(
        "window.undo = [Storage.prototype.setItem, Storage.prototype.removeItem];
        window.count = 0;
        const [set, remove] = window.undo;
        const hook = (store, original, args) => {{ count += 1; {script} }};
        Storage.prototype.setItem = function (...args) {{ return hook(this, set, args); }};
        Storage.prototype.removeItem = function (...args) {{ return hook(this, remove, args); }};"
    );
    js_sys::eval(&format!("{{{hook}}}")).expect("the hook is set");
    run();
    let end =
        "[Storage.prototype.setItem, Storage.prototype.removeItem] = window.undo; window.count";
    js_sys::eval(end).expect("the hook is gone").as_f64().expect("a count")
}

#[wasm_bindgen_test]
fn folding_makes_one_segment_of_many() {
    let left = Leftovers::of(12, "Fane");
    left.fold();
    left.assert_nothing_lost("folded");
    assert_eq!(left.segments(), 1);
}

#[wasm_bindgen_test]
fn cut_off_at_any_step_nothing_is_lost_and_the_next_fold_goes_on() {
    let mut steps = 0;
    for step in 0..100 {
        let left = Leftovers::of(5, "Afbrudt");
        let script = format!(
            "if (count > {step}) throw new Error('cut off'); return original.apply(store, args);"
        );
        let tried = with_hook(&script, || left.fold());
        left.assert_nothing_lost(&format!("cut off after {step}"));
        left.fold();
        left.assert_nothing_lost(&format!("folded after being cut off after {step}"));
        assert_eq!(left.segments(), 1, "after being cut off after {step}");
        steps = step;
        if tried <= f64::from(step) {
            break;
        }
    }
    // One write and five removals.
    assert_eq!(steps, 6);
}

#[wasm_bindgen_test]
fn a_folded_segment_that_was_not_stored_whole_removes_nothing() {
    let left = Leftovers::of(4, "Halvt");
    with_hook(
        "return original.call(store, args[0], args.length > 1 ? args[1].slice(0, -8) : undefined);",
        || left.fold(),
    );
    assert!(left.keys.iter().all(|key| browser_storage().get_item(key) != Ok(None)));
}

#[wasm_bindgen_test]
fn two_tabs_that_fold_at_once_lose_nothing() {
    let left = Leftovers::of(6, "Samtidig");
    let other = format!("uis:{}:e:{}:{}:f0", left.id, clock::new_writer(), clock::new_writer());
    let keys = left.keys.iter().map(|key| format!("'{key}'")).collect::<Vec<_>>().join(",");
    // The other has written the same and removed some, when this one has written.
    let script = format!(
        "const result = original.apply(store, args);
        if (count === 1) {{
            set.call(store, '{other}', args[1]);
            for (const key of [{keys}].slice(0, 4)) remove.call(store, key);
        }}
        return result;"
    );
    with_hook(&script, || left.fold());
    left.assert_nothing_lost("both folded");
    assert_eq!(left.segments(), 2);
    left.fold();
    left.assert_nothing_lost("folded once more");
    assert_eq!(left.segments(), 1);
}

#[wasm_bindgen_test]
fn what_a_tab_writes_while_another_folds_stays() {
    let mut left = Leftovers::of(3, "Skriver");
    let key = left.keys[1].clone();
    let text = browser_storage().get_item(&key).expect("readable").expect("there");
    let mut events = segment::decode(&text).expect("whole");
    let mut pen = Pen::new(clock::new_writer(), Author::default());
    let title = [(Field::Case(CaseField::Title), Value::from("Skrevet imens"))];
    events.extend(left.file.write(&mut pen, clock::now(), title));
    let longer = serde_json::to_string(&segment::encode(&events)).expect("a text");
    let script = format!(
        "const result = original.apply(store, args);
        if (count === 1) set.call(store, '{key}', {longer});
        return result;"
    );
    with_hook(&script, || left.fold());
    left.assert_nothing_lost("folded while another wrote");
}

#[wasm_bindgen_test]
fn a_tab_that_is_open_is_left_alone_and_so_is_what_cannot_be_read() {
    let left = Leftovers::of(4, "Åben");
    let open = left.keys[0].split(':').nth(4).expect("a tab").to_owned();
    browser_storage().set_item(&left.keys[1], "{halv").expect("room");
    let mut closed = folding::tabs_of(left.id);
    assert!(closed.remove(&open));
    folding::fold(left.id, &closed);
    let there = |key: &String| browser_storage().get_item(key) != Ok(None);
    assert_eq!(left.keys.iter().map(there).collect::<Vec<_>>(), [true, true, false, false]);
}

#[wasm_bindgen_test]
fn keys_stay_few_however_often_a_long_case_is_opened() {
    let mut left = Leftovers::of(1, "Lang");
    let long = "Aftalt på mødet. ".repeat(400);
    for opening in 0..60 {
        let writer = clock::new_writer();
        let mut pen = Pen::new(writer, Author::default());
        let note = Value::from(format!("{long}{opening}").as_str());
        let events =
            left.file.write(&mut pen, clock::now(), [(Field::Case(CaseField::Note), note)]);
        let key = format!("uis:{}:e:{writer}:{}:1", left.id, clock::new_writer());
        browser_storage().set_item(&key, &segment::encode(&events)).expect("room");
        left.fold();
    }
    left.assert_nothing_lost("opened 60 times");
    let most = 60 * long.len() / folding::LONG + 2;
    assert!(left.segments() <= most, "{} segments, more than {most}", left.segments());
    storage::delete(left.id);
}

#[wasm_bindgen_test]
fn a_tab_that_hears_its_own_segment_was_folded_writes_it_again() {
    let writer = clock::new_writer();
    let mut pen = Pen::new(writer, Author::default());
    let id = pen.next_id();
    let mut file = CaseFile::default();
    let title = [(Field::Case(CaseField::Title), Value::from("Frossen"))];
    let events = file.write(&mut pen, clock::now(), title);
    storage::append(id, &events);
    let card = format!("uis:{id}:card");
    browser_storage().set_item(&card, "{}").expect("room");
    let key = folding_key(id);
    browser_storage().remove_item(&key).expect("removed");
    storage::heard_removal(&key);
    assert_eq!(folding_key(id), key);
    // But what was deleted with its card stays deleted.
    storage::delete(id);
    storage::heard_removal(&key);
    assert_eq!(folding::tabs_of(id), HashSet::new());
}

fn folding_key(id: Id) -> String {
    let mark = format!(":{id}:e:");
    let found = storage::dump().into_iter().find(|(key, _)| key.contains(&mark));
    found.expect("a segment").0
}
