//! The words for a new version of the site.

pub const HERE: &str = "Der er en ny version af siden. Det, du har skrevet, er gemt, og dine sager følger \
    med. Skift, når det passer dig.";
pub const SWITCH: &str = "Skift til den nye version";
pub const NOT_SAVED: &str = "Det seneste, du har skrevet, er ikke gemt i browseren. Eksportér sagen, før du \
    skifter til den nye version.";
