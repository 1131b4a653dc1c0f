//! A document in words, whatever it is about: the one thing that page, paper and Word file are made from.
//!
//! As JSON it goes to what writes Word files (parts/word). What is missing is [`Piece::Write`]: a line to fill in by hand, never a gap.

use std::borrow::Cow;

use serde::Serialize;

use super::{HeadText, Tick};

pub type Text = Cow<'static, str>;

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Paper {
    pub head: HeadText,
    /// Nothing where there is nothing to print.
    pub blocks: Vec<Block>,
    pub landscape: bool,
}

/// What stands below each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Block {
    /// A heading; it stays with what follows.
    Heading(Text),
    /// What follows begins a page.
    NewPage,
    Text(Line),
    /// Framed: the reader must not miss it.
    Warning(Text),
    /// Short facts, as many on a line as there is room for.
    Facts(Vec<Line>),
    List(Vec<Line>),
    Table(Table),
    /// One thing with a heading of its own, on one page where it can be.
    Part(Part),
}

/// What belongs together: a heading, what stands beside it, and what is below.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    pub heading: Text,
    pub beside: Vec<Line>,
    pub blocks: Vec<Block>,
}

/// Pieces that follow each other.
pub type Line = Vec<Piece>;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Piece {
    Text(Text),
    Loud(Text),
    /// A box with the word beside it; without one it says by itself whether it is ticked.
    Tick {
        on: bool,
        word: Text,
    },
    /// A line to write on.
    Write,
}

/// A table whose head is repeated on each page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    pub look: Look,
    /// What it is called, and whether that stands above it.
    pub name: Text,
    pub caption: Option<Line>,
    pub columns: Vec<Column>,
    pub groups: Vec<Group>,
}

/// How a table looks beside the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Look {
    #[default]
    Plain,
    /// Small letters, for many columns.
    Dense,
    /// Questions and answers without borders or a visible head.
    Questions,
    /// Within a part: closer than others.
    Close,
}

/// A column and its share of the table's width in per cent; 0 takes what is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    pub name: Text,
    pub width: u8,
}

/// Rows under a heading of their own, if they have one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Group {
    pub heading: Option<Text>,
    pub rows: Vec<Row>,
    /// Its rows stay on one page.
    pub together: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    pub cells: Vec<Cell>,
    pub look: RowLook,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RowLook {
    #[default]
    Plain,
    /// It tells more of the row above.
    More,
    /// High enough for a signature.
    Sign,
}

/// A cell of one or more lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    pub lines: Vec<Line>,
    /// It names the row.
    pub heading: bool,
    pub columns: usize,
    pub rows: usize,
}

impl Paper {
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Every text in the order in which it is read, boxes and lines to write on as signs: for tests and searches.
    pub fn plain(&self) -> Vec<String> {
        let mut lines = Vec::new();
        self.blocks.iter().for_each(|block| block.tell(&mut lines));
        lines
    }
}

impl Block {
    pub fn heading(text: impl Into<Text>) -> Block {
        Block::Heading(text.into())
    }

    pub fn text(text: impl Into<Text>) -> Block {
        Block::Text(line(text))
    }

    fn tell(&self, lines: &mut Vec<String>) {
        match self {
            Block::Heading(text) => lines.push(format!("# {text}")),
            Block::NewPage => lines.push("---".to_owned()),
            Block::Text(text) => lines.push(plain(text)),
            Block::Warning(text) => lines.push(format!("! {text}")),
            Block::Facts(facts) | Block::List(facts) => lines.extend(facts.iter().map(plain)),
            Block::Table(table) => {
                lines.extend(table.caption.iter().map(plain));
                let names: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
                lines.push(names.join(" | "));
                for group in &table.groups {
                    lines.extend(group.heading.iter().map(|heading| format!("## {heading}")));
                    let row = |row: &Row| -> String {
                        let cells = row.cells.iter().map(|cell| {
                            let lines: Vec<String> = cell.lines.iter().map(plain).collect();
                            lines.join(" / ")
                        });
                        cells.collect::<Vec<_>>().join(" | ")
                    };
                    lines.extend(group.rows.iter().map(row));
                }
            }
            Block::Part(part) => {
                lines.push(format!("# {}", part.heading));
                lines.extend(part.beside.iter().map(plain));
                part.blocks.iter().for_each(|block| block.tell(lines));
            }
        }
    }
}

impl Table {
    /// A table of columns with their widths.
    pub fn new(name: impl Into<Text>, columns: &[(&'static str, u8)]) -> Table {
        let column =
            |(name, width): &(&'static str, u8)| Column { name: (*name).into(), width: *width };
        Table {
            look: Look::Plain,
            name: name.into(),
            caption: None,
            columns: columns.iter().map(column).collect(),
            groups: Vec::new(),
        }
    }

    pub fn look(mut self, look: Look) -> Table {
        self.look = look;
        self
    }

    /// Adds a group of rows.
    pub fn group(mut self, group: Group) -> Table {
        self.groups.push(group);
        self
    }

    /// Adds rows that may part from each other.
    pub fn rows(self, rows: impl IntoIterator<Item = Row>) -> Table {
        self.group(Group { rows: rows.into_iter().collect(), ..Group::default() })
    }

    pub fn block(self) -> Block {
        Block::Table(self)
    }
}

impl Row {
    pub fn new(cells: impl IntoIterator<Item = Cell>) -> Row {
        Row { cells: cells.into_iter().collect(), look: RowLook::Plain }
    }

    pub fn look(mut self, look: RowLook) -> Row {
        self.look = look;
        self
    }
}

impl Cell {
    /// A text, or nothing in a cell that is rightly empty.
    pub fn text(text: impl Into<Text>) -> Cell {
        Cell::lines([line(text)])
    }

    /// A text, or a line to fill it in where it is missing.
    pub fn known(text: impl Into<Text>) -> Cell {
        Cell::lines([known(text)])
    }

    /// The cell that names its row.
    pub fn head(text: impl Into<Text>) -> Cell {
        Cell { heading: true, ..Cell::text(text) }
    }

    pub fn lines(lines: impl IntoIterator<Item = Line>) -> Cell {
        Cell { lines: lines.into_iter().collect(), heading: false, columns: 1, rows: 1 }
    }

    pub fn over(mut self, columns: usize) -> Cell {
        self.columns = columns;
        self
    }

    pub fn down(mut self, rows: usize) -> Cell {
        self.rows = rows;
        self
    }

    /// The same as what names its row.
    pub fn naming(mut self) -> Cell {
        self.heading = true;
        self
    }

    /// A box with the date and initials beside it: filled in, or lines to write on.
    pub fn tick(tick: &Tick) -> Cell {
        let box_ = Piece::Tick { on: tick.done, word: "".into() };
        let part = |text: &String, label: &'static str| match text.as_str() {
            "" => vec![Piece::Text(label.into()), Piece::Write],
            text => line(text.to_owned()),
        };
        let mut first = vec![box_];
        first.extend(part(&tick.date, super::DATE));
        Cell::lines([first, part(&tick.by, super::INITIALS)])
    }

    /// Boxes to choose among.
    pub fn options<T: Into<Text>>(words: impl IntoIterator<Item = T>) -> Cell {
        Cell::lines([options(words)])
    }
}

/// Boxes to choose among.
pub fn options<T: Into<Text>>(words: impl IntoIterator<Item = T>) -> Line {
    words.into_iter().map(|word| Piece::Tick { on: false, word: word.into() }).collect()
}

pub fn line(text: impl Into<Text>) -> Line {
    vec![Piece::Text(text.into())]
}

pub fn loud(text: impl Into<Text>) -> Line {
    vec![Piece::Loud(text.into())]
}

/// A text, or a line to fill it in where it is missing.
pub fn known(text: impl Into<Text>) -> Line {
    let text = text.into();
    if text.is_empty() { vec![Piece::Write] } else { vec![Piece::Text(text)] }
}

/// "Label: fact", with a line to write on where the fact is missing.
pub fn fact(label: &str, text: impl Into<Text>) -> Line {
    let mut line = vec![Piece::Loud(format!("{label}: ").into())];
    line.extend(known(text));
    line
}

fn plain(line: &Line) -> String {
    let mut text = String::new();
    for piece in line {
        let word = match piece {
            Piece::Text(text) | Piece::Loud(text) => text.to_string(),
            Piece::Tick { on, word } => format!("{}{word}", if *on { "[x]" } else { "[ ]" }),
            Piece::Write => "____".to_owned(),
        };
        if !text.is_empty() && !text.ends_with(' ') && !word.starts_with(' ') {
            text.push(' ');
        }
        text.push_str(&word);
    }
    text.trim_end().to_owned()
}
