//! What is made of files that were made to do harm, and of those that were not.

use super::*;
use image::{DynamicImage, Rgb, RgbImage, Rgba, RgbaImage, load_from_memory};
use std::{io::Cursor, sync::Arc};

/// Red on its left half, blue on its right.
fn halves() -> DynamicImage {
    let colour = |x| if x < 32 { [255, 0, 0] } else { [0, 0, 255] };
    DynamicImage::ImageRgb8(RgbImage::from_fn(64, 32, |x, _| Rgb(colour(x))))
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A photo that says where it was taken, and that it is to be held turned to the right.
fn photo() -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let said = b"GPS-CANARY 31.2N 121.4E\0";
    tiff.extend([3, 0]);
    // Tag, type, count and value: a description, the way it is held, where the place stands.
    for (tag, kind, count, value) in [
        (
            0x010e_u16,
            2_u16,
            u32::try_from(said.len()).unwrap(),
            50_u32,
        ),
        (0x0112, 3, 1, 6),
        (0x8825, 4, 1, 50),
    ] {
        tiff.extend(tag.to_le_bytes());
        tiff.extend(kind.to_le_bytes());
        tiff.extend(count.to_le_bytes());
        tiff.extend(value.to_le_bytes());
    }
    tiff.extend([0; 4]);
    tiff.extend(said);
    let mut photo = encoded(&halves(), ImageFormat::Jpeg);
    let mut exif = b"\xff\xe1".to_vec();
    exif.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
    exif.extend(b"Exif\0\0");
    exif.extend(&tiff);
    photo.splice(2..2, exif);
    photo
}

/// A picture of a few bytes that claims to be as large as this.
fn claims(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    png.extend(&header);
    png.extend(crc(&header).to_be_bytes());
    let data = b"IDAT\x78\x9c\x03\0\0\0\0\x01";
    png.extend(8_u32.to_be_bytes());
    png.extend(data);
    png.extend(crc(data).to_be_bytes());
    png
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), step)
    })
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn refused(bytes: &[u8]) -> FileFault {
    fit(bytes).expect_err("it is not taken")
}

#[test]
fn where_a_photo_was_taken_is_gone_and_how_it_is_held_is_drawn_in() {
    let photo = photo();
    assert!(holds(&photo, b"GPS-CANARY"));
    let kept = fit(&photo).unwrap();
    assert_eq!(kept.kind, FileKind::Jpeg);
    for said in [&b"GPS-CANARY"[..], b"Exif", b"\xff\xe1"] {
        assert!(!holds(&kept.bytes, said));
    }
    let picture = load_from_memory(&kept.bytes).unwrap().to_rgb8();
    assert_eq!(picture.dimensions(), (32, 64), "turned to the right");
    let (top, bottom) = (picture.get_pixel(16, 4), picture.get_pixel(16, 60));
    assert!(top[0] > 200 && top[2] < 60, "left has become top: {top:?}");
    assert!(bottom[2] > 200 && bottom[0] < 60, "{bottom:?}");
}

#[test]
fn what_hangs_behind_a_picture_is_cut_off() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let mut two = encoded(&halves(), format);
        two.extend(b"PK\x03\x04 <script>alert('ZIP-CANARY')</script>");
        let kept = fit(&two).unwrap();
        assert!(!holds(&kept.bytes, b"ZIP-CANARY"), "{format:?}");
        assert!(load_from_memory(&kept.bytes).is_ok());
    }
}

#[test]
fn a_picture_is_kept_as_what_it_is_best_kept_as() {
    let hole = RgbaImage::from_pixel(8, 8, Rgba([1, 2, 3, 0]));
    let hole = DynamicImage::ImageRgba8(hole);
    for (picture, format, kind) in [
        (halves(), ImageFormat::Jpeg, FileKind::Jpeg),
        (halves(), ImageFormat::WebP, FileKind::Jpeg),
        (halves(), ImageFormat::Png, FileKind::Png),
        (hole.clone(), ImageFormat::Png, FileKind::Png),
        (hole, ImageFormat::WebP, FileKind::Png),
    ] {
        let kept = fit(&encoded(&picture, format)).unwrap();
        assert_eq!(kept.kind, kind, "{format:?}");
        let read = load_from_memory(&kept.bytes).unwrap();
        assert_eq!(
            (read.width(), read.height()),
            (picture.width(), picture.height())
        );
    }
}

#[test]
fn a_picture_larger_than_anybody_looks_at_is_drawn_smaller() {
    let wide = DynamicImage::ImageRgb8(RgbImage::new(8_192, 64));
    let kept = fit(&encoded(&wide, ImageFormat::Png)).unwrap();
    let read = load_from_memory(&kept.bytes).unwrap();
    assert_eq!((read.width(), read.height()), (4_096, 32));
}

#[test]
fn a_few_bytes_that_claim_a_huge_picture_are_not_decoded() {
    for (width, height) in [(60_000, 60_000), (40_001, 1_000), (4_000_000, 2)] {
        assert_eq!(refused(&claims(width, height)), FileFault::Points);
    }
}

#[test]
fn a_picture_that_breaks_off_is_refused_or_ends_in_plain_points() {
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let whole = encoded(&halves(), format);
        assert_eq!(refused(&whole[..whole.len() / 2]), FileFault::Broken);
    }
    let whole = photo();
    for length in [4, 30, 200, whole.len() / 2, whole.len() - 2] {
        if let Ok(kept) = fit(&whole[..length]) {
            assert!(load_from_memory(&kept.bytes).is_ok());
        }
    }
    assert_eq!(refused(b"\xff\xd8\xff"), FileFault::Broken);
}

#[test]
fn what_is_no_picture_and_no_pdf_is_refused_whatever_it_is_called() {
    for bytes in [
        &b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..],
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"GIF89a<script>",
        b"BM\0\0",
        b"<html>%PDF-1.4\n%%EOF",
        b"PK\x03\x04",
        b"\0\0\0\x18ftypheic",
        b"x",
    ] {
        assert_eq!(refused(bytes), FileFault::Kind, "{bytes:?}");
    }
}

#[test]
fn a_pdf_is_whole_and_brings_nothing_along_that_it_names() {
    let plain = b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n<script>x</script>\n%%EOF\n";
    let kept = fit(plain).unwrap();
    assert_eq!((kept.kind, &kept.bytes[..]), (FileKind::Pdf, &plain[..]));
    for broken in [&b"%PDF-"[..], b"%PDF-x.y\n%%EOF", b"%PDF-1.7\n1 0 obj"] {
        assert_eq!(refused(broken), FileFault::Broken);
    }
    for active in ["/JavaScript", "/Launch", "/EmbeddedFiles", "/RichMedia"] {
        let pdf = format!("%PDF-1.7\n<</S {active}>>\n%%EOF");
        assert_eq!(refused(pdf.as_bytes()), FileFault::Active, "{active}");
    }
}

#[tokio::test]
async fn no_file_is_none_and_the_same_file_has_the_same_fingerprint() {
    assert_eq!(look_into(None).await, Ok(None));
    let unfit = Upload::Unfit(FileFault::Large);
    assert_eq!(look_into(Some(unfit)).await, Err(FileFault::Large));
    let photo: Arc<[u8]> = photo().into();
    let look = || look_into(Some(Upload::Whole(photo.clone())));
    let (one, other) = (
        look().await.unwrap().unwrap(),
        look().await.unwrap().unwrap(),
    );
    assert_eq!(one.sent, other.sent);
    assert_ne!(one.id, other.id, "a name tells nothing");
}
