//! The back office: everything with a socket or a file. The binary is `onefront`.

fn main() {}
