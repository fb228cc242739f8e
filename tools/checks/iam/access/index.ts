import { ADDONS } from "./addons";
import { DELIVERY } from "./delivery";
import { INFRASTRUCTURE } from "./infrastructure";
import { OBSERVABILITY } from "./observability";
import { REGISTRY } from "./registry";
import { SUPPLY_CHAIN } from "./supply-chain";
import { TERRAFORM_CLOUD } from "./terraform-cloud";
import type { AccessTable } from "./table";

/** Permissions that every role of the platform must have, and must not have. */
export const ACCESS: AccessTable = {
  ...ADDONS,
  ...DELIVERY,
  ...INFRASTRUCTURE,
  ...OBSERVABILITY,
  ...REGISTRY,
  ...SUPPLY_CHAIN,
  ...TERRAFORM_CLOUD,
};
