import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { tenantRole } from "../../../../src/names/tenant-names";
import { NO_CAPABILITIES } from "../../../../src/settings/cluster/eks-capabilities";
import { tenantRolesOn } from "../../../../src/settings/products/roles";
import { type Deed, DEEDS } from "../../../checks/rights/deeds";

const PLAIN = {
  cluster: { eksCapabilities: NO_CAPABILITIES },
  addons: { awsLoadBalancerController: false },
} as const;

const ROLES = ["view", "edit", "admin", "deployer"] as const;

const isAllowed = (role: (typeof ROLES)[number], { verb, resource, subresource, group = "" }: Deed) =>
  tenantRolesOn(PLAIN)[tenantRole(role)]!.some(
    (rule) =>
      rule.verbs.includes(verb) &&
      rule.apiGroups.includes(group) &&
      rule.resources.includes(subresource === undefined ? resource : `${resource}/${subresource}`),
  );

const [, section = ""] = readFileSync("docs/tenants.md", "utf8").split("## Rights of each role\n");
const rows = section
  .split("\n## ")[0]!
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| -"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

it("stand in the page for teams as the roles have them", () => {
  const [head, ...deeds] = rows;
  const expected = deeds.map(([name = ""]) => [
    name,
    ...ROLES.map((role) => (isAllowed(role, DEEDS.get(name)!) ? "yes" : "–")),
  ]);

  expect(head).toEqual(["Deed", ...ROLES]);
  expect(deeds.length).toBeGreaterThan(10);
  expect(deeds).toEqual(expected);
});
