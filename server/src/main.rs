//! The binary `onefront`.

fn main() {}
