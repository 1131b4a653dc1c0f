//! Every file is short enough to be read at once, and opens by saying what it is for.

use super::read::{Source, files};

/// No file is longer, in lines.
const LONGEST: usize = 400;
/// What people write and read here.
const FOLDERS: [&str; 8] = ["src", "tests", "xtask", "macros", "style", "parts", "bench", "public"];

fn too_long(files: &[Source]) -> Vec<String> {
    let long = files.iter().map(|file| (file, file.text.lines().count()));
    long.filter(|(_, lines)| *lines > LONGEST)
        .map(|(file, lines)| format!("{}: {lines} lines", file.path))
        .collect()
}

/// A file opens with one sentence: in Rust as its documentation, in others as a comment.
fn unopened(files: &[Source]) -> Vec<String> {
    let says = |file: &&Source| {
        let opening = if file.path.ends_with(".rs") { "//! " } else { "// " };
        let first: Vec<&str> =
            file.text.lines().map_while(|line| line.strip_prefix(opening)).collect();
        let paragraph = first.join(" ");
        // The sentence may go on over lines, and more may follow.
        paragraph.contains(['.', '?', ':'])
    };
    files.iter().filter(|file| !says(file)).map(|file| file.path.clone()).collect()
}

#[test]
fn no_file_is_too_long() {
    let found = files(&FOLDERS, &[".rs", ".mjs", ".js", ".scss", ".css", ".html"]);
    assert_eq!(too_long(&found), [""; 0]);
}

#[test]
fn every_file_says_what_it_is_for() {
    let found = files(&FOLDERS, &[".rs", ".mjs", ".js", ".scss"]);
    assert_eq!(unopened(&found), [""; 0]);
}

#[test]
fn a_file_that_breaks_a_rule_is_found() {
    let long = "//! A file.\n".to_owned() + &"\n".repeat(LONGEST);
    let sample = [
        Source::new("long.rs", &long),
        Source::new("open.rs", "//! What it\n//! is for.\nfn a() {}\n"),
        Source::new("mute.rs", "fn a() {}\n"),
        Source::new("comment.rs", "// What it is for.\n"),
        Source::new("script.mjs", "// What it is for.\n"),
        Source::new("mute.mjs", "import a from 'b';\n"),
    ];
    assert_eq!(too_long(&sample), ["long.rs: 401 lines"]);
    assert_eq!(unopened(&sample), ["mute.rs", "comment.rs", "mute.mjs"]);
}
