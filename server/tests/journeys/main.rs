//! The customer's journeys through the real router: what a browser without script would send, and
//! what none would.

mod customer;
mod house;

mod bad_input;
mod case;
mod enquiry;
mod fault;
mod survey;
