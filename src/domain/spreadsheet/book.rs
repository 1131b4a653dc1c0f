//! Tables to an XLSX workbook of one sheet: headings that stay in sight and filter, texts that stay texts, days that are days.

use super::stored::zip;
use super::xml::escape;
use super::{Cell, column_name, guard};
use crate::domain::time::Day;

/// The formats of cells, by their places in [`STYLES`].
const PLAIN: u8 = 0;
const HEADING: u8 = 1;
const TEXT: u8 = 2;
const DAY: u8 = 3;

/// Columns are as wide as their widest cell between these, in letters.
const WIDTHS: std::ops::RangeInclusive<usize> = 9..=48;
/// A heading may take several lines; it has a button beside it.
const HEADING_WIDTH: usize = 22;
const BUTTON: usize = 3;
/// Day 0 of a spreadsheet, in days since 1970. It takes 1900 for a leap year, so that its days are right from March on.
const DAY_0: i64 = -25_569;
const FIRST_RIGHT: i64 = 61;

/// The rows, their headings first, as the file of a workbook whose sheet has this name.
pub fn write_workbook(name: &str, rows: &[Vec<Cell>]) -> Vec<u8> {
    let book = format!(
        "{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>\
         <sheet name=\"{}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        escape(name)
    );
    let types = format!(
        "{XML}<Types xmlns=\"{PACKAGE}content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"{TYPE}sheet.main+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{TYPE}worksheet+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPE}styles+xml\"/></Types>"
    );
    let to_book = relations(&[("officeDocument", "xl/workbook.xml")]);
    let to_parts = relations(&[("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]);
    zip(&[
        ("[Content_Types].xml", &types),
        ("_rels/.rels", &to_book),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &to_parts),
        ("xl/styles.xml", &format!("{XML}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>")),
        ("xl/worksheets/sheet1.xml", &sheet(rows)),
    ])
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

// Texts have the format "text" (49), so that what is typed into their cells later is taken as text too.
const STYLES: &str = "\
    <numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy\"/></numFmts>\
    <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
    <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
    <fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border/></borders>\
    <cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
    <cellXfs count=\"4\"><xf/>\
    <xf numFmtId=\"49\" fontId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\">\
    <alignment vertical=\"top\" wrapText=\"1\"/></xf>\
    <xf numFmtId=\"49\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs>";

fn relations(to: &[(&str, &str)]) -> String {
    let mut text = format!("{XML}<Relationships xmlns=\"{PACKAGE}relationships\">");
    for (at, (kind, target)) in to.iter().enumerate() {
        let id = at + 1;
        text.push_str(&format!(
            "<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>"
        ));
    }
    text + "</Relationships>"
}

fn sheet(rows: &[Vec<Cell>]) -> String {
    let width = rows.first().map_or(1, Vec::len).max(1);
    let mut text = format!(
        "{XML}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         </sheetView></sheetViews><cols>"
    );
    for at in 0..width {
        let column = at + 1;
        let (letters, style) = of_column(rows, at);
        text.push_str(&format!(
            "<col min=\"{column}\" max=\"{column}\" width=\"{letters}\" style=\"{style}\" customWidth=\"1\"/>"
        ));
    }
    text.push_str("</cols><sheetData>");
    let names: Vec<String> = (0..width).map(column_name).collect();
    for (at, row) in rows.iter().enumerate() {
        let number = (at + 1).to_string();
        text.push_str("<row r=\"");
        text.push_str(&number);
        text.push_str("\">");
        for (cell, name) in row.iter().zip(&names) {
            write_cell(&mut text, cell, name, &number, at == 0);
        }
        text.push_str("</row>");
    }
    let last = names.last().map_or("A", String::as_str);
    let count = rows.len().max(1);
    text.push_str(&format!("</sheetData><autoFilter ref=\"A1:{last}{count}\"/></worksheet>"));
    text
}

fn write_cell(to: &mut String, cell: &Cell, column: &str, row: &str, is_heading: bool) {
    let (style, kind, value) = match cell {
        Cell::Text(text) if text.is_empty() => return,
        Cell::Count(count) => (PLAIN, "", count.to_string()),
        Cell::Day(day) if serial(*day) >= FIRST_RIGHT => (DAY, "", serial(*day).to_string()),
        other => {
            let text = other.shown();
            // The way in takes guards away. A formula needs none here, where a text is told to be one.
            let text = if text.starts_with('\'') { guard(&text) } else { text };
            let style = if is_heading { HEADING } else { TEXT };
            (style, " t=\"inlineStr\"", escape(&text))
        }
    };
    let (open, close) = match kind {
        "" => ("<v>", "</v>"),
        // Else blanks around it are dropped.
        _ if value.trim() != value => ("<is><t xml:space=\"preserve\">", "</t></is>"),
        _ => ("<is><t>", "</t></is>"),
    };
    let style = style.to_string();
    let parts =
        ["<c r=\"", column, row, "\" s=\"", &style, "\"", kind, ">", open, &value, close, "</c>"];
    parts.into_iter().for_each(|part| to.push_str(part));
}

/// How wide a column is, and the format of its cells below the heading.
fn of_column(rows: &[Vec<Cell>], at: usize) -> (usize, u8) {
    let (mut width, mut style) = (0, TEXT);
    for (place, row) in rows.iter().enumerate() {
        let Some(cell) = row.get(at) else { continue };
        let letters = match cell {
            Cell::Text(text) if place == 0 => text.chars().count().min(HEADING_WIDTH) + BUTTON,
            Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
            Cell::Count(_) => {
                style = PLAIN;
                0
            }
            Cell::Day(_) => {
                style = DAY;
                11
            }
        };
        width = width.max(letters);
    }
    (width.clamp(*WIDTHS.start(), *WIDTHS.end()), style)
}

fn serial(day: Day) -> i64 {
    day.since_epoch() - DAY_0
}
