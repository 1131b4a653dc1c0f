//! The words of "Vejledning": how the app is used.

pub const LEAD: &str = "Guiden viser, hvem der skal gøre hvad, når et it-system udskiftes på \
    Serviceplatformen. Alt, hvad I skriver, samles i en sag, som ligger i din egen browser. Sagen \
    sender I til hinanden som en fil, og den kan altid flettes sammen igen.";
pub const WHO: &str = "Hvilken rolle har du?";
pub const WHO_HINT: &str = "Vælg din rolle, så får du dens vejledning og dens aktiviteter.";
pub const ALL_ROLES: &str = "Alle roller";
pub const HOW: &str = "Sådan bruger du guiden";
pub const YOUR_STEPS: &str = "Det gør du";
pub const YOUR_ACTIVITIES: &str = "Dine aktiviteter";
pub const ACTIVITIES_LEAD: &str = "I den rækkefølge, KOMBITs proces har dem. Nogle bortfalder, når \
    svarene i sagen siger det; guiden viser kun dem, der gælder.";
pub const DONE_WHEN: &str = "Du er færdig,";
pub const PRINT: &str = "Udskriv vejledningen";

/// Something to do with the app, told in a few sentences, and where it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub title: &'static str,
    pub words: &'static str,
    pub shot: Option<Shot>,
}

/// What a role does with the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleGuide {
    pub task: &'static str,
    pub steps: &'static [Step],
    pub done: &'static str,
}

/// A picture of the app, which the end-to-end tests make of the example case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shot {
    Start,
    MyTurn,
    Activity,
    Overview,
    Routes,
    Route,
    Signatures,
    Agreements,
    Plan,
    Cutover,
    RunBook,
    Meeting,
    Handover,
    Merge,
    Print,
}

impl Shot {
    pub const ALL: [Shot; 15] = [
        Shot::Start,
        Shot::MyTurn,
        Shot::Activity,
        Shot::Overview,
        Shot::Routes,
        Shot::Route,
        Shot::Signatures,
        Shot::Agreements,
        Shot::Plan,
        Shot::Cutover,
        Shot::RunBook,
        Shot::Meeting,
        Shot::Handover,
        Shot::Merge,
        Shot::Print,
    ];

    /// Its file's name, without the ending.
    pub const fn file(self) -> &'static str {
        match self {
            Shot::Start => "sager",
            Shot::MyTurn => "min-tur",
            Shot::Activity => "aktivitet",
            Shot::Overview => "overblik",
            Shot::Routes => "ruter",
            Shot::Route => "rute",
            Shot::Signatures => "underskrifter",
            Shot::Agreements => "serviceaftaler",
            Shot::Plan => "eksekveringsoversigt",
            Shot::Cutover => "omlaegning",
            Shot::RunBook => "koerebog",
            Shot::Meeting => "moede",
            Shot::Handover => "overdrag",
            Shot::Merge => "flet",
            Shot::Print => "udskrift",
        }
    }

    /// What it shows, to those who do not see it.
    pub const fn alt(self) -> &'static str {
        match self {
            Shot::Start => {
                "Siden Sager med knapperne »Ny sag«, »Åbn fil« og »Prøv med eksempelsag«."
            }
            Shot::MyTurn => "Min tur: øverst det, rollen kan gøre nu, som kort.",
            Shot::Activity => "En åbnet aktivitet: hvad den går ud på, og knappen »Markér udført«.",
            Shot::Overview => "Overblik: tal for sagen, hvis tur det er, og afvigelserne.",
            Shot::Routes => "Ruter: en række for hver rute med svar, bestilling og stand.",
            Shot::Route => "En rute: spørgsmålene et ad gangen med knapper til svarene.",
            Shot::Signatures => "Underskrifter: hvem der skal skrive under på hvilke bestillinger.",
            Shot::Agreements => {
                "Serviceaftaler: en aftale, it-systemet i den anden ende og ruterne under den."
            }
            Shot::Plan => "Eksekveringsoversigten: bestillingerne i rækkefølge.",
            Shot::Cutover => "Omlægning: felter til servicevinduets tidspunkt.",
            Shot::RunBook => "Kørebogen: det næste trin, stort, med en knap til at stemple det.",
            Shot::Meeting => "Møde: hvem der deltager, og hvad der er på dagsordenen.",
            Shot::Handover => "Overdrag sagen: valg af rolle, og knappen der henter sagens fil.",
            Shot::Merge => "Før du fletter: hvad filen kommer med, før noget bliver skrevet.",
            Shot::Print => "Udskrifter: en tjekliste, som den kommer på papiret.",
        }
    }
}

pub(super) const fn step(title: &'static str, words: &'static str, shot: Option<Shot>) -> Step {
    Step { title, words, shot }
}

/// What everybody does, whatever the role.
pub const COMMON: &[Step] = &[
    step(
        "Få fat i sagen",
        "En sag er udskiftningen af ét it-system. Har du fået en fil, så åbn den under Sager med \
         »Åbn fil«. Er du den første, så vælg »Ny sag«. Vil du øve dig, så vælg »Prøv med \
         eksempelsag«.",
        Some(Shot::Start),
    ),
    step(
        "Sig, hvem du er",
        "Vælg din rolle under »Min rolle«, og skriv dit navn under Indstillinger. Så står dit navn \
         ved det, du markerer, på skærmen og på papiret.",
        None,
    ),
    step(
        "Se, hvad der er din tur",
        "Øverst på Min tur står det, du kan gøre nu. Nedenunder står det, du venter på, og hvem du \
         venter på.",
        Some(Shot::MyTurn),
    ),
    step(
        "Gør det, og markér det",
        "Guiden bestiller intet for dig. Arbejdet gør du dér, hvor det hører til: i ADM, i \
         Digitaliseringskataloget eller hos SP's Helpdesk. Bagefter markerer du aktiviteten udført \
         her. Tog du fejl, så vælg »Fortryd«.",
        Some(Shot::Activity),
    ),
    step(
        "Send sagen videre",
        "Er det en andens tur, så åbn Overleveringer og vælg »Overdrag«. Du får sagens fil og en \
         besked at sende med.",
        Some(Shot::Handover),
    ),
    step(
        "Tag imod andres ændringer",
        "Får du en fil tilbage, så vælg »Flet fil ind«. Du ser, hvad der er nyt, før noget ændres. \
         Har I skrevet hver sit samme sted, vælger du, hvad der gælder.",
        Some(Shot::Merge),
    ),
    step(
        "Tag papiret med",
        "Under Udskrifter ligger tjeklister og mødepapirer. Kryds af på mødet, og skriv svarene ind \
         bagefter: papir og skærm har samme rækkefølge.",
        Some(Shot::Print),
    ),
];

/// "Åbn Min tur i »Omsorg Klassik til Omsorg Ny«".
pub fn go_there(page: &str, case: &str) -> String {
    format!("Åbn {page} i »{case}«")
}
