//! What kiosks deposit: sealed as the page in them does it, and posted as the device does.

pub mod device;
mod keeping;
mod kiosks;
mod moved;
mod numbers;
mod reading;

use super::{customer::Customer, house::House};
