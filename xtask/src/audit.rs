//! What the project is built with: licences, sources and bans always, known vulnerabilities where they can be asked for.

use crate::counts::{self, Counts};
use crate::project::{Project, Result, ask, run_and_read};
use crate::setup;

/// What came of asking whether something has a known vulnerability.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    None,
    Some(String),
    /// Nobody could be asked; why.
    NotChecked(String),
}

/// All of it.
pub fn all(project: &Project) -> Result<(Counts, bool)> {
    let (rules, well) = by_rules(project)?;
    let vulnerable = advisories(project);
    Ok((rules.plus(vulnerable), well && vulnerable.failed == 0))
}

/// Licences, sources and bans, by `deny.toml`.
fn by_rules(project: &Project) -> Result<(Counts, bool)> {
    setup::node(project)?;
    let words = ["--test", "--test-reporter=tap", "xtask/supply.test.mjs"];
    let printed = run_and_read(project.command("node", &words))?;
    Ok((counts::of_node(&printed.text), printed.success))
}

/// Known vulnerabilities of npm packages and crates. What cannot be asked is said, and is no failure: a machine without
/// that network can still test. It is no pass either, and counts as nothing.
fn advisories(project: &Project) -> Counts {
    let mut all = Counts::default();
    for (what, answer) in [("npm", of_npm(project)), ("crates", of_crates(project))] {
        all = all.plus(match &answer {
            Answer::None => {
                println!("{what}: no known vulnerability");
                Counts::check(true)
            }
            Answer::Some(told) => {
                println!("{what}: KNOWN VULNERABILITIES\n{told}");
                Counts::check(false)
            }
            Answer::NotChecked(why) => {
                println!("{what}: IKKE TJEKKET (not checked) for known vulnerabilities: {why}");
                Counts::default()
            }
        });
    }
    all
}

fn of_npm(project: &Project) -> Answer {
    let words = ["audit", "--audit-level=moderate", "--package-lock-only"];
    match project.command("npm", &words).output() {
        Ok(output) => {
            let text = [output.stdout, output.stderr].concat();
            read_npm(output.status.success(), &String::from_utf8_lossy(&text))
        }
        Err(error) => Answer::NotChecked(error.to_string()),
    }
}

fn read_npm(success: bool, text: &str) -> Answer {
    if success && text.contains("found 0 vulnerabilities") {
        Answer::None
    } else if text.contains("npm audit report") {
        Answer::Some(text.trim().to_owned())
    } else {
        Answer::NotChecked("the registry does not answer audits here".to_owned())
    }
}

/// By cargo-deny, where it is installed. Nothing installs it: it takes some hundred crates to build, and its list of
/// advisories another fetch.
fn of_crates(project: &Project) -> Answer {
    if ask(project.command("cargo-deny", &["--version"])).is_none() {
        return Answer::NotChecked(
            "cargo-deny is not installed (cargo install cargo-deny --locked)".to_owned(),
        );
    }
    match project.command("cargo-deny", &["check", "advisories"]).output() {
        Ok(output) => {
            let text = [output.stdout, output.stderr].concat();
            read_deny(output.status.success(), &String::from_utf8_lossy(&text))
        }
        Err(error) => Answer::NotChecked(error.to_string()),
    }
}

fn read_deny(success: bool, text: &str) -> Answer {
    if success {
        Answer::None
    } else if text.contains("failed to fetch") || text.contains("failed to load advisory database")
    {
        Answer::NotChecked("the list of advisories cannot be fetched here".to_owned())
    } else {
        Answer::Some(text.trim().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_audit_that_nobody_answers_is_not_a_pass_of_the_audit() {
        assert_eq!(read_npm(true, "found 0 vulnerabilities\n"), Answer::None);
        let told = "# npm audit report\n\nx  <1.0.0\nSeverity: high\n";
        assert_eq!(read_npm(false, told), Answer::Some(told.trim().to_owned()));
        let refused =
            "npm warn audit 405 Method Not Allowed\nnpm error audit endpoint returned an error";
        assert!(matches!(read_npm(false, refused), Answer::NotChecked(_)));
        assert!(matches!(read_npm(true, ""), Answer::NotChecked(_)));
    }

    #[test]
    fn an_advisory_is_told_from_a_list_that_cannot_be_fetched() {
        assert_eq!(read_deny(true, "advisories ok"), Answer::None);
        assert!(matches!(read_deny(false, "error[vulnerability]: …"), Answer::Some(_)));
        let without = "error: failed to fetch advisory database";
        assert!(matches!(read_deny(false, without), Answer::NotChecked(_)));
    }
}
