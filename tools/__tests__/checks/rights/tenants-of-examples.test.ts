import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { deployerGroup, teamGroup } from "../../../../src/names/tenant-names";
import { pinnedFile } from "../../../checks/rights/pinned";
import { examplePlatforms, tenantedClusters } from "../../../samples/examples";

const products = examplePlatforms().flatMap(({ tenants }) => (tenants.products ? [tenants.products] : []));

/** Namespaces of each group in the row of a deed. */
function rowOf(page: string, deed: string): ReadonlyMap<string, string> {
  const rows = readFileSync(pinnedFile(page!), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  const [head = []] = rows;
  const row = rows.find(([name]) => name === deed)!;
  return new Map(head.slice(1).map((group, index) => [group, row[index + 1]!]));
}

const clusters = tenantedClusters().map(({ page, label }) => ({ page, label }));

/** Namespaces of a cluster in which a team, or the workflows that deploy, may write. */
const expected = (label: string, group: string): string =>
  products
    .flatMap(({ tenants, settings }) =>
      tenants
        .filter(({ cluster }) => cluster === label)
        .filter(
          ({ namespace, settings: { access, deploy } }) =>
            (deploy?.mode === "push" && group === deployerGroup(namespace)) ||
            access.some(
              ({ team, role }) => role !== "view" && teamGroup(settings.teams[team]!.group) === group,
            ),
        )
        .map(({ namespace }) => namespace),
    )
    .sort()
    .join(", ") || "–";

describe.each(clusters)("the API server of $page", ({ page, label }) => {
  const groups = [...rowOf(page!, "update deployments (apps)")].filter(([group]) =>
    /^tenants:|^tenant-deployers:/.test(group),
  );

  it("was asked about groups of tenants", () => {
    expect(groups.length).toBeGreaterThan(0);
  });

  it.each(groups)("lets %s deploy to the namespaces alone whose files say so", (group, namespaces) => {
    expect(namespaces).toBe(expected(label, group));
  });

  it.each(groups)("lets %s take no token, change no policy and bind no role", (group) => {
    const deeds = [
      "create serviceaccounts/token",
      "update networkpolicies (networking.k8s.io)",
      "create rolebindings (rbac.authorization.k8s.io)",
      "delete namespaces",
    ];

    expect(deeds.map((deed) => rowOf(page!, deed).get(group))).toEqual(deeds.map(() => "–"));
  });
});
