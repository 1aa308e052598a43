//! Why a part can be paused, and who hears of a promise when.

use crate::{
    catalogue::{
        house::{Because, PauseReason},
        making::organisation::text,
        shape::operator::{EscalationShape, PauseShape},
    },
    clock::escalation::Steps,
};

pub fn pauses(shapes: &[PauseShape]) -> Vec<PauseReason> {
    shapes
        .iter()
        .map(|shape| PauseReason {
            code: text(&shape.code),
            because: Because::from_code(shape.because.get_ref())
                .expect("a pause for no known cause is refused"),
            told: shape.told.clone(),
            name: shape.name.clone(),
            stops_promise: *shape.stops_promise.get_ref(),
        })
        .collect()
}

pub fn steps(shape: &EscalationShape) -> Steps {
    Steps {
        owner: *shape.owner.get_ref(),
        coordinator: *shape.coordinator.get_ref(),
        manager: *shape.manager.get_ref(),
        next_level: *shape.next_level.get_ref(),
        further: *shape.further.get_ref(),
    }
}
