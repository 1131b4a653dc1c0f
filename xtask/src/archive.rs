//! Files as they are packed: compressed, summed and in a zip, always to the same bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::project::Result;

/// Year, month, day, hour, minute and second, in UTC.
pub type Moment = [u16; 6];

/// What lies in a folder, by its path there with forward slashes.
pub fn read_folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(files)
}

fn collect(
    folder: &Path,
    within: &str,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let name = format!("{within}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}

/// As `sha256sum` prints and checks it.
pub fn sums(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut text = String::new();
    for (name, bytes) in files {
        for byte in Sha256::digest(bytes) {
            // Writing to a text cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text.push_str(&format!("  {name}\n"));
    }
    text
}

pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    // Neither a name nor a time: they would not be the same each time.
    let mut writer = GzBuilder::new().write(Vec::new(), Compression::best());
    writer.write_all(bytes).and_then(|()| writer.finish()).map_err(|error| error.to_string())
}

pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut packed, &parameters)
        .map_err(|error| error.to_string())?;
    Ok(packed)
}

/// A zip whose files all bear one moment.
pub fn zip(files: &BTreeMap<String, Vec<u8>>, moment: &Moment) -> Result<Vec<u8>> {
    let [year, month, day, hour, minute, second] = *moment;
    let byte = |number: u16| u8::try_from(number).unwrap_or_default();
    let at = DateTime::from_date_and_time(
        year,
        byte(month),
        byte(day),
        byte(hour),
        byte(minute),
        byte(second),
    )
    .map_err(|error| format!("{moment:?}: {error}"))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let is_packed =
            [".br", ".gz", ".png", ".webp", ".woff2"].iter().any(|ending| name.ends_with(ending));
        let method =
            if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(at)
            .unix_permissions(0o644);
        writer.start_file(name, options).map_err(|error| format!("{name}: {error}"))?;
        writer.write_all(bytes).map_err(|error| format!("{name}: {error}"))?;
    }
    writer.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_as_sha256sum_prints_them() {
        let files = BTreeMap::from([("a/b.txt".to_owned(), b"abc".to_vec())]);
        let expected =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/b.txt\n";
        assert_eq!(sums(&files), expected);
    }

    #[test]
    fn what_is_compressed_is_smaller_and_a_zip_keeps_what_it_was_given() {
        let text = "the same words over and over ".repeat(100).into_bytes();
        let (gzipped, brotlied) = (gzip(&text).expect("gzip"), brotli(&text).expect("brotli"));
        assert!(gzipped.len() < 200 && brotlied.len() < 100);
        let files = BTreeMap::from([("a.txt".to_owned(), text), ("b.gz".to_owned(), gzipped)]);
        let packed = zip(&files, &[2026, 1, 2, 3, 4, 6]).expect("a zip");
        let mut archive = zip::ZipArchive::new(Cursor::new(packed)).expect("a zip");
        assert_eq!(archive.len(), 2);
        for (name, bytes) in &files {
            let mut file = archive.by_name(name).expect(name);
            let mut kept = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut kept).expect(name);
            assert_eq!(&kept, bytes, "{name}");
        }
    }
}
