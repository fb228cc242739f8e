import type { OrganisationConfig } from "./schema";

declare const checked: unique symbol;

/** Organisation that passed every rule; only `defineOrganisation` makes one. */
export type Organisation = OrganisationConfig & { readonly [checked]: true };
