//! The place where it happens: the office on a store of its own, and who works there. A specialist
//! for every department of every unit, a coordinator and a manager for every unit.

use crate::{
    catalogue::Shelf,
    config::{Config, Durability},
    connectors::Connectors,
    office::{Entrance, Looked, Office},
    outbox::{Carrier, Outcome},
    store::{
        Database, Store,
        sessions::{self, NewSession, Vouched},
        staff::{self, NewPerson},
    },
};
use app::{
    case::reference::Reference,
    desk::{Acted, Role},
    hatch::{Hatch, Refusal, Token},
};
use rand::{SeedableRng, rngs::StdRng};
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

/// Where Linux keeps files in memory.
const IN_MEMORY: &str = "/dev/shm";
/// Sessions of people who never go home.
const FOR_EVER: i64 = 20 * 365 * super::DAY;

/// Everything that lives.
pub(super) struct City {
    pub office: Office,
    pub hatch: Hatch,
    pub seed: u64,
    /// The cases there are, by the number under which they came.
    pub cases: BTreeMap<u32, Case>,
    /// What was done, by word.
    pub done: BTreeMap<&'static str, u64>,
    people: Vec<Worker>,
    now: Arc<AtomicI64>,
    /// Deletes the store's folder when the city is gone.
    _folder: tempfile::TempDir,
}

/// Somebody who works there, and is signed in.
#[derive(Clone, Debug)]
pub(super) struct Worker {
    pub id: String,
    pub unit: String,
    pub department: String,
    pub role: Role,
    pub token: Token,
}

/// A case as its customer and its chance know it.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub id: String,
    pub reference: Reference,
    pub secret: String,
    pub chance: StdRng,
    /// What takes long takes so many times as long as the rest.
    pub slow: i64,
}

impl City {
    /// Founds it: an empty store, the built-in operator, its people.
    pub async fn found(seed: u64, at: i64) -> anyhow::Result<Self> {
        // It is thrown away: no disk need keep it, and no power cut can take more of it.
        let folder = tempfile::tempdir_in(IN_MEMORY).or_else(|_none| tempfile::tempdir())?;
        let store = Store::open_on(Database::in_folder(folder.path(), Durability::Normal)?).await?;
        let now = Arc::new(AtomicI64::new(at));
        let hands = now.clone();
        let shelf =
            Shelf::open(None).map_err(|_| anyhow::anyhow!("the built-in operator is wrong"))?;
        let settings: [(String, String); 0] = [];
        let office = Office {
            carrier: Carrier::new(store.clone(), Connectors::new([])),
            store,
            shelf: Arc::new(shelf),
            keys: Arc::new(Config::read(None, settings)?.keys),
            entrance: Entrance::new()?,
            clock: Arc::new(move || hands.load(Ordering::Relaxed)),
            public_url: "http://127.0.0.1:3000".into(),
        };
        let mut city = Self {
            hatch: office.hatch(),
            office,
            seed,
            cases: BTreeMap::new(),
            done: BTreeMap::new(),
            people: Vec::new(),
            now,
            _folder: folder,
        };
        city.employ().await?;
        Ok(city)
    }

    async fn employ(&mut self) -> anyhow::Result<()> {
        let house = self.office.house();
        let organisation = &house.organisation;
        for unit in &organisation.units {
            let there = { organisation.departments.iter() }
                .filter(|department| department.exists_at(unit.level));
            for department in there {
                self.hire(&unit.code, &department.code, Role::Specialist)
                    .await?;
            }
            for role in [Role::Coordinator, Role::Manager] {
                self.hire(&unit.code, "customer-service", role).await?;
            }
        }
        Ok(())
    }

    async fn hire(&mut self, unit: &str, department: &str, role: Role) -> anyhow::Result<()> {
        let login = format!("{unit}-{department}-{}", role.name());
        let person = NewPerson {
            name: login.clone(),
            login: login.clone(),
            unit: unit.to_owned(),
            department: department.to_owned(),
            role,
            // Nobody comes in by a password here.
            password: "none".to_owned(),
        };
        let at = self.office.now();
        let token = self.office.fresh_token();
        let hash = self.office.token_hash(&token);
        let hired = self.office.store.write(move |tx| {
            Box::pin(async move {
                staff::add(&mut *tx, &person, at).await?;
                let colleagues = staff::working_here(&mut *tx).await?;
                let hired = colleagues.into_iter().find(|one| one.login == login);
                let id = hired.ok_or(Refusal::NotFound)?.id;
                let session = NewSession {
                    token_hash: hash,
                    staff_id: id.clone(),
                    vouched: Vouched::ByUs,
                    now: at + FOR_EVER,
                    expires_at: at + 2 * FOR_EVER,
                };
                sessions::add(tx, &session).await?;
                Ok(id)
            })
        });
        self.people.push(Worker {
            id: hired.await?,
            unit: unit.to_owned(),
            department: department.to_owned(),
            role,
            token,
        });
        Ok(())
    }

    pub fn set_clock(&self, at: i64) {
        self.now.store(at, Ordering::Relaxed);
    }

    /// Whoever does the work of a department of a unit.
    pub fn specialist(&self, unit: &str, department: &str) -> Option<&Worker> {
        self.people.iter().find(|one| {
            one.role == Role::Specialist && one.unit == unit && one.department == department
        })
    }

    /// Who keeps everything together.
    pub fn coordinator(&self) -> Option<&Worker> {
        let root = &self.office.house().organisation.root().code.clone();
        self.people
            .iter()
            .find(|one| one.role == Role::Coordinator && one.unit == *root)
    }

    /// The person with this key.
    pub fn person(&self, id: &str) -> Option<&Worker> {
        self.people.iter().find(|one| one.id == id)
    }

    /// Everybody.
    pub fn people(&self) -> &[Worker] {
        &self.people
    }

    /// Everything that waits is carried.
    pub async fn carry(&self) -> anyhow::Result<()> {
        while self.office.carrier.carry_one(self.office.now()).await? != Outcome::Empty {}
        Ok(())
    }

    /// Everything that is due is raised.
    pub async fn watch(&self) -> anyhow::Result<()> {
        while self.office.watch().await? != Looked::Nothing {}
        Ok(())
    }

    /// Counts what became of an act. What was typed here can always be taken.
    pub fn tally(&mut self, what: &'static str, acted: Acted) -> anyhow::Result<()> {
        match acted {
            Acted::Done => *self.done.entry(what).or_default() += 1,
            Acted::TooLate | Acted::Changed => *self.done.entry("too late").or_default() += 1,
            Acted::Mend | Acted::Unfit(_) => {
                anyhow::bail!("{what}: what was typed could not be taken")
            }
        }
        Ok(())
    }

    /// Chance of its own for each case, so that one case's life changes no other's.
    pub fn chance(&self, n: u32) -> StdRng {
        StdRng::seed_from_u64(self.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from(n))
    }
}
