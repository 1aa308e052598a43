//! What a kiosk carries of the words: the files of its rooms, read by Fluent's own parser and taken
//! apart into `phrase`. A shape that `phrase` does not know stops the tests, not a kiosk.

use super::{
    phrase::{Phrases, Piece},
    rooms::{CARRIED, ROOMS},
};
use crate::case::language::Lang;
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

/// The sentences of one language that a kiosk may say.
pub fn phrases(lang: Lang) -> Phrases {
    let rooms = ROOMS.iter().filter(|(room, _)| CARRIED.contains(room));
    let mut phrases = Vec::new();
    for (_, files) in rooms {
        let file = fluent_syntax::parser::parse(files[lang as usize])
            .expect("a file of words is well formed");
        for entry in &file.body {
            if let Entry::Message(message) = entry
                && let Some(pattern) = &message.value
            {
                let pieces = pieces(pattern);
                phrases.push((message.id.name.to_owned(), pieces));
            }
        }
    }
    phrases.into_iter().collect()
}

fn pieces(pattern: &Pattern<&str>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for element in &pattern.elements {
        match (pieces.last_mut(), piece(element)) {
            // Fluent cuts a text at each of its lines.
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => pieces.push(piece),
        }
    }
    pieces
}

fn piece(element: &PatternElement<&str>) -> Piece {
    match element {
        PatternElement::TextElement { value } => Piece::Text((*value).to_owned()),
        PatternElement::Placeable { expression } => match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                Piece::Place([id.name.to_owned()])
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                Piece::Text((*value).to_owned())
            }
            Expression::Select { variants, .. } => {
                let of = |wanted: bool| {
                    let fits = variants.iter().find(|variant| {
                        let one = matches!(variant.key, VariantKey::Identifier { name: "one" });
                        if wanted { one } else { variant.default }
                    });
                    fits.map(|variant| pieces(&variant.value))
                };
                let other = of(false).unwrap_or_default();
                Piece::Count {
                    one: of(true).unwrap_or_else(|| other.clone()),
                    other,
                }
            }
            // The tests hold every sentence against Fluent, so this never reaches a kiosk.
            Expression::Inline(_) => Piece::Text(String::new()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_kiosk_says_what_fluent_says(n in prop_oneof![0..4i64, 0..20_000i64], value in "[^{}\\p{C}]{0,12}") {
            for lang in Lang::ALL {
                let carried = phrases(lang);
                let book = Words::new(lang).book().expect("the server has its words");
                for (id, pieces) in carried.iter() {
                    let names = names(pieces);
                    let counted = names.iter().any(|name| name == "n") || chosen(pieces);
                    let places: Vec<_> = names.iter().filter(|name| *name != "n").map(|name| (name.as_str(), value.as_str())).collect();
                    let n = counted.then_some(n);
                    prop_assert_eq!(carried.fill(id, &places, n), book.fill(id, &places, n), "{} {}", lang.tag(), id);
                    prop_assert_eq!(carried.plain(id), book.plain(id), "{} {}", lang.tag(), id);
                }
            }
        }
    }

    fn names(pieces: &[Piece]) -> Vec<String> {
        let of = |piece: &Piece| match piece {
            Piece::Text(_) => Vec::new(),
            Piece::Place([name]) => vec![name.clone()],
            Piece::Count { one, other } => [names(one), names(other)].concat(),
        };
        pieces.iter().flat_map(of).collect()
    }

    fn chosen(pieces: &[Piece]) -> bool {
        pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Count { .. }))
    }

    #[test]
    fn what_a_kiosk_carries_reads_back_as_it_was_written() {
        for lang in Lang::ALL {
            let carried = phrases(lang);
            let text = serde_json::to_string(&carried).expect("plain data");
            let read: Phrases = serde_json::from_str(&text).expect("plain data");
            assert_eq!(read, carried);
        }
    }

    #[test]
    fn every_carried_room_has_its_files() {
        for room in CARRIED {
            assert!(ROOMS.iter().any(|(known, _)| known == room), "{room}");
        }
    }
}
