import type { TenantsConfig } from "../../settings/tenants/tenants";
import { applications } from "./applications";
import { teams } from "./teams";

/** Teams and applications of GOV.UK. */
export const tenantsSettings: TenantsConfig = { teams, applications };
