//! The accessibility room: every field, notice and layout of the face is made here, once.
