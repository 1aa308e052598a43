//! The link of somebody who follows an incident without a case. It opens nothing but what everybody
//! may read, and lets its holder say whether it works again, and that they have heard enough.

use super::{
    Key, Keys, Purpose,
    link::{NotALink, TEXT},
};
use std::{fmt, str::FromStr};
use subtle::ConstantTimeEq;
use uuid::Uuid;

const MAC: usize = 16;
const ID: usize = 16;
const WHOLE: usize = 1 + ID + MAC;

/// The token in a follower's link: the id of its key, the follower's own id, and a keyed digest
/// over both.
#[derive(Clone)]
pub struct FollowLink {
    key: u8,
    follower: Uuid,
    mac: [u8; MAC],
}

impl FollowLink {
    /// The link of a follower, by the newest key.
    pub fn of(keys: &Keys, follower: Uuid) -> Self {
        let key = &keys.newest;
        Self {
            key: key.id,
            follower,
            mac: key.follow(follower),
        }
    }

    /// Whose it is, if it was made here. Takes the same time whatever is wrong with it.
    pub fn follower(&self, keys: &Keys) -> Option<Uuid> {
        let known = keys.all().find(|key| key.id == self.key);
        let right = known.unwrap_or(&keys.newest).follow(self.follower);
        (bool::from(right.ct_eq(&self.mac)) && known.is_some()).then_some(self.follower)
    }
}

impl Key {
    fn follow(&self, follower: Uuid) -> [u8; MAC] {
        let input: [&[u8]; 2] = [&[self.id], follower.as_bytes()];
        let whole = self.mac(Purpose::Follow, &input);
        std::array::from_fn(|place| whole[place])
    }
}

impl fmt::Display for FollowLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut whole = [0; WHOLE];
        whole[0] = self.key;
        whole[1..=ID].copy_from_slice(self.follower.as_bytes());
        whole[1 + ID..].copy_from_slice(&self.mac);
        f.write_str(&TEXT.encode(&whole))
    }
}

impl FromStr for FollowLink {
    type Err = NotALink;

    fn from_str(text: &str) -> Result<Self, NotALink> {
        let whole = TEXT.decode(text.as_bytes()).map_err(|_| NotALink)?;
        let [key, rest @ ..] = <[u8; WHOLE]>::try_from(whole).map_err(|_| NotALink)?;
        let (follower, mac) = rest.split_at(ID);
        Ok(Self {
            key,
            follower: Uuid::from_slice(follower).map_err(|_| NotALink)?,
            mac: mac.try_into().map_err(|_| NotALink)?,
        })
    }
}

impl fmt::Debug for FollowLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FollowLink(•••)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_follower_is_known_by_their_own_link_only() {
        let keys = Keys::known_to_all();
        let id = Uuid::now_v7();
        let text = FollowLink::of(&keys, id).to_string();
        let read = |text: &str| text.parse::<FollowLink>().ok()?.follower(&keys);
        assert_eq!(read(&text), Some(id));
        for at in 0..text.len() {
            let other = if text.as_bytes()[at] == b'a' {
                "b"
            } else {
                "a"
            };
            let mut forged = text.clone();
            forged.replace_range(at..=at, other);
            assert_eq!(read(&forged), None, "{forged}");
        }
        assert_eq!(read(""), None);
        let other = Keys::read(&format!("1:{}", "ab".repeat(32))).unwrap();
        assert_eq!(text.parse::<FollowLink>().unwrap().follower(&other), None);
    }
}
