import { expect, test } from "vitest";
import { statementsOf } from "../../../checks/iam/documents";
import { proofOf } from "../../../checks/iam/prove";
import { permissionsDocument } from "../../../../src/constructs/iam-policy";
import { podIdentityTrust } from "../../../../src/constructs/workload-role";
import { testEnvironment } from "../../../../__tests__/support/environments";

const text = permissionsDocument([{ actions: ["s3:GetNothing"], resources: ["arn:aws:s3:::b/*"] }]);
const MANAGED = "arn:aws:iam::aws:policy/Unheard";

const role = (name: string, managedPolicies: string[]) => ({
  boundary: "",
  stack: "cluster-services-production",
  name,
  path: "/",
  trust: podIdentityTrust({ clusterName: "govuk", namespace: "apps", serviceAccount: name }),
  policies: { own: text },
  managedPolicies,
});

const iam = {
  environment: testEnvironment,
  account: "123456789012",
  documents: [
    { place: "vpc: aws_iam_policy.one", kind: "identity" as const, text, statements: statementsOf(text) },
  ],
  roles: [role("stranger", []), role("keeper", [MANAGED])],
  policies: {},
  resourcePolicies: {},
};

const source = { program: "python", version: "5.2.5", caveats: [] };

test("says what is wrong with documents, with roles, with policies that AWS keeps, and beside upstream's", async () => {
  const { findings, ...numbers } = await proofOf(
    { iam: [iam], charts: [] },
    { policies: {}, source },
    () => undefined,
  );

  expect(numbers).toMatchObject({ environments: 1, documents: 1, roles: 2 });
  expect(findings).toEqual(
    expect.arrayContaining([
      "vpc: aws_iam_policy.one: expected an action that AWS has, got s3:GetNothing",
      expect.stringMatching(/^stranger: expected what it may do, got nothing/),
      `${MANAGED}: expected a policy that AWS keeps, got none of that ARN`,
      expect.stringMatching(/^stranger: expected where its policy comes from, got nothing/),
    ]),
  );
});

test("says aloud for which roles nothing was simulated", async () => {
  const missing = { missing: "python3 was not found" };
  const { caveats } = await proofOf(
    { iam: [iam], charts: [] },
    { policies: {}, source: missing },
    () => undefined,
  );

  expect(caveats).toEqual(["nothing simulated for keeper, whose policies AWS keeps: python3 was not found"]);
});
