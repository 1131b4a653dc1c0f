//! What can be asked for on the command line, and the help that explains it.

use crate::project::Result;
use crate::suites::Group;

pub const HELP: &str = "\
cargo xtask TASK

  serve   set up what is missing, build in release, serve the site on this machine and print its address
            --port N        the port, 8080 if nothing is said; 0 takes any free one
            --prefix /a/b/  serve under this path only, as a site among others does
  build   set up what is missing, build in release into dist/, print the sizes
  dist    build, and pack for those who host it: a zip with the site, sample configurations and checksums, and the app as
          one file, all in target/dist/
            --built         without building: what is in dist/
  test    set up what is missing, run every suite and close with a line \"N passed, N failed\"
            lint            only format, clippy and the docs of the code (host and wasm32)
            supply          only licences, sources and known vulnerabilities of what the project is built with
            host            only the tests that need no browser
            wasm            only the tests inside a headless browser
            e2e             only the build and the tests of the built site in a headless browser
            hosting         only the build, the zip and its sample configurations, run by nginx and Apache
  audit   the same as test supply; crates' vulnerabilities by cargo-deny, where that is installed
  bench   set up what is missing, build in release, measure the site in a headless browser beside a plain yardstick
            --runs N        how many runs the medians are of, 9 if nothing is said
            --sizes A,B     the numbers of routes, 100,2000,10000 if nothing is said

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
    Dist {
        built: bool,
    },
    Serve {
        port: u16,
        prefix: String,
    },
    Test {
        groups: Vec<Group>,
    },
    /// What the project is built with: licences, sources, known vulnerabilities.
    Audit,
    /// The options as the driver takes them.
    Bench {
        options: Vec<String>,
    },
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
        ["dist"] => Ok(Task::Dist { built: false }),
        ["dist", "--built"] => Ok(Task::Dist { built: true }),
        ["serve", rest @ ..] => serve(rest),
        ["audit"] => Ok(Task::Audit),
        ["test"] => Ok(Task::Test { groups: Group::ALL.to_vec() }),
        ["test", names @ ..] => {
            let groups = names.iter().map(|name| group(name)).collect::<Result<Vec<Group>>>()?;
            Ok(Task::Test { groups })
        }
        ["bench", rest @ ..] => bench(rest),
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

fn bench(words: &[&str]) -> Result<Task> {
    let is_count = |text: &str| text.parse::<u32>().is_ok_and(|count| count > 0);
    for pair in words.chunks(2) {
        let is_known = match pair {
            ["--runs", value] => is_count(value),
            ["--sizes", value] => value.split(',').all(is_count),
            _ => false,
        };
        if !is_known {
            let said = pair.join(" ");
            return Err(format!("bench: \"{said}\" is not understood; see cargo xtask --help"));
        }
    }
    Ok(Task::Bench { options: words.iter().map(|word| (*word).to_owned()).collect() })
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
        check("dist", Task::Dist { built: false });
        check("dist --built", Task::Dist { built: true });
        check("serve", Task::Serve { port: 8080, prefix: "/".to_owned() });
        check("serve --prefix a/b --port 0", Task::Serve { port: 0, prefix: "/a/b/".to_owned() });
        check("test", Task::Test { groups: Group::ALL.to_vec() });
        let options = ["--runs", "3", "--sizes", "100,2000"].map(str::to_owned).to_vec();
        check("audit", Task::Audit);
        check("bench", Task::Bench { options: Vec::new() });
        check("bench --runs 3 --sizes 100,2000", Task::Bench { options });
        check("test wasm lint", Task::Test { groups: vec![Group::Wasm, Group::Lint] });
    }

    #[test]
    fn what_is_not_understood_is_named() {
        refused("tset", "tset");
        refused("build --fast", "build");
        refused("dist --fast", "dist");
        refused("serve --port", "--port");
        refused("serve --port 99999", "99999");
        refused("serve --open yes", "--open");
        refused("test unit", "unit");
        refused("bench --runs", "--runs");
        refused("bench --runs 0", "--runs 0");
        refused("bench --sizes 100,,2", "--sizes 100,,2");
    }
}
