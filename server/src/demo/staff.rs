//! Staff of every role. Their password is printed by `make run` and known to everybody, which is
//! why production refuses this world.

use super::World;
use crate::store::staff::{self, NewPerson};
use app::desk::Role;

/// The password of every demo account.
const PASSWORD: &str = "farbridge-demo";

/// Login, name, role, department.
const PEOPLE: [(&str, &str, Role, &str); 6] = [
    ("front", "林小雨", Role::Front, "customer-service"),
    ("network", "周 航", Role::Specialist, "network-operation"),
    ("billing", "陈思敏", Role::Specialist, "billing"),
    (
        "coordinator",
        "黃志明",
        Role::Coordinator,
        "customer-service",
    ),
    ("manager", "Grace Lin", Role::Manager, "customer-service"),
    ("admin", "Wei Song", Role::Administrator, "general-affairs"),
];

pub(super) async fn settle(world: &World) -> anyhow::Result<()> {
    let house = world.office.shelf.current();
    let unit = house.organisation.root().code.clone();
    let password = world
        .office
        .entrance
        .passwords
        .hash(PASSWORD.to_owned())
        .await?;
    let now = world.real;
    for (login, name, role, department) in PEOPLE {
        let person = NewPerson {
            login: login.to_owned(),
            name: name.to_owned(),
            unit: unit.clone(),
            department: department.to_owned(),
            role,
            password: password.clone(),
        };
        let added = world
            .office
            .store
            .write(move |tx| Box::pin(async move { staff::add(tx, &person, now).await }));
        added.await?;
    }
    Ok(())
}

/// The accounts, for whoever starts the demo world by hand.
pub fn accounts() -> String {
    let logins = PEOPLE.map(|(login, _, role, _)| match role.name() {
        same if same == login => login.to_owned(),
        role => format!("{login} ({role})"),
    });
    let logins = logins.join(", ");
    format!("sign in at /staff/sign-in as {logins}; the password of each is {PASSWORD}")
}
