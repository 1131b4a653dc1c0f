//! Long work in pieces: the page stays alive between them, shows how far it is, and can stop it.

use std::cell::Cell;

use crate::web::clock;
use crate::web::prelude::*;
use crate::web::state::App;

/// How long work goes: shown as what is being read, under a name.
pub struct Pace {
    app: App,
    name: String,
    since: i64,
    turn: u32,
}

thread_local! {
    /// Who goes on: what begins later stops what goes already.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// So long the page may stand still, in milliseconds.
const AT_ONCE: i64 = 30;

impl Pace {
    pub fn new(app: App, name: &str) -> Pace {
        app.reading.set(Some((name.to_owned(), 0)));
        let turn = TURN.get().wrapping_add(1);
        TURN.set(turn);
        Pace { app, name: name.to_owned(), since: clock::now(), turn }
    }

    /// Lets the browser draw where it is time, and tells how far the work is, in thousandths; false once it is stopped.
    pub async fn goes_on(&mut self, progress: usize) -> bool {
        if self.is_on() && clock::now() - self.since > AT_ONCE {
            self.app.reading.set(Some((self.name.clone(), progress)));
            clock::pause().await;
            self.since = clock::now();
        }
        self.is_on()
    }

    /// Whether nobody has stopped it; asked after every wait.
    pub fn is_on(&self) -> bool {
        self.turn == TURN.get() && self.app.reading.with_untracked(Option::is_some)
    }
}

impl Drop for Pace {
    fn drop(&mut self) {
        if self.is_on() {
            self.app.reading.set(None);
        }
    }
}
