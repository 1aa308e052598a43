//! The kiosk in the shop: a paired device on which one customer after another uses the same
//! journeys, with or without a network. What runs there is in `browser`; everything else here is
//! what both sides must understand alike.

#[cfg(feature = "kiosk")]
mod browser;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub mod walk;

pub mod keyboard;
pub mod tap;
