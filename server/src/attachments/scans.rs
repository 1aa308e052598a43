//! How many times over a JPEG is drawn. One that comes in stages is drawn about ten times; each stage
//! costs a decoder a walk over all points and a file next to nothing, so a small file can keep a core
//! busy for hours.

/// More stages than anybody's camera or page makes.
const MOST: usize = 40;

/// Whether it can be drawn in reasonable time.
pub(super) fn few(jpeg: &[u8]) -> bool {
    count(jpeg) <= MOST
}

fn count(jpeg: &[u8]) -> usize {
    let (mut at, mut scans) = (2, 0);
    while let Some(found) = jpeg.get(at..).and_then(marker) {
        at += found + 2;
        match jpeg[at - 1] {
            // What hangs behind the end is not drawn.
            0xd9 => break,
            // These two have nothing behind them.
            0x01 | 0xd8 => {}
            kind => {
                scans += usize::from(kind == 0xda);
                let Some([high, low]) = jpeg.get(at..at + 2) else {
                    break;
                };
                at += usize::from(u16::from_be_bytes([*high, *low]));
            }
        }
    }
    scans
}

/// Where the next marker is: between points a 0xff is followed by nothing or by a restart.
fn marker(rest: &[u8]) -> Option<usize> {
    rest.windows(2)
        .position(|two| two[0] == 0xff && !matches!(two[1], 0 | 0xff | 0xd0..=0xd7))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg(scans: usize) -> Vec<u8> {
        let mut jpeg = b"\xff\xd8".to_vec();
        // A thumbnail in the description is not drawn, whatever stands in it.
        jpeg.extend(b"\xff\xe1\x00\x0a\xff\xda\xff\xda\xff\xda\xff\xd9");
        for _ in 0..scans {
            jpeg.extend(b"\xff\xda\x00\x04..points\xff\x00\xff\xd0points");
        }
        jpeg.extend(b"\xff\xd9");
        // A short film behind it, as some phones put there.
        jpeg.extend([0xff, 0xda].repeat(1_000));
        jpeg
    }

    #[test]
    fn stages_are_counted_and_nothing_else() {
        for scans in [0, 1, 10, 300] {
            assert_eq!(count(&jpeg(scans)), scans);
        }
        assert!(few(&jpeg(MOST)) && !few(&jpeg(MOST + 1)));
        for broken in [
            &b""[..],
            b"\xff\xd8\xff",
            b"\xff\xd8\xff\xe0\xff",
            b"\xff\xd8\xff\xda\xff\xff",
        ] {
            assert!(few(broken));
        }
    }
}
