//! Going through a journey in one page: what a press of a button does to the draft, and which screen
//! comes next. The rooms' own rules decide, as they do on the server; there is no rule here.

use crate::{
    catalogue::Catalogue,
    enquiry, fault,
    journey::{CHECK, Draft, FaultCode, FieldFault, Room, Trail},
    steps::{Act, Post},
    survey,
};

/// What a press leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// A step, with what is wrong in it.
    Step(String, Vec<FieldFault>),
    /// Back to what one can do here: there is no step before.
    Begin,
    /// Everything is there and the customer said "send".
    Send,
    /// The self-check of this code helped.
    Mended(String),
    /// "I have it too": the incident.
    Joined(String),
}

/// How far a journey is.
pub fn trail(catalogue: &Catalogue, room: Room, draft: &Draft, world: &fault::World) -> Trail {
    match room {
        Room::Enquiry => enquiry::trail(catalogue, draft),
        Room::Fault => fault::trail(catalogue, draft, world),
        Room::Survey | Room::Closing(_) => survey::trail(survey::survey(catalogue, room), draft),
    }
}

/// The fields of a step, which are all that a press may change.
pub fn fields(catalogue: &Catalogue, room: Room, draft: &Draft, step: &str) -> Vec<String> {
    match room {
        Room::Enquiry => enquiry::fields(catalogue, &draft.sheet, step),
        Room::Fault => fault::fields(catalogue, &draft.sheet, step),
        Room::Survey | Room::Closing(_) => survey::fields(step),
    }
}

/// Takes what stands in a step's fields into the draft, as it is.
pub fn keep(catalogue: &Catalogue, room: Room, draft: &mut Draft, post: &Post) {
    let fields = fields(catalogue, room, draft, &post.step);
    draft.sheet.take_over(&fields, &post.sheet);
}

/// Takes a pressed step into the draft and says what comes next. What is known at a place may change
/// with the press, so `world` is asked for after the step was taken.
pub fn press(
    catalogue: &Catalogue,
    room: Room,
    draft: &mut Draft,
    mut post: Post,
    world: impl FnOnce(&Draft) -> fault::World,
) -> Next {
    if room == Room::Fault
        && let Some((field, said)) =
            fault::answered_by(catalogue, &draft.sheet, &post.step, post.act)
    {
        post.sheet.put(field, said);
    }
    let helped = fault::self_check(catalogue, &draft.sheet, &post.step)
        .filter(|_| room == Room::Fault && post.act == Act::Fixed)
        .map(|check| check.code.clone());
    if post.step != CHECK {
        keep(catalogue, room, draft, &post);
    }
    if post.act == Act::Back {
        let trail = trail(catalogue, room, draft, &world(draft));
        let before = trail.before(&post.step).map(str::to_owned);
        return before.map_or(Next::Begin, |step| Next::Step(step, Vec::new()));
    }
    draft.seen.insert(post.step.clone());
    if let Some(check) = helped {
        return Next::Mended(check);
    }
    let world = world(draft);
    if room == Room::Fault && post.act == Act::Join {
        return joined(&post, &world);
    }
    let trail = trail(catalogue, room, draft, &world);
    let faults = trail.step(&post.step).map(|step| step.faults.clone());
    match faults.filter(|faults| !faults.is_empty()) {
        Some(faults) => Next::Step(post.step, faults),
        None => onward(room, &post, &trail),
    }
}

/// A survey is sent with its last step; everything else after all answers were shown.
fn onward(room: Room, post: &Post, trail: &Trail) -> Next {
    let survey = matches!(room, Room::Survey | Room::Closing(_));
    let sent = post.step == CHECK || (survey && trail.last() == Some(post.step.as_str()));
    if sent && trail.complete() {
        return Next::Send;
    }
    let step = trail.next().to_owned();
    let faults = match (post.step == CHECK, trail.step(&step)) {
        (true, Some(step)) => step.faults.clone(),
        _ => Vec::new(),
    };
    Next::Step(step, faults)
}

/// None was chosen of several, or it ended meanwhile: the step shows what there is now.
fn joined(post: &Post, world: &fault::World) -> Next {
    let incident = post.sheet.typed("incident");
    if world.known.iter().any(|known| known.id == incident) {
        return Next::Joined(incident.to_owned());
    }
    let choose = FieldFault::new("incident", FaultCode::Choose);
    Next::Step("known".to_owned(), vec![choose])
}
