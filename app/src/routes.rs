//! Which page is where. The table of the staff's and the operators' doors is the server's.

use crate::{
    desk::pages::{
        Desk, DeskAccount, DeskCasePage, DeskColleague, DeskIncidentPage, DeskIncidents, DeskKiosk,
        DeskKiosks, DeskLevel, DeskLevels, DeskMine, DeskMove, DeskOutbox, DeskParcel, DeskRecord,
        DeskRequest, DeskRequests, DeskSearch, DeskStaff, DeskTaps, FromProvider, NewColleague,
        SecondSetup, SignIn, SignInCode, ToProvider,
    },
    enquiry::pages::{EnquiryStart, EnquiryStep},
    face::pages::{Accessibility, Forgotten, Help, Home, Privacy},
    fault::pages::{FaultStart, FaultStep},
    kiosk::moving::pages::{MoveDoor, MoveOver},
    kiosk::pages::Pairing,
    sorry::{NotFound, Sorry},
    status::{
        following::pages::{Follow, FollowDoor},
        pages::Status,
    },
    survey::pages::{ClosingSurvey, SurveyStart, SurveyStep},
    tracking::{
        find::{SecretDoor, Track},
        news::pages::Contact,
        pages::Case,
        receipt::Receipt,
    },
};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

/// Every page. All of them are rendered whole: streaming a page in pieces needs inline scripts.
#[component]
pub fn Pages() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <FlatRoutes fallback=NotFound>
                <Route path=path!("/") view=Home ssr=SsrMode::Async />
                <Route path=path!("/enquiry") view=EnquiryStart ssr=SsrMode::Async />
                <Route path=path!("/enquiry/:step") view=EnquiryStep ssr=SsrMode::Async />
                <Route path=path!("/fault") view=FaultStart ssr=SsrMode::Async />
                <Route path=path!("/fault/:step") view=FaultStep ssr=SsrMode::Async />
                <Route path=path!("/feedback") view=SurveyStart ssr=SsrMode::Async />
                <Route path=path!("/feedback/:step") view=SurveyStep ssr=SsrMode::Async />
                <Route path=path!("/feedback/about/:reference") view=ClosingSurvey ssr=SsrMode::Async />
                <Route path=path!("/feedback/about/:reference/:step") view=ClosingSurvey ssr=SsrMode::Async />
                <Route path=path!("/receipt/:reference") view=Receipt ssr=SsrMode::Async />
                <Route path=path!("/track") view=Track ssr=SsrMode::Async />
                <Route path=path!("/track/:reference") view=Case ssr=SsrMode::Async />
                <Route path=path!("/track/:reference/contact") view=Contact ssr=SsrMode::Async />
                <Route path=path!("/c/:secret") view=SecretDoor ssr=SsrMode::Async />
                <Route path=path!("/status") view=Status ssr=SsrMode::Async />
                <Route path=path!("/status/follow/:incident") view=Follow ssr=SsrMode::Async />
                <Route path=path!("/f/:secret") view=FollowDoor ssr=SsrMode::Async />
                <Route path=path!("/help") view=Help ssr=SsrMode::Async />
                <Route path=path!("/privacy") view=Privacy ssr=SsrMode::Async />
                <Route path=path!("/accessibility") view=Accessibility ssr=SsrMode::Async />
                <Route path=path!("/forgotten") view=Forgotten ssr=SsrMode::Async />
                <Route path=path!("/staff/sign-in") view=SignIn ssr=SsrMode::Async />
                <Route path=path!("/staff/sign-in/code") view=SignInCode ssr=SsrMode::Async />
                <Route path=path!("/staff/provider") view=ToProvider ssr=SsrMode::Async />
                <Route path=path!("/staff/provider/back") view=FromProvider ssr=SsrMode::Async />
                <Route path=path!("/desk/account") view=DeskAccount ssr=SsrMode::Async />
                <Route path=path!("/desk/account/second") view=SecondSetup ssr=SsrMode::Async />
                <Route path=path!("/desk/staff") view=DeskStaff ssr=SsrMode::Async />
                <Route path=path!("/desk/staff/new") view=NewColleague ssr=SsrMode::Async />
                <Route path=path!("/desk/staff/:id") view=DeskColleague ssr=SsrMode::Async />
                <Route path=path!("/desk") view=Desk ssr=SsrMode::Async />
                <Route path=path!("/desk/case/:reference") view=DeskCasePage ssr=SsrMode::Async />
                <Route path=path!("/desk/case/:reference/:act") view=DeskMove ssr=SsrMode::Async />
                <Route path=path!("/desk/search") view=DeskSearch ssr=SsrMode::Async />
                <Route path=path!("/desk/requests") view=DeskRequests ssr=SsrMode::Async />
                <Route path=path!("/desk/requests/:number") view=DeskRequest ssr=SsrMode::Async />
                <Route path=path!("/desk/record") view=DeskRecord ssr=SsrMode::Async />
                <Route path=path!("/desk/incidents") view=DeskIncidents ssr=SsrMode::Async />
                <Route path=path!("/desk/mine") view=DeskMine ssr=SsrMode::Async />
                <Route path=path!("/desk/levels") view=DeskLevels ssr=SsrMode::Async />
                <Route path=path!("/desk/levels/:unit") view=DeskLevel ssr=SsrMode::Async />
                <Route path=path!("/desk/incident/:id") view=DeskIncidentPage ssr=SsrMode::Async />
                <Route path=path!("/desk/outbox") view=DeskOutbox ssr=SsrMode::Async />
                <Route path=path!("/desk/taps") view=DeskTaps ssr=SsrMode::Async />
                <Route path=path!("/desk/kiosks") view=DeskKiosks ssr=SsrMode::Async />
                <Route path=path!("/desk/kiosks/:id") view=DeskKiosk ssr=SsrMode::Async />
                <Route path=path!("/desk/kiosks/:id/handed-in/:parcel") view=DeskParcel ssr=SsrMode::Async />
                <Route path=path!("/kiosk") view=Pairing ssr=SsrMode::Async />
                <Route path=path!("/m") view=MoveOver ssr=SsrMode::Async />
                <Route path=path!("/m/:code") view=MoveDoor ssr=SsrMode::Async />
                <Route path=path!("/sorry/:why") view=Sorry ssr=SsrMode::Async />
            </FlatRoutes>
        </Router>
    }
}
