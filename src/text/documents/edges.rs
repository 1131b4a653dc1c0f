//! What stands at the edge of each printed page, written as CSS strings: that is where browsers take it from.

use serde::Serialize;

use super::HeadText;

/// Custom properties of the root element, each with a CSS string.
pub type Edges = [(&'static str, String); 3];

/// The custom properties: top left, top right, bottom left.
pub const EDGES: [&str; 3] = ["--print-top-left", "--print-top-right", "--print-bottom-left"];

/// Longer titles are cut: the edge is one line.
const LONGEST: usize = 64;

/// The edges of a document's pages; the page's number is the style sheet's.
pub fn edges(head: &HeadText, printed: &str) -> Edges {
    let [top_left, top_right, bottom_left] = EDGES;
    [
        (top_left, css_string(&format!("{} · {}", short(&head.case), head.document))),
        (top_right, css_string(&super::version(head))),
        (bottom_left, css_string(&short(printed))),
    ]
}

/// What a Word file is told beside the paper: the texts at the edges of its pages, and those around its disputes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WordEdges {
    top_left: String,
    top_right: String,
    bottom_left: String,
    /// Before the page's number, and between it and that of all.
    page: [&'static str; 2],
    program: &'static str,
    disputes: &'static str,
    other: &'static str,
}

impl WordEdges {
    pub fn of(head: &HeadText, printed: &str) -> WordEdges {
        WordEdges {
            top_left: format!("{} · {}", short(&head.case), head.document),
            top_right: super::version(head),
            bottom_left: printed.to_owned(),
            page: ["Side ", " af "],
            program: "Udskift it-system",
            disputes: super::DISPUTES,
            other: super::OTHER_CHOICE,
        }
    }
}

fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    if text.chars().count() <= LONGEST {
        return text;
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The text as a CSS string with its quotes; nothing in it can end the string.
fn css_string(text: &str) -> String {
    let mut string = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' | '<' | '>' => string.push_str(&format!("\\{:x} ", u32::from(c))),
            c if c.is_control() => string.push(' '),
            c => string.push(c),
        }
    }
    string.push('"');
    string
}
