//! Who works behind the face: units in a tree, departments by level, connectors, shops, duties.
//! Every name in here but the shops' is an inner name: no customer may read it.

use crate::{
    catalogue::house::{Level, Within},
    clock::Calendar,
};
use app::case::language::Text;

/// The organisation of the operator.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Headquarters first, then in the order of the file.
    pub units: Vec<Unit>,
    /// In the order of the file.
    pub departments: Vec<Department>,
    /// Where customers can walk in.
    pub shops: Vec<Shop>,
    /// Who answers for a case until a person takes it.
    pub duties: Vec<Duty>,
    /// The ways to a back office.
    pub connectors: Vec<Connector>,
    /// Departments of one unit that use another connector than their sisters.
    pub exceptions: Vec<Exception>,
}

/// Headquarters, a province or a city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Key.
    pub code: String,
    /// Inner name.
    pub name: Text,
    /// How high it stands.
    pub level: Level,
    /// The unit above it; headquarters has none.
    pub parent: Option<String>,
    /// The time zone whose wall clock it goes by, where that is not the operator's.
    pub zone: Option<String>,
}

/// A department; it exists in every unit of its levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// Key.
    pub code: String,
    /// Inner name.
    pub name: Text,
    /// Where it exists.
    pub levels: Vec<Level>,
    /// How cases reach it.
    pub connector: String,
    /// How soon it takes or declines what another department passes to it.
    pub answers: Within,
    /// How long a part may take that no plan gives a target.
    pub target: Within,
    /// What must be handed over with a part that is passed to it, for staff.
    pub needs: Vec<Text>,
}

/// A shop; its name, address and hours are for customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shop {
    /// Key.
    pub code: String,
    /// What customers call it.
    pub name: Text,
    /// The city it belongs to.
    pub unit: String,
    /// The district it stands in.
    pub place: String,
    /// Where to find it.
    pub address: Text,
    /// When it is open.
    pub hours: Text,
    /// The same for reckoning, by the clock on its unit's wall.
    pub open: Calendar,
}

/// A role that answers for a case until a person takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Key.
    pub code: String,
    /// Inner name.
    pub name: Text,
    /// The department whose people take it.
    pub department: String,
    /// The duty that stands in for it.
    pub deputy: Option<String>,
}

/// A way to a back office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connector {
    /// Key; settings name the connector by it.
    pub code: String,
    /// What it speaks.
    pub kind: ConnectorKind,
    /// Inner name.
    pub name: Text,
}

/// What a connector speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConnectorKind {
    /// The built-in desk.
    Desk,
    /// TM Forum's Trouble Ticket API.
    Tmf621,
    /// A django-helpdesk.
    Helpdesk,
}

/// One department of one unit that uses another connector than its sisters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The unit.
    pub unit: String,
    /// The department.
    pub department: String,
    /// Its connector.
    pub connector: String,
}

impl ConnectorKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Desk, Self::Tmf621, Self::Helpdesk];

    /// As written in the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Tmf621 => "tmf621",
            Self::Helpdesk => "helpdesk",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl Organisation {
    /// Headquarters.
    pub fn root(&self) -> &Unit {
        self.units
            .first()
            .expect("a catalogue without headquarters is refused")
    }

    /// The unit with this code.
    pub fn unit(&self, code: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.code == code)
    }

    /// The department with this code.
    pub fn department(&self, code: &str) -> Option<&Department> {
        self.departments
            .iter()
            .find(|department| department.code == code)
    }

    /// A unit and the department with this code in it, if its level has such a one.
    pub fn department_in(&self, unit: &str, department: &str) -> Option<(&Unit, &Department)> {
        let unit = self.unit(unit)?;
        let department = self.department(department)?;
        department
            .exists_at(unit.level)
            .then_some((unit, department))
    }

    /// The duty with this code.
    pub fn duty(&self, code: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.code == code)
    }

    /// The shop with this code.
    pub fn shop(&self, code: &str) -> Option<&Shop> {
        self.shops.iter().find(|shop| shop.code == code)
    }

    /// The connector with this code.
    pub fn connector(&self, code: &str) -> Option<&Connector> {
        self.connectors
            .iter()
            .find(|connector| connector.code == code)
    }

    /// A unit, the one above it, and so on up to headquarters.
    pub fn upwards<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = &'a Unit> {
        std::iter::successors(Some(unit), |unit| self.unit(unit.parent.as_deref()?))
    }

    /// The unit of this level at or above a unit; headquarters where the tree has none between.
    pub fn at_level<'a>(&'a self, unit: &'a Unit, level: Level) -> &'a Unit {
        self.upwards(unit)
            .find(|unit| unit.level >= level)
            .unwrap_or_else(|| self.root())
    }

    /// How cases reach a department of a unit.
    pub fn connector_of<'a>(&'a self, unit: &Unit, department: &'a Department) -> &'a str {
        self.exceptions
            .iter()
            .find(|other| other.unit == unit.code && other.department == department.code)
            .map_or(&department.connector, |other| &other.connector)
    }

    /// Every name that no customer may read, in each language.
    pub fn inner_names(&self) -> impl Iterator<Item = &Text> {
        let units = self.units.iter().map(|unit| &unit.name);
        let departments = self.departments.iter().map(|department| &department.name);
        let duties = self.duties.iter().map(|duty| &duty.name);
        let connectors = self.connectors.iter().map(|connector| &connector.name);
        units.chain(departments).chain(duties).chain(connectors)
    }
}

impl Department {
    /// Whether a unit of this level has it.
    pub fn exists_at(&self, level: Level) -> bool {
        self.levels.contains(&level)
    }
}
