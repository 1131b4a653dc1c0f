//! Reads the versions that are pinned and those that are installed.

/// The version of a package in the text of a `Cargo.lock`.
pub fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// The version in what a program prints of itself: `trunk 0.21.14`, `v20.20.2`.
pub fn printed(line: &str) -> Option<&str> {
    let word = line.split_whitespace().map(|word| word.trim_start_matches('v'));
    word.into_iter().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The first number of a version.
pub fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.9\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";

    #[test]
    fn the_locked_version_is_of_exactly_that_package() {
        assert_eq!(locked(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(LOCK, "wasm"), None);
    }

    #[test]
    fn programs_print_their_version_in_several_ways() {
        assert_eq!(printed("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(printed("wasm-bindgen 0.2.130 (abc 2026-01-01)"), Some("0.2.130"));
        assert_eq!(printed("v20.20.2"), Some("20.20.2"));
        assert_eq!(printed("no number"), None);
    }

    #[test]
    fn the_major_version_is_a_number_not_a_text() {
        assert_eq!(major("9.1.0"), Some(9));
        assert_eq!(major("20.20.2"), Some(20));
        assert_eq!(major(""), None);
    }
}
