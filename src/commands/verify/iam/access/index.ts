import { ADDONS } from "./addons";
import { INFRASTRUCTURE } from "./infrastructure";
import { OBSERVABILITY } from "./observability";
import { TERRAFORM_CLOUD } from "./terraform-cloud";
import type { AccessTable } from "./table";

/** What every role of the platform must be able to do, and must not. */
export const ACCESS: AccessTable = { ...ADDONS, ...INFRASTRUCTURE, ...OBSERVABILITY, ...TERRAFORM_CLOUD };
