//! The domain: pure, without browser, clock, randomness or Danish.

pub mod calendar;
pub mod case;
mod codes;
pub mod collation;
pub mod diagram;
pub mod documents;
pub mod exchange;
pub mod guidance;
pub mod meeting;
pub mod merging;
pub mod personal_data;
pub mod plain;
pub mod process;
pub mod route_overview;
pub mod run_book;
pub mod signers;
pub mod site;
pub mod sorting;
pub mod spreadsheet;
pub mod time;
