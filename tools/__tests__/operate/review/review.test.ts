import { describe, expect, it } from "vitest";
import { readPlan } from "../../../operate/review/read-plan";
import { review } from "../../../operate/review/review";

const release = (objects: readonly object[]) => ({ values: [JSON.stringify({ objects })] });

const object = (kind: string, name: string, spec: object = {}) => ({ kind, metadata: { name }, spec });

const RELEASE = "helm_release.namespace";

const OTHER = object("Other", "other");

const change = (
  address: string,
  actions: readonly string[],
  before: unknown = null,
  after: unknown = null,
) => ({
  address,
  type: address.split(".")[0]!,
  change: { actions, before, after },
});

const reasonsFor = (...changes: readonly ReturnType<typeof change>[]) =>
  review({ resource_changes: changes }).reasons;

const namespaceChange = (before: readonly object[], after: readonly object[]) =>
  reasonsFor(change(RELEASE, ["update"], release(before), release(after)));

describe("the review of a tenant's plan", () => {
  it("asks no person where nothing changes, or only the way in which Helm installs", () => {
    expect(review({ resource_changes: [change("helm_release.namespace", ["no-op"])] })).toEqual({
      changed: 0,
      reasons: [],
    });
    expect(
      reasonsFor(
        change(
          RELEASE,
          ["update"],
          { ...release([object("LimitRange", "containers")]), timeout: 30 },
          { ...release([object("LimitRange", "containers")]), timeout: 60 },
        ),
      ),
    ).toEqual([]);
  });

  it("asks a person about branches and reviewers of an environment on GitHub", () => {
    expect(reasonsFor(change("github_repository_environment.e", ["update"]))).toEqual([
      "T26 github_repository_environment.e: expected no change of an environment on GitHub, got update; a person reads which branches deploy and who approves",
    ]);
  });

  it.each([
    "Namespace",
    "NetworkPolicy",
    "ResourceQuota",
    "LimitRange",
    "RoleBinding",
    "AppProject",
    "Application",
    "KindOfTomorrow",
  ])("asks a person about each %s", (kind) => {
    const reason = `T26 helm_release.namespace: expected the same ${kind}/one, got a change; a person reads it`;

    expect(namespaceChange([OTHER], [OTHER, object(kind, "one")])).toEqual([reason]);
    expect(namespaceChange([object(kind, "one")], [object(kind, "one", { a: 1 })])).toEqual([reason]);
    expect(namespaceChange([OTHER, object(kind, "one")], [OTHER])).toEqual([reason]);
  });

  it("asks a person about a new release, object by object", () => {
    expect(reasonsFor(change(RELEASE, ["create"], null, release([OTHER])))).toEqual([
      "T26 helm_release.namespace: expected the same Other/other, got a change; a person reads it",
    ]);
  });

  it("asks a person about an object that another of its name would hide", () => {
    expect(
      namespaceChange(
        [object("Role", "one", { a: 1 }), object("Role", "one")],
        [object("Role", "one", { a: 2 }), object("Role", "one")],
      ),
    ).toEqual(["T26 helm_release.namespace: expected the same Role/one, got a change; a person reads it"]);
  });

  it("asks a person about another chart", () => {
    expect(
      reasonsFor(
        change(
          RELEASE,
          ["update"],
          { ...release([OTHER]), chart: "./a" },
          { ...release([OTHER]), chart: "./b" },
        ),
      ),
    ).toEqual(["T26 helm_release.namespace: expected the same chart, got a change; a person reads it"]);
  });

  it.each([
    ["is unknown until the apply", {}],
    ["is empty", { values: [] }],
    ["is no text", { values: [{ objects: [OTHER] }] }],
    ["is no JSON", { values: ["objects:"] }],
    ["has no objects", release([])],
    ["comes in two parts", { values: [...release([OTHER]).values, "{}"] }],
    ["is gone", null],
  ])("asks a person where a release's text %s", (_, unreadable) => {
    const reason =
      "T26 helm_release.namespace: expected objects before and after, got values that show none; a person reads what changes";

    expect(reasonsFor(change(RELEASE, ["update"], release([OTHER]), unreadable))).toEqual([reason]);
    expect(reasonsFor(change(RELEASE, ["update"], unreadable, release([OTHER])))).toEqual([reason]);
  });

  it("asks a person about a release of another address", () => {
    expect(reasonsFor(change("helm_release.namespace[0]", ["create"], null, release([OTHER])))).toEqual([
      "T26 helm_release.namespace[0]: expected a resource of every tenant, got another; a person reads it",
    ]);
  });

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
