//! Clocks behind the door: what of a case's time was whose, what stands still, what is due anew and
//! who has to hear of it. How time is counted is `clock`'s business; this says of what.

mod reading;
pub(in crate::office) use reading::clock_of;
