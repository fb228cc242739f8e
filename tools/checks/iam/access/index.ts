import { ADDONS } from "./addons";
import { CAPABILITIES } from "./capabilities";
import { DELIVERY } from "./delivery";
import { FLEET } from "./fleet";
import { FLEET_METRICS } from "./fleet-metrics";
import { INFRASTRUCTURE } from "./infrastructure";
import { ALL_NEIGHBOURS, NEIGHBOURS } from "./neighbours";
import { OBSERVABILITY } from "./observability";
import { READERS } from "./readers";
import { REGISTRY } from "./registry";
import { SECRETS } from "./secrets";
import { SUPPLY_CHAIN } from "./supply-chain";
import { TENANTS } from "./tenants";
import { TERRAFORM_CLOUD } from "./terraform-cloud";
import type { AccessTable } from "./table";

/** Access of each role to things of the platform. */
const OWN: AccessTable = {
  ...ADDONS,
  ...CAPABILITIES,
  ...DELIVERY,
  ...FLEET,
  ...FLEET_METRICS,
  ...INFRASTRUCTURE,
  ...OBSERVABILITY,
  ...READERS,
  ...REGISTRY,
  ...SECRETS,
  ...SUPPLY_CHAIN,
  ...TENANTS,
  ...TERRAFORM_CLOUD,
};

const refusedTo = (role: string) => (role.startsWith("terraform-") ? ALL_NEIGHBOURS : NEIGHBOURS);

/** Requests that each role of the platform must be able to make, and must not, also on its neighbours' things in the account. */
export const ACCESS: AccessTable = Object.fromEntries(
  Object.entries(OWN).map(([name, { mayNot, ...access }]) => [
    name,
    { ...access, mayNot: [...mayNot, ...refusedTo(name)] },
  ]),
);
