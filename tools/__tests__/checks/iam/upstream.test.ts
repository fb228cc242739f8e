import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { upstreamFindings } from "../../../checks/iam/upstream";
import type { UpstreamPolicy } from "../../../checks/iam/upstream-policies";
import { permissionsDocument } from "../../../../src/constructs/iam-policy";
import { podIdentityTrust } from "../../../../src/constructs/workload-role";
import { testEnvironment } from "../../../../__tests__/support/environments";

const folder = mkdtempSync(join(tmpdir(), "upstream-"));
afterAll(() => rmSync(folder, { recursive: true }));
const documentOf = (actions: string[]) => permissionsDocument([{ actions, resources: ["arn:aws:s3:::b/*"] }]);
writeFileSync(join(folder, "tempo.json"), documentOf(["s3:GetObject", "s3:PutObject"]));

const iam = (actions: string[]) => ({
  environment: testEnvironment,
  account: "1",
  documents: [],
  policies: {},
  resourcePolicies: {},
  roles: [
    {
      stack: "cluster-services-production",
      name: "tempo-govuk",
      path: "/",
      trust: podIdentityTrust({ clusterName: "govuk", namespace: "monitoring", serviceAccount: "tempo" }),
      policies: { own: documentOf(actions) },
      managedPolicies: [],
      boundary: "",
    },
  ],
});

const policy: UpstreamPolicy = {
  chart: { name: "tempo", version: "2.2.4" },
  source: "https://grafana.com",
  actions: { file: "tempo.json" },
  more: {},
  less: {},
};

const findings = (
  actions: string[],
  overrides: Partial<UpstreamPolicy> = {},
  { charts = [] as { name: string; version: string }[], place = folder } = {},
) => upstreamFindings([iam(actions)], charts, { "tempo-<cluster>": { ...policy, ...overrides } }, place);

const EDIT = "read upstream's policy again and edit tools/checks/iam/upstream-policies.ts";

describe("upstreamFindings", () => {
  it("says nothing where the actions are upstream's, or the difference has a reason", () => {
    const differences = { more: { "s3:ListBucket": "why" }, less: { "s3:PutObject": "why" } };

    expect(findings(["s3:GetObject", "s3:PutObject"])).toEqual([]);
    expect(findings(["s3:GetObject", "s3:ListBucket"], differences)).toEqual([]);
  });

  it("says which actions differ, in both directions", () => {
    expect(findings(["s3:GetObject", "s3:ListBucket"])).toEqual([
      `tempo-<cluster>: s3:ListBucket differs from upstream without a reason; ${EDIT}`,
      `tempo-<cluster>: s3:PutObject differs from upstream without a reason; ${EDIT}`,
    ]);
  });

  it("says which reasons are for a difference that is no longer there", () => {
    const differences = { more: { "s3:ListBucket": "why" }, less: { "s3:GetObject": "why" } };

    expect(findings(["s3:GetObject", "s3:PutObject"], differences)).toEqual([
      `tempo-<cluster>: s3:ListBucket differs no longer; ${EDIT}`,
      `tempo-<cluster>: s3:GetObject differs no longer; ${EDIT}`,
    ]);
  });

  it("compares with the actions that a page names, which needs no copy", () => {
    const page = { actions: ["s3:GetObject", "s3:ListBucket"], less: { "s3:ListBucket": "why" } };

    expect(findings(["s3:GetObject"], page, { place: "/nowhere" })).toEqual([]);
    expect(findings(["s3:PutObject"], page, { place: "/nowhere" })).toEqual([
      `tempo-<cluster>: s3:PutObject differs from upstream without a reason; ${EDIT}`,
      `tempo-<cluster>: s3:GetObject differs from upstream without a reason; ${EDIT}`,
    ]);
  });

  it("finds stale reasons without a copy of upstream's policy, too", () => {
    const differences = { more: { "s3:ListBucket": "why" } };

    expect(findings(["s3:GetObject"], differences, { place: join(folder, "none") })).toHaveLength(1);
  });

  it("wants upstream's policy read again for another version of the chart", () => {
    const charts = [{ name: "tempo", version: "3.0.0" }];

    expect(findings(["s3:GetObject", "s3:PutObject"], {}, { charts })).toEqual([
      `tempo-<cluster>: compared for tempo 2.2.4, got 3.0.0; ${EDIT}`,
    ]);
  });

  it("wants an entry for every service account's role, and a role for every entry", () => {
    expect(upstreamFindings([iam(["s3:GetObject"])], [], { "loki-<cluster>": policy }, folder)).toEqual([
      `tempo-<cluster>: expected where its policy comes from, got nothing; ${EDIT}`,
      `loki-<cluster>: expected a role of that name, got none; ${EDIT}`,
    ]);
  });
});
