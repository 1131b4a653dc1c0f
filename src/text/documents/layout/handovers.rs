//! Overleveringstjekliste on paper: a row for each handover, and below it what more is told of it.

use super::super::handovers::{
    BEFORE, COLUMNS, DEVIATIONS, HandoverLine, HandoverPaper, HandoverSection, NOT_APPLICABLE,
    PartyText,
};
use super::super::paper::{Block, Cell, Group, Line, Piece, Row, RowLook, Table, line, loud};

/// Wide enough for "Forvaltningsansvarlig (gammelt)" on one line, and for a date in a box.
const WIDTHS: [u8; 5] = [26, 23, 23, 14, 14];

pub fn handovers(paper: &HandoverPaper) -> Vec<Block> {
    if paper.sections.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Facts(vec![line(paper.totals.clone())])];
    for section in &paper.sections {
        blocks.push(Block::heading(section.heading));
        blocks.push(table(section).block());
    }
    let mut list = |heading: &'static str, rows: Vec<Line>| {
        if !rows.is_empty() {
            blocks.push(Block::heading(heading));
            blocks.push(Block::List(rows));
        }
    };
    list(DEVIATIONS, paper.deviations.iter().map(|text| line(text.clone())).collect());
    let skipped = |(name, why): &(String, String)| {
        vec![Piece::Loud(format!("{name}. ").into()), Piece::Text(why.clone().into())]
    };
    list(NOT_APPLICABLE, paper.not_applicable.iter().map(skipped).collect());
    blocks
}

fn table(section: &HandoverSection) -> Table {
    let columns: Vec<_> = COLUMNS.into_iter().zip(WIDTHS).collect();
    let mut table = Table::new(section.heading, &columns);
    table.groups = section.rows.iter().map(group).collect();
    table
}

fn group(row: &HandoverLine) -> Group {
    let name = Cell::lines([line(row.reference.clone()), loud(row.name.clone())]).naming();
    let first = Row::new([
        name,
        party(&row.from),
        party(&row.to),
        Cell::tick(&row.sent),
        Cell::tick(&row.received),
    ]);
    let more = Row::new([Cell::lines(told(row)).over(COLUMNS.len())]).look(RowLook::More);
    Group { heading: None, rows: vec![first, more], together: true }
}

/// What it is with its facts, which follow one another on the line: most are short, and paper is long.
fn told(row: &HandoverLine) -> Vec<Line> {
    let what = [row.what.to_owned(), row.facts.join(" · ")].join(" ");
    let mut lines = vec![line(what.trim_end().to_owned())];
    if !row.before.is_empty() {
        let before = row.before.join(" · ");
        lines.push(vec![Piece::Loud(format!("{BEFORE}: ").into()), Piece::Text(before.into())]);
    }
    if !row.ready.is_empty() {
        lines.push(loud(row.ready));
    }
    lines.extend(row.deviation.clone().map(loud));
    lines
}

fn party(party: &PartyText) -> Cell {
    let names: Vec<String> = party.organisations.iter().chain(&party.people).cloned().collect();
    let mut lines = vec![loud(party.role)];
    if !names.is_empty() {
        lines.push(line(names.join(", ")));
    }
    Cell::lines(lines)
}
