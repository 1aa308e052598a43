//! From the browser's values to ours.

use js_sys::{Array, Object, Reflect};
use leptos::wasm_bindgen::JsValue;
use serde::{
    Deserializer,
    de::{
        DeserializeSeed, EnumAccess, Error, Expected, MapAccess, SeqAccess, Unexpected,
        VariantAccess, Visitor,
    },
    forward_to_deserialize_any,
};
use std::fmt;

/// It is not what was wanted. As nothing is said of why, the sentences for it are in no program.
#[derive(Clone, Copy, Debug)]
pub struct Unread;

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unreadable")
    }
}

impl std::error::Error for Unread {}

impl Error for Unread {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
    // By themselves these would make a sentence first.
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn missing_field(_: &'static str) -> Self {
        Self
    }
    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// Reads a value.
pub struct Reader(pub JsValue);

impl Reader {
    fn is_nothing(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }

    fn items(self) -> Result<Items, Unread> {
        match Array::is_array(&self.0) {
            true => Ok(Items::of(&Array::from(&self.0))),
            false => Err(Unread),
        }
    }

    fn entries(self) -> Result<Entries, Unread> {
        let object = Object::try_from(&self.0).ok_or(Unread)?;
        Ok(Entries {
            entries: Items::of(&Object::entries(object)),
            value: JsValue::UNDEFINED,
        })
    }

    /// A list is none of our types, though serde would take one: an empty one would be settings that say
    /// nothing.
    fn fields(self, names: &'static [&'static str]) -> Result<Fields, Unread> {
        match self.0.is_object() && !Array::is_array(&self.0) {
            true => Ok(Fields {
                names,
                at: 0,
                object: self.0,
                value: JsValue::UNDEFINED,
            }),
            false => Err(Unread),
        }
    }
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
            number(self.0.as_f64().ok_or(Unread)?, visitor)
        })*
    };
}

/// Whole numbers are given as such: what wants a count takes no other.
fn number<'de, V: Visitor<'de>>(number: f64, visitor: V) -> Result<V::Value, Unread> {
    let whole = number as i64;
    match whole as f64 == number {
        true => visitor.visit_i64(whole),
        false => visitor.visit_f64(number),
    }
}

impl<'de> Deserializer<'de> for Reader {
    type Error = Unread;

    /// For what asks by itself what there is.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        if let Some(text) = self.0.as_string() {
            visitor.visit_string(text)
        } else if let Some(found) = self.0.as_f64() {
            number(found, visitor)
        } else if let Some(found) = self.0.as_bool() {
            visitor.visit_bool(found)
        } else if self.is_nothing() {
            visitor.visit_unit()
        } else if Array::is_array(&self.0) {
            visitor.visit_seq(self.items()?)
        } else {
            visitor.visit_map(self.entries()?)
        }
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_f32 deserialize_f64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_bool(self.0.as_bool().ok_or(Unread)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_string(self.0.as_string().ok_or(Unread)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        match self.is_nothing() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unread> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_map(self.entries()?)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        visitor.visit_map(self.fields(names)?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        visitor.visit_enum(Variant::of(self.0, names)?)
    }

    forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

/// The values of a list.
struct Items {
    array: Array,
    at: u32,
}

impl Items {
    fn of(array: &Array) -> Self {
        let array = array.clone();
        Self { array, at: 0 }
    }

    fn next(&mut self) -> Option<JsValue> {
        let at = self.at;
        self.at += 1;
        (at < self.array.length()).then(|| self.array.get(at))
    }
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Unread;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unread> {
        match self.next() {
            Some(value) => seed.deserialize(Reader(value)).map(Some),
            None => Ok(None),
        }
    }
}

/// Names and values, whatever the names are.
struct Entries {
    entries: Items,
    value: JsValue,
}

impl Entries {
    fn next(&mut self) -> Option<JsValue> {
        let entry = Array::from(&self.entries.next()?);
        self.value = entry.get(1);
        Some(entry.get(0))
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Unread;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unread> {
        match self.next() {
            Some(name) => seed.deserialize(Reader(name)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unread> {
        seed.deserialize(Reader(std::mem::take(&mut self.value)))
    }
}

/// The fields of one of our types, each by its place among their names. What else there is, is not
/// looked at.
struct Fields {
    names: &'static [&'static str],
    at: usize,
    object: JsValue,
    value: JsValue,
}

impl Fields {
    fn next(&mut self) -> Option<Place> {
        loop {
            let at = self.at;
            let name = self.names.get(at)?;
            self.at += 1;
            self.value = get(&self.object, name);
            if !self.value.is_undefined() {
                return Some(Place(at));
            }
        }
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Unread;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unread> {
        match self.next() {
            Some(place) => seed.deserialize(place).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unread> {
        seed.deserialize(Reader(std::mem::take(&mut self.value)))
    }
}

/// A field or a variant, by its place: shorter than to compare its name once more.
struct Place(usize);

impl<'de> Deserializer<'de> for Place {
    type Error = Unread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_u64(self.0 as u64)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// One of several: its name alone, or its name with what belongs to it.
struct Variant {
    place: Place,
    content: JsValue,
}

impl Variant {
    fn of(value: JsValue, names: &'static [&'static str]) -> Result<Self, Unread> {
        let (name, content) = match value.as_string() {
            Some(name) => (name, JsValue::UNDEFINED),
            None => {
                let mut entries = Reader(value).entries()?;
                let name = entries.next().and_then(|name| name.as_string());
                (name.ok_or(Unread)?, entries.value)
            }
        };
        let place = names.iter().position(|known| *known == name);
        Ok(Self {
            place: Place(place.ok_or(Unread)?),
            content,
        })
    }
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unread;
    type Variant = Reader;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Reader), Unread> {
        Ok((seed.deserialize(self.place)?, Reader(self.content)))
    }
}

impl<'de> VariantAccess<'de> for Reader {
    type Error = Unread;

    fn unit_variant(self) -> Result<(), Unread> {
        match self.is_nothing() {
            true => Ok(()),
            false => Err(Unread),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Unread> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_seq(self.items()?)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        visitor.visit_map(self.fields(names)?)
    }
}
