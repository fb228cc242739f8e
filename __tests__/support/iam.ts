import { iamOf } from "../../tools/checks/iam/inspect";
import { acmeFreight, freightPlatform } from "./cloud-posse";
import { fleetPlatform, windfleet } from "./giant-swarm";
import { harbourPlatform, harbourTrust } from "./harbour-trust";
import { environments, stacks } from "./platform";
import { riverAuthority, riverPlatform } from "./river-authority";

/** Roles and documents of every platform's environments. */
export const iam = [
  ...iamOf(
    stacks.map(({ id, terraform }) => ({ id, folder: "", json: terraform.json })),
    environments,
  ),
  ...iamOf(
    Object.entries(riverPlatform).map(([id, { json }]) => ({ id, folder: "", json })),
    riverAuthority.environments,
  ),
  ...iamOf(
    Object.entries(harbourPlatform).map(([id, { json }]) => ({ id, folder: "", json })),
    harbourTrust.environments,
  ),
  ...iamOf(
    Object.entries(freightPlatform).map(([id, { json }]) => ({ id, folder: "", json })),
    acmeFreight.environments,
  ),
  ...iamOf(
    Object.entries(fleetPlatform).map(([id, { json }]) => ({ id, folder: "", json })),
    windfleet.environments,
  ),
];
