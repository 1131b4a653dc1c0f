//! What changes by itself: views, lists of rows, and values, each followed by an effect.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use leptos::prelude::{Owner, untrack};
use leptos::reactive::effect::RenderEffect;
use web_sys::Node as Dom;

use super::mounted::{Mounted, Place, end_mark};
use super::value::{Kind, Value};
use super::{Html, Make, Node, Row};
use crate::web::memo::Memo;

/// `<Show>`: one view or the other; built anew only when the condition changes.
pub fn show(
    when: Box<dyn Fn() -> bool + Send + Sync>,
    mut children: Box<dyn Make<Html>>,
    mut fallback: Option<Box<dyn Make<Html>>>,
) -> Html {
    let when = Memo::new(when);
    Html(Node::Live(Box::new(move || match (when.get(), &mut fallback) {
        (true, _) => children.make(),
        (false, Some(fallback)) => fallback.make(),
        (false, None) => Html::list(Vec::new()),
    })))
}

/// A closure's view in the page.
pub(super) struct LiveView {
    content: Rc<RefCell<Option<Mounted>>>,
    /// Follows what the closure reads until it is dropped.
    effect: Option<RenderEffect<()>>,
    /// Ends the content, and stands for it while there is none.
    mark: Dom,
}

impl LiveView {
    pub fn build(view: Box<dyn Make<Html>>, place: &Place) -> LiveView {
        let mark = end_mark(place);
        let mut live = LiveView { content: Rc::default(), effect: None, mark };
        live.follow(view);
        live
    }

    pub fn patch(&mut self, view: Box<dyn Make<Html>>) {
        self.effect = None;
        self.follow(view);
    }

    pub fn first(&self) -> Dom {
        let content = self.content.borrow();
        content.as_ref().map_or_else(|| self.mark.clone(), Mounted::first)
    }

    pub fn last(&self) -> Dom {
        self.mark.clone()
    }

    fn follow(&mut self, mut view: Box<dyn Make<Html>>) {
        let content = Rc::clone(&self.content);
        let mark = self.mark.clone();
        self.effect = Some(RenderEffect::new(move |_| {
            let view = view.make();
            let mut content = content.borrow_mut();
            match content.as_mut() {
                Some(content) => content.patch(view),
                None => {
                    let Some(parent) = mark.parent_node() else { return };
                    let place = Place { parent, before: Some(mark.clone()) };
                    *content = Some(Mounted::build(view, &place));
                }
            }
        }));
    }
}

/// A list of rows in the page.
pub(super) struct LiveRows {
    rows: Rc<RefCell<Vec<MountedRow>>>,
    _effect: RenderEffect<()>,
    end: Dom,
}

struct MountedRow {
    key: u64,
    view: Mounted,
    /// What the row made, let go of with it.
    _owner: Owner,
}

impl LiveRows {
    pub fn build(mut list: Box<dyn Make<Vec<Row>>>, place: &Place) -> LiveRows {
        let end = end_mark(place);
        let rows: Rc<RefCell<Vec<MountedRow>>> = Rc::default();
        let around = Owner::current().unwrap_or_default();
        let effect = RenderEffect::new({
            let (rows, end) = (Rc::clone(&rows), end.clone());
            move |_| {
                let list = list.make();
                let Some(parent) = end.parent_node() else { return };
                let old = std::mem::take(&mut *rows.borrow_mut());
                *rows.borrow_mut() = untrack(|| arrange(old, list, &parent, &end, &around));
            }
        });
        LiveRows { rows, _effect: effect, end }
    }

    pub fn first(&self) -> Dom {
        let rows = self.rows.borrow();
        rows.first().map_or_else(|| self.end.clone(), |row| row.view.first())
    }

    pub fn last(&self) -> Dom {
        self.end.clone()
    }
}

/// Puts the rows in the order of the list: keeps those that are there, moves as few as it simply can.
fn arrange(
    old: Vec<MountedRow>,
    list: Vec<Row>,
    parent: &Dom,
    end: &Dom,
    around: &Owner,
) -> Vec<MountedRow> {
    let wanted: HashSet<u64> = list.iter().map(|row| row.key).collect();
    // A key that is there twice stays once.
    let mut kept: Vec<Option<MountedRow>> = Vec::with_capacity(old.len());
    let mut places: HashMap<u64, usize> = HashMap::with_capacity(old.len());
    for row in old {
        if wanted.contains(&row.key) && !places.contains_key(&row.key) {
            places.insert(row.key, kept.len());
            kept.push(Some(row));
        } else {
            row.view.remove();
        }
    }
    let mut next = 0;
    let mut rows = Vec::with_capacity(list.len());
    for Row { key, mut view } in list {
        while next < kept.len() && kept[next].is_none() {
            next += 1;
        }
        let before = kept.get(next).and_then(Option::as_ref).map(|row| row.view.first());
        let place = Place { parent: parent.clone(), before: before.or_else(|| Some(end.clone())) };
        let found = places.remove(&key);
        rows.push(match found.and_then(|at| kept[at].take().map(|row| (at, row))) {
            Some((at, row)) => {
                if at != next {
                    row.view.move_to(&place);
                }
                row
            }
            None => {
                let owner = around.with(Owner::new);
                let view = owner.with(|| Mounted::build(view.make(), &place));
                MountedRow { key, view, _owner: owner }
            }
        });
    }
    rows
}

/// A value that changes by itself.
pub(super) struct LiveValue {
    pub kind: Kind,
    pub name: &'static str,
    /// What the element has; none where that is not known.
    last: Rc<RefCell<Option<Value>>>,
    effect: Option<RenderEffect<()>>,
}

impl LiveValue {
    /// Follows what is read, and sets it where the element has something else.
    pub fn follow(
        element: &web_sys::Element,
        kind: Kind,
        name: &'static str,
        mut read: Box<dyn Make<Value>>,
        last: Option<Value>,
    ) -> LiveValue {
        let last = Rc::new(RefCell::new(last));
        let shared = Rc::clone(&last);
        let element = element.clone();
        let effect = RenderEffect::new(move |_| {
            let value = read.make().now();
            let mut last = shared.borrow_mut();
            if last.as_ref().is_none_or(|last| !value.is(last)) {
                value.set(&element, kind, name);
                *last = Some(value);
            }
        });
        LiveValue { kind, name, last, effect: Some(effect) }
    }

    /// Stops following; returns what the element has.
    pub fn stop(&mut self) -> Option<Value> {
        self.effect = None;
        self.last.borrow_mut().take()
    }
}
