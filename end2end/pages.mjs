// The one list of pages that anybody can open by their address alone. Tests of every page,
// the budgets and Lighthouse read it. Pages inside a journey are measured where a spec walks it.

/** For a customer, on a phone. */
export const customerPages = [
  "/",
  "/fault",
  "/enquiry",
  "/feedback",
  "/track",
  "/status",
  "/help",
  "/privacy",
  "/accessibility",
  "/forgotten",
];

/** Paths that are not a customer's and have budgets of their own. */
export const innerPages = /^\/(staff|counter|desk|insight|kiosk)(\/|$)/;
