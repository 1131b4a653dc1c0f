//! A merge seen before it happens.

use std::collections::{HashMap, HashSet};

use super::{Changes, Changing, Dispute, Who, ids};
use crate::domain::case::{Author, CaseFile, Copying, Field, Id, Merged, Version};
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
    let mut previewing = Previewing::start(file, kept, files)?;
    while previewing.step((file, kept), me, files, usize::MAX) {}
    Some(previewing.finish(file))
}

/// [`preview`] a piece at a time. The case here must stay as it is meanwhile, and the files.
pub struct Previewing {
    case: CaseId,
    /// What is here, once it was looked at.
    here: Option<HashSet<Id>>,
    there: HashSet<Id>,
    there_kept: HashSet<Id>,
    /// The file that is being taken in, and how many of its events are.
    at: usize,
    taken: usize,
    files: Vec<FilePreview>,
    copying: Option<Copying>,
    after: CaseFile,
    merged: Merged,
    added: HashSet<Id>,
    news: Changing,
    mine: Changing,
}

impl Previewing {
    /// None without a file.
    pub fn start(file: &CaseFile, kept: &[Kept], files: &[Imported]) -> Option<Previewing> {
        let first = files.first()?.case;
        Some(Previewing {
            case: CaseId::of(file, kept).unwrap_or(first),
            here: None,
            there: HashSet::new(),
            there_kept: HashSet::new(),
            at: 0,
            taken: 0,
            files: Vec::with_capacity(files.len()),
            copying: Some(Copying::default()),
            after: CaseFile::default(),
            merged: Merged::default(),
            added: HashSet::new(),
            news: Changing::default(),
            mine: Changing::default(),
        })
    }

    /// Takes in or looks at so many more events; whether there is more to be done.
    pub fn step(
        &mut self,
        (file, kept): (&CaseFile, &[Kept]),
        me: &Author,
        files: &[Imported],
        most: usize,
    ) -> bool {
        if let Some(copying) = &mut self.copying {
            if !copying.step(file) {
                self.after = self.copying.take().map(Copying::finish).unwrap_or_default();
            }
            return true;
        }
        let Some(here) = &self.here else {
            self.here = Some(ids(file, kept).collect());
            return true;
        };
        if let Some(imported) = files.get(self.at) {
            if self.taken > 0 {
                self.take(imported, most);
            } else {
                let own: HashSet<Id> = imported.ids().collect();
                let relation = relation(self.case, here, me, imported, &own);
                self.begin(relation, imported, own, most);
            }
            return true;
        }
        let (added, there) = (&self.added, &self.there);
        self.news.step(&self.after, &|id| added.contains(&id), most)
            || self.mine.step(file, &|id| !there.contains(&id), most)
    }

    /// How far it is, in thousandths.
    pub fn progress(&self) -> usize {
        let files = self.files.len().max(1);
        if self.news.is_begun() { 600 } else { 600 * self.at.min(files) / files }
    }

    /// What the merge would do.
    pub fn finish(self, file: &CaseFile) -> Preview {
        let Previewing { here, there_kept, after, .. } = self;
        let was_here = |id: &Id| here.as_ref().is_some_and(|here| here.contains(id));
        let is_new = |id: &&Id| !was_here(id) && after.log().get(**id).is_none();
        let new_kept = there_kept.iter().filter(is_new).count();
        let disputes = after.conflicts().map(|conflict| PreviewDispute {
            dispute: Dispute::of(&conflict),
            is_new: !file.is_in_conflict(conflict.field),
        });
        let settled = file.conflicts().map(|c| c.field).filter(|f| !after.is_in_conflict(*f));
        Preview {
            case: self.case,
            files: self.files,
            new_kept,
            news: self.news.finish(&after),
            mine: self.mine.finish(file),
            disputes: disputes.collect(),
            settled: settled.collect(),
            merged: self.merged,
            after,
        }
    }

    fn begin(&mut self, relation: Relation, imported: &Imported, own: HashSet<Id>, most: usize) {
        let version = Version::of_ids(own.iter().copied());
        self.files.push(FilePreview {
            case: imported.case,
            cover: imported.cover.clone(),
            relation,
            version,
            is_as_exported: imported.code.map(|code| code == version),
        });
        if relation == Relation::OtherCase {
            self.at += 1;
            return;
        }
        self.there.extend(own);
        self.there_kept.extend(imported.kept.iter().map(|kept| kept.id));
        self.take(imported, most);
    }

    fn take(&mut self, imported: &Imported, most: usize) {
        let some: Vec<_> = imported.events.iter().skip(self.taken).take(most).cloned().collect();
        self.taken += some.len();
        let one = self.after.merge(some);
        self.added.extend(one.added.iter().copied());
        self.merged.added.extend(one.added);
        self.merged.known += one.known;
        self.merged.clashes.extend(one.clashes);
        if self.taken == imported.events.len() {
            (self.at, self.taken) = (self.at + 1, 0);
        }
    }
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
