//! How often somebody may be wrong. Tries are counted in a way that nobody can use to lock a
//! colleague out: a browser in which somebody has signed in before has tries of its own, whatever
//! is tried elsewhere (OWASP's device cookies), and nobody else can use them up, as nobody else has
//! its token. What has not been seen before shares what is left, so that guessing stays slow from
//! however many places it is done.

use crate::{
    keys::Purpose,
    limits::{Limit, Verdict},
    office::Office,
    store::{devices, limits},
};
use app::{desk::Browser, hatch::Refusal};
use jiff::Timestamp;

/// Wrong tries for one login in a browser that is known.
const KNOWN: Limit = Limit::new(10, 900);
/// Wrong tries for one login from one client that is not known.
const HERE: Limit = Limit::new(5, 900);
/// Wrong tries from one client that is not known, whoever is tried. A shop is one client.
const FROM_HERE: Limit = Limit::new(40, 900);
/// Wrong tries for one login from everywhere that is not known. A thousand places guess no faster
/// than this; whoever is guessed at comes in where they have come in before.
const EVERYWHERE: Limit = Limit::new(60, 3600);

/// What is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A password, by login.
    Password,
    /// A code, by person.
    Code,
    /// The password of somebody who is in, by person.
    Own,
}

impl What {
    const fn name(self) -> &'static str {
        match self {
            Self::Password => "sign-in",
            Self::Code => "code",
            Self::Own => "own",
        }
    }
}

/// A try that was counted, to be taken back when it was right.
pub(in crate::office) struct Tried(Vec<(Limit, String)>, Timestamp);

impl Office {
    /// Counts a try before it is looked at, so that many at once are not one.
    pub(super) async fn count_try(
        &self,
        what: What,
        who: &str,
        login: &str,
        browser: Browser<'_>,
    ) -> anyhow::Result<Tried> {
        let device = browser.device.map(|device| self.token_hash(device));
        let known = match &device {
            Some(device) => devices::knows(self.store.read(), device, login).await?,
            None => false,
        };
        let digest = |key: String| self.keys.digest(Purpose::Limit, key.as_bytes());
        let (what, from) = (what.name(), browser.from);
        let limits = match device.filter(|_| known) {
            Some(device) => vec![(KNOWN, digest(format!("{what}:known:{device}:{who}")))],
            None => vec![
                (HERE, digest(format!("{what}:{from}:{who}"))),
                (FROM_HERE, digest(format!("{what}:{from}"))),
                (EVERYWHERE, digest(format!("{what}:everywhere:{who}"))),
            ],
        };
        self.count_limits(limits).await
    }

    /// The same for somebody who is in already, and known by that.
    pub(super) async fn count_own_try(&self, person: &str) -> anyhow::Result<Tried> {
        let key = format!("{}:{person}", What::Own.name());
        let key = self.keys.digest(Purpose::Limit, key.as_bytes());
        self.count_limits(vec![(KNOWN, key)]).await
    }

    /// Counts a try before it is looked at, so that many at once are not one.
    pub(in crate::office) async fn count_limits(
        &self,
        limits: Vec<(Limit, String)>,
    ) -> anyhow::Result<Tried> {
        let (counted, now) = (limits.clone(), self.timestamp());
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
        Ok(Tried(limits, now))
    }

    /// It was right, and is none of those that are limited.
    pub(in crate::office) async fn forgive(&self, tried: Tried) -> anyhow::Result<()> {
        let forgiven = self.store.write(move |tx| {
            Box::pin(async move {
                for (limit, key) in tried.0 {
                    limits::forgive(&mut *tx, limit, &key, tried.1).await?;
                }
                Ok(())
            })
        });
        forgiven.await
    }
}
