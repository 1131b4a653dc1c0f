//! Every reachable state of small cases: whatever people do of what they are offered, nothing is stuck or out of order.
//!
//! A state is the set of recorded facts; a move is something guidance offers: a part that is its performer's turn, an
//! answer to an open question, an order that can be placed, and what goes with them (agreements, signatures, receipts,
//! incidents). Folded, so that the whole stays small:
//! - An answer is not changed and a completion not taken back (deviations.rs plays that).
//! - Who signs is named once SA has told which routes to change (U13), and one signature stands for several.
//! - The receipts of an attempt that ended count as ok: nothing looks at them any more.
//! - The number of attempts is bounded; in the last one neither postponement nor roll back is offered.
//! - Two routes of every pair of kinds start where routes begin to matter (U13 done, the agreement made), with one
//!   attempt; naming and signing are one move there, and what is independent is done in one order only: placing one
//!   order and another, the receipts of several of which one fails, the parts of the parties to U17 and U21; and where
//!   two answers lead to the same (U23, U24), one is given. One route of every kind is played from the start with two
//!   attempts, with each of these interleaved.
//! - Kinds are told apart by their orders (form, moment, who orders): the old side's type changes no order, and an
//!   inactive old route is closed alike whatever its addressing.

mod checks;
mod precedence;
mod search;
mod world;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use udskift_it_system::domain::process::{Activity, Gateway, Need, Process};

use super::player::{Facts, Line, SFTP, WEBSERVICE};
use search::{Visited, explore};
use world::{Begin, World};

/// What is explored of a family of cases.
#[derive(Clone)]
struct Family {
    name: &'static str,
    worlds: Vec<World>,
}

#[test]
fn every_reachable_state_is_sound() {
    let families = families();
    let jobs: Vec<(&'static str, &World)> =
        families.iter().flat_map(|f| f.worlds.iter().map(|world| (f.name, world))).collect();
    let sums: Mutex<BTreeMap<&'static str, Visited>> = Mutex::default();
    let faults: Mutex<Vec<String>> = Mutex::default();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((name, world)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            match explore(&Process::UDSKIFT_IT_SYSTEM, world) {
                Ok(visited) => sums.lock().unwrap().entry(name).or_default().add(visited),
                Err(fault) => faults.lock().unwrap().push(format!("{name}: {fault}")),
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get());
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));

    let faults = faults.into_inner().unwrap();
    assert!(faults.is_empty(), "{} faults, the first:\n{}", faults.len(), faults[0]);
    let sums = sums.into_inner().unwrap();
    let mut total = Visited::default();
    for family in &families {
        let visited = sums[family.name];
        println!(
            "{}: {} cases, {} states, {} moves, {} of them ends",
            family.name,
            family.worlds.len(),
            visited.states,
            visited.moves,
            visited.ends
        );
        total.add(visited);
    }
    println!("in all: {} states, {} moves", total.states, total.moves);
    assert!(total.states > 100_000, "{total:?}");
}

fn families() -> Vec<Family> {
    let kinds = kinds();
    let one = |line: &Line| World::new(&[*line], Begin::Start).attempts(2);
    let pairs = kinds.iter().enumerate().flat_map(|(i, first)| {
        kinds[i..].iter().map(|second| World::new(&[*first, *second], Begin::Prepare).folded())
    });
    let explicit = Line::replace(SFTP, SFTP);
    let implicit = Line::replace(SFTP.implicit(), SFTP.implicit());
    let by_fg = Line::replace(SFTP.implicit(), SFTP).closed_by_fg();
    vec![
        Family { name: "one route of every kind", worlds: kinds.iter().map(one).collect() },
        Family { name: "two routes of every pair of kinds", worlds: pairs.collect() },
        Family {
            name: "two agreements",
            worlds: [
                World::new(&[Line::establish(WEBSERVICE)], Begin::Start).agreements(2),
                World::new(
                    &[Line::establish(WEBSERVICE.not_party()), Line::replace(SFTP, WEBSERVICE)],
                    Begin::Start,
                )
                .agreements(2),
            ]
            .to_vec(),
        },
        Family {
            name: "three attempts",
            worlds: [explicit, implicit, by_fg]
                .map(|line| World::new(&[line], Begin::Prepare).attempts(3))
                .to_vec(),
        },
    ]
}

/// One line for every way an order can be: who orders, part or not, when, with an agreement or not.
fn kinds() -> Vec<Line> {
    let parties = |facts: Facts| [facts, facts.not_party()];
    let addressed = |facts: Facts| [facts, facts.implicit()];
    let olds: Vec<Facts> =
        [SFTP.inactive(), SFTP, SFTP.implicit()].into_iter().flat_map(parties).collect();
    let news: Vec<Facts> =
        [SFTP, WEBSERVICE].into_iter().flat_map(addressed).flat_map(parties).collect();
    let mut closings: Vec<Line> = olds.iter().map(|old| Line::close(*old)).collect();
    // FG's own are closed in the window or after the check if it orders them early, which is a move.
    closings.extend([SFTP, SFTP.implicit()].map(|old| Line::close(old).closed_by_fg()));
    let mut lines = vec![Line::keep()];
    lines.extend(news.iter().map(|new| Line::establish(*new)));
    for close in closings {
        lines.push(close);
        lines.extend(news.iter().map(|new| {
            let replace = Line::replace(close.old, *new);
            Line { closer: close.closer, ..replace }
        }));
    }
    lines
}

#[test]
fn the_search_finds_what_is_wrong_with_a_process() {
    let lacking = |activity: Activity, needs: &'static [Need]| {
        let mut activities = Process::UDSKIFT_IT_SYSTEM.activities.to_vec();
        activities[activity as usize].needs = needs;
        Process { activities: activities.leak(), ..Process::UDSKIFT_IT_SYSTEM }
    };
    use Activity::*;
    use Need::Done;
    let sftp = World::new(&[Line::replace(SFTP.implicit(), SFTP)], Begin::Start);
    let agreed = World::new(&[Line::establish(WEBSERVICE)], Begin::Start);
    let faults: [(Activity, &'static [Need], &World, &str); 7] = [
        (U7, &[Done(U4)], &sftp, "U7 is ready before"),
        (U13, &[Done(U8)], &agreed, "U13 is ready before"),
        (U16, &[Done(U14)], &sftp, "U16 is ready before"),
        (G6, &[Done(G5)], &sftp, "is ready before"),
        (G12, &[Done(G9)], &sftp, "G12 is ready before"),
        (U23, &[Done(U22)], &sftp, "U23 is ready before"),
        // A question that is asked only after the change.
        (G2, &[Need::Answered(Gateway::StillUsed)], &sftp, "no move"),
    ];
    for (activity, needs, world, expected) in faults {
        let fault = explore(&lacking(activity, needs), world).expect_err(activity.code());
        assert!(fault.contains(expected), "{activity:?}: {fault}");
    }
}
