//! The secret link of a case: whoever has it sees the case, and needs no account.
//! It is derived, so it can be shown again and is never stored; raising the case's link version
//! revokes it.

use super::{Key, Keys, Purpose};
use app::case::reference::Reference;
use data_encoding::{Encoding, Specification};
use std::{fmt, str::FromStr, sync::LazyLock};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// 128 bits, so that nobody guesses one (ASVS 11.5.1).
const MAC: usize = 16;
const REFERENCE: usize = 7;
const WHOLE: usize = 1 + REFERENCE + MAC;

/// Base 32 in lower case: unlike base 64 it can be read out, and it needs no escapes in an address.
/// Unused bits at the end must be zero, so that a link has one text.
pub(super) static TEXT: LazyLock<Encoding> = LazyLock::new(|| {
    let mut rules = Specification::new();
    rules.symbols.push_str("abcdefghijklmnopqrstuvwxyz234567");
    rules
        .encoding()
        .expect("32 different symbols are an encoding")
});

/// The token in a secret link: the id of its key, the case's reference, and a keyed digest over
/// the key's id, the case's own id and the version of its link.
#[derive(Clone)]
pub struct SecretLink {
    key: u8,
    reference: Reference,
    mac: [u8; MAC],
}

/// Not the text of a secret link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a secret link")]
pub struct NotALink;

impl SecretLink {
    /// The link of a case, by the newest key.
    pub fn of(keys: &Keys, reference: Reference, case: Uuid, version: u32) -> Self {
        let key = &keys.newest;
        Self {
            key: key.id,
            reference,
            mac: key.link(case, version),
        }
    }

    /// The case it claims to open.
    pub fn reference(&self) -> Reference {
        self.reference
    }

    /// Whether it opens this case at this version of its link. Takes the same time whatever is
    /// wrong with it.
    pub fn opens(&self, keys: &Keys, case: Uuid, version: u32) -> bool {
        let known = keys.all().find(|key| key.id == self.key);
        // A key that is not known still costs the same work.
        let right = known.unwrap_or(&keys.newest).link(case, version);
        bool::from(right.ct_eq(&self.mac)) && known.is_some()
    }
}

impl Key {
    /// The id, the case and the version have fixed lengths, so no two links share an input.
    fn link(&self, case: Uuid, version: u32) -> [u8; MAC] {
        let input: [&[u8]; 3] = [&[self.id], case.as_bytes(), &version.to_be_bytes()];
        let whole = self.mac(Purpose::Link, &input);
        std::array::from_fn(|place| whole[place])
    }
}

impl fmt::Display for SecretLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut whole = [0; WHOLE];
        whole[0] = self.key;
        whole[1..=REFERENCE].copy_from_slice(&self.reference.to_bytes());
        whole[1 + REFERENCE..].copy_from_slice(&self.mac);
        f.write_str(&TEXT.encode(&whole))
    }
}

impl FromStr for SecretLink {
    type Err = NotALink;

    fn from_str(text: &str) -> Result<Self, NotALink> {
        let whole = TEXT.decode(text.as_bytes()).map_err(|_| NotALink)?;
        let [key, rest @ ..] = <[u8; WHOLE]>::try_from(whole).map_err(|_| NotALink)?;
        let (reference, mac) = rest.split_at(REFERENCE);
        let reference = reference.try_into().ok().and_then(Reference::from_bytes);
        let reference = reference.ok_or(NotALink)?;
        Ok(Self {
            key,
            reference,
            mac: mac.try_into().map_err(|_| NotALink)?,
        })
    }
}

impl fmt::Debug for SecretLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretLink({}, •••)", self.reference)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(ids: &[u8]) -> Keys {
        let list: Vec<String> = ids
            .iter()
            .map(|id| format!("{id}:{}", format!("{id:02x}").repeat(32)))
            .collect();
        Keys::read(&list.join(",")).unwrap()
    }

    fn link(keys: &Keys, version: u32) -> SecretLink {
        SecretLink::of(keys, Reference::draw([7; 8]), CASE, version)
    }

    const CASE: Uuid = Uuid::from_u128(0x0192_a3b4);

    #[test]
    fn a_link_opens_its_case_and_no_other() {
        let keys = keys(&[1]);
        let read: SecretLink = link(&keys, 1).to_string().parse().unwrap();
        assert_eq!(read.reference(), Reference::draw([7; 8]));
        assert!(read.opens(&keys, CASE, 1));
        assert!(!read.opens(&keys, Uuid::from_u128(1), 1));
    }

    #[test]
    fn a_link_is_the_same_whenever_it_is_shown() {
        let keys = keys(&[1]);
        assert_eq!(link(&keys, 1).to_string(), link(&keys, 1).to_string());
        assert_eq!(link(&keys, 1).to_string().len(), 39);
    }

    #[test]
    fn raising_the_version_revokes_a_link() {
        let keys = keys(&[1]);
        let old = link(&keys, 1);
        assert!(!old.opens(&keys, CASE, 2));
        assert!(link(&keys, 2).opens(&keys, CASE, 2));
    }

    #[test]
    fn a_link_lives_as_long_as_its_key_is_known() {
        let old = link(&keys(&[1]), 1);
        assert!(old.opens(&keys(&[2, 1]), CASE, 1));
        assert!(!old.opens(&keys(&[2]), CASE, 1));
        assert_ne!(link(&keys(&[2, 1]), 1).to_string(), old.to_string());
    }

    #[test]
    fn a_link_is_not_printed_by_accident() {
        let link = link(&keys(&[1]), 1);
        assert!(!format!("{link:?}").contains(&link.to_string()[10..]));
    }

    #[test]
    fn what_is_no_link_is_refused() {
        let right = link(&keys(&[1]), 1).to_string();
        for wrong in [
            "",
            "a",
            &right[1..],
            &right.to_uppercase(),
            &format!("{right}a"),
            "1111",
        ] {
            assert_eq!(wrong.parse::<SecretLink>().err(), Some(NotALink), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_changed_bit_is_refused(
            draw in any::<[u8; 8]>(), case in any::<u128>(), version in any::<u32>(), bit in 0..WHOLE * 8,
        ) {
            let keys = keys(&[2, 1]);
            let (case, reference) = (Uuid::from_u128(case), Reference::draw(draw));
            let right = SecretLink::of(&keys, reference, case, version).to_string();
            prop_assert!(right.parse::<SecretLink>().unwrap().opens(&keys, case, version));

            let mut bytes = TEXT.decode(right.as_bytes()).unwrap();
            bytes[bit / 8] ^= 1 << (bit % 8);
            if let Ok(changed) = TEXT.encode(&bytes).parse::<SecretLink>() {
                // A changed reference leads to another case, if it leads to any.
                let opens = changed.opens(&keys, case, version);
                prop_assert!(!opens || changed.reference() != reference);
            }
        }

        #[test]
        fn a_changed_letter_is_refused(place in 0..39_usize, letter in "[ -~]") {
            let keys = keys(&[1]);
            let mut text = link(&keys, 1).to_string();
            prop_assume!(text[place..=place] != letter);
            text.replace_range(place..=place, &letter);
            if let Ok(changed) = text.parse::<SecretLink>() {
                let opens = changed.opens(&keys, CASE, 1);
                prop_assert!(!opens || changed.reference() != Reference::draw([7; 8]));
            }
        }
    }
}
