//! Draws a picture anew: only its points come through. Where it was taken, with what, its thumbnail
//! and whatever was hung behind it do not. How it is to be held is drawn into it.

use super::scans;
use app::case::attachment::{FileFault, FileKind, MOST};
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgba, RgbaImage,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
    imageops,
    metadata::Orientation,
};
use std::io::Cursor;

/// More points than these are not even decoded: a small file can claim any number of them.
const POINTS: u64 = 40_000_000;
/// What a decoder may ask for, in bytes: the largest picture with four bytes a point.
const MEMORY: u64 = 4 * POINTS;
/// What is larger is drawn smaller: enough to read a bill by.
const SIDE: u32 = 4_096;
/// Of a photo, no difference to be seen.
const QUALITY: u8 = 88;

/// The picture as it is kept.
pub(super) fn redrawn(format: ImageFormat, bytes: &[u8]) -> Result<(FileKind, Vec<u8>), FileFault> {
    if format == ImageFormat::Jpeg && !scans::few(bytes) {
        return Err(FileFault::Broken);
    }
    let picture = decoded(format, bytes)?;
    // Sharp edges stay sharp; a photo in such a wrapping is told by its weight.
    if format == ImageFormat::Png || picture.color().has_alpha() {
        let png = as_png(&picture)?;
        if png.len() <= MOST {
            return Ok((FileKind::Png, png));
        }
    }
    Ok((FileKind::Jpeg, as_jpeg(&picture)?))
}

fn decoded(format: ImageFormat, bytes: &[u8]) -> Result<DynamicImage, FileFault> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(u32::from(u16::MAX));
    limits.max_image_height = Some(u32::from(u16::MAX));
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(fault)?;
    let (width, height) = decoder.dimensions();
    // The limits of a decoder are its best effort; this is ours.
    if u64::from(width) * u64::from(height) > POINTS || decoder.total_bytes() > MEMORY {
        return Err(FileFault::Points);
    }
    // One that cannot be read leaves the picture as it lies.
    let held = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(fault)?;
    if width.max(height) > SIDE {
        picture = picture.thumbnail(SIDE, SIDE);
    }
    picture.apply_orientation(held);
    Ok(picture)
}

fn as_png(picture: &DynamicImage) -> Result<Vec<u8>, FileFault> {
    let mut png = Vec::new();
    let encoder = PngEncoder::new(&mut png);
    let drawn = match picture.color().has_alpha() {
        true => picture.to_rgba8().write_with_encoder(encoder),
        false => picture.to_rgb8().write_with_encoder(encoder),
    };
    drawn.map_err(fault)?;
    Ok(png)
}

/// A photo has no holes: what is seen through one is white, as on paper.
fn as_jpeg(picture: &DynamicImage) -> Result<Vec<u8>, FileFault> {
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    let drawn = match picture.color().has_alpha() {
        true => on_white(picture).to_rgb8().write_with_encoder(encoder),
        false => picture.to_rgb8().write_with_encoder(encoder),
    };
    drawn.map_err(fault)?;
    Ok(jpeg)
}

fn on_white(picture: &DynamicImage) -> DynamicImage {
    let (width, height) = (picture.width(), picture.height());
    let mut paper = RgbaImage::from_pixel(width, height, Rgba([255; 4]));
    imageops::overlay(&mut paper, &picture.to_rgba8(), 0, 0);
    DynamicImage::ImageRgba8(paper)
}

fn fault(error: ImageError) -> FileFault {
    match error {
        ImageError::Limits(_) => FileFault::Points,
        _ => FileFault::Broken,
    }
}
