//! Words of tables that are saved for spreadsheets.

pub const XLSX: &str = "Excel (XLSX)";
pub const CSV: &str = "CSV";

/// Said when a table was downloaded.
pub fn saved(name: &str) -> String {
    format!("Tabellen er hentet som »{name}«.")
}
