//! A guide to replacing an it-system on Serviceplatformen.
//!
//! A case is a set of events ([`domain::case`]); everything shown is derived from it by pure functions
//! ([`domain::guidance`]) under the process as data ([`domain::process`]).
//!
//! - [`domain`]: pure. No browser, clock, randomness, I/O or Danish; it cannot fail.
//! - [`text`]: every Danish string, as exhaustive matches on the domain's enums.
//! - `web` (wasm32 only): the pages, storage, files. It dispatches events and reads derived values. `web::html` is how
//!   views are built; `macros/` has their markup, `view!`. An earlier state of a case is an `OpenCase` that holds the one
//!   of now, and nothing writes in it (`web::state`); `web::shared` keeps a case and the file it shares with others
//!   together; `web::pace` is long work in pieces. All but the list of cases is a part of the program that is fetched
//!   when it is needed: `web::rest`.
//!
//! Who signs a delegated order is a site's own rules ([`domain::signers`]): a file beside the app, which `web::rules`
//! fetches when a case is opened. A site's name, links, texts and defaults are a file too ([`domain::site`], `web::site`).
//! For use without network, and new versions of the site, there are `offline.js` and `parts/offline`; `web::version` asks.
//!
//! [`domain::meeting`] is what a coordination meeting needs and leaves behind, [`domain::run_book`] what is done in the
//! service window; paper and screen draw both. [`domain::diagram`] is the process as pictures, with the case's state on
//! them, and as BPMN.
//!
//! Within the domain, [`domain::spreadsheet`] reads and writes tables of text, [`domain::route_overview`] turns them into
//! routes and back, [`domain::signers`] has a site's rules of who signs, and [`domain::exchange`] has the files.

// The markup's code names the app, so that it reads the same in the app and in its tests.
#[cfg(target_arch = "wasm32")]
extern crate self as udskift_it_system;

pub mod domain;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod web;
