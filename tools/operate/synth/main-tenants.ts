import "../../../src/output/load-later";
import "../../../src/constructs/without-stack-traces";
import { definePlatform } from "../../../src/settings/define-platform";
import { affectedBy } from "../../../src/settings/products/affected";
import { platform } from "../../../src/platform";
import { PlatformApp } from "../../../src/output/platform-app";
import { reportFailure } from "../../../src/output/report-failure";
import { addTenantStacks } from "../../../src/stacks/tenants";

/**
 * Checks the whole platform, and synthesises the stacks of tenants alone: `npm run synth -- --only tenants`. Other
 * stacks' code is not even loaded. `CHANGED_PRODUCTS` is a list of files as JSON; without it, all tenants have theirs.
 */
const { CHANGED_PRODUCTS: changed } = process.env;

/** Names of the stacks that were synthesised. */
export const stacks: string[] = [];

try {
  const { environments, tenants } = definePlatform(platform);
  const app = new PlatformApp({}, "stay");
  const files = changed === undefined ? undefined : new Set(JSON.parse(changed) as string[]);
  addTenantStacks(app, environments, tenants, affectedBy(files, tenants.products?.tenants ?? []));
  app.synth();
  stacks.push(...app.node.children.map(({ node }) => node.id));
} catch (error) {
  reportFailure(error);
}
