//! A guide to replacing an it-system on Serviceplatformen.
pub mod domain;
pub mod text;
