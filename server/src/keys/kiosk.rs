//! The pairs of keys to which kiosks seal what customers typed: one is drawn from each secret key,
//! so that there is nothing more to keep or to change. A secret key that is taken away takes with
//! it what is still sealed to it; the fleet page shows which keys lie in each kiosk's queue.

use super::{Key, Keys, Purpose};
use app::kiosk::seal::{Header, OpenKey, SealKey};

impl Keys {
    /// What kiosks seal to from now on.
    pub fn seal_key(&self) -> SealKey {
        self.newest.open_key().public(self.newest.id)
    }

    /// Whether what was sealed to the key with an id can be opened.
    pub fn knows(&self, id: u8) -> bool {
        self.all().any(|key| key.id == id)
    }

    /// Opens what a kiosk sealed to a key that is still known.
    pub fn open_deposit(&self, header: &Header, sealed: &str) -> Option<Vec<u8>> {
        let key = self.all().find(|key| key.id == header.key_id)?;
        key.open_key().open(header, sealed)
    }
}

impl Key {
    fn open_key(&self) -> OpenKey {
        OpenKey::draw(&self.of(Purpose::Deposit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "1:00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";
    const TWO: &str = "2:ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";

    fn header(key_id: u8) -> Header {
        Header {
            key_id,
            reference: None,
            pressed_at: 1,
            offset: 0,
        }
    }

    #[test]
    fn what_lay_in_a_queue_while_keys_were_changed_opens_until_its_key_is_taken_away() {
        let before = Keys::read(ONE).unwrap().seal_key();
        assert_eq!(before.id, 1);
        let sealed = before.seal(&header(1), b"text").unwrap();
        let both = Keys::read(&format!("{TWO},{ONE}")).unwrap();
        let opened = both.open_deposit(&header(1), &sealed);
        assert_eq!(opened.as_deref(), Some(&b"text"[..]));
        assert_eq!(both.seal_key().id, 2);
        assert_ne!(both.seal_key().key, before.key);
        let without = Keys::read(TWO).unwrap();
        assert_eq!(without.open_deposit(&header(1), &sealed), None);
        assert_eq!(without.open_deposit(&header(2), &sealed), None);
    }
}
