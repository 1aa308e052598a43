//! Who is in: how long a session lasts, and what somebody must see to before the desk is theirs.
//! How they came in is `office/account`.
//!
//! A session ends when nobody used it for a while, and after a working day whatever happens.
//! Reading a page writes nothing, so the last use of a session is kept in memory and reaches the
//! store with the next act or the next sweep. To another server, or after a restart, a session is as
//! old as the store knows: it may end a minute too early there, and never too late.

use super::rights::Seat;
use crate::{
    office::{Office, account::Provider},
    password::Passwords,
    store::sessions::{self, Session, Vouched},
};
use app::{
    desk::{Owed, Role},
    hatch::{Refusal, Token},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

const MINUTE: i64 = 60_000_000;

/// No login is longer.
pub(crate) const LONGEST_LOGIN: usize = 64;

/// What the house asks of whoever comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// A session nobody uses ends after this long.
    pub idle: i64,
    /// No session lasts longer.
    pub longest: i64,
    /// Who must have the second step.
    pub second_for: Vec<Role>,
}

impl Default for Rules {
    /// Half an hour, a working day, and the second step for whoever wants it.
    fn default() -> Self {
        Self {
            idle: 30 * MINUTE,
            longest: 12 * 60 * MINUTE,
            second_for: Vec::new(),
        }
    }
}

/// The passwords of staff, what is asked of them, and who was here lately. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Entrance {
    /// Checks and makes passwords.
    pub passwords: Passwords,
    /// What is asked.
    pub rules: Arc<Rules>,
    /// Who else may vouch for somebody.
    pub provider: Option<Arc<Provider>>,
    used: Arc<Mutex<HashMap<String, i64>>>,
}

impl Entrance {
    /// An entrance nobody has come through, with the rules that hold where nothing is set.
    ///
    /// # Errors
    /// When no password can be hashed.
    pub fn new() -> anyhow::Result<Self> {
        Ok(Self {
            passwords: Passwords::new()?,
            rules: Arc::default(),
            provider: None,
            used: Arc::default(),
        })
    }

    /// The same with rules and a provider that are set.
    pub fn with(self, rules: Rules, provider: Option<Provider>) -> Self {
        Self {
            rules: Arc::new(rules),
            provider: provider.map(Arc::new),
            ..self
        }
    }

    /// Notes that a session is used, and says when it was used before.
    fn use_now(&self, token_hash: &str, stored: i64, now: i64) -> i64 {
        let idle = self.rules.idle;
        // Nothing can panic while it is held.
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.retain(|_, at| now - *at < idle);
        let before = used.get(token_hash).copied().unwrap_or(stored).max(stored);
        if now - before < idle {
            used.insert(token_hash.to_owned(), now);
        }
        before
    }

    /// Every session in use, and when it was used last.
    fn uses(&self) -> Vec<(String, i64)> {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.iter().map(|(hash, at)| (hash.clone(), *at)).collect()
    }

    /// What somebody must see to before the desk is theirs. Whom the provider vouches for, it asks
    /// for everything itself.
    pub(crate) fn owed(&self, session: &Session) -> Owed {
        if session.vouched == Vouched::ByProvider {
            return Owed::Nothing;
        }
        if !session.own_password {
            return Owed::Password;
        }
        match !session.second && self.rules.second_for.contains(&session.person.role) {
            true => Owed::Second,
            false => Owed::Nothing,
        }
    }
}

impl Office {
    /// Who has this session, and what they may. Whoever owes something has only their account.
    pub(crate) async fn seat(&self, token: &Token) -> anyhow::Result<Seat> {
        let (seat, session) = self.sitting(token).await?;
        anyhow::ensure!(
            self.entrance.owed(&session) == Owed::Nothing,
            Refusal::Account
        );
        Ok(seat)
    }

    /// The same for pages of whoever owes something, too: their account.
    pub(crate) async fn sitting(&self, token: &Token) -> anyhow::Result<(Seat, Session)> {
        let (hash, now) = (self.token_hash(token), self.now());
        let session = sessions::find(self.store.read(), &hash)
            .await?
            .filter(|session| now < session.expires_at)
            .ok_or(Refusal::SignIn)?;
        let used_at = self.entrance.use_now(&hash, session.used_at, now);
        anyhow::ensure!(now - used_at < self.entrance.rules.idle, Refusal::SignIn);
        let seat = Seat::new(&self.house(), session.person.clone(), hash, now);
        Ok((seat, session))
    }

    /// Brings the last uses of sessions to the store, where other servers learn of them.
    pub(crate) async fn keep_uses(&self) -> anyhow::Result<()> {
        let uses = self.entrance.uses();
        if uses.is_empty() {
            return Ok(());
        }
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    for (hash, at) in &uses {
                        sessions::touch(&mut *tx, hash, *at).await?;
                    }
                    Ok(())
                })
            })
            .await
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
