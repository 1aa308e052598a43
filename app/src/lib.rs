//! The front: pages, rooms and rules that a customer or a member of staff meets.
