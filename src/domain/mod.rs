//! The domain: pure, without browser, clock, randomness or Danish.

pub mod case;
mod codes;
pub mod exchange;
pub mod process;
pub mod time;
