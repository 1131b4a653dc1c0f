//! The domain: pure, without browser, clock, randomness or Danish.

mod codes;
pub mod process;
