import { describe, expect, it } from "vitest";
import { statementsOf } from "../../../checks/iam/documents";
import { trustFindings } from "../../../checks/iam/trust";
import { podIdentityTrust } from "../../../../src/constructs/workload-role";
import { policyDocument, serviceTrust } from "../../../../src/constructs/iam-policy";

const CLUSTER = "oidc.eks.eu-west-1.amazonaws.com/id/A";

const findings = (document: string) => statementsOf(document).flatMap(trustFindings);

const webIdentity = (equals: object, { issuer = CLUSTER, operator = "StringEquals" } = {}) =>
  findings(
    JSON.stringify({
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
          Action: ["sts:AssumeRoleWithWebIdentity"],
          Condition: { [operator]: equals },
        },
      ],
    }),
  );

const aud = { [`${CLUSTER}:aud`]: "sts.amazonaws.com" };
const sub = { [`${CLUSTER}:sub`]: "system:serviceaccount:monitoring:grafana" };

describe("trustFindings", () => {
  it("accepts one service account of one cluster, however its role reaches it", () => {
    const pod = { clusterName: "govuk", namespace: "monitoring", serviceAccount: "grafana" };

    expect(webIdentity({ ...aud, ...sub })).toEqual([]);
    expect(findings(podIdentityTrust(pod))).toEqual([]);
  });

  it("accepts one service of AWS", () => {
    expect(findings(serviceTrust("ec2.amazonaws.com"))).toEqual([]);
  });

  it("accepts several workspaces, each by name", () => {
    const issuer = "app.terraform.io";
    const workspaces = { "app.terraform.io:sub": ["workspace:a", "workspace:b"] };

    expect(webIdentity({ "app.terraform.io:aud": "aws", ...workspaces }, { issuer })).toEqual([]);
  });

  it.each([
    { what: "any audience", equals: sub, finding: `expected one ${CLUSTER}:aud, got none` },
    { what: "any subject", equals: aud, finding: `expected one ${CLUSTER}:sub, got none` },
    {
      what: "two subjects",
      equals: { ...aud, [`${CLUSTER}:sub`]: ["one", "two"] },
      finding: `expected one ${CLUSTER}:sub, got one, two`,
    },
    {
      what: "a pattern of subjects",
      equals: { ...aud, [`${CLUSTER}:sub`]: "system:serviceaccount:*:grafana" },
      finding: `expected ${CLUSTER}:sub by name, got system:serviceaccount:*:grafana`,
    },
    {
      what: "the claims of another issuer",
      equals: { ...aud, ...sub, "oidc.eks.eu-west-1.amazonaws.com/id/B:sub": "system:serviceaccount:a:b" },
      finding: `expected claims of ${CLUSTER}, got oidc.eks.eu-west-1.amazonaws.com/id/B:sub`,
    },
  ])("refuses $what", ({ equals, finding }) => {
    expect(webIdentity(equals)).toEqual([finding]);
  });

  it("refuses a comparison that is less than exact", () => {
    expect(webIdentity({ ...aud, ...sub }, { operator: "StringLike" })).toContain(
      `expected StringEquals of ${CLUSTER}:sub, got StringLike`,
    );
  });

  it("refuses people, several principals, and pods without all of their tags", () => {
    const trust = (Principal: Record<string, string>) =>
      findings(policyDocument([{ Effect: "Allow", Principal, Action: ["sts:AssumeRole"] }]));

    expect(trust({ AWS: "arn:aws:iam::1:root" })).toEqual(["expected one role, got arn:aws:iam::1:root"]);
    expect(trust({ AWS: "arn:aws:iam::123456789012:role/reader-*" })).toEqual([
      "expected one role, got arn:aws:iam::123456789012:role/reader-*",
    ]);
    expect(trust({ AWS: "arn:aws:iam::123456789012:role/operator" })).toEqual([]);
    expect(trust({ AWS: "a", Service: "b" })).toEqual(["expected to trust one principal, got a, b"]);
    expect(trust({ Service: "pods.eks.amazonaws.com" })).toHaveLength(3);
  });
});
