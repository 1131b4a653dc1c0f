//! Lists of routes as they come in life: read, understood, brought into a case, and written out again.

mod desk;
mod files;
mod guessing;
mod importing;
mod large;
mod merging;
mod round_trip;
mod tables;
mod variants;
mod words;
mod workbooks;
mod written_books;
