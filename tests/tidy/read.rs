//! The project's files as the rules read them: Rust without comments and tests, and its texts apart.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project, named from its root with `/`.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// What a Rust file says to the compiler: comments gone, texts apart, each on the line it stands on.
pub struct Rust {
    /// The code of each line; texts are empty in it.
    pub code: Vec<String>,
    /// Each text with the number of its line, from 1.
    pub texts: Vec<(usize, String)>,
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files of these folders whose names end so, in the order of their names.
pub fn files(folders: &[&str], ends: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        walk(&root().join(folder), &mut found);
    }
    found.sort();
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(root()).expect("a file of the project");
        let name = name.components().map(|it| it.as_os_str().to_string_lossy());
        let path_text = name.collect::<Vec<_>>().join("/");
        let wanted = ends.iter().any(|end| path_text.ends_with(end));
        wanted.then(|| Source {
            text: fs::read_to_string(path).unwrap_or_else(|error| panic!("{path_text}: {error}")),
            path: path_text,
        })
    };
    let found: Vec<Source> = found.iter().filter_map(read).collect();
    assert!(!found.is_empty(), "nothing in {folders:?} ends with {ends:?}");
    found
}

/// What is made by the build, and not the project's own.
fn is_made(name: &str) -> bool {
    matches!(name, "target" | "node_modules" | "generated" | "dist") || name.starts_with('.')
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() && !is_made(&name) {
            walk(&path, found);
        } else if path.is_file() {
            found.push(path);
        }
    }
}

impl Source {
    pub fn new(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    /// The file without its own tests, which close it.
    pub fn rust(&self) -> Rust {
        let own = self.text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
        rust(own)
    }
}

/// Splits Rust into its code and its texts.
pub fn rust(text: &str) -> Rust {
    let mut read = Rust { code: vec![String::new()], texts: Vec::new() };
    let chars: Vec<char> = text.chars().collect();
    let at = |place: usize| chars.get(place).copied().unwrap_or('\0');
    let starts =
        |place: usize, with: &str| with.chars().enumerate().all(|(n, c)| at(place + n) == c);
    let mut place = 0;
    while place < chars.len() {
        let started = place;
        let is_word = place > 0 && (at(place - 1).is_alphanumeric() || at(place - 1) == '_');
        let hashes = (place + 1..).take_while(|next| at(*next) == '#').count();
        if starts(place, "//") {
            while place < chars.len() && at(place) != '\n' {
                place += 1;
            }
        } else if starts(place, "/*") {
            while place < chars.len() && !starts(place, "*/") {
                place += 1;
            }
            place += 2;
        } else if at(place) == 'r' && !is_word && at(place + 1 + hashes) == '"' {
            let end = format!("\"{}", "#".repeat(hashes));
            let from = place + 2 + hashes;
            place = from;
            while place < chars.len() && !starts(place, &end) {
                place += 1;
            }
            read.keep(chars[from..place.min(chars.len())].iter().collect());
            place += end.len();
        } else if at(place) == '"' {
            place += 1;
            while place < chars.len() && at(place) != '"' {
                place += if at(place) == '\\' { 2 } else { 1 };
            }
            read.keep(chars[started + 1..place.min(chars.len())].iter().collect());
            place += 1;
        } else if at(place) == '\'' && at(place + 1) == '\\' {
            place += 3;
            while place < chars.len() && at(place) != '\'' {
                place += 1;
            }
            place += 1;
        } else if at(place) == '\'' && at(place + 2) == '\'' {
            place += 3;
        } else {
            read.push(at(place));
            place += 1;
            continue;
        }
        for passed in &chars[started..place.min(chars.len())] {
            if *passed == '\n' {
                read.push('\n');
            }
        }
    }
    read
}

impl Rust {
    fn push(&mut self, char: char) {
        match (char, self.code.last_mut()) {
            ('\n', _) | (_, None) => self.code.push(String::new()),
            (char, Some(line)) => line.push(char),
        }
    }

    fn keep(&mut self, text: String) {
        if let Some(line) = self.code.last_mut() {
            line.push_str("\"\"");
        }
        self.texts.push((self.code.len(), text));
    }
}

#[test]
fn rust_is_split_into_code_and_texts() {
    let read =
        rust("a(\"x \\\" y\"); // \"no\"\nb('\"', '\\'', r#\"raw \" it\"#, 'l) /* \"\n */ c \"z\"");
    assert_eq!(read.code, ["a(\"\"); ", "b(, , \"\", 'l) ", " c \"\""]);
    let expected = [(1, "x \\\" y"), (2, "raw \" it"), (3, "z")];
    assert_eq!(read.texts, expected.map(|(line, text)| (line, text.to_owned())));
}

#[test]
fn a_files_own_tests_are_left_out() {
    let source = Source::new("a.rs", "fn a() {}\n\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n");
    assert_eq!(source.rust().code.concat(), "fn a() {}");
}
