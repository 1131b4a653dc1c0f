//! Where things are in the project, and running other programs there.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A failure, as the message to show.
pub type Result<T> = std::result::Result<T, String>;

pub struct Project {
    root: PathBuf,
}

/// What a program printed, and whether it ended well.
pub struct Printed {
    pub text: String,
    pub success: bool,
}

impl Project {
    /// The project this xtask belongs to, wherever in it cargo was called.
    pub fn find() -> Result<Project> {
        let own = env::var_os("CARGO_MANIFEST_DIR").ok_or("run me as `cargo xtask`")?;
        let root = Path::new(&own).parent().ok_or("xtask is not inside a project")?;
        Ok(Project { root: root.to_owned() })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Tools installed for this project only.
    pub fn tools(&self) -> PathBuf {
        self.root.join("target").join("tools")
    }

    /// A program run from the root, with the project's own tools before those of the machine.
    pub fn command(&self, program: &str, args: &[&str]) -> Command {
        // On Windows npm is a script, which has to be called by its whole name.
        let program = if cfg!(windows) && program == "npm" { "npm.cmd" } else { program };
        let mut command = Command::new(program);
        command.args(args).current_dir(&self.root).env("PATH", self.search_path());
        command
    }

    fn search_path(&self) -> OsString {
        let before = env::var_os("PATH").unwrap_or_default();
        let own = [self.tools().join("bin"), self.root.join("node_modules").join(".bin")];
        let all = own.into_iter().chain(env::split_paths(&before));
        // A folder whose name cannot stand in PATH leaves the machine's own.
        env::join_paths(all).unwrap_or(before)
    }
}

/// Runs a program before the user's eyes.
pub fn run(mut command: Command) -> Result<()> {
    announce(&command);
    let status = command.status().map_err(|error| not_started(&command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("failed: {}", shown(&command))) }
}

/// Runs a program before the user's eyes and keeps what it printed on standard output.
pub fn run_and_read(mut command: Command) -> Result<Printed> {
    announce(&command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(&command, &error))?;
    let mut text = String::new();
    if let Some(output) = child.stdout.take() {
        let mut reader = BufReader::new(output);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            // A closed terminal must not stop the count.
            let _ = std::io::stdout().write_all(&line);
            text.push_str(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    let status = child.wait().map_err(|error| not_started(&command, &error))?;
    Ok(Printed { text, success: status.success() })
}

/// What a program prints when asked quietly; nothing if it is missing or fails.
pub fn ask(mut command: Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A program of the machine, by one of its names.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut places = names.iter().flat_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        folders.iter().map(move |folder| folder.join(&file))
    });
    places.find(|place| place.is_file())
}

fn announce(command: &Command) {
    eprintln!("\n> {}", shown(command));
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<String> = words.map(|word| word.to_string_lossy().into_owned()).collect();
    words.join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("could not run {}: {error}", command.get_program().to_string_lossy())
}
