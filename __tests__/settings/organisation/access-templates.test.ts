import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { DataAwsIamRoles } from "@cdktf/provider-aws/lib/data-aws-iam-roles";
import { describe, expect, it } from "vitest";
import { platform } from "../../../examples/giant-swarm";
import { definePlatform } from "../../../src/settings/define-platform";
import { isFor } from "../../../src/settings/access/access-templates";
import { synthesisePlatform } from "../../support/synthesise";
import { problemsWith } from "./problems";

const stacks = synthesisePlatform(definePlatform(platform));
const AT = "organisation.accessTemplates.x";

const problemsOf = (template: object) =>
  problemsWith({ accessTemplates: { x: { level: "readonly", groups: ["readers"], ...template } } });

/** Roles with a level in a cluster's stack, as its access entries say. */
const rolesWith = (level: string, id: string): string =>
  JSON.stringify([
    stacks[id]!.all(EksAccessEntry).filter(({ kubernetes_groups }) => kubernetes_groups?.includes(level)),
    Object.entries(stacks[id]!.named(DataAwsIamRoles)).filter(([name]) => name.includes(level)),
  ]);

describe("templates of access", () => {
  it("give a level in the clusters of the organisations that they name, and in no other", () => {
    expect(rolesWith("operator", "cluster-access-northwind")).toContain("northwind-engineers");
    expect(rolesWith("operator", "cluster-access-northwind-preview")).toContain("northwind-engineers");
    expect(rolesWith("operator", "cluster-access-southwind")).not.toContain("northwind-engineers");
    expect(rolesWith("operator", "cluster-access-hub")).not.toContain("northwind-engineers");
  });

  it("give it everywhere where they name none, beside what access files say", () => {
    for (const id of ["hub", "northwind", "northwind-preview", "southwind"]) {
      expect(rolesWith("observer", `cluster-access-${id}`)).toContain("-on-call$");
      expect(rolesWith("observer", `cluster-access-${id}`)).toContain("-observer$");
    }
  });

  it("are for environments and organisations at once where they name both", () => {
    const of = (organisation: string) =>
      ({ role: "workload", organisation, hub: "hub", place: { region: "eu-west-1", account: "1" } }) as const;
    const template = { organisations: ["north"], environments: ["live"] };

    expect(isFor(template, { environment: "live", fleet: of("north") })).toBe(true);
    expect(isFor(template, { environment: "dev", fleet: of("north") })).toBe(false);
    expect(isFor(template, { environment: "live", fleet: of("south") })).toBe(false);
    expect(isFor(template, { environment: "live" })).toBe(false);
  });

  it("are refused for a member who has another level by an access file", () => {
    const organisation = {
      ...platform.organisation,
      accessTemplates: { x: { level: "observer", patterns: ["-reader$"], environments: ["southwind"] } },
    };

    expect(() => definePlatform({ ...platform, organisation })).toThrow(
      'southwind clusters.store.access.observer.patterns[1]: expected a pattern that stands once, got "-reader$", which reader.patterns[0] is too; remove one of the two of examples/giant-swarm/access/southwind.yaml and accessTemplates',
    );
  });

  it("name levels, environments and organisations that there are", () => {
    expect(problemsOf({ level: "readonli" })).toEqual([
      expect.stringMatching(/x\.level: expected .*, got "readonli"; did you mean "readonly"\?$/),
    ]);
    expect(problemsOf({ environments: ["productoin"] })).toEqual([
      expect.stringMatching(
        /x\.environments\[0\]: expected .*, got "productoin"; did you mean "production"\?$/,
      ),
    ]);
    expect(problemsOf({ organisations: ["northwind"] })).toEqual([
      `${AT}.organisations[0]: expected nothing, since there are none, got "northwind"; write one of them`,
    ]);
  });

  it("name members, each as access files name it, and choose something", () => {
    expect(problemsOf({ groups: [] })).toEqual([
      `${AT}: expected a member at least, got none; name users, roles, patterns or groups, or remove it`,
    ]);
    expect(problemsOf({ roles: ["arn:aws:iam::1:role/x"] })).toEqual([
      expect.stringContaining(`${AT}.roles[0]: expected the name of an IAM role`),
    ]);
    expect(problemsOf({ environments: [] })).toEqual([
      `${AT}.environments: expected one at least, got none; leave it out for all of them`,
    ]);
  });
});
