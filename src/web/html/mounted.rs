//! A tree in the page: built once, then laid over by the trees that come after.

use std::borrow::Cow;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Node as Dom};

use super::element::{Element, Listening, Part};
use super::live::{LiveRows, LiveValue, LiveView};
use super::value::Value;
use super::{Html, Node};

/// A tree in the page. It always has a node of its own, so its place is known also when it is empty.
pub(super) enum Mounted {
    Text(Dom, Cow<'static, str>),
    Element(Box<MountedElement>),
    /// The list ends with an empty text.
    List(Vec<Mounted>, Dom),
    Live(LiveView),
    Rows(LiveRows),
}

pub(super) struct MountedElement {
    node: web_sys::Element,
    tag: &'static str,
    site: u32,
    parts: Vec<MountedPart>,
    listeners: Vec<Listening>,
    children: Vec<Mounted>,
}

enum MountedPart {
    Still(Part),
    Live(LiveValue),
}

/// Where in the page something goes: in this node, before that one, or last.
#[derive(Clone)]
pub(super) struct Place {
    pub parent: Dom,
    pub before: Option<Dom>,
}

/// Builds a view in the page's body, and keeps it there.
pub fn mount(view: Html) {
    let body = document().body();
    if let Some(body) = body {
        let place = Place { parent: body.unchecked_into(), before: None };
        // The page is never taken down again.
        std::mem::forget(Mounted::build(view, &place));
    }
}

impl Place {
    pub fn insert(&self, node: &Dom) {
        // Fails only where the page was changed by something else than the app.
        let _ = self.parent.insert_before(node, self.before.as_ref());
    }
}

impl Mounted {
    pub fn build(Html(node): Html, place: &Place) -> Mounted {
        match node {
            Node::Text(text) => {
                let dom: Dom = document().create_text_node(&text).unchecked_into();
                place.insert(&dom);
                Mounted::Text(dom, text)
            }
            Node::Element(element) => build_element(*element, place),
            Node::List(list) => {
                let end = end_mark(place);
                let inside = Place { parent: place.parent.clone(), before: Some(end.clone()) };
                let list = list.into_iter().map(|view| Mounted::build(view, &inside)).collect();
                Mounted::List(list, end)
            }
            Node::Live(view) => Mounted::Live(LiveView::build(view, place)),
            Node::Rows(rows) => Mounted::Rows(LiveRows::build(rows, place)),
        }
    }

    /// Lays a new tree over this one: what is alike stays.
    pub fn patch(&mut self, Html(node): Html) {
        match (self, node) {
            (Mounted::Text(dom, old), Node::Text(new)) => {
                if *old != new {
                    dom.set_node_value(Some(&new));
                    *old = new;
                }
            }
            (Mounted::Element(old), Node::Element(new)) if old.is_like(&new) => old.patch(*new),
            (Mounted::List(old, end), Node::List(new)) => {
                let parent = end.parent_node();
                patch_list(old, new, parent, Some(end.clone()));
            }
            (Mounted::Live(old), Node::Live(new)) => old.patch(new),
            (old, node) => old.replace(Html(node)),
        }
    }

    fn replace(&mut self, view: Html) {
        let first = self.first();
        let Some(parent) = first.parent_node() else { return };
        let new = Mounted::build(view, &Place { parent, before: Some(first) });
        self.remove();
        *self = new;
    }

    /// Its first node in the page.
    pub fn first(&self) -> Dom {
        match self {
            Mounted::Text(dom, _) => dom.clone(),
            Mounted::Element(element) => element.node.clone().unchecked_into(),
            Mounted::List(list, end) => list.first().map_or_else(|| end.clone(), Mounted::first),
            Mounted::Live(live) => live.first(),
            Mounted::Rows(rows) => rows.first(),
        }
    }

    /// Its last node in the page.
    pub fn last(&self) -> Dom {
        match self {
            Mounted::Text(dom, _) => dom.clone(),
            Mounted::Element(element) => element.node.clone().unchecked_into(),
            Mounted::List(_, end) => end.clone(),
            Mounted::Live(live) => live.last(),
            Mounted::Rows(rows) => rows.last(),
        }
    }

    /// Takes it out of the page.
    pub fn remove(&self) {
        self.each_node(|parent, node| {
            let _ = parent.remove_child(node);
        });
    }

    /// Moves it within the page.
    pub fn move_to(&self, place: &Place) {
        self.each_node(|_, node| place.insert(node));
    }

    fn each_node(&self, mut act: impl FnMut(&Dom, &Dom)) {
        let last = self.last();
        let Some(parent) = last.parent_node() else { return };
        let mut next = Some(self.first());
        while let Some(node) = next {
            next = if node == last { None } else { node.next_sibling() };
            act(&parent, &node);
        }
    }
}

fn build_element(element: Element, place: &Place) -> Mounted {
    let document = document();
    let node = create(&document, &element);
    let listeners =
        element.listeners.into_iter().map(|listener| Listening::start(&node, listener)).collect();
    let inside = Place { parent: node.clone().unchecked_into(), before: None };
    let children = element.children.into_iter().map(|view| Mounted::build(view, &inside)).collect();
    // After the children: what a list of choices holds is known first then.
    let parts = element.parts.into_iter().map(|part| MountedPart::start(&node, part)).collect();
    place.insert(&node);
    if let Some(node_ref) = element.node_ref {
        node_ref.set(Some(node.clone()));
    }
    Mounted::Element(Box::new(MountedElement {
        node,
        tag: element.tag,
        site: element.site,
        parts,
        listeners,
        children,
    }))
}

fn create(document: &Document, element: &Element) -> web_sys::Element {
    let created = if element.is_svg {
        document.create_element_ns(Some("http://www.w3.org/2000/svg"), element.tag)
    } else {
        document.create_element(element.tag)
    };
    // No tag in the markup is one that a browser refuses; if it does, nothing can be shown but the page that says so.
    created.unwrap_or_else(|_| panic!("the browser made no <{}>", element.tag))
}

impl MountedElement {
    fn is_like(&self, new: &Element) -> bool {
        self.tag == new.tag
            && self.site == new.site
            && self.parts.len() == new.parts.len()
            && self.listeners.len() == new.listeners.len()
            && self.parts.iter().zip(&new.parts).all(|(old, new)| old.is_like(new))
            && self.listeners.iter().zip(&new.listeners).all(|(a, b)| a.event() == b.event)
    }

    fn patch(&mut self, new: Element) {
        for (old, new) in self.listeners.iter().zip(new.listeners) {
            old.change(new.handler);
        }
        let parent = self.node.clone().unchecked_into();
        patch_list(&mut self.children, new.children, Some(parent), None);
        let mut classes_gone = false;
        for (old, new) in self.parts.iter_mut().zip(new.parts) {
            let is_class = new.name == "class";
            classes_gone |= old.patch(&self.node, new, classes_gone) && is_class;
        }
        // Told once: who hears of an element moves the focus to it.
        if let Some(node_ref) = new.node_ref
            && node_ref.get_untracked().as_ref() != Some(&self.node)
        {
            node_ref.set(Some(self.node.clone()));
        }
    }
}

impl MountedPart {
    fn start(element: &web_sys::Element, part: Part) -> MountedPart {
        let Part { kind, name, value } = part;
        if let Value::Live(read) = value {
            let last = Some(Value::Nothing);
            return MountedPart::Live(LiveValue::follow(element, kind, name, read, last));
        }
        value.set(element, kind, name);
        MountedPart::Still(Part { kind, name, value })
    }

    fn is_like(&self, new: &Part) -> bool {
        match self {
            MountedPart::Still(old) => old.kind == new.kind && old.name == new.name,
            MountedPart::Live(old) => old.kind == new.kind && old.name == new.name,
        }
    }

    /// Returns whether the element was changed at once. With `anew` what it has of this part is lost already.
    fn patch(&mut self, element: &web_sys::Element, part: Part, anew: bool) -> bool {
        let last = match self {
            MountedPart::Still(old) => Some(std::mem::replace(&mut old.value, Value::Nothing)),
            MountedPart::Live(old) => old.stop(),
        };
        let last = last.filter(|_| !anew);
        let Part { kind, name, value } = part;
        if let Value::Live(read) = value {
            *self = MountedPart::Live(LiveValue::follow(element, kind, name, read, last));
            return false;
        }
        let changed = last.is_none_or(|last| !value.is(&last));
        if changed {
            value.set(element, kind, name);
        }
        *self = MountedPart::Still(Part { kind, name, value });
        changed
    }
}

/// Lays a list over another, one by one; what is too many is removed, what is lacking is built.
fn patch_list(old: &mut Vec<Mounted>, new: Vec<Html>, parent: Option<Dom>, end: Option<Dom>) {
    for gone in old.drain(new.len().min(old.len())..) {
        gone.remove();
    }
    let kept = old.len();
    for (index, view) in new.into_iter().enumerate() {
        if index < kept {
            old[index].patch(view);
        } else if let Some(parent) = &parent {
            let place = Place { parent: parent.clone(), before: end.clone() };
            old.push(Mounted::build(view, &place));
        }
    }
}

/// An empty text that marks where a list ends.
pub(super) fn end_mark(place: &Place) -> Dom {
    let end: Dom = document().create_text_node("").unchecked_into();
    place.insert(&end);
    end
}
