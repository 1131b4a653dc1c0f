//! Lists of routes as they come in life: read, understood, brought into a case, and written out again.

mod files;
mod tables;
mod workbooks;
