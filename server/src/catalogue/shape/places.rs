//! `places.toml`: province, city, district, and which unit serves them.

use crate::catalogue::shape::Code;
use app::{case::language::Text, catalogue::Area};
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlacesFile {
    pub provinces: Vec<ProvinceShape>,
}

/// `[[provinces]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProvinceShape {
    pub code: Code,
    pub name: Text,
    pub cities: Vec<CityShape>,
}

/// `[[provinces.cities]]`: `unit` serves each district that names no other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CityShape {
    pub code: Code,
    pub name: Text,
    pub unit: Option<Code>,
    pub districts: Vec<DistrictShape>,
}

/// One of `districts`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DistrictShape {
    pub code: Code,
    pub name: Text,
    pub initials: Code,
    pub area: Area,
    pub unit: Option<Code>,
}

impl PlacesFile {
    /// Every city.
    pub fn cities(&self) -> impl Iterator<Item = &CityShape> {
        self.provinces.iter().flat_map(|province| &province.cities)
    }

    /// Every district.
    pub fn districts(&self) -> impl Iterator<Item = &DistrictShape> {
        self.cities().flat_map(|city| &city.districts)
    }
}
