//! The name of an exported file: safe wherever it is saved, readable where it is found again.

use crate::domain::plain::is_hidden;
use crate::domain::time::Day;

/// Longest title in a name, in bytes: systems take 255, and the folder's path needs its share on Windows.
const LONGEST: usize = 160;
/// Names that Windows takes for devices, whatever follows a dot.
const DEVICES: &[&str] = &["CON", "PRN", "AUX", "NUL"];

/// `Udskift Alfa med Beta-2026-11-23.json`, or `sag-2026-11-23.json` where nothing is left of the title.
pub fn file_name(title: &str, day: Day) -> String {
    format!("{}-{day}.json", safe(title))
}

/// `Udskift Alfa med Beta.json`: a file that many write to keeps its name.
pub fn shared_name(title: &str) -> String {
    format!("{}.json", safe(title))
}

/// `Ruteoverblik - Udskift Alfa med Beta - 2026-11-23.csv`: a table for spreadsheets, whose ending is its kind.
pub fn table_name(table: &str, title: &str, day: Day, kind: &str) -> String {
    format!("{}.{kind}", print_name(table, title, day))
}

/// `Rutebeslutningstjekliste - Udskift Alfa med Beta - 2026-11-23`: browsers name a PDF after the window's title.
pub fn print_name(document: &str, title: &str, day: Day) -> String {
    format!("{document} - {} - {day}", safe(title))
}

fn safe(title: &str) -> String {
    let plain: String = title.chars().map(|c| if is_safe(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut name = words.join(" ");
    while name.len() > LONGEST {
        name.pop();
    }
    // Windows drops dots and blanks at the end, and others hide what begins with a dot.
    match name.trim_matches(['.', ' ', '-']) {
        "" => "sag".to_owned(),
        name if is_device(name) => format!("sag {name}"),
        name => name.to_owned(),
    }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim().to_ascii_uppercase();
    let numbered = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    DEVICES.contains(&stem.as_str()) || numbered.is_some_and(|n| n.parse::<u8>().is_ok())
}

fn is_safe(c: char) -> bool {
    !c.is_control() && !is_hidden(c) && !r#"<>:"/\|?*"#.contains(c)
}
