import type { OrganisationSettings } from "../settings/organisation/schema";

/** Newer than the bindings: states have been written with them. */
export const providerVersions: OrganisationSettings["providerVersions"] = { aws: "6.54.0" };
