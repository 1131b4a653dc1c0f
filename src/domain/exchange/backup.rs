//! A backup: all cases of a browser in one file, each as its own case file, so that one damaged costs no other.
//!
//! `{"format":"udskift-it-system-backup","version":1,"app":…,"at":…,"cases":[case file, …]}`

use serde::Deserialize;
use serde_json::value::RawValue;

use super::export::{list, text_of};
use super::{ImportError, Imported, LARGEST_FILE, import};

/// The `format` of a backup.
pub const BACKUP_FORMAT: &str = "udskift-it-system-backup";
const BACKUP_VERSION: u64 = 1;
/// Within so many bytes a backup says that it is one.
const HEAD: usize = 1_000;

/// What a backup holds: each case, or why that one cannot be read.
pub type Backup = Vec<Result<Imported, ImportError>>;

#[derive(Deserialize)]
struct RawBackup<'a> {
    format: String,
    #[serde(borrow)]
    cases: Vec<&'a RawValue>,
}

/// The backup of these case files, written at this time.
pub fn export_backup(files: &[String], at: i64) -> String {
    let files: Vec<String> = files.iter().map(|file| file.trim().to_owned()).collect();
    let members = [
        ("format", text_of(BACKUP_FORMAT)),
        ("version", text_of(BACKUP_VERSION)),
        ("app", text_of(env!("CARGO_PKG_VERSION"))),
        ("at", text_of(at)),
        ("cases", list(&files)),
    ];
    let members: Vec<String> =
        members.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
    format!("{{\n{}\n}}\n", members.join(",\n"))
}

/// Reads a backup; none where the file is something else, such as a case file.
pub fn import_backup(bytes: &[u8]) -> Option<Backup> {
    if bytes.len() > LARGEST_FILE {
        return None;
    }
    // Its format is its first key: what has no such key need not be read whole to know.
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if !head.windows(BACKUP_FORMAT.len()).any(|part| part == BACKUP_FORMAT.as_bytes()) {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let raw: RawBackup = serde_json::from_str(text).ok()?;
    (raw.format == BACKUP_FORMAT).then(|| raw.cases.iter().map(|case| import(case.get())).collect())
}
