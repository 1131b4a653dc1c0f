//! The shared file in a real git repository: clones that are written, committed, pulled and pushed, in any order.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use udskift_it_system::domain::case::{EntityKind, Id};
use udskift_it_system::domain::exchange::{import, shared_text};
use udskift_it_system::domain::merging::join;

use crate::builder::{Desk, NOTE, TITLE, route_name};

const FILE: &str = "sag.json";
/// What `docs/file-format.md` tells people to put into `.gitattributes`.
const ATTRIBUTES: &str = "*.json merge=union\n";

/// A folder that is removed again.
struct Folder(PathBuf);

/// Someone with a clone of the repository and the case in a browser.
struct Office {
    desk: Desk,
    clone: PathBuf,
    seen: HashSet<Id>,
}

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("udskift-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    /// A repository that is only pushed to, and a clone of it for each name; all have the same copy of a case.
    fn offices<const N: usize>(&self, names: [&str; N], attributes: bool) -> [Office; N] {
        let origin = self.0.join("origin");
        git(&self.0, &["init", "--quiet", "--bare", "--initial-branch=main", "origin"]);
        let mut first = Desk::new(1, names[0]);
        first.set(TITLE, "Alfa til Beta");
        let mut number = 0;
        let offices = names.map(|name| {
            number += 1;
            git(&self.0, &["clone", "--quiet", origin.to_str().expect("text"), name]);
            let mut desk = Desk::new(number, name);
            desk.receive(&first);
            Office { desk, clone: self.0.join(name), seen: HashSet::new() }
        });
        let start = &offices[0].clone;
        let rules = if attributes { ATTRIBUTES } else { "\n" };
        fs::write(start.join(".gitattributes"), rules).expect("written");
        git(start, &["checkout", "--quiet", "-B", "main"]);
        git(start, &["add", "."]);
        git(start, &["commit", "--quiet", "--message=begin"]);
        git(start, &["push", "--quiet", "--set-upstream", "origin", "main"]);
        for office in &offices[1..] {
            git(&office.clone, &["pull", "--quiet", "origin", "main"]);
            git(&office.clone, &["checkout", "--quiet", "-B", "main", "--track", "origin/main"]);
        }
        offices
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Office {
    /// What the app does with the file in the folder.
    fn save(&mut self) {
        let path = self.clone.join(FILE);
        let there = fs::read(&path).unwrap_or_default();
        let joined = join(&self.desk.file, &[], &there, &self.seen);
        let joined = joined
            .unwrap_or_else(|refusal| panic!("{refusal:?}\n{}", String::from_utf8_lossy(&there)));
        if let Some(news) = joined.news {
            assert_eq!(self.desk.file.merge(news.events).clashes, []);
        }
        if let Some(text) = joined.text {
            fs::write(&path, text).expect("written");
        }
        self.seen = joined.known;
    }

    fn commit(&self) {
        git(&self.clone, &["add", FILE]);
        // Nothing to commit is no error here.
        try_git(&self.clone, &["commit", "--quiet", "--message=gem"]);
    }

    /// Pulls as people do, and fails if git leaves anything to be decided.
    fn pull(&self, how: &str) {
        git(&self.clone, &["pull", "--quiet", "--no-edit", how]);
        let left = git(&self.clone, &["ls-files", "--unmerged"]);
        assert!(left.stdout.is_empty(), "{left:?}");
    }

    fn text(&self) -> String {
        fs::read_to_string(self.clone.join(FILE)).expect("a file")
    }

    fn work(&mut self, dice: &mut Dice) {
        match dice.roll(4) {
            0 => drop(self.desk.add_route(&format!("R{}", dice.roll(1000)))),
            1 => drop(self.desk.set(NOTE, format!("Note {}", dice.roll(1000)).as_str())),
            2 => drop(self.desk.add(EntityKind::Person)),
            _ => {
                let routes = self.desk.file.case().list_routes();
                let route = routes.first().map(|(id, _)| *id);
                if let Some(id) = route {
                    self.desk.set(route_name(id), format!("R{}", dice.roll(1000)).as_str());
                }
            }
        }
    }
}

/// The same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

fn try_git(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new("git");
    command.current_dir(folder).args(args);
    // Nobody's own settings and hooks.
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    for (key, value) in [("NAME", "Test"), ("EMAIL", "test@eksempel.example")] {
        command.env(format!("GIT_AUTHOR_{key}"), value);
        command.env(format!("GIT_COMMITTER_{key}"), value);
    }
    command.output().expect("git is needed to run this test")
}

fn git(folder: &Path, args: &[&str]) -> Output {
    let output = try_git(folder, args);
    assert!(output.status.success(), "git {args:?}: {output:?}");
    output
}

/// Both have all, to the byte, and nothing is left to be decided.
fn assert_same(offices: &[Office]) {
    let [first, others @ ..] = offices else { return };
    for other in others {
        assert_eq!(shared_text(&first.desk.file, &[]), shared_text(&other.desk.file, &[]));
    }
    for office in offices {
        assert_eq!(
            office.text(),
            shared_text(&first.desk.file, &[]),
            "the file says what all have"
        );
    }
}

#[test]
fn two_writers_commit_each_their_own_and_git_merges_without_a_question() {
    let folder = Folder::new("two");
    let mut offices = folder.offices(["anna", "bo"], true);
    let [anna, bo] = &mut offices;
    anna.save();
    anna.commit();
    git(&anna.clone, &["push", "--quiet"]);
    bo.pull("--no-rebase");
    bo.save();

    // Both change the case, also the same field, and commit before either knows of it.
    anna.desk.set(NOTE, "Møde torsdag");
    let ours = anna.desk.add_route("CPR-opslag");
    bo.desk.set(NOTE, "Møde fredag");
    let theirs = bo.desk.add_route("Adresser");
    for office in [&mut *anna, &mut *bo] {
        office.save();
        office.commit();
    }
    git(&anna.clone, &["push", "--quiet"]);
    bo.pull("--no-rebase");
    let merged = import(&bo.text())
        .unwrap_or_else(|e| panic!("git's own merge is no case file: {e:?}\n{}", bo.text()));
    let parents = git(&bo.clone, &["rev-list", "--parents", "--max-count=1", "HEAD"]).stdout;
    assert_eq!(String::from_utf8_lossy(&parents).split_whitespace().count(), 3, "it was a merge");
    assert!(!bo.text().contains("<<<<<<<"));
    bo.save();
    assert_eq!(merged.events.len(), bo.desk.file.log().len(), "the app had nothing to add");
    bo.commit();
    git(&bo.clone, &["push", "--quiet"]);
    anna.pull("--no-rebase");
    anna.save();
    for office in [&*anna, &*bo] {
        let routes: HashSet<Id> =
            office.desk.file.case().list_routes().iter().map(|(id, _)| *id).collect();
        assert_eq!(routes, HashSet::from([ours, theirs]));
        assert_eq!(office.desk.conflicts(), 1, "the same field is theirs to settle, in the app");
        for event in office.desk.file.log().events() {
            let name = if event.id.writer == bo.desk.pen.writer() { "bo" } else { "anna" };
            assert_eq!(event.author.name, name, "each change is still its writer's");
        }
    }
    assert_same(&offices);
}

#[test]
fn both_begin_the_file_without_knowing_of_each_other() {
    let folder = Folder::new("begin");
    let mut offices = folder.offices(["anna", "bo"], true);
    for office in &mut offices {
        office.desk.set(NOTE, office.desk.pen.author.name.clone().as_str());
        office.save();
        office.commit();
    }
    let [anna, bo] = &mut offices;
    git(&anna.clone, &["push", "--quiet"]);
    bo.pull("--no-rebase");
    bo.save();
    bo.commit();
    git(&bo.clone, &["push", "--quiet"]);
    anna.pull("--no-rebase");
    anna.save();
    assert_same(&offices);
    assert_eq!(offices[0].desk.file.log().len(), 3);
}

#[test]
fn without_the_line_in_gitattributes_the_app_reads_past_the_marks() {
    let folder = Folder::new("marks");
    let mut offices = folder.offices(["anna", "bo"], false);
    let [anna, bo] = &mut offices;
    anna.save();
    anna.commit();
    git(&anna.clone, &["push", "--quiet"]);
    bo.pull("--no-rebase");
    for office in [&mut *anna, &mut *bo] {
        let name = office.desk.pen.author.name.clone();
        office.desk.set(NOTE, name.as_str());
        office.save();
        office.commit();
    }
    git(&anna.clone, &["push", "--quiet"]);
    assert!(!try_git(&bo.clone, &["pull", "--no-rebase", "--no-edit"]).status.success());
    assert!(bo.text().contains("<<<<<<<"), "git asks");
    bo.save();
    assert!(!bo.text().contains("<<<<<<<"), "the app has answered");
    bo.commit();
    git(&bo.clone, &["push", "--quiet"]);
    anna.pull("--no-rebase");
    anna.save();
    assert_same(&offices);
}

#[test]
fn any_work_of_three_clones_comes_together() {
    let folder = Folder::new("many");
    for seed in 1..=4 {
        let round = Folder(folder.0.join(seed.to_string()));
        fs::create_dir_all(&round.0).expect("a folder");
        let mut offices = round.offices(["anna", "bo", "carl"], true);
        let mut dice = Dice(seed);
        let mut merges = 0;
        for _ in 0..24 {
            let office = &mut offices[dice.roll(3) as usize];
            for _ in 0..=dice.roll(4) {
                office.work(&mut dice);
            }
            office.save();
            office.commit();
            if dice.roll(2) == 0 {
                office.pull(if dice.roll(2) == 0 { "--no-rebase" } else { "--rebase" });
                merges += 1;
                // People also push what git merged before the app has looked at it.
                if dice.roll(2) == 0 {
                    office.save();
                    office.commit();
                }
                git(&office.clone, &["push", "--quiet"]);
            }
        }
        for _ in 0..2 {
            for office in &mut offices {
                office.save();
                office.commit();
                office.pull("--no-rebase");
                office.save();
                office.commit();
                git(&office.clone, &["push", "--quiet"]);
            }
        }
        assert!(merges > 6, "{merges}");
        assert_same(&offices);
    }
}
