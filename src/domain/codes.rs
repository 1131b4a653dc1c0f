//! A macro for enums whose values have a fixed code in files and a fixed list of all values.

/// Declares a field-less enum with a stable code per value: `ALL`, `CODES`, `code()`, `from_code()`.
///
/// Codes are what case files and storage hold, so they never change once released.
macro_rules! codes {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The codes of all values, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The value's code in files.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The value that has this code, if any.
            pub fn from_code(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

pub(crate) use codes;
