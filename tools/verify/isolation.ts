import { definePlatform } from "../../src/settings/define-platform";
import { isolationOf } from "../checks/isolation/findings";
import { examplePlatforms } from "../samples/examples";
import { platform as manyTenants } from "../samples/many-tenants";
import { type TenantStackJson, tenantStacks } from "../samples/tenant-stacks";
import type { Verdict, Verification } from "./verdict";

/** Compares the names in the stacks of all tenants of each example, and of as many invented ones as the largest platform has. */
export const isolation: Verification = () =>
  Promise.resolve(
    verdictOf([...examplePlatforms(), definePlatform(manyTenants)].map((platform) => tenantStacks(platform))),
  );

/** Verdict on the stacks of several platforms. */
export function verdictOf(platforms: readonly (readonly TenantStackJson[])[]): Verdict {
  const results = platforms.map((stacks) => isolationOf(stacks));
  const tenants = platforms.flat().length.toLocaleString("en");
  const names = results.reduce((sum, each) => sum + each.names, 0).toLocaleString("en");
  return {
    tool: "isolation",
    version: "",
    checked: `${names} names in stacks of ${tenants} tenants`,
    findings: results.flatMap(({ findings }) => findings),
  };
}
