//! Sets up, builds, serves and tests the app: `cargo xtask --help`.
fn main() {}
