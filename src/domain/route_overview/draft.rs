//! A row of a list as a draft of a route, or what is wrong with the row.

use super::names::linked;
use super::{Column, Lexicon, Names};
use crate::domain::case::{
    End, EntityKind, Field, Handling, Id, LONGEST_TEXT, RouteField, Side, SideField, SystemField,
    Value, ValueKind,
};
use crate::domain::personal_data::looks_like_cpr;
use crate::domain::spreadsheet::Row;

/// What a row says of a route. Each column that the list has is there, also where its cell is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The line of this app that the row names.
    pub id: Option<Id>,
    pub facts: Vec<(RouteField, Fact)>,
    /// Organisations named for the systems at its ends.
    pub parties: Vec<(Side, End, SystemField, String)>,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    Value(Value),
    /// The name of what the field links to, in the case already or not.
    Named(String),
}

/// Something about a row that the user is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The column of the cell, from 0, where it is about one.
    pub column: Option<usize>,
    pub kind: ProblemKind,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The cell has none of the words that this field takes.
    NotAWord(RouteField),
    NotYesOrNo,
    NotANumber,
    TooLong {
        most: usize,
    },
    /// It is no identity such as the app writes.
    NotAnId,
    /// No route of the case is called so or has this identity.
    NotARoute,
    /// Neither a name nor a system nor an identity.
    Nameless,
    /// Another row, by its number, is about the same line of this app.
    SameId {
        row: u32,
    },
    /// Only told: another row has the same identity on SP.
    SameReference {
        row: u32,
    },
    /// Only told: a text looks as if it held a CPR number.
    PersonalData,
}

/// Reads rows whose columns are known.
pub struct RowReader<'a> {
    pub columns: &'a [Option<Column>],
    pub lexicon: &'a Lexicon,
    pub names: &'a Names,
}

impl ProblemKind {
    /// Whether the row cannot come in with it.
    pub fn is_in_the_way(self) -> bool {
        !matches!(self, ProblemKind::SameReference { .. } | ProblemKind::PersonalData)
    }
}

impl Draft {
    /// What it says in a field; none where the list has no such column.
    pub fn fact(&self, field: RouteField) -> Option<&Fact> {
        self.facts.iter().find(|(other, _)| *other == field).map(|(_, fact)| fact)
    }

    /// The text of a name or a text; empty where there is none.
    pub fn text(&self, field: RouteField) -> &str {
        match self.fact(field) {
            Some(Fact::Named(text) | Fact::Value(Value::Text(text))) => text,
            _ => "",
        }
    }

    fn is_nameless(&self) -> bool {
        let fields = [
            RouteField::Name,
            RouteField::Reference,
            RouteField::Side(Side::Old, SideField::System(End::From)),
            RouteField::Side(Side::Old, SideField::System(End::To)),
            RouteField::Side(Side::New, SideField::System(End::From)),
            RouteField::Side(Side::New, SideField::System(End::To)),
        ];
        self.id.is_none() && fields.into_iter().all(|field| self.text(field).is_empty())
    }
}

impl Fact {
    pub fn is_nothing(&self) -> bool {
        *self == Fact::Value(Value::Nothing)
    }
}

impl RowReader<'_> {
    /// Reads a row. Where a problem is in the way, the draft lacks what the cell was to say.
    pub fn read(&self, row: &Row) -> (Draft, Vec<Problem>) {
        let mut draft = Draft::default();
        let mut problems = Vec::new();
        for (place, column) in self.columns.iter().enumerate() {
            let text = row.cell(place);
            let mut tell = |kind| problems.push(Problem { column: Some(place), kind });
            match column {
                None => {}
                Some(Column::Id) if text.is_empty() => {}
                Some(Column::Id) => match text.parse() {
                    Ok(id) => draft.id = Some(id),
                    Err(()) => tell(ProblemKind::NotAnId),
                },
                Some(Column::Party(side, end, field)) if !self.lexicon.is_nothing(text) => {
                    draft.parties.push((*side, *end, *field, text.to_owned()));
                }
                Some(Column::Party(..)) => {}
                Some(Column::Fact(field)) => match self.fact(*field, text) {
                    Ok(fact) => {
                        if matches!(fact, Fact::Value(Value::Text(_))) && looks_like_cpr(text) {
                            tell(ProblemKind::PersonalData);
                        }
                        draft.facts.push((*field, fact));
                    }
                    Err(kind) => tell(kind),
                },
            }
        }
        if draft.is_nameless() {
            problems.push(Problem { column: None, kind: ProblemKind::Nameless });
        }
        self.turn_to_new(&mut draft);
        (draft, problems)
    }

    fn fact(&self, field: RouteField, text: &str) -> Result<Fact, ProblemKind> {
        if text.is_empty() {
            return Ok(Fact::Value(Value::Nothing));
        }
        if text.chars().count() > LONGEST_TEXT {
            return Err(ProblemKind::TooLong { most: LONGEST_TEXT });
        }
        if let Some(kind) = linked(field) {
            return Ok(self.named(kind, text));
        }
        let kind = Field::Route(UNSAID, field).kind();
        let value = match kind {
            ValueKind::Text => Some(Value::text(text)),
            ValueKind::Word(codes) => self.lexicon.word(text, codes).map(Value::Word),
            ValueKind::Flag => self.lexicon.flag(text).map(Value::Flag),
            ValueKind::Count => text.trim_end_matches('.').parse().ok().map(Value::Count),
            ValueKind::Link(EntityKind::Route) => self.names.find_route(text).map(Value::Link),
            ValueKind::Link(_) | ValueKind::Day | ValueKind::Time => None,
        };
        match (value, kind) {
            (Some(value), _) => Ok(Fact::Value(value)),
            (None, _) if self.lexicon.is_nothing(text) => Ok(Fact::Value(Value::Nothing)),
            (None, ValueKind::Flag) => Err(ProblemKind::NotYesOrNo),
            (None, ValueKind::Link(_)) => Err(ProblemKind::NotARoute),
            (None, ValueKind::Count) => Err(ProblemKind::NotANumber),
            (None, _) => Err(ProblemKind::NotAWord(field)),
        }
    }

    fn named(&self, kind: EntityKind, text: &str) -> Fact {
        // Unless someone is called so.
        let nothing = self.lexicon.is_nothing(text) && self.names.find(kind, text).is_none();
        if nothing { Fact::Value(Value::Nothing) } else { Fact::Named(text.to_owned()) }
    }

    /// In a list with one set of columns, a route to be established has them on its new side.
    fn turn_to_new(&self, draft: &mut Draft) {
        let establish = Fact::Value(Handling::Establish.into());
        let is_new = |column: &Option<Column>| {
            matches!(column, Some(Column::Fact(RouteField::Side(Side::New, _))))
        };
        if draft.fact(RouteField::Handling) != Some(&establish) || self.columns.iter().any(is_new) {
            return;
        }
        for (field, _) in &mut draft.facts {
            if let RouteField::Side(side, of) = field
                && *of != SideField::Active
            {
                *side = Side::New;
            }
        }
        for (side, ..) in &mut draft.parties {
            *side = Side::New;
        }
    }
}

/// Kinds of values depend on the field alone, not on whose it is.
const UNSAID: Id = crate::domain::case::Writer::new(0).id(0);
