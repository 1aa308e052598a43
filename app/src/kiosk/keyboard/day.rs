//! A calendar day from a pad of digits: year, month and day one after another.
//! The browser's own field for a day takes no typed text, so it is given the whole day at once.

/// The digits so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    digits: String,
}

impl Day {
    /// From the value of a field for a day; of anything else, none.
    pub fn of(value: &str) -> Self {
        let digits: String = value.chars().filter(char::is_ascii_digit).collect();
        match digits.len() {
            8 => Self { digits },
            _ => Self::default(),
        }
    }

    /// Takes a digit; `false` where none can follow.
    pub fn press(&mut self, digit: char) -> bool {
        let fits = digit.is_ascii_digit() && self.digits.len() < 8;
        if fits {
            self.digits.push(digit);
        }
        fits
    }

    /// Takes the last digit back; `false` where there was none.
    pub fn back(&mut self) -> bool {
        self.digits.pop().is_some()
    }

    /// What is there and what is not yet: `2026-1_-__`.
    pub fn shown(&self) -> String {
        let mut digits = self.digits.chars();
        "____-__-__"
            .chars()
            .map(|place| match place {
                '_' => digits.next().unwrap_or(place),
                mark => mark,
            })
            .collect()
    }

    /// The day for the field, once it is one; nothing empties the field.
    pub fn value(&self) -> String {
        let number = |from: usize, to: usize| self.digits.get(from..to)?.parse::<u32>().ok();
        let whole = match (number(0, 4), number(4, 6), number(6, 8)) {
            (Some(year), Some(month), Some(day)) => {
                year > 0 && (1..=days(year, month)).contains(&day)
            }
            _ => false,
        };
        if whole { self.shown() } else { String::new() }
    }
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(digits: &str) -> Day {
        let mut day = Day::default();
        for digit in digits.chars() {
            day.press(digit);
        }
        day
    }

    #[test]
    fn eight_digits_are_a_day() {
        assert_eq!(typed("20261126").value(), "2026-11-26");
        assert_eq!(typed("20240229").value(), "2024-02-29");
        assert_eq!(typed("2026112699").value(), "2026-11-26");
        assert_eq!(Day::of("2026-11-26"), typed("20261126"));
    }

    #[test]
    fn what_is_no_day_is_shown_but_not_given_on() {
        for digits in [
            "", "2026", "20260230", "20261301", "20261100", "00001126", "21000229",
        ] {
            assert_eq!(typed(digits).value(), "", "{digits}");
        }
        assert_eq!(typed("20261").shown(), "2026-1_-__");
    }

    #[test]
    fn digits_are_taken_back_one_by_one() {
        let mut day = typed("2026");
        for _ in 0..4 {
            assert!(day.back());
        }
        assert!(!day.back());
        assert_eq!(day, Day::default());
    }
}
