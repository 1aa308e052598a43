//! The kiosk in the shop: a paired device on which one customer after another uses the same
//! journeys, with or without a network. What runs there is in `browser`; everything else here is
//! what both sides must understand alike, the page that pairs a device, and the document in which a
//! paired one runs. What staff do about kiosks is `desk/kiosks`.

mod beat;
mod code;
mod setup;
pub use beat::{Beat, BeatAnswer, EVERY, Printer, Refused};
pub use code::Code;
pub use setup::{Mode, Setup, SetupFault, Versioned};

#[cfg(feature = "kiosk")]
mod browser;
#[cfg(feature = "kiosk")]
mod fetch;
#[cfg(feature = "kiosk")]
mod live;
#[cfg(feature = "kiosk")]
mod press;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub mod speech;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub mod walk;

pub mod keyboard;
pub mod look;
pub mod moving;
pub mod tap;

#[cfg(feature = "ssr")]
mod call;
#[cfg(feature = "ssr")]
pub mod device_api;
#[cfg(feature = "ssr")]
mod office;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod pairing_api;
#[cfg(feature = "ssr")]
pub use call::{Call, Caller};
#[cfg(feature = "ssr")]
pub use office::{Asking, KioskOffice, Paired};
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub mod deposit;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub mod seal;
