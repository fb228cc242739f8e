import { describe, expect, it } from "vitest";
import { releasesOf } from "../../../checks/charts/releases";
import { trustsIn } from "../../../checks/charts/trusts";

const trust = (subject: string) =>
  JSON.stringify({
    Statement: [{ Condition: { StringEquals: { "issuer:sub": subject, "issuer:aud": "x" } } }],
  });

const stack = {
  id: "cluster-services-test",
  folder: "/out/stack",
  json: {
    resource: {
      aws_iam_role: {
        dns_role: {
          name: "external-dns-govuk",
          assume_role_policy: trust("system:serviceaccount:cluster-services:external-dns"),
        },
        published: { name: "other", assume_role_policy: "${data.aws_iam_policy_document.other.json}" },
      },
      aws_eks_pod_identity_association: {
        dex: { namespace: "monitoring", service_account: "dex", role_arn: "${aws_iam_role.dns_role.arn}" },
      },
      aws_iam_role_policy: { dns: { depends_on: ["helm_release.crds"] } },
      helm_release: {
        dns: {
          name: "external-dns",
          namespace: "cluster-services",
          chart: "external-dns",
          version: "1.21.1",
          repository: "https://charts.example",
          depends_on: ["aws_iam_role_policy.dns"],
          values: ['{ "role": "${aws_iam_role.dns_role.arn}", "data": "$${x}" }'],
        },
        objects: {
          name: "objects",
          namespace: "apps",
          chart: "./assets/chart",
          depends_on: ["helm_release.dns"],
        },
        crds: {
          name: "crds",
          namespace: "apps",
          chart: "crds",
          version: "1.0.0",
          repository: "oci://r.example",
          skip_crds: true,
        },
      },
    },
  },
};

describe("the releases of a stack", () => {
  const releases = releasesOf(stack);

  it("stand after those that they wait for, also through something else", () => {
    expect(releases.map(({ name, after }) => [name, [...after]])).toEqual([
      ["crds", []],
      ["external-dns", ["helm_release.crds"]],
      ["objects", ["helm_release.dns", "helm_release.crds"]],
    ]);
  });

  it("have the values that Helm would be given, with the role's ARN in its place", () => {
    expect(releases[1]?.values).toEqual({
      role: "arn:aws:iam::123456789012:role/external-dns-govuk",
      data: "${x}",
    });
  });

  it("leave out the kinds of their charts where the stack says so", () => {
    expect(releases.map(({ skipsCrds }) => skipsCrds)).toEqual([true, false, false]);
  });

  it("have a chart in a repository, or one of ours in the stack's folder", () => {
    expect(releases.slice(1).map(({ chart }) => chart)).toEqual([
      { name: "external-dns", version: "1.21.1", repository: "https://charts.example" },
      { name: "manifests", folder: "/out/stack/./assets/chart" },
    ]);
  });
});

describe("the service accounts that a stack's roles trust", () => {
  it("are those of trust policies, with the annotation they need, and of associations, without", () => {
    expect(trustsIn(stack.json)).toEqual([
      {
        namespace: "cluster-services",
        serviceAccount: "external-dns",
        role: "external-dns-govuk",
        annotation: "arn:aws:iam::123456789012:role/external-dns-govuk",
      },
      { namespace: "monitoring", serviceAccount: "dex", role: "external-dns-govuk" },
    ]);
  });
});
