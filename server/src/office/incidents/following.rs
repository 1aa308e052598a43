//! Following an incident without a case: from the status page, with a contact, until it is over and
//! whoever follows has said whether it works again.

use super::{Answer, weigh};
use crate::{
    keys::{FollowLink, Purpose},
    limits::{Limit, Verdict},
    notices::{kind::Kind, ways::Channel},
    office::{Office, refuse},
    store::{
        incidents::{self, NewFollower},
        limits,
        notices::{self, NewNotice},
    },
};
use app::{
    case::language::Lang,
    hatch::Refusal,
    journey::Reach,
    status::following::{FollowOffice, Followed, Says},
};
use async_trait::async_trait;
use uuid::Uuid;

/// From one client: somebody who lets many numbers follow does it to them.
const FOLLOWS: Limit = Limit::new(20, 3600);

#[async_trait]
impl FollowOffice for Office {
    async fn follow(
        &self,
        incident: &str,
        reach: Reach,
        lang: Lang,
        from: &str,
    ) -> Result<(), Refusal> {
        let followed = self.let_follow(incident, reach, lang, from).await;
        followed.map_err(refuse)
    }

    async fn followed(&self, lang: Lang, secret: &str) -> Result<Followed, Refusal> {
        let read = async {
            let id = self.follower_of(secret)?;
            let follower = incidents::follower(self.store.read(), &id).await?;
            let follower = follower.ok_or(Refusal::NotFound)?;
            anyhow::Ok(Followed {
                title: incidents::said(&follower.title, lang),
                over: follower.ended_at.is_some(),
                answered: follower.answer.is_some(),
                stopped: follower.stopped,
            })
        };
        read.await.map_err(refuse)
    }

    async fn say(&self, secret: &str, says: Says) -> Result<(), Refusal> {
        let (rules, now) = (self.house().incidents, self.now());
        let said = async {
            let id = self.follower_of(secret)?;
            let heard = self.store.write(move |tx| {
                Box::pin(async move {
                    let answer = match says {
                        Says::Works => Answer::Yes,
                        Says::DoesNot => Answer::No,
                        Says::Enough => return incidents::stop_following(tx, &id, now).await,
                    };
                    let asked =
                        incidents::answer_of_follower(&mut *tx, &id, answer.name(), now).await?;
                    match asked {
                        Some(incident) => weigh(tx, rules, &incident, now).await,
                        None => Ok(()),
                    }
                })
            });
            heard.await
        };
        said.await.map_err(refuse)?;
        self.carrier.wake();
        Ok(())
    }
}

impl Office {
    /// The address of a follower's own page.
    pub(crate) fn follow_path(&self, follower: &str) -> anyhow::Result<String> {
        let link = FollowLink::of(&self.keys, follower.parse::<Uuid>()?);
        Ok(format!("/f/{link}"))
    }

    fn follower_of(&self, secret: &str) -> anyhow::Result<String> {
        let link: FollowLink = secret.parse().map_err(|_| Refusal::NotFound)?;
        let id = link.follower(&self.keys).ok_or(Refusal::NotFound)?;
        Ok(id.to_string())
    }

    async fn let_follow(
        &self,
        incident: &str,
        reach: Reach,
        lang: Lang,
        from: &str,
    ) -> anyhow::Result<()> {
        let (kind, value) = match reach {
            Reach::Phone(number) => ("phone", number),
            Reach::Email(address) => ("email", address.as_str().to_owned()),
            Reach::LinkOnly => anyhow::bail!(Refusal::NotFound),
        };
        let digest = |text: String| self.keys.digest(Purpose::Limit, text.as_bytes());
        let (limit, once) = (
            digest(format!("follow:{from}")),
            digest(format!("{incident} {value}")),
        );
        let consent = i64::from(self.house().front.consent.version);
        let (at, now, incident) = (self.timestamp(), self.now(), incident.to_owned());
        let followed = self.store.write(move |tx| {
            Box::pin(async move {
                if limits::attempt(&mut *tx, FOLLOWS, &limit, at).await? != Verdict::Allowed {
                    return Ok(false);
                }
                let known = incidents::by_id(&mut *tx, &incident).await?;
                let open = known.filter(|it| it.ended_at.is_none());
                anyhow::ensure!(open.is_some(), Refusal::NotFound);
                let new = NewFollower {
                    incident: &incident,
                    once: &once,
                    kind,
                    value: &value,
                    language: lang.tag(),
                    consent,
                };
                let Some((follower, contact)) = incidents::follow(&mut *tx, &new, now).await?
                else {
                    return Ok(true);
                };
                let id = format!("{follower}.{now}");
                let notice = NewNotice {
                    id: &id,
                    case_id: None,
                    follower_id: Some(&follower),
                    kind: Kind::Followed.name(),
                    contact_id: &contact,
                    channel: Channel::to(kind).name(),
                    next_at: now,
                };
                notices::add(tx, &notice, now).await?;
                Ok(true)
            })
        });
        anyhow::ensure!(followed.await?, Refusal::TooMany);
        self.carrier.wake();
        Ok(())
    }
}
