//! `onefront staff …`: the same verbs for whoever has the machine. Passwords are read from standard
//! input and never stand in an argument, where every user of the machine could read them.

use super::managing::{Faults, Order, carry_out, faults};
use crate::{
    office::Office,
    store::{
        deeds::Log,
        staff::{self, Person},
    },
};
use anyhow::{Context, bail};
use app::{case::language::Lang, desk::StaffAct, journey::Sheet, words::Words};
use clap::{Args, Subcommand};
use std::{
    fmt::Write as _,
    io::{BufRead, IsTerminal},
};

/// Who the log says it was.
const ACTOR: &str = "command";

/// What is asked about staff.
#[derive(Debug, Args)]
pub struct Asked {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Add somebody; standard input holds a one-time password, to be changed at the first sign-in.
    Add {
        /// What they sign in with.
        login: String,
        /// What colleagues call them.
        #[arg(long)]
        name: String,
        /// Their unit, by its code in the catalogue.
        #[arg(long)]
        unit: String,
        /// Their department, by its code.
        #[arg(long)]
        department: String,
        /// front, specialist, coordinator, manager or administrator.
        #[arg(long)]
        role: String,
    },
    /// List everybody, or those whose login, name or unit holds a text.
    List {
        /// The text.
        search: Option<String>,
    },
    /// Give somebody a one-time password, read from standard input; their sessions end.
    SetPassword {
        /// Who.
        login: String,
    },
    /// Give somebody another unit, department, role or name.
    Move {
        /// Who.
        login: String,
        /// The unit.
        #[arg(long)]
        unit: Option<String>,
        /// The department.
        #[arg(long)]
        department: Option<String>,
        /// The role.
        #[arg(long)]
        role: Option<String>,
        /// The name.
        #[arg(long)]
        name: Option<String>,
    },
    /// Let somebody go: their cases fall to their duty and need a person.
    Leave {
        /// Who.
        login: String,
    },
    /// Turn the second step of signing in off for somebody who has lost it.
    ResetTotp {
        /// Who.
        login: String,
    },
}

impl Asked {
    /// Does it, and says what was done.
    ///
    /// # Errors
    /// Says what is wrong, field by field.
    pub async fn answer(self, office: &Office) -> anyhow::Result<String> {
        self.answer_with(office, password).await
    }

    /// The same with another place for passwords to come from.
    ///
    /// # Errors
    /// Says what is wrong, field by field.
    pub async fn answer_with(
        self,
        office: &Office,
        password: impl FnOnce() -> anyhow::Result<String>,
    ) -> anyhow::Result<String> {
        match self.what {
            What::Add {
                login,
                name,
                unit,
                department,
                role,
            } => {
                let typed = Sheet::from_pairs([
                    ("login", login),
                    ("name", name),
                    ("unit", unit),
                    ("department", department),
                    ("role", role),
                    ("once", password()?),
                ]);
                office.add_by_command(&typed).await
            }
            What::List { search } => office.list_by_command(&search.unwrap_or_default()).await,
            What::SetPassword { login } => {
                let person = office.somebody(&login).await?;
                let password = password()?;
                if let Err(fault) = crate::office::account::good_enough(&person.login, &password) {
                    bail!(
                        "password: {}",
                        Words::new(Lang::En).say(&format!("account-fault-{}", fault.name()))
                    );
                }
                let hash = office.entrance.passwords.hash(password).await?;
                office.by_command(person, Order::Password(hash)).await
            }
            What::Move {
                login,
                unit,
                department,
                role,
                name,
            } => {
                let person = office.somebody(&login).await?;
                let typed = Sheet::from_pairs([
                    ("unit", unit.unwrap_or_else(|| person.unit.clone())),
                    (
                        "department",
                        department.unwrap_or_else(|| person.department.clone()),
                    ),
                    (
                        "role",
                        role.unwrap_or_else(|| person.role.name().to_owned()),
                    ),
                    ("name", name.unwrap_or_else(|| person.name.clone())),
                ]);
                refuse(faults(office, StaffAct::Move.name(), &typed, Some(&person)).await?)?;
                let post = super::managing::post(&office.house(), &typed);
                let post = post.ok().context("a post without faults is a post")?;
                office.by_command(person, Order::Move(post)).await
            }
            What::Leave { login } => {
                let person = office.somebody(&login).await?;
                let act = StaffAct::Leave.name();
                refuse(faults(office, act, &Sheet::default(), Some(&person)).await?)?;
                office.by_command(person, Order::Leave).await
            }
            What::ResetTotp { login } => {
                let person = office.somebody(&login).await?;
                office.by_command(person, Order::ResetSecond).await
            }
        }
    }
}

impl Office {
    async fn somebody(&self, login: &str) -> anyhow::Result<Person> {
        let there = staff::at_the_door(self.store.read(), login).await?;
        let there =
            there.with_context(|| format!("{login}: nobody who works here has this login"))?;
        Ok(there.person)
    }

    async fn add_by_command(&self, typed: &Sheet) -> anyhow::Result<String> {
        let once = typed.typed("once");
        let mut wrong = faults(self, "add", typed, None).await?;
        if super::managing::too_weak(typed.typed("login"), once) {
            wrong.push(("password", app::desk::StaffFault::Password));
        }
        refuse(wrong)?;
        let (person, now) = (self.newcomer_of(typed).await?, self.now());
        let login = person.login.clone();
        let added = self.store.write(move |tx| {
            Box::pin(async move {
                let until = now + super::managing::ONCE;
                let id = staff::add_once(&mut *tx, &person, until, now).await?;
                let id = id.context("the login is taken")?;
                Log::Staff.note(tx, &id, "added", ACTOR, now).await
            })
        });
        added.await?;
        Ok(format!("{login}: added"))
    }

    async fn by_command(&self, person: Person, order: Order) -> anyhow::Result<String> {
        let (now, login) = (self.now(), person.login.clone());
        let done = self.store.write(move |tx| {
            Box::pin(async move { carry_out(tx, &person, order, ACTOR, now).await })
        });
        done.await?;
        Ok(format!("{login}: done"))
    }

    async fn list_by_command(&self, sought: &str) -> anyhow::Result<String> {
        let (house, sought) = (self.house(), sought.trim().to_lowercase());
        let mut text = String::new();
        for listed in staff::listed(self.store.read(), self.now()).await? {
            let person = &listed.person;
            if !super::listing::matches(&house, person, &sought) {
                continue;
            }
            let state = match (person.left_at, listed.away_until, listed.once_until) {
                (Some(_), _, _) => "left",
                (_, Some(_), _) => "away",
                (_, _, Some(_)) => "one-time password",
                _ => "",
            };
            let second = if listed.second { "totp" } else { "" };
            writeln!(
                text,
                "{}\t{}\t{}\t{}\t{}\t{second}\t{state}",
                person.login,
                person.name,
                person.unit,
                person.department,
                person.role.name(),
            )?;
        }
        Ok(text.trim_end().to_owned())
    }
}

/// What is wrong, in a line.
fn refuse(faults: Faults) -> anyhow::Result<()> {
    let words = Words::new(Lang::En);
    let said: Vec<_> = faults
        .iter()
        .map(|(field, fault)| {
            let sentence = words.say(&format!("staff-fault-{}", fault.name()));
            format!("{field}: {sentence}")
        })
        .collect();
    match said.is_empty() {
        true => Ok(()),
        false => bail!("{}", said.join(" ")),
    }
}

/// The first line of standard input.
fn password() -> anyhow::Result<String> {
    let input = std::io::stdin();
    if input.is_terminal() {
        eprintln!("One-time password (it is shown as you type it):");
    }
    let mut line = String::new();
    input.lock().read_line(&mut line)?;
    let password = line.trim_end_matches(['\r', '\n']).to_owned();
    anyhow::ensure!(!password.is_empty(), "no password on standard input");
    Ok(password)
}
