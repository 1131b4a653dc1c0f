//! What can be asked for on the command line, and the help that explains it.

use crate::project::Result;
use crate::suites::Group;

pub const HELP: &str = "\
cargo xtask TASK

  serve   set up what is missing, build in release, serve the site on this machine and print its address
            --port N        the port, 8080 if nothing is said; 0 takes any free one
            --prefix /a/b/  serve under this path only, as a site among others does
  build   set up what is missing, build in release into dist/, print the sizes
  test    set up what is missing, run every suite and close with a line \"N passed, N failed\"
            lint            only format and clippy (host and wasm32)
            host            only the tests that need no browser
            wasm            only the tests inside a headless browser
            e2e             only the build and the tests of the built site in a headless browser

Needs Rust (stable, through rustup) and Node.js 20 or later. All else is set up by the first run: the wasm32 target, Trunk
and wasm-bindgen in target/tools (some minutes, once), npm packages in node_modules, and for the tests, on Debian and
Ubuntu, Chromium, its driver and poppler-utils through apt. To use a browser of your own, set CHROMIUM and CHROMEDRIVER.

A check that has no tests of its own (format, clippy, build) counts as one. A suite that ran no test has failed.
";

const DEFAULT_PORT: u16 = 8080;

#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Help,
    Build,
    Serve { port: u16, prefix: String },
    Test { groups: Vec<Group> },
}

/// Reads the words after `cargo xtask`.
pub fn parse(words: &[String]) -> Result<Task> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if words.iter().any(|word| matches!(*word, "--help" | "-h" | "help")) {
        return Ok(Task::Help);
    }
    match words.as_slice() {
        [] => Ok(Task::Help),
        ["build"] => Ok(Task::Build),
        ["serve", rest @ ..] => serve(rest),
        ["test"] => Ok(Task::Test { groups: Group::ALL.to_vec() }),
        ["test", names @ ..] => {
            let groups = names.iter().map(|name| group(name)).collect::<Result<Vec<Group>>>()?;
            Ok(Task::Test { groups })
        }
        [other, ..] => Err(format!("\"{other}\" is not understood here; see cargo xtask --help")),
    }
}

fn serve(mut words: &[&str]) -> Result<Task> {
    let mut port = DEFAULT_PORT;
    let mut prefix = "/".to_owned();
    while let [option, value, rest @ ..] = words {
        match *option {
            "--port" => port = value.parse().map_err(|_| format!("\"{value}\" is not a port"))?,
            "--prefix" => prefix = whole_prefix(value),
            _ => break,
        }
        words = rest;
    }
    match words {
        [] => Ok(Task::Serve { port, prefix }),
        [word, ..] => {
            Err(format!("serve: \"{word}\" is unknown or lacks its value; see cargo xtask --help"))
        }
    }
}

fn group(name: &str) -> Result<Group> {
    let found = Group::ALL.into_iter().find(|group| group.name() == name);
    found.ok_or_else(|| format!("test: there is no group \"{name}\"; see cargo xtask --help"))
}

/// `a/b`, `/a/b` and `/a/b/` all mean `/a/b/`.
fn whole_prefix(value: &str) -> String {
    let inner = value.trim_matches('/');
    if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Task) {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        assert_eq!(parse(&words), Ok(expected), "{line}");
    }

    fn refused(line: &str, named: &str) {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let message = parse(&words).expect_err(line);
        assert!(message.contains(named), "{message}");
    }

    #[test]
    fn tasks_and_their_options() {
        check("", Task::Help);
        check("test --help", Task::Help);
        check("build", Task::Build);
        check("serve", Task::Serve { port: 8080, prefix: "/".to_owned() });
        check("serve --prefix a/b --port 0", Task::Serve { port: 0, prefix: "/a/b/".to_owned() });
        check(
            "test",
            Task::Test { groups: vec![Group::Lint, Group::Host, Group::Wasm, Group::EndToEnd] },
        );
        check("test wasm lint", Task::Test { groups: vec![Group::Wasm, Group::Lint] });
    }

    #[test]
    fn what_is_not_understood_is_named() {
        refused("tset", "tset");
        refused("build --fast", "build");
        refused("serve --port", "--port");
        refused("serve --port 99999", "99999");
        refused("serve --open yes", "--open");
        refused("test unit", "unit");
    }
}
