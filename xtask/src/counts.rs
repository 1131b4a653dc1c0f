//! Counts of tests, read from what the test runners print.

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
}

impl Counts {
    /// A check that has no tests of its own.
    pub fn check(success: bool) -> Counts {
        Counts { passed: success.into(), failed: (!success).into() }
    }

    pub fn plus(self, other: Counts) -> Counts {
        Counts { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }

    /// The result of a suite: one that ran nothing, or broke off without naming a failed test, has failed too; then also why.
    pub fn settled(self, success: bool) -> (Counts, Option<&'static str>) {
        let why = match (self.passed + self.failed, self.failed, success) {
            (0, _, true) => "it ran no test",
            (0, _, false) => "it ended before any test ran",
            (_, 0, false) => "it ended in an error outside its tests",
            _ => return (self, None),
        };
        (Counts { failed: self.failed + 1, ..self }, Some(why))
    }
}

/// Sums the closing lines of Rust's test programs, on the host and in a browser.
pub fn of_rust(output: &str) -> Counts {
    let results = output.lines().filter_map(|line| line.trim().strip_prefix("test result: "));
    results.fold(Counts::default(), |sum, line| {
        let line = line.split_once(". ").map_or(line, |(_, counts)| counts);
        sum.plus(Counts { passed: before(line, "passed"), failed: before(line, "failed") })
    })
}

/// Reads the closing lines of Node's test runner in TAP; a cancelled test has failed.
pub fn of_node(output: &str) -> Counts {
    let passed = closing(output, "# pass ").saturating_sub(empty_files(output));
    Counts { passed, failed: closing(output, "# fail ") + closing(output, "# cancelled ") }
}

/// Files without a test of their own, which Node reports as one passed test with the file's name.
fn empty_files(output: &str) -> u32 {
    let empty =
        output.lines().filter(|line| line.starts_with("ok ") && line.ends_with(".test.mjs"));
    u32::try_from(empty.count()).unwrap_or(u32::MAX)
}

/// The number on the last line with this start: a test's own print may look like an earlier one.
fn closing(output: &str, start: &str) -> u32 {
    let last = output.lines().rev().find_map(|line| line.strip_prefix(start)?.trim().parse().ok());
    last.unwrap_or(0)
}

fn before(line: &str, word: &str) -> u32 {
    let part = line.split(';').find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok());
    part.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u32, failed: u32) -> Counts {
        Counts { passed, failed }
    }

    #[test]
    fn several_rust_programs_add_up() {
        let output = "running 3 tests\ntest a ... ok\n\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\n\
            running 12 tests\ntest result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(of_rust(output), counts(13, 2));
    }

    #[test]
    fn a_browser_without_tests_counts_none() {
        assert_eq!(of_rust("no tests to run!\n"), counts(0, 0));
    }

    #[test]
    fn node_counts_its_closing_lines_only() {
        let output = "TAP version 13\n# pass 99\nok 1 - a\nnot ok 2 - b\n1..2\n# tests 5\n# suites 0\n\
            # pass 3\n# fail 1\n# cancelled 1\n# skipped 0\n";
        assert_eq!(of_node(output), counts(3, 2));
    }

    #[test]
    fn a_file_without_tests_is_not_a_passed_test() {
        let output = "ok 1 - tests/e2e/empty.test.mjs\nok 2 - the page opens\n# pass 2\n# fail 0\n# cancelled 0\n";
        assert_eq!(of_node(output), counts(1, 0));
    }

    #[test]
    fn a_suite_passes_only_if_tests_ran_and_all_went_well() {
        assert_eq!(counts(3, 0).settled(true), (counts(3, 0), None));
        assert_eq!(counts(3, 1).settled(false), (counts(3, 1), None));
        assert_eq!(counts(0, 0).settled(true).0, counts(0, 1));
        assert_eq!(counts(0, 0).settled(false).0, counts(0, 1));
        assert_eq!(counts(3, 0).settled(false).0, counts(3, 1));
    }
}
