//! Measuring the built site: the driver is in `bench/`, and plain Node as the tests of the built site are.

use crate::counts::{self, Counts};
use crate::project::{Project, Result, run, run_and_read};
use crate::setup;

/// Runs the driver on the site that is built; it prints its tables and writes `target/bench.json`.
pub fn run_driver(project: &Project, options: &[String]) -> Result<()> {
    let chromium = setup::for_bench(project)?;
    let mut command = project.command("node", &["bench/main.mjs"]);
    command.args(options).env("CHROMIUM", chromium);
    run(command)
}

/// The tests of the driver's sums and verdicts, counted, and whether they ended well.
pub fn tests(project: &Project) -> Result<(Counts, bool)> {
    setup::node(project)?;
    let words = ["--test", "--test-reporter=tap", "bench/bench.test.mjs"];
    let printed = run_and_read(project.command("node", &words))?;
    Ok((counts::of_node(&printed.text), printed.success))
}
