//! Mounts the app; on the host there is nothing to run.
fn main() {}
