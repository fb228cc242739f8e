import { ResourceQuotaV1 } from "@cdktf/provider-kubernetes/lib/resource-quota-v1";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { PRIORITY_CLASS } from "../../src/constructs/availability";
import { applicationNamespaces } from "../../src/settings/namespaces/namespaces";
import { everyEnvironmentStack } from "../support/every-platform";
import { riverPlatform } from "../support/river-authority";
import { type Block, valuesOf } from "../support/terraform";

/** Namespace of a quota without room for pods of the classes of the platform; `undefined` for another quota. */
const closedBy = ({ metadata, spec }: Block, expressions: string): string | undefined => {
  const selector = (spec.scope_selector ?? spec.scopeSelector) as Block | undefined;
  const classes = (selector?.[expressions]?.[0]?.values ?? []) as string[];
  return classes.includes(PRIORITY_CLASS) &&
    classes.includes("system-node-critical") &&
    spec.hard.pods === "0"
    ? (metadata.namespace as string)
    : undefined;
};

describe("pods of applications", () => {
  it.each(everyEnvironmentStack.filter(({ id }) => id.startsWith("cluster-access-")))(
    "push none of the platform's off its node: $id",
    ({ terraform, environment }) => {
      const closed = terraform.all(ResourceQuotaV1).map((quota) => closedBy(quota, "match_expression"));

      expect(applicationNamespaces(environment.organisation).length).toBeGreaterThan(0);
      expect(closed).toEqual(expect.arrayContaining(applicationNamespaces(environment.organisation)));
    },
  );

  it("of products push none off either", () => {
    const tenants = Object.entries(riverPlatform).filter(([id]) => id.startsWith("tenant-"));
    const closed = tenants.map(([, stack]) =>
      (valuesOf(stack.named(Release)["namespace"]!).objects as Block[])
        .filter(({ kind }) => kind === "ResourceQuota")
        .some((quota) => closedBy(quota, "matchExpressions") !== undefined),
    );

    expect(tenants.length).toBeGreaterThan(2);
    expect(closed).not.toContain(false);
  });
});
