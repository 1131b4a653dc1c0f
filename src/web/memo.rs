//! Derived values that notify only when they change: Leptos' memo, once for all types.
//!
//! Leptos' own is code for each type of value, some 40 kB (brotli) for this app's; here a type costs its comparison.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{GetUntracked, Signal};
use leptos::reactive::computed;
use leptos::reactive::traits::{Get, Track};

/// A value derived from signals, followed by whoever reads it.
pub struct Memo<T> {
    memo: computed::Memo<Shared>,
    of: PhantomData<fn() -> T>,
}

/// A value of any type that can be compared.
#[derive(Clone)]
struct Shared(Arc<dyn Same>);

trait Same: Any + Send + Sync {
    fn is(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Same for T {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

/// A closure that makes one. Unlike `dyn Fn` it has no second body for being called by value.
trait Derive: Send + Sync {
    fn derive(&self) -> Arc<dyn Same>;
}

impl<T, F> Derive for F
where
    T: PartialEq + Send + Sync + 'static,
    F: Fn() -> T + Send + Sync,
{
    fn derive(&self) -> Arc<dyn Same> {
        Arc::new(self())
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Shared) -> bool {
        self.0.is(&*other.0 as &dyn Any)
    }
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Derives a value, anew whenever what it reads has changed.
    pub fn new(derive: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
        Memo { memo: erased(Box::new(derive)), of: PhantomData }
    }
}

fn erased(derive: Box<dyn Derive>) -> computed::Memo<Shared> {
    computed::Memo::new(move |_| Shared(derive.derive()))
}

impl<T: 'static> Memo<T> {
    /// Reads the value and follows it.
    pub fn with<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        read(of(&self.memo.get()))
    }

    /// Follows the value without reading it.
    pub fn track(&self) {
        self.memo.track();
    }

    /// Reads the value without following it.
    pub fn with_untracked<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        read(of(&self.memo.get_untracked()))
    }
}

impl<T: Clone + 'static> Memo<T> {
    /// The value, followed.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value, not followed.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}

fn of<T: 'static>(shared: &Shared) -> &T {
    match (&*shared.0 as &dyn Any).downcast_ref() {
        Some(value) => value,
        // Only `new` makes one, of this very type.
        None => unreachable!(),
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Memo<T> {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T> From<Memo<T>> for Signal<T>
where
    T: Clone + Send + Sync + 'static,
{
    fn from(memo: Memo<T>) -> Signal<T> {
        Signal::derive(move || memo.get())
    }
}
