//! A zip file whose parts are not packed: any reader takes it, and packing would cost the app its code.

/// The parts by their names, one behind the other, and their directory.
pub(super) fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let start = file.len() as u32;
        let size = (text.len() as u32).to_le_bytes();
        // Read by version 1.0, not packed, of the first day that such files know.
        let mut common = vec![10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        common.extend(crc_32(text.as_bytes()).to_le_bytes());
        common.extend(size);
        common.extend(size);
        common.extend([name.len() as u8, 0, 0, 0]);
        file.extend(b"PK\x03\x04");
        file.extend(&common);
        file.extend(name.as_bytes());
        file.extend(text.as_bytes());
        directory.extend(b"PK\x01\x02\x0a\0");
        directory.extend(common);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = [parts.len() as u8, 0];
    let ends = [directory.len() as u32, file.len() as u32].map(u32::to_le_bytes);
    file.extend(directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(count);
    file.extend(count);
    file.extend(ends.concat());
    file.extend([0, 0]);
    file
}

/// The check sum by which readers know that a part is whole; half a byte at a time.
fn crc_32(bytes: &[u8]) -> u32 {
    let mut table = [0u32; 16];
    for (index, entry) in table.iter_mut().enumerate() {
        *entry = (0..4).fold(index as u32, |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)));
    }
    let half = |sum: u32| (sum >> 4) ^ table[(sum & 15) as usize];
    !bytes.iter().fold(!0, |sum, byte| half(half(sum ^ u32::from(*byte))))
}
