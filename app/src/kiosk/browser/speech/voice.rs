//! The browser's voice. Where it has none, nothing is heard and nothing breaks.

use super::super::page;
use crate::case::language::Lang;
use std::cell::Cell;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance};

/// A voice that hangs must not keep a screen open for ever.
const LONGEST: f64 = 180_000.0;

thread_local! {
    static BEGAN: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

fn synthesis() -> Option<SpeechSynthesis> {
    page::window().speech_synthesis().ok()
}

/// Says these sentences so loud, in hundredths, and nothing of what was said before.
pub fn speak(sentences: impl Iterator<Item = String>, lang: Lang, loud: u32) {
    let Some(synthesis) = synthesis() else { return };
    synthesis.cancel();
    BEGAN.set(page::monotonic());
    for sentence in sentences {
        // One utterance a sentence: long ones are cut off by some voices.
        if let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(&sentence) {
            utterance.set_lang(voice(lang));
            utterance.set_volume(loud as f32 / 100.0);
            synthesis.speak(&utterance);
        }
    }
}

/// Falls silent at once.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// Whether somebody is being read to: meanwhile nobody is idle.
pub fn is_speaking() -> bool {
    let recent = page::monotonic() - BEGAN.get() < LONGEST;
    recent && synthesis().is_some_and(|synthesis| synthesis.speaking())
}

/// Voices are known by region.
const fn voice(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans => "zh-CN",
        Lang::ZhHant => "zh-TW",
        Lang::En => "en-GB",
    }
}
