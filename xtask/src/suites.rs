//! Runs the suites one after the other and adds up their tests.

use std::fs;
use std::time::Instant;

use crate::audit;
use crate::bench;
use crate::counts::{self, Counts};
use crate::project::{Project, Result, run, run_and_read};
use crate::setup;
use crate::site;

/// Suites that can be asked for alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Lint,
    Supply,
    Host,
    Wasm,
    EndToEnd,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Suite {
    Format,
    ClippyHost,
    ClippyWasm,
    Docs,
    Supply,
    Host,
    Chores,
    Browser,
    Build,
    EndToEnd,
}

/// A suite that was run.
struct Ran {
    suite: Suite,
    counts: Counts,
    /// Why it failed, where no failed test says so.
    why: Option<String>,
    seconds: f32,
}

/// Runs the suites of these groups, prints what came of each, and closes with the sum; `true` if nothing failed.
pub fn run_all(project: &Project, groups: &[Group]) -> bool {
    let mut ran: Vec<Ran> = Vec::new();
    for suite in Suite::ALL.into_iter().filter(|suite| groups.contains(&suite.group())) {
        eprintln!("\n== {}", suite.name());
        let start = Instant::now();
        // An old site must not pass for the new one.
        let unbuilt =
            ran.iter().any(|before| before.suite == Suite::Build && before.counts.failed > 0);
        let outcome = if suite == Suite::EndToEnd && unbuilt {
            Err("not run, because the build failed".to_owned())
        } else {
            suite.run(project)
        };
        let (counts, why) = match outcome {
            Ok((counts, success)) => {
                let (counts, why) = counts.settled(success);
                (counts, why.map(str::to_owned))
            }
            Err(message) => (Counts::check(false), Some(message)),
        };
        ran.push(Ran { suite, counts, why, seconds: start.elapsed().as_secs_f32() });
    }
    let (text, success) = report(&ran);
    print!("{text}");
    success
}

fn report(ran: &[Ran]) -> (String, bool) {
    let mut text = "\n".to_owned();
    for Ran { suite, counts: Counts { passed, failed }, why, seconds } in ran {
        text.push_str(&format!(
            "{:<22} {passed:>5} passed {failed:>4} failed {seconds:>7.1} s",
            suite.name()
        ));
        if let Some(why) = why {
            text.push_str(&format!("  {}", why.replace('\n', "\n    ")));
        }
        text.push('\n');
    }
    let sum = ran.iter().fold(Counts::default(), |sum, one| sum.plus(one.counts));
    text.push_str(&format!("{} passed, {} failed\n", sum.passed, sum.failed));
    (text, sum.failed == 0 && sum.passed > 0)
}

impl Group {
    pub const ALL: [Group; 5] =
        [Group::Lint, Group::Supply, Group::Host, Group::Wasm, Group::EndToEnd];

    pub fn name(self) -> &'static str {
        match self {
            Group::Lint => "lint",
            Group::Supply => "supply",
            Group::Host => "host",
            Group::Wasm => "wasm",
            Group::EndToEnd => "e2e",
        }
    }
}

impl Suite {
    /// In the order they are run: the quick ones first.
    const ALL: [Suite; 10] = [
        Suite::Format,
        Suite::ClippyHost,
        Suite::ClippyWasm,
        Suite::Docs,
        Suite::Supply,
        Suite::Host,
        Suite::Chores,
        Suite::Browser,
        Suite::Build,
        Suite::EndToEnd,
    ];

    fn group(self) -> Group {
        match self {
            Suite::Format | Suite::ClippyHost | Suite::ClippyWasm | Suite::Docs => Group::Lint,
            Suite::Supply => Group::Supply,
            Suite::Host | Suite::Chores => Group::Host,
            Suite::Browser => Group::Wasm,
            Suite::Build | Suite::EndToEnd => Group::EndToEnd,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Suite::Format => "format",
            Suite::ClippyHost => "clippy, host",
            Suite::ClippyWasm => "clippy, wasm32",
            Suite::Docs => "docs of the code",
            Suite::Supply => "licences and sources",
            Suite::Host => "host tests",
            Suite::Chores => "tests of the chores",
            Suite::Browser => "tests in a browser",
            Suite::Build => "build",
            Suite::EndToEnd => "end-to-end tests",
        }
    }

    /// Sets up and runs it: the tests counted, and whether the program ended well.
    fn run(self, project: &Project) -> Result<(Counts, bool)> {
        let check = |args: &[&str]| {
            run(project.command("cargo", args)).map(|()| (Counts::check(true), true))
        };
        let tests = |args: &[&str]| {
            let printed = run_and_read(project.command("cargo", args))?;
            Ok((counts::of_rust(&printed.text), printed.success))
        };
        match self {
            Suite::Format => {
                setup::for_lint(project)?;
                check(&["fmt", "--all", "--check"])
            }
            Suite::ClippyHost => {
                setup::for_lint(project)?;
                check(&[
                    "clippy",
                    "--locked",
                    "--workspace",
                    "--all-targets",
                    "--",
                    "--deny",
                    "warnings",
                ])
            }
            Suite::ClippyWasm => {
                setup::for_lint(project)?;
                setup::wasm_target(project)?;
                let wasm = ["clippy", "--locked", "--target", setup::WASM, "--all-targets"];
                check(&[wasm.as_slice(), &["--", "--deny", "warnings"]].concat())
            }
            Suite::Docs => {
                setup::for_lint(project)?;
                setup::wasm_target(project)?;
                docs(project, &["--workspace"])?;
                docs(project, &["--target", setup::WASM])?;
                Ok((Counts::check(true), true))
            }
            Suite::Supply => audit::all(project),
            Suite::Host => tests(&["test", "--locked", "--no-fail-fast"]),
            Suite::Chores => {
                let (own, well) =
                    tests(&["test", "--locked", "--no-fail-fast", "--package", "xtask"])?;
                let (driver, driver_well) = bench::tests(project)?;
                Ok((own.plus(driver), well && driver_well))
            }
            Suite::Browser => in_browser(project),
            Suite::Build => {
                site::build(project)?;
                print!("{}", site::sizes(project)?);
                Ok((Counts::check(true), true))
            }
            Suite::EndToEnd => end_to_end(project),
        }
    }
}

/// The documentation of the code, where a link that leads nowhere is an error.
fn docs(project: &Project, of: &[&str]) -> Result<()> {
    let mut command = project.command("cargo", &["doc", "--locked", "--no-deps"]);
    command.args(of).args(["--document-private-items"]).env("RUSTDOCFLAGS", "--deny warnings");
    run(command)
}

fn in_browser(project: &Project) -> Result<(Counts, bool)> {
    let driver = setup::for_wasm_tests(project)?;
    let mut command = project.command(
        "cargo",
        &["test", "--locked", "--no-fail-fast", "--target", setup::WASM, "--test", "web"],
    );
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    command.env("CHROMEDRIVER", driver);
    // A busy machine takes its time to start a browser; the runner's own patience is 20 seconds.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    let printed = run_and_read(command)?;
    Ok((counts::of_rust(&printed.text), printed.success))
}

fn end_to_end(project: &Project) -> Result<(Counts, bool)> {
    let setup::EndToEnd { chromium, firefox, office } = setup::for_end_to_end(project)?;
    let folder = project.root().join("tests").join("e2e");
    let entries = fs::read_dir(&folder).map_err(|error| format!("tests/e2e: {error}"))?;
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut files: Vec<String> = names
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("tests/e2e/{name}"))
        .collect();
    files.sort();
    if files.is_empty() {
        // Without files Node would look for tests everywhere.
        return Ok((Counts::default(), true));
    }
    let mut command =
        project.command("node", &["--test", "--test-reporter=tap", "--test-concurrency=1"]);
    command.args(files).env("CHROMIUM", chromium);
    command.env("FIREFOX", firefox).env("SOFFICE", office);
    let printed = run_and_read(command)?;
    Ok((counts::of_node(&printed.text), printed.success))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(suite: Suite, passed: u32, failed: u32) -> Ran {
        Ran { suite, counts: Counts { passed, failed }, why: None, seconds: 1.0 }
    }

    #[test]
    fn the_last_line_is_the_sum_of_all_suites() {
        let (text, success) =
            report(&[ran(Suite::Format, 1, 0), ran(Suite::Host, 41, 2), ran(Suite::Browser, 3, 0)]);
        assert_eq!(text.lines().last(), Some("45 passed, 2 failed"));
        assert!(!success);
    }

    #[test]
    fn all_went_well_only_if_something_ran() {
        assert!(report(&[ran(Suite::Host, 1, 0)]).1);
        assert!(!report(&[]).1);
    }

    #[test]
    fn every_suite_belongs_to_the_whole_run_and_the_site_is_built_before_it_is_tested() {
        let place = |suite: Suite| Suite::ALL.iter().position(|other| *other == suite);
        assert!(place(Suite::Build) < place(Suite::EndToEnd));
        assert!(Suite::ALL.iter().all(|suite| Group::ALL.contains(&suite.group())));
    }
}
