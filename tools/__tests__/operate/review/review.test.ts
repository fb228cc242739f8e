import { describe, expect, it } from "vitest";
import { readPlan } from "../../../operate/review/read-plan";
import { review } from "../../../operate/review/review";

const release = (objects: readonly object[]) => ({ values: [JSON.stringify({ objects })] });

const object = (kind: string, name: string, spec: object = {}) => ({ kind, metadata: { name }, spec });

const change = (
  address: string,
  actions: readonly string[],
  before: unknown = null,
  after: unknown = null,
) => ({
  address,
  type: address.split(".")[0],
  change: { actions, before, after },
});

const reasonsFor = (...changes: readonly object[]) => review({ resource_changes: changes }).reasons;

const namespaceChange = (before: readonly object[], after: readonly object[]) =>
  reasonsFor(change("helm_release.namespace", ["update"], release(before), release(after)));

describe("the review of a tenant's plan", () => {
  it("asks no person where nothing changes, or only objects that decide nothing", () => {
    expect(review({ resource_changes: [change("helm_release.namespace", ["no-op"])] })).toEqual({
      changed: 0,
      reasons: [],
    });
    expect(
      namespaceChange([object("LimitRange", "containers")], [object("LimitRange", "containers", { a: 1 })]),
    ).toEqual([]);
  });

  it.each(["Namespace", "NetworkPolicy", "ResourceQuota", "RoleBinding"])(
    "asks a person about each %s",
    (kind) => {
      const reason = `T26 helm_release.namespace: expected the same ${kind}/one, got a change; a person reads it`;

      expect(namespaceChange([], [object(kind, "one")])).toEqual([reason]);
      expect(namespaceChange([object(kind, "one")], [object(kind, "one", { a: 1 })])).toEqual([reason]);
      expect(namespaceChange([object(kind, "one")], [])).toEqual([reason]);
    },
  );

  it("asks a person about identities, removals and resources that tenants do not have", () => {
    expect(
      reasonsFor(
        change("aws_iam_role.deployer_role_role", ["update"]),
        change("helm_release.namespace", ["delete"]),
        change("aws_db_instance.own", ["create"]),
      ),
    ).toEqual([
      "T26 aws_iam_role.deployer_role_role: expected no change of an identity, got update; a person reads who may sign in",
      "T26 helm_release.namespace: expected no removal, got delete; a person says that the data may go",
      "T26 aws_db_instance.own: expected a resource of every tenant, got another; a person reads it",
    ]);
  });

  it("refuses a file that is no plan", () => {
    expect(() => readPlan("package.json")).toThrow(
      "package.json: expected the JSON of a plan, got other JSON",
    );
    expect(() => readPlan("README.md")).toThrow(
      "README.md: expected the JSON of a plan, got text that is no JSON",
    );
    expect(() => readPlan("no-such-file")).toThrow("no-such-file: expected the JSON of a plan, got ENOENT");
  });
});
