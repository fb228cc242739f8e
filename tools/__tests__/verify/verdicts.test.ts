import { describe, expect, it } from "vitest";
import type { Providers } from "../../toolbox/providers";
import { verdictOf as chartsVerdict } from "../../verify/charts";
import { verdictOf as plansVerdict } from "../../verify/plans";
import { verdictOf as validateVerdict } from "../../verify/validate";

const aws = { name: "aws", source: "hashicorp/aws", version: "6.25.0" };
const helm = { name: "helm", source: "hashicorp/helm", version: "3.1.1", missing: "no registry" };
const providers: Providers = new Map<string, typeof helm | (typeof aws & { used: string; plugins: string })>([
  ["aws", { ...aws, used: "6.34.0", plugins: "" }],
  ["helm", helm],
]);
const moto = { program: "python", version: "5.2.5", caveats: ["moto 5.2.5 on PATH, not 5.3.0"] };

describe("the verdict", () => {
  it("of validation says what must be mended, and what was checked without which provider", () => {
    const stacks = [
      { stack: "vpc-staging", findings: ["vpc/main aws_vpc.main.size: Wrong"], without: [], seconds: 1 },
      { stack: "cluster-services-staging", findings: [], without: ["helm"], seconds: 1 },
    ];

    expect(validateVerdict("1.11.4", { stacks, providers })).toEqual({
      tool: "terraform validate",
      version: "1.11.4",
      checked: "2 stacks with aws 6.34.0",
      findings: ["vpc-staging vpc/main aws_vpc.main.size: Wrong"],
      caveats: ["provider aws 6.34.0 in place of 6.25.0"],
      notChecked: ["WITHOUT PROVIDER helm 3.1.1 (no registry): cluster-services-staging"],
    });
  });

  it("of validation without any provider says so", () => {
    const none: Providers = new Map([["helm", helm]]);

    expect(validateVerdict("1.11.4", { stacks: [], providers: none }).checked).toBe(
      "0 stacks with no provider",
    );
  });

  it("of plans says what changes again, what is left out and forgotten, and what is listed in vain", () => {
    const reason = "moto has none";
    const gaps = {
      types: { aws_eks_addon: { reason }, aws_thing: { reason } },
      attributes: [],
      forgotten: { aws_s3_bucket: { arguments: ["tags_all"], reason: "moto drops them" } },
    };
    const leftOut = [{ address: "aws_eks_addon.coredns", gap: "aws_eks_addon", reason }];
    const stack = {
      stack: "vpc-staging",
      created: 7,
      leftOut,
      forgotten: ["aws_s3_bucket tags_all"],
      seconds: 1,
    };
    const findings = ["is not applied with one apply: aws_vpc.main"];

    expect(plansVerdict({ stacks: [{ ...stack, findings }], providers }, moto, gaps)).toEqual({
      tool: "terraform plan with moto",
      version: "5.2.5",
      checked: "1 stacks, 7 resources",
      findings: [
        "vpc-staging is not applied with one apply: aws_vpc.main",
        expect.stringContaining("not-emulated.ts aws_thing: expected a stack that has use for it"),
      ],
      caveats: [
        "moto 5.2.5 on PATH, not 5.3.0",
        "provider aws 6.34.0 in place of 6.25.0",
        "1 × aws_eks_addon left out: moto has none",
        "aws_s3_bucket tags_all not planned twice: moto drops them",
      ],
    });
  });

  it("of charts says what must be mended, and what was not rendered or had no schemas", () => {
    const release = { environment: "staging", objects: 3, findings: [] };
    const releases = [
      { ...release, release: "dex", chart: "dex 1.0.0", findings: ["no probe"] },
      { ...release, release: "argo", chart: "argo 2.0.0", notRendered: "no such host" },
    ];

    expect(
      chartsVerdict({
        helm: { ...moto, caveats: [] },
        schemas: { missing: "no Python" },
        releases,
        nearest: [],
      }),
    ).toEqual({
      tool: "helm template",
      version: "5.2.5",
      checked: "1 releases, 3 objects of 1 environments",
      findings: ["dex: no probe [staging]"],
      caveats: [],
      notChecked: [
        "WITHOUT THE SCHEMAS of Kubernetes' own kinds: no Python",
        "argo: NOT RENDERED argo 2.0.0: no such host [staging]",
      ],
    });
  });
});
