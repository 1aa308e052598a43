//! Sentences as data: what a kiosk carries instead of the Fluent files and their reader. Made by
//! `carried` from the very same files; only the few shapes that our files use are known here.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use std::fmt;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Piece {
    /// Said as it is.
    Text(String),
    /// A place to fill, by its name.
    Place(
        /// The name.
        [String; 1],
    ),
    /// One of two sentences by the count `n`.
    Count {
        /// Of exactly one, in languages that make a difference.
        one: Vec<Piece>,
        /// Of any other number.
        other: Vec<Piece>,
    },
}

/// The three shapes differ at their first character. Read so, and not by trying one after another, which
/// would keep a copy of each piece until one fits.
impl<'de> Deserialize<'de> for Piece {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Shape)
    }
}

struct Shape;

impl<'de> Visitor<'de> for Shape {
    type Value = Piece;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a piece of a sentence")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Piece, E> {
        Ok(Piece::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Piece, E> {
        Ok(Piece::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<Piece, A::Error> {
        let name = names
            .next_element()?
            .ok_or_else(|| A::Error::custom("a place has a name"))?;
        Ok(Piece::Place([name]))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut choices: A) -> Result<Piece, A::Error> {
        let (mut one, mut other) = (Vec::new(), Vec::new());
        while let Some((choice, pieces)) = choices.next_entry::<String, Vec<Piece>>()? {
            match choice.as_str() {
                "one" => one = pieces,
                _ => other = pieces,
            }
        }
        Ok(Piece::Count { one, other })
    }
}

/// The sentences of one language by their ids.
/// They are never changed, so they lie in their order and not in a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrases(Vec<(String, Vec<Piece>)>);

impl FromIterator<(String, Vec<Piece>)> for Phrases {
    fn from_iter<I: IntoIterator<Item = (String, Vec<Piece>)>>(sentences: I) -> Self {
        let mut sentences = Vec::from_iter(sentences);
        sentences.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Self(sentences)
    }
}

impl Serialize for Phrases {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Phrases {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

/// They arrive in the order in which they were written.
struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Phrases;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sentences by their ids")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut sentences: A) -> Result<Phrases, A::Error> {
        let mut read = Vec::new();
        while let Some(sentence) = sentences.next_entry()? {
            read.push(sentence);
        }
        match read.is_sorted_by(|(one, _), (other, _)| one < other) {
            true => Ok(Phrases(read)),
            false => Err(A::Error::custom("the ids are not in their order")),
        }
    }
}

impl Phrases {
    fn get(&self, id: &str) -> Option<&[Piece]> {
        let at = self.0.binary_search_by(|(known, _)| known.as_str().cmp(id));
        Some(&self.0.get(at.ok()?)?.1)
    }

    /// Each sentence with its id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Piece])> {
        let sentences = self.0.iter();
        sentences.map(|(id, pieces)| (id.as_str(), pieces.as_slice()))
    }

    /// A sentence without places.
    pub fn plain(&self, id: &str) -> Option<&str> {
        match self.get(id)? {
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// A sentence with its places filled, chosen by a count where there is one. A place that is not
    /// filled shows its own name.
    pub fn fill(&self, id: &str, places: &[(&str, &str)], n: Option<i64>) -> Option<String> {
        let mut said = String::new();
        say(self.get(id)?, places, n, &mut said);
        Some(said)
    }
}

fn say(pieces: &[Piece], places: &[(&str, &str)], n: Option<i64>, said: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => said.push_str(text),
            Piece::Place([name]) => said.push_str(&filling(name, places, n)),
            Piece::Count { one, other } => {
                let pieces = if n == Some(1) { one } else { other };
                say(pieces, places, n, said);
            }
        }
    }
}

fn filling(name: &str, places: &[(&str, &str)], n: Option<i64>) -> String {
    match (places.iter().find(|(place, _)| *place == name), n) {
        (Some((_, value)), _) => (*value).to_owned(),
        (None, Some(n)) if name == "n" => n.to_string(),
        _ => format!("{{${name}}}"),
    }
}
