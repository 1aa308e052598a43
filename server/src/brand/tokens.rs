//! The colours of the house, read from its own stylesheet, so that what is measured is what is
//! shown. Sizes and distances are not read.

use super::{Theme, colour::Colour};
use std::collections::BTreeMap;

/// The file as it is built into the program.
const SHEET: &str = include_str!("../../../style/tokens.css");

/// Colours by their name without dashes.
pub type Tokens = BTreeMap<&'static str, Colour>;

/// The colours of one theme; what the dark one does not name is as in the light one.
pub fn tokens(theme: Theme) -> Tokens {
    let mut here = Some(Theme::Light);
    let mut tokens = Tokens::new();
    for line in SHEET.lines() {
        if line.starts_with("@media") {
            here = line.contains("dark").then_some(Theme::Dark);
        }
        let wanted = here == Some(Theme::Light) || here == Some(theme);
        if let Some((name, colour)) = declared(line)
            && wanted
        {
            tokens.insert(name, colour);
        }
    }
    tokens
}

/// `--name: #rrggbb;`
fn declared(line: &'static str) -> Option<(&'static str, Colour)> {
    let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
    let colour = value.trim().strip_suffix(';')?.parse().ok()?;
    Some((name, colour))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_theme_has_its_own_colours() {
        let (light, dark) = (tokens(Theme::Light), tokens(Theme::Dark));
        assert_eq!(
            light.keys().collect::<Vec<_>>(),
            dark.keys().collect::<Vec<_>>()
        );
        assert!(light.len() >= 15, "{light:?}");
        assert!(light.iter().all(|(name, colour)| dark[name] != *colour));
    }
}
