//! Points, rectangles and blocks of text in whole units.

use super::measure::{Font, width_of};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

/// Lines of text under each other, in the middle of their rectangle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub rect: Rect,
    pub lines: Vec<String>,
}

impl Rect {
    pub const fn right(self) -> i32 {
        self.x + self.width
    }

    pub const fn bottom(self) -> i32 {
        self.y + self.height
    }

    pub const fn middle(self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    /// With so much more on each side.
    pub const fn grown(self, by: i32) -> Rect {
        Rect {
            x: self.x - by,
            y: self.y - by,
            width: self.width + 2 * by,
            height: self.height + 2 * by,
        }
    }

    /// Whether they have more than an edge in common.
    pub const fn overlaps(self, other: Rect) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    pub const fn contains(self, other: Rect) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// The rectangle that a straight line covers: of no width, or of no height.
    pub fn of_line(from: Point, to: Point) -> Rect {
        let (x, y) = (from.x.min(to.x), from.y.min(to.y));
        Rect { x, y, width: (to.x - from.x).abs(), height: (to.y - from.y).abs() }
    }
}

impl Block {
    /// The size that lines of a label need.
    pub fn size(lines: &[String]) -> (i32, i32) {
        let width = lines.iter().map(|line| width_of(line, Font::Label)).max().unwrap_or(0);
        (width, Font::Label.leading() * lines.len() as i32)
    }
}
