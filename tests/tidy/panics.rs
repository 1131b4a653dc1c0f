//! Outside tests nothing gives up: no `unwrap`, `expect`, `panic!` and the like.

use super::read::{Source, files};

const GIVES_UP: [&str; 7] =
    [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!(", "dbg!("];

/// Where it is right, and how often: each says why beside it.
const RIGHT: [(&str, &str); 2] =
    [("src/web/html/mounted.rs", "panic!("), ("src/web/memo.rs", "unreachable!(")];

fn giving_up(files: &[Source]) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for file in files {
        for line in file.rust().code {
            let words = GIVES_UP.iter().filter(|word| line.contains(**word));
            // `debug_assert!` and macros of other names end alike.
            let own = words.filter(|word| !line.contains(&format!("_{word}")));
            found.extend(own.map(|word| (file.path.clone(), *word)));
        }
    }
    found
}

#[test]
fn nothing_gives_up_but_where_it_is_right() {
    let found = giving_up(&files(&["src", "macros/src", "xtask/src"], &[".rs"]));
    assert_eq!(found, RIGHT.map(|(path, word)| (path.to_owned(), word)));
}

#[test]
fn what_gives_up_is_found_and_tests_may() {
    let text = "fn a() { b().unwrap(); \"panic!(\"; // todo!()\n}\n\n#[cfg(test)]\nmod tests {\n c.expect(\"\") }";
    let found = giving_up(&[Source::new("src/a.rs", text)]);
    assert_eq!(found, [("src/a.rs".to_owned(), ".unwrap()")]);
}
