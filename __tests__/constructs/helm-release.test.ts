import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { HelmRelease, type HelmReleaseProps } from "../../src/constructs/helm-release";
import { Terraform, valuesOf } from "../support/terraform";

const chart = { repository: "https://charts.example", name: "demo", version: "1.2.3" };

const release = (props: Partial<HelmReleaseProps> = {}) =>
  Terraform.of((scope) => new HelmRelease(scope, "demo", { chart, namespace: "here", ...props })).only(
    Release,
  );

describe("HelmRelease", () => {
  it("installs one version of a chart, under the chart's name", () => {
    expect(release()).toMatchObject({
      name: "demo",
      repository: "https://charts.example",
      chart: "demo",
      version: "1.2.3",
      namespace: "here",
    });
  });

  it("can have a name of its own", () => {
    expect(release({ releaseName: "other" })).toMatchObject({ name: "other", chart: "demo" });
  });

  it("never creates its namespace", () => {
    expect(release().create_namespace).toBe(false);
  });

  it("fetches the chart from its mirror", () => {
    expect(release({ registries: { "charts.example": "mirror.example/charts" } }).repository).toBe(
      "https://mirror.example/charts",
    );
  });

  it("lets overrides win over values", () => {
    expect(valuesOf(release({ values: { a: 1, b: 1 }, overrides: { b: 2 } }))).toEqual({ a: 1, b: 2 });
  });

  it("leaves a failed upgrade to be looked at, within the life of a sign-in token", () => {
    expect(release()).toMatchObject({ wait: true, atomic: false, cleanup_on_fail: false, timeout: 360 });
  });

  it("leaves time for a rollback, where one may follow, within the life of a sign-in token", () => {
    const { atomic, cleanup_on_fail, timeout } = release({ atomic: true });

    expect({ atomic, cleanup_on_fail }).toEqual({ atomic: true, cleanup_on_fail: true });
    expect(2 * timeout).toBeLessThan(15 * 60);
  });

  it("takes up a first installation that failed, instead of refusing its name", () => {
    expect(release().upgrade_install).toBe(true);
    expect(release({ atomic: true }).upgrade_install).toBe(true);
  });

  it("can be given another timeout", () => {
    expect(release({ timeoutSeconds: 120 }).timeout).toBe(120);
  });

  it("waits once for each resource of what it comes after, and not for what is switched off", () => {
    const terraform = Terraform.of((scope) => {
      const role = new IamRole(scope, "role", { assumeRolePolicy: "{}" });
      const first = new HelmRelease(scope, "first", { chart, namespace: "here" });
      const after = [first, { ready: [role, first] }, undefined, false] as const;
      new HelmRelease(scope, "second", { chart, namespace: "here", after });
    });

    expect(terraform.named(Release).second?.depends_on).toEqual(["helm_release.first", "aws_iam_role.role"]);
  });

  it.each(["", "1", "1.2", "^1.2.3", ">=1.2.3", "latest"])("refuses %o for a version", (version) => {
    expect(() => release({ chart: { ...chart, version } })).toThrow(
      new Error(
        `chart demo: expected an exact version such as 1.2.3, got "${version}"; pin the one that was tested`,
      ),
    );
  });

  it.each(["v1.2.3", "1.2.3-beta.1", "1.2.3+build"])("takes %s for a version", (version) => {
    expect(release({ chart: { ...chart, version } }).version).toBe(version);
  });
});
