//! Who works here, as far as a page must know.

use crate::case::language::Text;

/// What somebody may do. Rights follow the tree: each sees a unit and what lies below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Meets customers.
    Front,
    /// Does the work of a department.
    Specialist,
    /// Keeps the departments of a unit together.
    Coordinator,
    /// Answers for a unit.
    Manager,
    /// Answers for the house.
    Administrator,
}

impl Role {
    /// Every role, from the shop's floor upwards.
    pub const ALL: [Self; 5] = [
        Self::Front,
        Self::Specialist,
        Self::Coordinator,
        Self::Manager,
        Self::Administrator,
    ];

    /// The word in tables, commands and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Specialist => "specialist",
            Self::Coordinator => "coordinator",
            Self::Manager => "manager",
            Self::Administrator => "administrator",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// What colleagues call them.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Their unit.
    pub unit: Text,
    /// Their department.
    pub department: Text,
}
