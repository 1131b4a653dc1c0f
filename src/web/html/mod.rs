//! Views as values: a small tree that is built in the page, and patched where it changes.
//!
//! [`view!`](crate::web::prelude::view) makes [`Html`]; components return it; closures and signals in it are followed
//! by Leptos' effects. Only one type of view exists, so a view costs its own calls and no code of its own. When a
//! closure runs again, its new tree is laid over the old one: an element of the same markup stays, with its focus.

mod element;
mod live;
mod mounted;
mod value;

use std::borrow::Cow;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};
use std::rc::Rc;

use leptos::prelude::{Get, RwSignal, Signal};

use super::memo::Memo;
pub use element::{Element, NodeRef, handler};
pub use live::show;
pub use mounted::mount;
pub use value::{IntoValue, Value};

/// A piece of a page.
pub struct Html(Node);

enum Node {
    Text(Cow<'static, str>),
    Element(Box<Element>),
    List(Vec<Html>),
    Live(Box<dyn Make<Html>>),
    Rows(Box<dyn Make<Vec<Row>>>),
}

/// A row of a list that changes: built once, and kept as long as its key is in the list.
struct Row {
    key: u64,
    view: Box<dyn Make<Html>>,
}

/// A closure behind a pointer. Unlike `dyn FnMut` it has no second body for being called by value.
pub trait Make<T> {
    fn make(&mut self) -> T;
}

impl<T, F: FnMut() -> T> Make<T> for F {
    fn make(&mut self) -> T {
        self()
    }
}

/// What a component is given between its tags.
pub type Children = Box<dyn FnOnce() -> Html>;
/// The same, to be built several times.
pub type ChildrenFn = Rc<dyn Fn() -> Html>;

/// A view that a component is given beside its children, to be built several times.
pub struct ViewFn(Rc<dyn Fn() -> Html>);

impl ViewFn {
    pub fn run(&self) -> Html {
        (self.0)()
    }
}

impl<F, T> From<F> for ViewFn
where
    F: Fn() -> T + 'static,
    T: IntoHtml,
{
    fn from(view: F) -> ViewFn {
        ViewFn(Rc::new(move || view().into_html()))
    }
}

impl Html {
    /// A text as it stands in the markup.
    pub fn literal(text: &'static str) -> Html {
        Html(Node::Text(Cow::Borrowed(text)))
    }

    /// One after the other.
    pub fn list(list: Vec<Html>) -> Html {
        Html(Node::List(list))
    }
}

/// What can stand in the markup.
pub trait IntoHtml {
    fn into_html(self) -> Html;
}

/// Several as one.
pub trait CollectView {
    fn collect_view(self) -> Html;
}

/// What is between a component's tags, as its type of children asks for it.
pub trait FromView<F> {
    fn from_view(view: F) -> Self;
}

impl<F: FnOnce() -> Html + 'static> FromView<F> for Children {
    fn from_view(view: F) -> Children {
        Box::new(view)
    }
}

impl<F: Fn() -> Html + 'static> FromView<F> for ChildrenFn {
    fn from_view(view: F) -> ChildrenFn {
        Rc::new(view)
    }
}

impl IntoHtml for Html {
    fn into_html(self) -> Html {
        self
    }
}

impl IntoHtml for () {
    fn into_html(self) -> Html {
        Html::list(Vec::new())
    }
}

impl IntoHtml for &'static str {
    fn into_html(self) -> Html {
        Html::literal(self)
    }
}

impl IntoHtml for String {
    fn into_html(self) -> Html {
        Html(Node::Text(Cow::Owned(self)))
    }
}

impl IntoHtml for Cow<'static, str> {
    fn into_html(self) -> Html {
        Html(Node::Text(self))
    }
}

impl<T: IntoHtml> IntoHtml for Option<T> {
    fn into_html(self) -> Html {
        self.map_or_else(|| ().into_html(), T::into_html)
    }
}

impl<T: IntoHtml> IntoHtml for Vec<T> {
    fn into_html(self) -> Html {
        self.collect_view()
    }
}

impl<F, T> IntoHtml for F
where
    F: FnMut() -> T + 'static,
    T: IntoHtml,
{
    fn into_html(mut self) -> Html {
        Html(Node::Live(Box::new(move || self().into_html())))
    }
}

/// Numbers, and signals that hold something to show.
macro_rules! shown {
    (numbers $($number:ty),+) => {
        $(impl IntoHtml for $number {
            fn into_html(self) -> Html {
                self.to_string().into_html()
            }
        })+
    };
    (signals $($signal:ident),+) => {
        $(impl<T> IntoHtml for $signal<T>
        where
            T: IntoHtml + Clone + Send + Sync + 'static,
        {
            fn into_html(self) -> Html {
                (move || self.get()).into_html()
            }
        })+
    };
}
shown!(numbers u32, u64, usize);
shown!(signals Memo, Signal, RwSignal);

impl<I> CollectView for I
where
    I: IntoIterator<Item: IntoHtml>,
{
    fn collect_view(self) -> Html {
        Html::list(self.into_iter().map(IntoHtml::into_html).collect())
    }
}

/// `<For>`: a row for each of a list that changes; those whose keys stay are left as they are.
pub fn rows<I, K: Hash>(
    mut each: impl FnMut() -> I + 'static,
    key: impl Fn(&I::Item) -> K + 'static,
    view: impl Fn(I::Item) -> Html + 'static,
) -> Html
where
    I: IntoIterator<Item: 'static>,
{
    let view = Rc::new(view);
    let row = move |item| {
        let key = BuildHasherDefault::<DefaultHasher>::default().hash_one(key(&item));
        let view = Rc::clone(&view);
        let mut item = Some(item);
        // It is asked once.
        Row { key, view: Box::new(move || item.take().map(&*view).into_html()) }
    };
    Html(Node::Rows(Box::new(move || each().into_iter().map(&row).collect())))
}
