//! The languages the face speaks, and texts that exist in all of them.
//! Choosing a visitor's language is not done here but in `words`.

use serde::{Deserialize, Serialize};

/// A language of the face.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// Chinese in simplified characters.
    #[default]
    #[serde(rename = "zh-Hans")]
    ZhHans,
    /// Chinese in traditional characters.
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// Every language, in the order the switch shows them.
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// The BCP 47 tag, as in `<html lang>` and in the names of the `locales/` folders.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// What the language calls itself; the one label that is never translated.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::ZhHans => "简体中文",
            Self::ZhHant => "繁體中文",
            Self::En => "English",
        }
    }

    /// Reads one tag, regions and scripts included: `zh-TW`, `zh-HK` and `zh-MO` are written in
    /// traditional characters, any other Chinese in simplified ones.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "en" => Some(Self::En),
            "zh" => {
                let traditional = parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo"));
                Some(if traditional && !tag.contains("hans") {
                    Self::ZhHant
                } else {
                    Self::ZhHans
                })
            }
            _ => None,
        }
    }

    /// The best language for an `Accept-Language` header (RFC 9110, 12.5.4), if it names one of ours.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        for item in header.split(',') {
            let mut pieces = item.split(';');
            let Some(lang) = pieces.next().and_then(Self::from_tag) else {
                continue;
            };
            let weight = pieces
                .find_map(|piece| piece.trim().strip_prefix("q=")?.parse().ok())
                .unwrap_or(1.0_f32);
            // The first of equals wins: that is the order the browser's user chose.
            if weight > 0.0 && best.is_none_or(|(_, seen)| weight > seen) {
                best = Some((lang, weight));
            }
        }
        best.map(|(lang, _)| lang)
    }
}

/// A text in every language of the face. The catalogue refuses one that lacks a language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// In simplified characters.
    #[serde(rename = "zh-Hans")]
    pub zh_hans: String,
    /// In traditional characters.
    #[serde(rename = "zh-Hant")]
    pub zh_hant: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// The text in one language.
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::ZhHans => &self.zh_hans,
            Lang::ZhHant => &self.zh_hant,
            Lang::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_of_taiwan_and_hong_kong_is_traditional() {
        for tag in ["zh-TW", "zh-HK", "zh-Hant", "zh-hant-CN", "zh_MO"] {
            assert_eq!(Lang::from_tag(tag), Some(Lang::ZhHant), "{tag}");
        }
        for tag in ["zh", "zh-CN", "zh-SG", "zh-Hans-HK"] {
            assert_eq!(Lang::from_tag(tag), Some(Lang::ZhHans), "{tag}");
        }
    }

    #[test]
    fn the_heaviest_language_of_ours_is_chosen() {
        let chosen = Lang::from_accept_language("fr, en;q=0.3, zh-TW;q=0.8");
        assert_eq!(chosen, Some(Lang::ZhHant));
        assert_eq!(Lang::from_accept_language("fr, de"), None);
        assert_eq!(
            Lang::from_accept_language("en;q=0, zh;q=0.1"),
            Some(Lang::ZhHans)
        );
        assert_eq!(Lang::from_accept_language(";;,q=,\u{0}"), None);
    }
}
