//! The words of the page "Indstillinger".

use super::dates;
use crate::domain::time::Day;

pub const LEAD: &str =
    "Skriv, hvem du er, og se, hvad der ligger i browseren, og hvad du kan vente af siden.";

pub const ME: &str = "Mig";
pub const ME_HINT: &str = "Dit navn og dine initialer følger med alt, du markerer og skriver, og \
    kommer på tjeklisterne. Det gælder fra nu af; det, du har gjort før, ændres ikke.";
pub const NAME: &str = "Mit navn";
pub const INITIALS: &str = "Mine initialer";
pub const ORGANISATION: &str = "Min organisation";
pub const PROFILE_SAVED: &str = "Gemt i denne browser.";
pub const PROFILE_REFUSED: &str =
    "Ikke gemt: browseren tager ikke imod mere. Det gælder, til du lukker siden.";

pub const STORAGE: &str = "Plads i browseren";
pub const STORAGE_METER: &str = "Brugt plads";
pub const STORAGE_FULL: &str = "Der er snart ikke mere plads. Eksportér de sager, du er færdig med, \
    og slet dem under Sager.";
pub const DOWNLOAD: &str = "Hent alle gemte data";
pub const DOWNLOAD_HINT: &str = "Filen har alt, siden har gemt, som det ligger i browseren. Brug \
    den, hvis noget er gået galt. En sag sender du til andre med »Eksportér sag«.";

pub const PER_CASE: &str = "Hver sags plads";
pub const BACKUP: &str = "Sikkerhedskopi";
pub const BACKUP_TEXT: &str = "Hent alle sager i én fil. Åbn filen samme sted i denne eller en anden \
    browser: sager, der er der i forvejen, flettes, og du får at vide, hvad der skete med hver.";
pub const BACKUP_DOWNLOAD: &str = "Hent sikkerhedskopi";
pub const BACKUP_OPEN: &str = "Åbn sikkerhedskopi";
pub const PERSIST: &str = "Bed browseren om at beholde data";
pub const PERSIST_HINT: &str = "Browsere kan selv rydde op, når computeren mangler plads. Du kan bede \
    om, at sagerne bliver.";
pub const PERSISTED: &str = "Browseren sletter ikke selv sagerne.";
pub const NOT_PERSISTED: &str = "Browseren sagde nej. Sagerne er her stadig, men tag jævnligt en \
    sikkerhedskopi.";

pub const PRIVACY: &str = "Dine data";
pub const PRIVACY_POINTS: [&str; 4] = [
    "Det, du skriver, ligger i denne browser på denne computer. Siden sender det ingen steder hen: \
     den har ingen server bag sig, ingen cookies og ingen statistik.",
    "Andre, der bruger den samme browser med den samme bruger, kan se sagerne. Rydder nogen \
     browserens data, er de væk. Eksportér derfor jævnligt.",
    "En sags fil har alt i sagen, også historikken med navne. Send den kun til dem, der skal \
     arbejde med den.",
    "Skriv aldrig CPR-numre, private nøgler eller adgangskoder i en sag.",
];

pub const ACCESSIBILITY: &str = "Tilgængelighed";
pub const ACCESSIBILITY_GOAL: &str = "Siden er bygget til at følge WCAG 2.2 på niveau AA: den kan bruges \
    med tastatur alene, med skærmlæser, med dobbelt så stor tekst, på en smal skærm og i tvungne farver. \
    Status står altid i ord.";
pub const TESTED: &str = "Sådan er siden afprøvet";
pub const TESTED_POINTS: [&str; 4] = [
    "Hver version afprøves af en maskine med axe-core på alle sider og i de tilstande, de kan være i, \
     også dialoger, konflikter og fejl: i lyse og tvungne farver, på 1280 og 320 pixels bredde og med \
     dobbelt så stor tekst. Der må ikke være fund.",
    "En sag føres med tastatur alene fra »Ny sag« til »Udskriv«. Det prøves, at fokus kan ses, følger \
     læseretningen, ikke bliver fanget og kommer tilbage efter en dialog, og at beskeder meldes.",
    "Det sker i Chromium. Hovedforløbene afprøves også i Firefox.",
    "Siden er ikke afprøvet af mennesker, der til daglig bruger hjælpemidler, og ikke med en bestemt \
     skærmlæser. Der kan være fejl, en maskine ikke finder.",
];
pub const LIMITS: &str = "Kendte begrænsninger";
pub const LIMITS_POINTS: [&str; 5] = [
    "Brede tabeller og figurer rulles vandret i deres egen ramme på en smal skærm. Figurerne i Proces \
     står også som tekst.",
    "Lange lister viser et stykke ad gangen. »Vis flere« henter resten; søgning og filtre ser på alt.",
    "Siden har ikke et mørkt tema. Tvungne farver og browserens forstørrelse virker.",
    "Nogle taster gør noget uden Ctrl, men kun i ruteoverblikket, kørebogen, figurerne og på et møde, når fokus er \
     der. Det samme kan altid gøres med knapper.",
    "PDF-filer, som browseren gemmer ved udskrift, er ikke afprøvet for tilgængelighed. »Hent som \
     Word-fil« giver det samme indhold med overskrifter og tabeller.",
];
pub const NOT_WORKING: &str = "Hvis noget ikke virker for dig";
pub const NOT_WORKING_TEXT: &str = "Skriv til den myndighed, der stiller siden til rådighed: hvilken side \
    det er, hvad du ville gøre, og hvad du bruger (browser og hjælpemiddel). Myndigheden offentliggør sin \
    egen tilgængelighedserklæring, hvor du også kan se, hvordan du klager.";

pub const ABOUT: &str = "Om";
pub const ABOUT_TEXT: &str = "Guiden bygger på KOMBITs procesbeskrivelse »Udskift it-system«. Den \
    erstatter hverken procesbeskrivelsen eller bestillingsformularerne i Digitaliseringskataloget.";
pub const VERSION: &str = "Version";
pub const LICENCE: &str = "Licens";
pub const LICENCE_NAME: &str = "MIT eller Apache-2.0";
pub const LICENCES: &str = "Licenser for det, appen er bygget af";

/// "Siden bruger 12.345 af 5.242.880 tegn. Der er plads til 5.230.535 tegn mere."
pub fn used(used: usize, most: usize) -> String {
    let left = dates::number(most.saturating_sub(used));
    let (used, most) = (dates::number(used), dates::number(most));
    format!("Siden bruger {used} af {most} tegn. Der er plads til {left} tegn mere.")
}

/// "»Nyt lønsystem«: 12.345 tegn".
pub fn used_by(case: &str, used: usize) -> String {
    format!("»{case}«: {} tegn", dates::number(used))
}

/// What the backup is saved as.
pub fn backup_name(day: Day) -> String {
    format!("sikkerhedskopi-{}.json", day)
}

/// What the download of a backup did.
pub fn backup_saved(cases: usize, missing: usize) -> String {
    let cases = dates::count(cases, "sag", "sager");
    match missing {
        0 => format!("Sikkerhedskopien er hentet med {cases}."),
        missing => format!(
            "Sikkerhedskopien er hentet med {cases}. {} ikke læses helt: brug »Hent alle \
             gemte data«.",
            dates::count(missing, "sag kunne", "sager kunne")
        ),
    }
}
