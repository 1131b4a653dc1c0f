//! The project's chores, from a fresh machine to a tested site: `cargo xtask --help`.

mod archive;
mod args;
mod audit;
mod bench;
mod counts;
mod dist;
mod project;
mod server;
mod setup;
mod site;
mod suites;
mod versions;

use std::process::ExitCode;

use args::Task;
use project::{Project, Result};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = args::parse(&words).and_then(perform);
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Does the task; `false` when it was carried out and something failed.
fn perform(task: Task) -> Result<bool> {
    let project = Project::find()?;
    match task {
        Task::Help => {
            print!("{}", args::HELP);
            Ok(true)
        }
        Task::Build => {
            site::build(&project)?;
            print!("{}", site::sizes(&project)?);
            Ok(true)
        }
        Task::Dist { built } => {
            if !built {
                site::build(&project)?;
            }
            dist::pack(&project)?;
            Ok(true)
        }
        Task::Serve { port, prefix } => {
            site::build(&project)?;
            server::serve(&project.dist(), port, &prefix)?;
            Ok(true)
        }
        Task::Bench { options } => {
            site::build(&project)?;
            bench::run_driver(&project, &options)?;
            Ok(true)
        }
        Task::Audit => Ok(suites::run_all(&project, &[suites::Group::Supply])),
        Task::Test { groups } => Ok(suites::run_all(&project, &groups)),
    }
}
