//! Adding people, giving them another post, a one-time password or a second step to be set up anew,
//! and letting them go. What is wrong with a form is told field by field; nobody can take the last
//! administrator away.

use super::{absence, leaving, listing};
use crate::{
    catalogue::House,
    office::{
        Office,
        account::good_enough,
        desk::{LONGEST_LOGIN, Seat, normal_login},
    },
    store::{
        Connection, absences,
        deeds::Log,
        second, sessions,
        staff::{self, NewPerson, Person, Post},
        unsent,
    },
};
use app::{
    desk::{Role, StaffAct, StaffFault, Tended},
    hatch::{Refusal, Token},
    journey::Sheet,
};

/// Before the key of whoever a form is about that could not be taken.
pub(super) const MOVE: &str = "staff:";
/// The form that adds somebody.
pub(super) const NEW: &str = "staff-new";
/// What that form is called.
const ADD: &str = "add";
/// A one-time password is good for so long.
pub(super) const ONCE: i64 = 7 * 86_400_000_000;
/// The longest name.
const NAME: usize = 80;
/// What a kept form says of a password that was too weak; the password itself is never kept.
const WEAK: &str = "weak";

/// Faults by field.
pub(super) type Faults = Vec<(&'static str, StaffFault)>;

/// What is wrong with a form as it was typed.
pub(super) async fn faults(
    office: &Office,
    act: &str,
    typed: &Sheet,
    person: Option<&Person>,
) -> anyhow::Result<Faults> {
    let house = office.house();
    let pool = office.store.read();
    let mut faults = Faults::new();
    if act == ADD {
        let login = normal_login(typed.typed("login"));
        match () {
            () if login.is_empty() => faults.push(("login", StaffFault::Empty)),
            () if !is_login(typed.typed("login")) => faults.push(("login", StaffFault::Login)),
            () if staff::login_is_taken(pool, &login).await? => {
                faults.push(("login", StaffFault::Taken));
            }
            () => {}
        }
    }
    if act == ADD || act == StaffAct::Move.name() {
        faults.extend(post(&house, typed).err().unwrap_or_default());
    }
    if typed.typed(WEAK) == WEAK {
        faults.push(("once", StaffFault::Password));
    }
    let Some(person) = person else {
        return Ok(faults);
    };
    let demoted = act == StaffAct::Move.name() && typed.typed("role") != Role::Administrator.name();
    if person.role == Role::Administrator && (demoted || act == StaffAct::Leave.name()) {
        let field = if demoted { "role" } else { "leave" };
        let last = staff::administrators_besides(pool, &person.id).await? == 0;
        faults.extend(last.then_some((field, StaffFault::LastAdministrator)));
    }
    if act == StaffAct::Away.name() {
        faults.extend(absence::faults(office, typed, person).await?);
    }
    Ok(faults)
}

/// A login as people can say it on the phone.
fn is_login(typed: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-@+".contains(letter);
    let login = typed.trim();
    login.chars().all(plain) && login.len() <= LONGEST_LOGIN
}

/// Where somebody is to work, and as what.
pub(super) fn post(house: &House, typed: &Sheet) -> Result<Post, Faults> {
    let mut faults = Faults::new();
    let name = typed.typed("name").trim();
    match name.chars().count() {
        0 => faults.push(("name", StaffFault::Empty)),
        NAME.. => faults.push(("name", StaffFault::Long)),
        _ => {}
    }
    let unit = house.organisation.unit(typed.typed("unit"));
    let department = house.organisation.department(typed.typed("department"));
    if unit.is_none() {
        faults.push(("unit", StaffFault::Unit));
    }
    let there = match (unit, department) {
        (Some(unit), Some(department)) => department.exists_at(unit.level),
        (None, Some(_)) => true,
        (_, None) => false,
    };
    if !there {
        faults.push(("department", StaffFault::Department));
    }
    let role = Role::from_name(typed.typed("role"));
    if role.is_none() {
        faults.push(("role", StaffFault::Role));
    }
    match (unit, department, role) {
        (Some(unit), Some(department), Some(role)) if faults.is_empty() => Ok(Post {
            name: name.to_owned(),
            unit: unit.code.clone(),
            department: department.code.clone(),
            role,
        }),
        _ => Err(faults),
    }
}

/// The form without its password; instead of one that was too weak, that it was.
fn without_password(typed: &Sheet, login: &str) -> Sheet {
    let fields = typed
        .fields()
        .filter(|(field, _)| *field != "once" && *field != WEAK && *field != "key");
    let mut kept = Sheet::from_pairs(fields);
    if too_weak(login, typed.typed("once")) {
        kept.put(WEAK.to_owned(), WEAK);
    }
    kept
}

/// Whether a one-time password is none for somebody with this login.
pub(super) fn too_weak(login: &str, password: &str) -> bool {
    good_enough(&normal_login(login), password).is_err()
}

impl Office {
    pub(super) async fn add_colleague(
        &self,
        staff: &Token,
        key: &str,
        typed: &Sheet,
    ) -> anyhow::Result<Tended> {
        let seat = self.seat(staff).await?;
        anyhow::ensure!(listing::manages(&seat), Refusal::NotFound);
        let typed_without = without_password(typed, typed.typed("login"));
        if !faults(self, ADD, &typed_without, None).await?.is_empty() {
            return self.mend(seat, NEW.to_owned(), ADD, typed_without).await;
        }
        let (key, now, actor) = (key.to_owned(), self.now(), seat.actor());
        let person = self.newcomer_of(typed).await?;
        let added = self.store.write(move |tx| {
            Box::pin(async move {
                let myself = &seat.person.id;
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                if !unsent::first_time(&mut *tx, &key, myself, now).await? {
                    let there = staff::at_the_door(&mut *tx, &person.login).await?;
                    return Ok(there.map(|there| there.person.id));
                }
                let id = staff::add_once(&mut *tx, &person, now + ONCE, now).await?;
                if let Some(id) = &id {
                    Log::Staff.note(&mut *tx, id, "added", &actor, now).await?;
                    unsent::forget(tx, myself, NEW, ADD).await?;
                }
                Ok(id)
            })
        });
        // Somebody else took the login between the look and the write.
        Ok(added.await?.map_or(Tended::Mend, Tended::Done))
    }

    /// A form without faults, as somebody who begins to work here.
    pub(super) async fn newcomer_of(&self, typed: &Sheet) -> anyhow::Result<NewPerson> {
        let post = post(&self.house(), typed).map_err(|_| Refusal::NotFound)?;
        let once = typed.typed("once").to_owned();
        Ok(NewPerson {
            login: normal_login(typed.typed("login")),
            name: post.name,
            unit: post.unit,
            department: post.department,
            role: post.role,
            password: self.entrance.passwords.hash(once).await?,
        })
    }

    pub(super) async fn manage_colleague(
        &self,
        staff: &Token,
        key: &str,
        act: StaffAct,
        id: &str,
        typed: &Sheet,
    ) -> anyhow::Result<Tended> {
        let seat = self.seat(staff).await?;
        let person = self.tended(&seat, act, id).await?;
        let checked = match act {
            StaffAct::Password => without_password(typed, &person.login),
            _ => typed.clone(),
        };
        let place = format!("{MOVE}{id}");
        let wrong = faults(self, act.name(), &checked, Some(&person)).await?;
        if !wrong.is_empty() {
            return self.mend(seat, place, act.name(), checked).await;
        }
        let order = self.order(&seat, act, &person, typed).await?;
        let (key, now) = (key.to_owned(), self.now());
        let id = person.id.clone();
        let managed = self.store.write(move |tx| {
            Box::pin(async move {
                let myself = &seat.person.id;
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                if unsent::first_time(&mut *tx, &key, myself, now).await? {
                    carry_out(&mut *tx, &person, order, &seat.actor(), now).await?;
                    unsent::forget(tx, myself, &place, act.name()).await?;
                }
                Ok(())
            })
        });
        managed.await?;
        Ok(Tended::Done(id))
    }

    /// Somebody about whom something may be done by whoever asks.
    async fn tended(&self, seat: &Seat, act: StaffAct, id: &str) -> anyhow::Result<Person> {
        let person = staff::by_id(self.store.read(), id).await?;
        let person = person.filter(|person| person.left_at.is_none() && may(seat, act, person));
        Ok(person.ok_or(Refusal::NotFound)?)
    }

    pub(super) async fn keep_about(
        &self,
        staff: &Token,
        act: StaffAct,
        id: &str,
        typed: Sheet,
    ) -> anyhow::Result<()> {
        let seat = self.seat(staff).await?;
        self.tended(&seat, act, id).await?;
        self.mend(seat, format!("{MOVE}{id}"), act.name(), typed)
            .await?;
        Ok(())
    }

    /// A form without faults, as what is to be done.
    async fn order(
        &self,
        seat: &Seat,
        act: StaffAct,
        person: &Person,
        typed: &Sheet,
    ) -> anyhow::Result<Order> {
        let house = self.house();
        Ok(match act {
            StaffAct::Move => Order::Move(post(&house, typed).map_err(|_| Refusal::NotFound)?),
            StaffAct::Password => {
                let once = typed.typed("once").to_owned();
                Order::Password(self.entrance.passwords.hash(once).await?)
            }
            StaffAct::ResetSecond => Order::ResetSecond,
            StaffAct::Leave => Order::Leave,
            StaffAct::Away => Order::Away(
                absence::read(&house, typed, person, &seat.actor(), self.now())
                    .map_err(|_| Refusal::NotFound)?,
            ),
            StaffAct::Back => Order::Back(typed.typed("absence").to_owned()),
        })
    }

    /// Keeps what was typed for the page that shows it again.
    async fn mend(
        &self,
        seat: Seat,
        place: String,
        act: &'static str,
        typed: Sheet,
    ) -> anyhow::Result<Tended> {
        let (now, person) = (self.now(), seat.person.id);
        let kept = unsent::Unsent {
            act: act.to_owned(),
            about: None,
            sheet: typed,
        };
        let kept = self.store.write(move |tx| {
            Box::pin(async move { unsent::keep(tx, &person, &place, &kept, now).await })
        });
        kept.await?;
        Ok(Tended::Mend)
    }
}

/// Whether somebody may do this about a colleague. One says one's own absence, or a coordinator
/// says it; everything else is an administrator's, and not about themselves, but for their post.
fn may(seat: &Seat, act: StaffAct, person: &Person) -> bool {
    let myself = seat.person.id == person.id;
    match act {
        StaffAct::Away | StaffAct::Back => myself || listing::sees(seat, person),
        StaffAct::Move => listing::manages(seat),
        StaffAct::Password | StaffAct::ResetSecond | StaffAct::Leave => {
            listing::manages(seat) && !myself
        }
    }
}

/// What is to be done about somebody.
pub(super) enum Order {
    /// They get this post.
    Move(Post),
    /// They get a one-time password with this hash.
    Password(String),
    /// They set the second step up anew.
    ResetSecond,
    /// They leave.
    Leave,
    /// They will be away.
    Away(absences::NewAbsence),
    /// This absence is over.
    Back(String),
}

/// Does it, in the transaction of whoever asked for it, and notes it.
pub(super) async fn carry_out(
    tx: &mut Connection,
    person: &Person,
    order: Order,
    actor: &str,
    now: i64,
) -> anyhow::Result<()> {
    let id = &person.id;
    let kind = match order {
        Order::Move(post) => {
            if post.role != Role::Administrator {
                leaving::spare_the_last(&mut *tx, person).await?;
            }
            anyhow::ensure!(
                staff::set_post(&mut *tx, id, &post).await?,
                Refusal::NotFound
            );
            "moved"
        }
        Order::Password(hash) => {
            staff::set_password(&mut *tx, id, &hash, Some(now + ONCE)).await?;
            sessions::remove_those_of(&mut *tx, id).await?;
            second::remove_halves_of(&mut *tx, id).await?;
            "password-once"
        }
        Order::ResetSecond => {
            second::remove(&mut *tx, id).await?;
            sessions::remove_those_of(&mut *tx, id).await?;
            second::remove_halves_of(&mut *tx, id).await?;
            "second-reset"
        }
        Order::Leave => {
            leaving::depart(&mut *tx, person, actor, now).await?;
            "left"
        }
        Order::Away(absence) => {
            absences::add(&mut *tx, &absence, now).await?;
            "away"
        }
        Order::Back(absence) => match absences::end(&mut *tx, &absence, id, now).await? {
            true => "back",
            // It is over, or was somebody else's: nothing is left to do.
            false => return Ok(()),
        },
    };
    Log::Staff.note(tx, id, kind, actor, now).await
}
