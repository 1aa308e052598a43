//! Coming in and going out: sign-in with its limits, and how long a session lasts.
//!
//! A session ends when nobody used it for a while, and after a working day whatever happens.
//! Reading a page writes nothing, so the last use of a session is kept in memory and reaches the
//! store with the next act. After a restart a session is as old as its last act: it may end too
//! early then, and never too late.

use super::rights::Seat;
use crate::{
    keys::Purpose,
    limits::{Limit, Verdict},
    office::Office,
    password::Passwords,
    store::{limits, sessions, staff},
};
use app::hatch::{Refusal, Token};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

const MINUTE: i64 = 60_000_000;
/// A session nobody uses ends after this long.
const IDLE: i64 = 30 * MINUTE;
/// No session outlives a working day.
const LONGEST: i64 = 12 * 60 * MINUTE;

/// Wrong tries for one login from one client. Not for the login alone: whoever tries passwords at
/// one place must not lock out a colleague at another.
const TRIES: Limit = Limit::new(5, 900);
/// Wrong tries from one client, whoever is tried. A shop is one client.
const TRIES_FROM_ONE: Limit = Limit::new(40, 900);

/// No login is longer.
const LONGEST_LOGIN: usize = 64;

/// The passwords of staff, and who was here lately. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Entrance {
    /// Checks and makes passwords.
    pub passwords: Passwords,
    used: Arc<Mutex<HashMap<String, i64>>>,
}

impl Entrance {
    /// An entrance nobody has come through.
    ///
    /// # Errors
    /// When no password can be hashed.
    pub fn new() -> anyhow::Result<Self> {
        Ok(Self {
            passwords: Passwords::new()?,
            used: Arc::default(),
        })
    }

    /// Notes that a session is used, and says when it was used before.
    fn use_now(&self, token_hash: &str, stored: i64, now: i64) -> i64 {
        // Nothing can panic while it is held.
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.retain(|_, at| now - *at < IDLE);
        let before = used.get(token_hash).copied().unwrap_or(stored).max(stored);
        if now - before < IDLE {
            used.insert(token_hash.to_owned(), now);
        }
        before
    }
}

impl Office {
    /// Who has this session, and what they may.
    pub(in crate::office) async fn seat(&self, token: &Token) -> anyhow::Result<Seat> {
        let (hash, now) = (self.token_hash(token), self.now());
        let session = sessions::find(self.store.read(), &hash)
            .await?
            .filter(|session| now < session.expires_at)
            .ok_or(Refusal::SignIn)?;
        let used_at = self.entrance.use_now(&hash, session.used_at, now);
        anyhow::ensure!(now - used_at < IDLE, Refusal::SignIn);
        Ok(Seat::new(&self.house(), session.person, hash))
    }

    /// Checks login and password and begins a session; the one before ends.
    pub(super) async fn admit_staff(
        &self,
        login: &str,
        password: &str,
        from: &str,
        before: Option<&Token>,
    ) -> anyhow::Result<Token> {
        let login = normal_login(login);
        let now = self.timestamp();
        let digest = |key: String| self.keys.digest(Purpose::Limit, key.as_bytes());
        let tries = [
            (TRIES, digest(format!("sign-in:{from}:{login}"))),
            (TRIES_FROM_ONE, digest(format!("sign-in:{from}"))),
        ];
        // Counted before the password is looked at, so that many tries at once are not one.
        let counted = tries.clone();
        let allowed = self.store.write(move |tx| {
            Box::pin(async move {
                for (limit, key) in counted {
                    if limits::attempt(&mut *tx, limit, &key, now).await? != Verdict::Allowed {
                        return Ok(false);
                    }
                }
                Ok(true)
            })
        });
        anyhow::ensure!(allowed.await?, Refusal::TooMany);
        // A login that is not there costs what one that is there costs.
        let known = staff::by_login(self.store.read(), &login).await?;
        let stored = known.as_ref().map(|(_, password)| password.clone());
        let right = self
            .entrance
            .passwords
            .check(password.to_owned(), stored)
            .await?;
        let (person, _) = known.filter(|_| right).ok_or(Refusal::NotFound)?;
        let token = self.fresh_token();
        let (hash, old) = (
            self.token_hash(&token),
            before.map(|token| self.token_hash(token)),
        );
        let at = now.as_microsecond();
        let begun = self.store.write(move |tx| {
            Box::pin(async move {
                for (limit, key) in tries {
                    limits::forgive(&mut *tx, limit, &key, now).await?;
                }
                if let Some(old) = old {
                    sessions::remove(&mut *tx, &old).await?;
                }
                sessions::remove_expired(&mut *tx, at).await?;
                sessions::add(tx, &hash, &person.id, at, at + LONGEST).await
            })
        });
        begun.await?;
        Ok(token)
    }

    /// Ends a session.
    pub(super) async fn end_session(&self, token: &Token) -> anyhow::Result<()> {
        let hash = self.token_hash(token);
        self.store
            .write(move |tx| Box::pin(async move { sessions::remove(tx, &hash).await }))
            .await
    }
}

/// A login as it is kept: people type it with capitals and spaces around.
pub(crate) fn normal_login(typed: &str) -> String {
    typed
        .trim()
        .chars()
        .take(LONGEST_LOGIN)
        .flat_map(char::to_lowercase)
        .collect()
}
