//! An element: its tag, its values, what it listens to, and what is in it.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::value::{Kind, Value};
use super::{Html, Node};

/// An element of a page, before it is in the page.
pub struct Element {
    pub(super) tag: &'static str,
    pub(super) is_svg: bool,
    /// The markup it comes from; 0 within another element.
    pub(super) site: u32,
    pub(super) parts: Vec<Part>,
    pub(super) listeners: Vec<Listener>,
    pub(super) node_ref: Option<Shared>,
    pub(super) children: Vec<Html>,
}

/// An attribute, a class or a property.
pub(super) struct Part {
    pub kind: Kind,
    pub name: &'static str,
    pub value: Value,
}

/// What is done when an event comes.
pub(super) struct Listener {
    pub event: &'static str,
    pub handler: Handler,
}

pub type Handler = Box<dyn Handle>;
type Shared = RwSignal<Option<web_sys::Element>, LocalStorage>;

/// Holds an element of the page once it is there, such as `NodeRef::<HtmlInputElement>`.
pub struct NodeRef<E> {
    element: Shared,
    of: PhantomData<fn() -> E>,
}

/// What is done with an event.
pub trait Handle {
    fn handle(&mut self, event: web_sys::Event);
}

impl<F: FnMut(web_sys::Event)> Handle for F {
    fn handle(&mut self, event: web_sys::Event) {
        self(event);
    }
}

/// A handler of events, whatever closure it is.
pub fn handler(handler: impl FnMut(web_sys::Event) + 'static) -> Handler {
    Box::new(handler)
}

impl Element {
    pub fn new(tag: &'static str, site: u32) -> Box<Element> {
        Box::new(Element {
            tag,
            is_svg: false,
            site,
            parts: Vec::new(),
            listeners: Vec::new(),
            node_ref: None,
            children: Vec::new(),
        })
    }

    /// An element of a picture.
    pub fn svg(tag: &'static str, site: u32) -> Box<Element> {
        let mut element = Element::new(tag, site);
        element.is_svg = true;
        element
    }

    /// An attribute that never changes.
    pub fn literal(&mut self, name: &'static str, text: &'static str) {
        self.attribute(name, Value::Text(text.into()));
    }

    pub fn attribute(&mut self, name: &'static str, value: Value) {
        self.parts.push(Part { kind: Kind::Attribute, name, value });
    }

    /// A class that comes and goes.
    pub fn class(&mut self, name: &'static str, value: Value) {
        self.parts.push(Part { kind: Kind::Class, name, value });
    }

    pub fn property(&mut self, name: &'static str, value: Value) {
        self.parts.push(Part { kind: Kind::Property, name, value });
    }

    pub fn on(&mut self, event: &'static str, handler: Handler) {
        self.listeners.push(Listener { event, handler });
    }

    pub fn node_ref<E>(&mut self, node_ref: NodeRef<E>) {
        self.node_ref = Some(node_ref.element);
    }

    pub fn text(&mut self, text: &'static str) {
        self.children.push(Html::literal(text));
    }

    pub fn child(&mut self, child: Html) {
        self.children.push(child);
    }

    pub fn finish(self: Box<Self>) -> Html {
        Html(Node::Element(self))
    }
}

impl<E: JsCast> NodeRef<E> {
    pub fn new() -> NodeRef<E> {
        NodeRef { element: RwSignal::new_local(None), of: PhantomData }
    }

    /// The element; follows its coming.
    pub fn get(&self) -> Option<E> {
        self.element.get().map(JsCast::unchecked_into)
    }

    pub fn get_untracked(&self) -> Option<E> {
        self.element.get_untracked().map(JsCast::unchecked_into)
    }
}

impl<E: JsCast> Default for NodeRef<E> {
    fn default() -> NodeRef<E> {
        NodeRef::new()
    }
}

impl<E> Clone for NodeRef<E> {
    fn clone(&self) -> NodeRef<E> {
        *self
    }
}

impl<E> Copy for NodeRef<E> {}

/// A listener in the page. Its handler can be changed; it is gone from the element when this is dropped.
pub(super) struct Listening {
    event: &'static str,
    element: web_sys::Element,
    handler: Rc<RefCell<Option<Handler>>>,
    closure: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listening {
    pub fn start(element: &web_sys::Element, listener: Listener) -> Listening {
        let handler = Rc::new(RefCell::new(Some(listener.handler)));
        let shared = Rc::clone(&handler);
        let closure = Closure::new(move |event| {
            // Out of the cell while it runs: what it does can bring the same event again.
            let taken = shared.borrow_mut().take();
            if let Some(mut handle) = taken {
                handle.handle(event);
                shared.borrow_mut().get_or_insert(handle);
            }
        });
        let function = JsCast::unchecked_ref(closure.as_ref());
        let _ = element.add_event_listener_with_callback(listener.event, function);
        Listening { event: listener.event, element: element.clone(), handler, closure }
    }

    pub fn event(&self) -> &'static str {
        self.event
    }

    pub fn change(&self, handler: Handler) {
        *self.handler.borrow_mut() = Some(handler);
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let function = JsCast::unchecked_ref(self.closure.as_ref());
        let _ = self.element.remove_event_listener_with_callback(self.event, function);
    }
}
