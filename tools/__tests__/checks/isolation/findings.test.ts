import { describe, expect, it } from "vitest";
import { productFile } from "../../../../__tests__/support/tenant-stacks";
import { platform as settings } from "../../../../examples/river-authority";
import { definePlatform } from "../../../../src/settings/define-platform";
import { isolationOf } from "../../../checks/isolation/findings";
import { type TenantStackJson, tenantStacks } from "../../../samples/tenant-stacks";

const RESOURCES =
  "queue: { work: {} }, topic: { news: {} }, bucket: { files: {} }, table: { items: { partitionKey: { name: id, type: string } } }, secret: { token: {} }";

/** Products of which one's name begins another's namespace's. */
const stacks = tenantStacks(
  definePlatform({
    ...settings,
    products: {
      teams: settings.products!.teams,
      live: ["live"],
      files: [
        productFile("tide", {
          a: `cluster: live, serviceAccounts: [web], resources: { ${RESOURCES} }`,
          ab: `cluster: live, serviceAccounts: [web], resources: { ${RESOURCES} }`,
          c: "cluster: live, serviceAccounts: [web], resources: { bucket: { files: { shares: [tide/d] } } }",
          d: "cluster: live, serviceAccounts: [web], imports: { bucket: { files: { tenant: tide/c } } }",
        }),
      ],
    },
  }),
);

/** Findings after a replacement in the JSON of one tenant's stack. */
const findingsWith = (ref: string, from: string | RegExp, to: string): readonly string[] => {
  const changed = stacks.map((each): TenantStackJson => {
    if (each.tenant.ref !== ref) {
      return each;
    }
    const before = JSON.stringify(each.json);
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    return { ...each, json: JSON.parse(after) as TenantStackJson["json"] };
  });
  return isolationOf(changed).findings;
};

describe("the isolation of tenants", () => {
  it("holds where each names its own and what is shared with it", () => {
    const { names, findings } = isolationOf(stacks);

    expect(findings).toEqual([]);
    expect(names).toBeGreaterThan(15);
  });

  it.each([
    [
      "queue",
      "arn:aws:sqs:eu-central-1:444455556666:tenant-live--tide-a--work",
      "sqs:tenant-live--tide-ab--work",
    ],
    [
      "topic",
      "arn:aws:sns:eu-central-1:444455556666:tenant-live--tide-a--news",
      "sns:tenant-live--tide-ab--news",
    ],
    [
      "bucket",
      "arn:aws:s3:::tenant-live--tide-a--files-444455556666",
      "s3:tenant-live--tide-ab--files-444455556666",
    ],
    [
      "table",
      "arn:aws:dynamodb:eu-central-1:444455556666:table/tenant-live--tide-a--items",
      "dynamodb:table/tenant-live--tide-ab--items",
    ],
  ])("ends where a policy names the %s of a namespace whose name begins alike", (_, own, other) => {
    expect(findingsWith("tide/a", own, own.replace("--tide-a--", "--tide-ab--"))).toEqual([
      `tide/a: expected its own or what is shared with it, got ${other} of tide/ab`,
    ]);
  });

  it("ends where a pattern stands for names", () => {
    expect(
      findingsWith("tide/a", "444455556666:tenant-live--tide-a--work", "444455556666:tenant-live--tide-a*"),
    ).toEqual(["tide/a: expected names in full, got sqs:tenant-live--tide-a*"]);
  });

  it("ends where a store reads secrets of another", () => {
    expect(findingsWith("tide/a", "secret:tenants/live/tide-a/*", "secret:tenants/live/tide-ab/*")).toEqual([
      "tide/a: expected secrets below tenants/live/tide-a/, got secretsmanager:secret:tenants/live/tide-ab/*",
    ]);
  });

  it("ends where a share is gone that the other still uses", () => {
    const unshared = stacks.map((each) =>
      each.tenant.ref === "tide/c"
        ? {
            ...each,
            tenant: {
              ...each.tenant,
              settings: { ...each.tenant.settings, resources: { bucket: { files: {} } } },
            },
          }
        : each,
    );

    expect(isolationOf(unshared).findings).toEqual([
      "tide/d: expected its own or what is shared with it, got s3:tenant-live--tide-c--files-444455556666 of tide/c",
      "tide/d: expected its own or what is shared with it, got alias/tenant-live--tide-c of tide/c",
    ]);
  });

  it("ends where a role may use every key", () => {
    expect(findingsWith("tide/d", "kms:ResourceAliases", "kms:Nothing")).toEqual([
      "tide/d: aws_iam_role_policy.own_account-web_role_permissions: expected keys by their aliases, got every key",
    ]);
  });
});
