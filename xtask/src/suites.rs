//! Runs the suites one after the other and adds up their tests.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use crate::audit;
use crate::bench;
use crate::counts::{self, Counts};
use crate::dist;
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
    Hosting,
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
    Dist,
    EndToEnd,
    Firefox,
    Hosting,
}

/// The stories that are told in Firefox too: what a case needs from its beginning to its papers, and what depends on the
/// browser (storage, tabs, files). All of them would make the whole run too long; the documents on
/// Firefox's paper are held beside those on Chromium's.
const IN_FIREFOX: [&str; 11] = [
    "cases",
    "import",
    "meeting",
    "merge",
    "places",
    "process",
    "routes",
    "start",
    "story",
    "tabs",
    "two_profiles",
];

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
    for suite in Suite::ALL
        .into_iter()
        .filter(|suite| suite.groups().iter().any(|group| groups.contains(group)))
    {
        eprintln!("\n== {}", suite.name());
        let start = Instant::now();
        // An old site must not pass for the new one.
        let is_made = |suite| matches!(suite, Suite::Build | Suite::Dist);
        let unbuilt = ran.iter().any(|before| is_made(before.suite) && before.counts.failed > 0);
        let outcome = if suite.needs_the_site() && unbuilt {
            Err("not run, because what it needs was not built".to_owned())
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
    pub const ALL: [Group; 6] =
        [Group::Lint, Group::Supply, Group::Host, Group::Wasm, Group::EndToEnd, Group::Hosting];

    pub fn name(self) -> &'static str {
        match self {
            Group::Lint => "lint",
            Group::Supply => "supply",
            Group::Host => "host",
            Group::Wasm => "wasm",
            Group::EndToEnd => "e2e",
            Group::Hosting => "hosting",
        }
    }
}

impl Suite {
    /// In the order they are run: the quick ones first.
    const ALL: [Suite; 13] = [
        Suite::Format,
        Suite::ClippyHost,
        Suite::ClippyWasm,
        Suite::Docs,
        Suite::Supply,
        Suite::Host,
        Suite::Chores,
        Suite::Browser,
        Suite::Build,
        Suite::Dist,
        Suite::EndToEnd,
        Suite::Firefox,
        Suite::Hosting,
    ];

    /// Those it belongs to; what others are built on belongs to each of them.
    fn groups(self) -> &'static [Group] {
        match self {
            Suite::Format | Suite::ClippyHost | Suite::ClippyWasm | Suite::Docs => &[Group::Lint],
            Suite::Supply => &[Group::Supply],
            Suite::Host | Suite::Chores => &[Group::Host],
            Suite::Browser => &[Group::Wasm],
            Suite::Build | Suite::Dist => &[Group::EndToEnd, Group::Hosting],
            Suite::EndToEnd | Suite::Firefox => &[Group::EndToEnd],
            Suite::Hosting => &[Group::Hosting],
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
            Suite::Dist => "zip and one file",
            Suite::EndToEnd => "end-to-end tests",
            Suite::Firefox => "end-to-end, Firefox",
            Suite::Hosting => "tests of the hosting",
        }
    }

    fn needs_the_site(self) -> bool {
        matches!(self, Suite::Dist | Suite::EndToEnd | Suite::Firefox | Suite::Hosting)
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
            Suite::Dist => dist::pack(project).map(|()| (Counts::check(true), true)),
            Suite::EndToEnd => end_to_end(project, |_| true, "chromium"),
            Suite::Firefox => end_to_end(project, |name| IN_FIREFOX.contains(&name), "firefox"),
            Suite::Hosting => hosting(project),
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

/// Runs the stories of these files in a browser.
fn end_to_end(
    project: &Project,
    told: impl Fn(&str) -> bool,
    browser: &str,
) -> Result<(Counts, bool)> {
    let setup::EndToEnd { chromium, firefox, office } = setup::for_end_to_end(project)?;
    let places = [
        ("BROWSER", browser.into()),
        ("CHROMIUM", chromium),
        ("FIREFOX", firefox),
        ("SOFFICE", office),
    ];
    node_tests(project, "tests/e2e", told, &places)
}

fn hosting(project: &Project) -> Result<(Counts, bool)> {
    let setup::Hosting { chromium, nginx, apache } = setup::for_hosting(project)?;
    let places = [("CHROMIUM", chromium), ("NGINX", nginx), ("APACHE", apache)];
    node_tests(project, "tests/hosting", |_| true, &places)
}

/// Runs these files of tests in a folder, one at a time; they find programs under these names.
fn node_tests(
    project: &Project,
    folder: &str,
    told: impl Fn(&str) -> bool,
    places: &[(&str, PathBuf)],
) -> Result<(Counts, bool)> {
    let entries = fs::read_dir(project.root().join(folder));
    let entries = entries.map_err(|error| format!("{folder}: {error}"))?;
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut files: Vec<String> = names
        .filter(|name| name.strip_suffix(".test.mjs").is_some_and(&told))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    files.sort();
    if files.is_empty() {
        // Without files Node would look for tests everywhere.
        return Ok((Counts::default(), true));
    }
    let mut command =
        project.command("node", &["--test", "--test-reporter=tap", "--test-concurrency=1"]);
    command.args(files).envs(places.iter().map(|(name, path)| (name, path)));
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
        for tested in [Suite::EndToEnd, Suite::Firefox, Suite::Hosting] {
            assert!(place(Suite::Build) < place(Suite::Dist) && place(Suite::Dist) < place(tested));
        }
        assert!(Suite::ALL.iter().all(|suite| !suite.groups().is_empty()));
        for group in Group::ALL {
            let of_it = |suite: &Suite| suite.groups().contains(&group);
            assert!(Suite::ALL.iter().any(of_it), "{}", group.name());
        }
    }

    #[test]
    fn each_file_of_stories_for_firefox_is_there() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/e2e");
        for name in IN_FIREFOX {
            let file = format!("{folder}/{name}.test.mjs");
            assert!(fs::exists(&file).unwrap_or_default(), "{file} is not there");
        }
    }
}
