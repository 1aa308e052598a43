//! One's own account as its page shows it.

use crate::{
    office::{Office, staff::shown_absence},
    store::{absences, second, sessions},
};
use app::{
    desk::{Account, Second},
    hatch::Token,
};

impl Office {
    pub(super) async fn own_account(&self, staff: &Token) -> anyhow::Result<Account> {
        let (seat, session) = self.sitting(staff).await?;
        let (pool, now) = (self.store.read(), self.now());
        let person = seat.person.clone();
        let idle_since = now - self.entrance.rules.idle;
        let sessions = sessions::count(pool, &person.id, now, idle_since).await?;
        let since = second::find(pool, &person.id).await?;
        let second = match since.and_then(|second| second.since) {
            Some(since) => Second::On {
                since,
                codes: u32::try_from(second::recovery_left(pool, &person.id).await?)?,
            },
            None => Second::Off,
        };
        let around = absences::around(pool, &person.id, now).await?;
        let (away, stands_in): (Vec<_>, Vec<_>) = around
            .iter()
            .partition(|absence| absence.staff_id == person.id);
        Ok(Account {
            now,
            owed: self.entrance.owed(&session),
            second,
            demanded: self.entrance.rules.second_for.contains(&person.role),
            sessions: u32::try_from(sessions)?,
            away: away.into_iter().map(shown_absence).collect(),
            stands_in: stands_in.into_iter().map(shown_absence).collect(),
            id: person.id,
            login: person.login,
            me: seat.me(),
        })
    }
}
