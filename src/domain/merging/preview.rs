//! A merge seen before it happens.

use std::collections::{HashMap, HashSet};

use super::{Changes, Dispute, Who, ids};
use crate::domain::case::{Author, CaseFile, Field, Id, Merged, Version};
use crate::domain::exchange::{CaseId, Cover, Imported, Kept};

/// What a file is to the case here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// There is no such case here: merging it is opening it.
    NewCase,
    /// It is of another case than the one previewed, and left out.
    OtherCase,
    /// The same events are here and there.
    SameVersion,
    /// It holds nothing new and lacks so much of what is here; it was exported by me.
    OlderOfMine { lacks: usize },
    /// It holds nothing new and lacks so much of what is here; it was exported by another.
    AlreadyMerged { lacks: usize },
    /// It has so many events that are new here, and lacks so many.
    News { new: usize, lacks: usize },
}

/// One of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePreview {
    pub case: CaseId,
    pub cover: Cover,
    pub relation: Relation,
    pub version: Version,
    /// Whether the code on its cover is that of its events; none where the cover has no code.
    pub is_as_exported: Option<bool>,
}

/// What merging would do. What it would leave behind is [`Preview::after`], exactly.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    pub case: CaseId,
    /// In the order given.
    pub files: Vec<FilePreview>,
    /// The case as it would be.
    pub after: CaseFile,
    /// What the merge would add, and the identities that stand for other events here or in another of the files.
    pub merged: Merged,
    /// Events of a newer version of the app that would be new here.
    pub new_kept: usize,
    /// What is new here.
    pub news: Changes,
    /// What is here and in none of the files.
    pub mine: Changes,
    /// Every conflict there would be, in the order of the fields.
    pub disputes: Vec<PreviewDispute>,
    /// Fields in conflict here that the merge would settle: someone chose.
    pub settled: Vec<Field>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewDispute {
    pub dispute: Dispute,
    /// Whether the merge makes it; otherwise it is here already.
    pub is_new: bool,
}

impl Preview {
    /// Whether merging would change nothing here.
    pub fn is_nothing_new(&self) -> bool {
        self.merged.added.is_empty() && self.new_kept == 0
    }

    /// How many conflicts the merge would make.
    pub fn new_disputes(&self) -> usize {
        self.disputes.iter().filter(|dispute| dispute.is_new).count()
    }
}

/// What merging these files into the case here would do; `me` tells my own exports from others'.
///
/// With no case here it is that of the first file. None without a file. Files of other cases are left out.
pub fn preview(
    here: Option<(&CaseFile, &[Kept])>,
    me: &Author,
    files: &[Imported],
) -> Option<Preview> {
    let empty = CaseFile::default();
    let (file, kept) = here.unwrap_or((&empty, &[]));
    let first = files.first()?.case;
    let case = CaseId::of(file, kept).unwrap_or(first);
    let here: HashSet<Id> = ids(file, kept).collect();
    let mut after = file.clone();
    let mut merged = Merged::default();
    let (mut there, mut there_kept) = (HashSet::new(), HashSet::new());
    let mut previews = Vec::with_capacity(files.len());
    for imported in files {
        let own: HashSet<Id> = imported.ids().collect();
        let relation = relation(case, &here, me, imported, &own);
        let version = Version::of_ids(own.iter().copied());
        previews.push(FilePreview {
            case: imported.case,
            cover: imported.cover.clone(),
            relation,
            version,
            is_as_exported: imported.code.map(|code| code == version),
        });
        if relation == Relation::OtherCase {
            continue;
        }
        let one = after.merge(imported.events.iter().cloned());
        merged.added.extend(one.added);
        merged.known += one.known;
        merged.clashes.extend(one.clashes);
        there.extend(own);
        there_kept.extend(imported.kept.iter().map(|kept| kept.id));
    }
    let added: HashSet<Id> = merged.added.iter().copied().collect();
    let new_kept =
        there_kept.iter().filter(|id| !here.contains(id) && after.log().get(**id).is_none());
    let new_kept = new_kept.count();
    let disputes = after.conflicts().map(|conflict| PreviewDispute {
        dispute: Dispute::of(&conflict),
        is_new: !file.is_in_conflict(conflict.field),
    });
    let settled = file.conflicts().map(|c| c.field).filter(|field| !after.is_in_conflict(*field));
    Some(Preview {
        case,
        files: previews,
        new_kept,
        news: Changes::of(&after, |id| added.contains(&id)),
        mine: Changes::of(file, |id| !there.contains(&id)),
        disputes: disputes.collect(),
        settled: settled.collect(),
        merged,
        after,
    })
}

/// The files by the case they are of, in the order they came: a preview each.
pub fn by_case(files: Vec<Imported>) -> Vec<(CaseId, Vec<Imported>)> {
    let mut places: HashMap<CaseId, usize> = HashMap::new();
    let mut cases: Vec<(CaseId, Vec<Imported>)> = Vec::new();
    for file in files {
        let place = *places.entry(file.case).or_insert_with(|| {
            cases.push((file.case, Vec::new()));
            cases.len() - 1
        });
        if let Some((_, files)) = cases.get_mut(place) {
            files.push(file);
        }
    }
    cases
}

fn relation(
    case: CaseId,
    here: &HashSet<Id>,
    me: &Author,
    file: &Imported,
    own: &HashSet<Id>,
) -> Relation {
    let new = own.iter().filter(|id| !here.contains(id)).count();
    let lacks = here.len() + new - own.len();
    // Without a name, nobody can be told from another.
    let is_mine = Who::of(&file.cover.by) == Who::of(me) && *me != Author::default();
    match (new, lacks) {
        _ if file.case != case => Relation::OtherCase,
        _ if here.is_empty() => Relation::NewCase,
        (0, 0) => Relation::SameVersion,
        (0, lacks) if is_mine => Relation::OlderOfMine { lacks },
        (0, lacks) => Relation::AlreadyMerged { lacks },
        (new, lacks) => Relation::News { new, lacks },
    }
}
