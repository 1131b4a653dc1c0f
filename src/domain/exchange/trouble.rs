//! What keeps a file from being read or written, by the names that browsers have for it.

/// Why a file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// The user or the browser has not allowed it.
    Denied,
    /// There is no such file, or no way to where it is.
    Gone,
    /// It cannot be read or written now: another program has it, it is write protected, or the way to it was cut.
    Busy,
    /// There is no room for it.
    Full,
    /// Anything else, in the browser's own words.
    Other(String),
}

impl FileTrouble {
    /// The trouble of a `DOMException` by its name.
    pub fn of(name: &str) -> FileTrouble {
        match name {
            "NotAllowedError" | "SecurityError" => FileTrouble::Denied,
            "NotFoundError" => FileTrouble::Gone,
            "NotReadableError" | "NoModificationAllowedError" | "InvalidStateError" => {
                FileTrouble::Busy
            }
            "QuotaExceededError" => FileTrouble::Full,
            other => FileTrouble::Other(other.to_owned()),
        }
    }
}
