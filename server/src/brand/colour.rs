//! Colours as `#rrggbb` and how well one is read on another.

use std::{fmt, str::FromStr};

/// An sRGB colour without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl FromStr for Colour {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.strip_prefix('#').ok_or(())?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(());
        }
        let whole = u32::from_str_radix(digits, 16).map_err(|_| ())?;
        let [_, red, green, blue] = whole.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Colour {
    /// How well this colour is read on another: 1 (not at all) to 21 (WCAG 2.2, contrast ratio).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            match part <= 0.04045 {
                true => part / 12.92,
                false => ((part + 0.055) / 1.055).powf(2.4),
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(one: &str, two: &str) -> f64 {
        let colour = |text: &str| text.parse::<Colour>().expect("a colour");
        (colour(one).contrast(colour(two)) * 100.0).round() / 100.0
    }

    #[test]
    fn contrast_is_what_the_formula_of_wcag_says() {
        assert_eq!(ratio("#000000", "#ffffff"), 21.0);
        assert_eq!(ratio("#ffffff", "#ffffff"), 1.0);
        // Known greys: the lightest that passes 4.5:1 and the lightest that passes 7:1 on white.
        assert_eq!(ratio("#767676", "#ffffff"), 4.54);
        assert_eq!(ratio("#777777", "#ffffff"), 4.48);
        assert_eq!(ratio("#595959", "#ffffff"), 7.0);
        assert_eq!(ratio("#0000ff", "#ffffff"), 8.59);
        assert_eq!(ratio("#ff0000", "#ffffff"), 4.0);
        assert_eq!(ratio("#ffffff", "#ff0000"), 4.0);
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        for text in [
            "",
            "#",
            "#fff",
            "00565f",
            "#00565g",
            "#+0565f",
            "#00565f00",
            "teal",
        ] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
        assert_eq!(
            "#00565F".parse::<Colour>().expect("a colour").to_string(),
            "#00565f"
        );
    }
}
