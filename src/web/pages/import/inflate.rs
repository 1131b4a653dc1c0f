//! A file's bytes to a table; the browser unpacks workbooks.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::domain::route_overview::{Lexicon, best_table};
use crate::domain::spreadsheet::{
    Packing, Part, SheetReader, Table, TableError, TextReader, Workbook, decode,
};
use crate::text::import_page;
use crate::text::route_import::table_error;
use crate::web::pace::Pace;

/// Why there is no table.
pub enum Stop {
    /// The user stopped it, or left.
    Stopped,
    Told(String),
}

/// So many rows are read between two looks at the clock.
const BITE: usize = 50;
/// The first rows of every sheet tell which of them has the list.
const LOOK: usize = 60;

impl From<TableError> for Stop {
    fn from(error: TableError) -> Stop {
        Stop::Told(table_error(error))
    }
}

/// Reads a list of any of the kinds that are known.
pub async fn table_of(bytes: Vec<u8>, lexicon: &Lexicon, pace: &mut Pace) -> Result<Table, Stop> {
    if bytes.starts_with(b"PK") {
        return sheet_of(bytes, lexicon, pace).await;
    }
    let mut reader = TextReader::new(decode(&bytes)?.0);
    while !reader.read_some(BITE)? {
        go_on(pace, reader.progress()).await?;
    }
    Ok(reader.finish()?)
}

/// The sheet of a workbook that has the list.
async fn sheet_of(bytes: Vec<u8>, lexicon: &Lexicon, pace: &mut Pace) -> Result<Table, Stop> {
    let mut book = Workbook::open(bytes)?;
    for part in book.needed()? {
        let unpacked = match part.packing {
            Packing::Stored => part.packed.clone(),
            Packing::Deflated => inflate(&part).await?,
        };
        book.put(&part, unpacked)?;
        go_on(pace, 0).await?;
    }
    let mut sheets = book.sheets();
    sheets.retain(|sheet| !sheet.hidden);
    let mut readers = book.readers(&sheets);
    for reader in &mut readers {
        reader.read_some(LOOK)?;
        go_on(pace, 0).await?;
    }
    let best = best_table(readers.iter().map(SheetReader::table), lexicon);
    let Some(best) = best else { return Err(TableError::Empty.into()) };
    let mut reader = readers.swap_remove(best);
    while !reader.read_some(BITE)? {
        go_on(pace, reader.progress()).await?;
    }
    Ok(reader.finish()?)
}

/// Goes on, unless it is stopped.
pub async fn go_on(pace: &mut Pace, progress: usize) -> Result<(), Stop> {
    if pace.goes_on(progress).await { Ok(()) } else { Err(Stop::Stopped) }
}

#[wasm_bindgen]
extern "C" {
    /// web-sys has these as unstable only, or behind more types than they are worth.
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    type Stream;
    #[wasm_bindgen(method, catch, js_name = pipeThrough)]
    fn pipe_through(this: &Stream, through: &JsValue) -> Result<Stream, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getReader)]
    fn reader(this: &Stream) -> Result<Reader, JsValue>;

    type Reader;
    #[wasm_bindgen(method)]
    fn read(this: &Reader) -> js_sys::Promise;

    type Read;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Read) -> Option<js_sys::Uint8Array>;

    type Packed;
    #[wasm_bindgen(constructor, js_class = "Blob")]
    fn of(parts: &js_sys::Array) -> Packed;
    #[wasm_bindgen(method, catch)]
    fn stream(this: &Packed) -> Result<Stream, JsValue>;
}

/// Unpacks a part, no further than the size it claims: what is more is made to burst.
async fn inflate(part: &Part) -> Result<Vec<u8>, Stop> {
    let missing = |_| Stop::Told(import_page::NO_INFLATE.to_owned());
    let through = DecompressionStream::new("deflate-raw").map_err(missing)?;
    let bytes = js_sys::Uint8Array::from(part.packed.as_slice());
    let packed = Packed::of(&js_sys::Array::of1(&bytes));
    let stream = packed.stream().and_then(|stream| stream.pipe_through(&through));
    let reader = stream.and_then(|stream| stream.reader()).map_err(missing)?;
    let damaged = |_| Stop::from(TableError::Damaged);
    let mut unpacked = Vec::with_capacity(part.size);
    loop {
        let read = JsFuture::from(reader.read()).await.map_err(damaged)?;
        let Some(piece) = read.unchecked_into::<Read>().value() else { return Ok(unpacked) };
        if unpacked.len() + piece.length() as usize > part.size {
            return Err(TableError::Damaged.into());
        }
        unpacked.extend(piece.to_vec());
    }
}
