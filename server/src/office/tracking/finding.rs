//! Finding a case: by its secret link, or by its reference and the contact that was given. What is
//! unknown and what is wrong answer alike and cost the same.

use crate::{
    keys::{Purpose, SecretLink},
    limits::{Limit, Verdict},
    office::Office,
    store::{
        cases::{self, Case},
        limits,
        visitors::{self, Scope},
    },
};
use app::{
    case::{
        contact::{Email, Phone},
        reference::Reference,
    },
    hatch::{Refusal, Token},
    tracking::{Look, api::LOOK},
};
use jiff::Timestamp;
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// Wrong looks from one client, whatever is looked for. A person mistypes a few times; a guesser
/// needs millions; a shop is one client.
const LOOKS: Limit = Limit::new(20, 600);
/// Wrong looks at one case from one client.
const LOOKS_AT_ONE: Limit = Limit::new(8, 3600);
/// Wrong looks at one case, wherever they come from. So many that no single client gets there: a
/// stranger who knows a reference must not lock out whom it belongs to.
const LOOKS_AT_ONE_IN_ALL: Limit = Limit::new(60, 3600);
/// Opening what is no secret link. One cannot be guessed; this only keeps the machine free.
const OPENINGS: Limit = Limit::new(60, 600);

/// Limits with the digest of whom they hold.
pub(in crate::office) type Held = Vec<(Limit, String)>;

impl Office {
    pub(super) async fn enter(
        &self,
        visitor: Option<&Token>,
        secret: &str,
        from: &str,
    ) -> anyhow::Result<(Token, Reference)> {
        let now = self.timestamp();
        let held = self.held([(OPENINGS, format!("open:{from}"))]);
        self.limited(held.clone(), now).await?;
        let link: SecretLink = secret.parse().map_err(|_| Refusal::NotFound)?;
        let reference = link.reference();
        let case =
            cases::by_reference(self.store.read(), &reference.to_string(), self.now()).await?;
        // An unknown case costs the same work as a known one.
        let (id, version) = match &case {
            Some(case) => (case.link.0.parse()?, u32::try_from(case.link.1)?),
            None => (Uuid::nil(), 0),
        };
        let opens = link.opens(&self.keys, id, version);
        let case = case.filter(|_| opens).ok_or(Refusal::NotFound)?;
        // Many customers of a mobile network share one address: who is right uses up nothing.
        let token = self.admit(visitor, &case, Scope::Full, held, now).await?;
        Ok((token, case.reference.parse()?))
    }

    /// By reference and contact. Unknown and wrong run the same statements and one comparison in
    /// constant time; only who is right goes on, and only who is wrong has used up a try.
    pub(super) async fn look(
        &self,
        visitor: Option<&Token>,
        look: Look,
        from: &str,
    ) -> anyhow::Result<(Token, Reference)> {
        let reference: Reference = look.reference.parse().map_err(|_| Refusal::NotFound)?;
        let number = reference.to_string();
        let now = self.timestamp();
        let mut limits = vec![
            (LOOKS, format!("look:{from}")),
            (LOOKS_AT_ONE, format!("look-at:{number}:{from}")),
        ];
        // A visitor who has seen this case before is no stranger, and not held up by strangers.
        let hash = visitor
            .map(|token| self.token_hash(token))
            .unwrap_or_default();
        let seen = visitors::granted(self.store.read(), &hash, &number, self.now()).await?;
        if seen.is_none() {
            limits.push((LOOKS_AT_ONE_IN_ALL, format!("look-at:{number}")));
        }
        let held = self.held(limits);
        self.limited(held.clone(), now).await?;
        let case = cases::by_reference(self.store.read(), &number, self.now()).await?;
        let given = normal(&look.contact, &self.house().front.operator.region);
        let kept = case.as_ref().and_then(|case| case.contact.clone());
        // Equal lengths: the comparison of digests tells nothing about where they differ.
        let digest = |value: &str| self.keys.digest(Purpose::Limit, value.as_bytes());
        let right = bool::from(
            digest(&given.unwrap_or_default())
                .as_bytes()
                .ct_eq(digest(kept.as_deref().unwrap_or("\u{0}")).as_bytes()),
        );
        let case = case.filter(|_| right).ok_or(Refusal::NotFound)?;
        let token = self.admit(visitor, &case, Scope::State, held, now).await?;
        Ok((token, case.reference.parse()?))
    }

    pub(in crate::office) fn held(
        &self,
        limits: impl IntoIterator<Item = (Limit, String)>,
    ) -> Held {
        let digest = |key: String| self.keys.digest(Purpose::Limit, key.as_bytes());
        limits
            .into_iter()
            .map(|(limit, key)| (limit, digest(key)))
            .collect()
    }

    /// Counts a try. The first limit that refuses ends it: who is stopped at their own address
    /// uses up nothing of what others share.
    pub(in crate::office) async fn limited(
        &self,
        held: Held,
        now: Timestamp,
    ) -> anyhow::Result<()> {
        let allowed = self.store.write(move |tx| {
            Box::pin(async move {
                for (limit, key) in held {
                    if limits::attempt(&mut *tx, limit, &key, now).await? != Verdict::Allowed {
                        return Ok(false);
                    }
                }
                Ok(true)
            })
        });
        anyhow::ensure!(allowed.await?, Refusal::TooMany);
        Ok(())
    }

    /// Lets a visitor see a case, and takes back what was counted at `then` on the way.
    async fn admit(
        &self,
        visitor: Option<&Token>,
        case: &Case,
        scope: Scope,
        counted: Held,
        then: Timestamp,
    ) -> anyhow::Result<Token> {
        let guest = self.guest(visitor);
        let (case, version) = (case.id.clone(), case.link_version);
        let admitted = self.store.write(move |tx| {
            Box::pin(async move {
                let (token, id) = guest.enter(&mut *tx).await?;
                for (limit, key) in counted {
                    limits::forgive(&mut *tx, limit, &key, then).await?;
                }
                visitors::clear_aside(&mut *tx, &id, LOOK).await?;
                visitors::grant(tx, &id, &case, scope, version).await?;
                Ok(token)
            })
        });
        admitted.await
    }
}

/// A contact as it is kept, whichever kind was typed.
fn normal(typed: &str, region: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.contains('@') {
        return typed
            .parse::<Email>()
            .ok()
            .map(|address| address.as_str().to_owned());
    }
    Phone::parse(typed, region)
        .ok()
        .map(|number| number.as_str().to_owned())
}
