//! Places: province, city, district. Urban or rural follows from the district.
//! Which unit serves a place is the back office's business and not in here.

use crate::case::language::Text;
use serde::{Deserialize, Serialize};

/// All places the operator serves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Places {
    /// In the order they are shown.
    pub provinces: Vec<Province>,
}

/// The first level.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Province {
    /// Key.
    pub code: String,
    /// What it is called.
    pub name: Text,
    /// Its cities.
    pub cities: Vec<City>,
}

/// The second level.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct City {
    /// Key.
    pub code: String,
    /// What it is called.
    pub name: Text,
    /// Its districts.
    pub districts: Vec<District>,
}

/// The third level: the one a customer chooses.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct District {
    /// Key, unique in the catalogue; this is what a case keeps.
    pub code: String,
    /// What it is called.
    pub name: Text,
    /// Initials of its pinyin in lower case, for finding it with a Latin keyboard: 天河 is `th`.
    pub initials: String,
    /// Decides which repair promise holds.
    pub area: Area,
}

/// Town or country.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Area {
    /// In a town.
    #[default]
    Urban,
    /// In the country.
    Rural,
}

impl Places {
    /// What a province, city or district is called.
    pub fn name(&self, code: &str) -> Option<&Text> {
        self.provinces.iter().find_map(|province| {
            if province.code == code {
                return Some(&province.name);
            }
            province.cities.iter().find_map(|city| {
                if city.code == code {
                    return Some(&city.name);
                }
                city.districts
                    .iter()
                    .find(|district| district.code == code)
                    .map(|district| &district.name)
            })
        })
    }

    /// A district with the city and province around it.
    pub fn find(&self, code: &str) -> Option<(&Province, &City, &District)> {
        self.provinces.iter().find_map(|province| {
            province.cities.iter().find_map(|city| {
                let district = city
                    .districts
                    .iter()
                    .find(|district| district.code == code)?;
                Some((province, city, district))
            })
        })
    }
}
