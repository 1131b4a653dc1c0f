//! Values of attributes, classes and properties.

use std::borrow::Cow;

use leptos::prelude::{Get, RwSignal, Signal};
use wasm_bindgen::JsValue;

use super::Make;
use crate::web::memo::Memo;

/// What an attribute, a class or a property of an element is.
pub enum Value {
    /// Not there.
    Nothing,
    /// There or not.
    Flag(bool),
    Text(Cow<'static, str>),
    /// Followed as what it reads changes.
    Live(Box<dyn Make<Value>>),
}

/// Which of an element's three kinds of values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Attribute,
    Class,
    Property,
}

/// What can be a value in the markup.
pub trait IntoValue {
    fn into_value(self) -> Value;
}

impl Value {
    /// The value now; followed by the effect in which this is asked.
    pub(super) fn now(mut self) -> Value {
        while let Value::Live(mut read) = self {
            self = read.make();
        }
        self
    }

    /// Whether both are the same; what is live never is.
    pub(super) fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Nothing, Value::Nothing) => true,
            (Value::Flag(one), Value::Flag(other)) => one == other,
            (Value::Text(one), Value::Text(other)) => one == other,
            _ => false,
        }
    }

    /// Gives it to an element. The browser refuses none of the names that stand in the markup.
    pub(super) fn set(&self, element: &web_sys::Element, kind: Kind, name: &str) {
        match (kind, self) {
            (Kind::Attribute, Value::Text(text)) => {
                let _ = element.set_attribute(name, text);
            }
            (Kind::Attribute, Value::Flag(true)) => {
                let _ = element.set_attribute(name, "");
            }
            (Kind::Attribute, _) => {
                let _ = element.remove_attribute(name);
            }
            (Kind::Class, value) => {
                let on = matches!(value, Value::Flag(true));
                let _ = element.class_list().toggle_with_force(name, on);
            }
            (Kind::Property, value) => {
                let value = match value {
                    Value::Flag(flag) => JsValue::from_bool(*flag),
                    Value::Text(text) => JsValue::from_str(text),
                    _ => JsValue::from_str(""),
                };
                let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
            }
        }
    }
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        Value::Flag(self)
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Text(Cow::Borrowed(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(Cow::Owned(self))
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Nothing, T::into_value)
    }
}

impl<F, T> IntoValue for F
where
    F: FnMut() -> T + 'static,
    T: IntoValue,
{
    fn into_value(mut self) -> Value {
        Value::Live(Box::new(move || self().into_value()))
    }
}

/// Signals that hold a value.
macro_rules! signals {
    ($($signal:ident),+) => {
        $(impl<T> IntoValue for $signal<T>
        where
            T: IntoValue + Clone + Send + Sync + 'static,
        {
            fn into_value(self) -> Value {
                Value::Live(Box::new(move || self.get().into_value()))
            }
        })+
    };
}
signals!(Memo, Signal, RwSignal);
