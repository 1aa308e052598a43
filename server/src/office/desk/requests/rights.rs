//! Who sees a request, and what they can do with it.

use crate::{office::desk::rights::Seat, store::requests::Request as Stored};
use app::desk::requests::{RequestAct, RequestWay};

/// Whether somebody's department asks or is asked.
pub(super) fn sees(seat: &Seat, request: &Stored) -> bool {
    let reach = &seat.reach;
    reach.covers(&request.to.0, &request.to.1) || asks(seat, request)
}

fn asks(seat: &Seat, request: &Stored) -> bool {
    request.from_staff_id == seat.person.id || seat.reach.covers(&request.from.0, &request.from.1)
}

/// What somebody can do with a request. The owner decides about it; a colleague of theirs may look
/// and talk.
pub(super) fn ways(seat: &Seat, request: &Stored) -> Vec<RequestWay> {
    let owns = request.from_staff_id == seat.person.id || (seat.decides() && asks(seat, request));
    let helps = seat.reach.covers(&request.to.0, &request.to.1);
    let state = request.state.as_str();
    [
        (RequestWay::Take, helps && state == "asked"),
        (RequestWay::Decline, helps && state == "asked"),
        (RequestWay::Answer, helps && state == "taken"),
        (RequestWay::AskAnew, owns && state == "declined"),
        (
            RequestWay::Withdraw,
            owns && matches!(state, "asked" | "taken" | "declined"),
        ),
        (
            RequestWay::Rate,
            owns && state == "answered" && request.score.is_none(),
        ),
        (
            RequestWay::Say,
            matches!(state, "asked" | "taken" | "answered"),
        ),
    ]
    .into_iter()
    .filter_map(|(way, open)| open.then_some(way))
    .collect()
}

pub(super) fn way(act: RequestAct) -> RequestWay {
    match act {
        RequestAct::Take => RequestWay::Take,
        RequestAct::Decline => RequestWay::Decline,
        RequestAct::Answer => RequestWay::Answer,
        RequestAct::Say => RequestWay::Say,
        RequestAct::AskAnew => RequestWay::AskAnew,
        RequestAct::Withdraw => RequestWay::Withdraw,
        RequestAct::Rate => RequestWay::Rate,
    }
}
