//! The one table of axum routes and layers.

use crate::{
    assets::Assets,
    brand, carried,
    config::Config,
    files,
    gate::{Client, Gate, Nonce},
    health::Health,
    kiosk, live,
    office::Office,
    packing::pack,
    tidy::tidy,
    uploads::{self, Room},
};
use app::{
    case::attachment::Upload,
    catalogue::Catalogue,
    parts::Here,
    shell, sorry,
    visitor::{CookieStyle, Visitor, language},
    words::Words,
};
use axum::{
    Router,
    extract::Request,
    http::{HeaderMap, StatusCode},
    middleware,
    response::{Html, IntoResponse, Response},
    routing::post,
};
use leptos::prelude::*;
use leptos_axum::{LeptosRoutes, generate_route_list, handle_server_fns_with_context};
use std::sync::Arc;

/// Everything the routes need.
#[derive(Clone)]
pub struct Front {
    /// The back office.
    pub office: Office,
    /// The site folder.
    pub assets: Arc<Assets>,
    /// How cookies are named.
    pub cookies: CookieStyle,
    /// What probes are told.
    pub health: Health,
}

/// Every route and layer, outermost last.
pub fn router(front: Front, config: &Config) -> Router {
    // Every handler holds it, and every layer copies its handler for every request.
    let front = Arc::new(front);
    let options = LeptosOptions::builder().output_name("onefront").build();
    let routes = generate_route_list(app::routes::Pages);
    let context = provide(front.clone());
    let calls = {
        let context = context.clone();
        post(move |request: Request| {
            let context = context.clone();
            async move {
                handle_server_fns_with_context(context, request)
                    .await
                    .into_response()
            }
        })
    };
    let lost = leptos_axum::render_app_async_with_context(context.clone(), shell::shell);
    let pages = Router::new()
        .route("/api/{*call}", calls)
        .leptos_routes_with_context(&options, routes, context, shell::shell)
        .fallback(lost)
        .layer(middleware::from_fn(tidy))
        .layer(middleware::from_fn_with_state(
            Room::default(),
            uploads::take,
        ))
        .with_state(options);
    let routes = front
        .assets
        .routes()
        .merge(brand::routes(front.office.shelf.clone()))
        .merge(carried::routes(front.office.shelf.clone()))
        .merge(front.health.routes())
        .merge(pages)
        .layer(middleware::from_fn(pack))
        // A stream is never whole, so it cannot be packed.
        .merge(live::routes(front.clone()))
        // What a file is made of is packed already.
        .merge(files::routes(front.clone()))
        .layer(middleware::from_fn_with_state(
            front.clone(),
            kiosk::confine,
        ));
    Gate::new(config).with_page(refusals(front)).around(routes)
}

/// The page of a request that is refused at the gate or ended by a bug, in its sender's language.
pub(crate) fn refusals(
    front: Arc<Front>,
) -> impl Fn(StatusCode, &HeaderMap) -> Response + Send + Sync + 'static {
    move |status, headers| {
        let house = front.office.shelf.current();
        let lang = language(headers, house.front.operator.language, front.cookies);
        let page = sorry::document(house.front.clone(), lang, assets(&front), status);
        (status, Html(page)).into_response()
    }
}

/// The addresses of what a page loads.
pub(crate) fn assets(front: &Front) -> shell::Assets {
    shell::Assets {
        style: front.assets.href("style.css").to_owned(),
        brand: front.office.shelf.current().stylesheet.href.clone(),
        awake: front.assets.href("awake.js").to_owned(),
        desk: front.assets.href("desk.js").to_owned(),
        kiosk: front.assets.href("open.js").to_owned(),
        kiosk_style: front.assets.href("kiosk.css").to_owned(),
    }
}

/// What every page and endpoint finds in its context.
fn provide(front: Arc<Front>) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        let hatch = front.office.hatch();
        let catalogue: Arc<Catalogue> = hatch.catalogue.clone();
        let parts: axum::http::request::Parts = expect_context();
        let from = parts.extensions.get::<Client>();
        let from = from.map(|client| client.network().to_string());
        let visitor = Visitor::read(
            &parts,
            catalogue.operator.language,
            front.cookies,
            from.unwrap_or_default(),
        );
        if let Some(upload) = parts.extensions.get::<Upload>() {
            provide_context(upload.clone());
        }
        if let Some(nonce) = parts.extensions.get::<Nonce>() {
            provide_context(nonce.clone());
        }
        provide_context(Here {
            path: parts
                .uri
                .path_and_query()
                .map(ToString::to_string)
                .unwrap_or_default(),
        });
        provide_context(Words::new(visitor.lang));
        provide_context(visitor);
        provide_context(catalogue);
        provide_context(hatch);
        provide_context(assets(&front));
    }
}
