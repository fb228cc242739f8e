import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const problemsOf = (group: object) =>
  problemsWith({ cluster: { nodeGroups: { "arm-green": {}, batch: group } } });

const BOTTLEROCKET = { amiType: "BOTTLEROCKET_ARM_64", releaseVersion: "1.47.0-6154605b" };
const TOML = { toml: '[settings.kernel.sysctl]\n"vm.max_map_count" = "262144"' };
const at = (path: string, rest: string) => [
  expect.stringContaining(`production clusters.govuk.nodeGroups.batch.${path}: expected ${rest}`),
];

describe("keys of disks", () => {
  it.each([
    "arn:aws:kms:eu-west-1:123456789012:key/11111111-1111-4111-8111-111111111111",
    "arn:aws:kms:eu-west-1:123456789012:key/mrk-11111111111141118111111111111111",
  ])("may be %s", (diskKmsKeyArn) => {
    expect(problemsOf({ diskKmsKeyArn })).toEqual([]);
  });

  it.each([
    "alias/disks",
    "arn:aws:kms:eu-west-1:123456789012:alias/disks",
    "arn:aws:kms:eu-west-2:123456789012:key/11111111-1111-4111-8111-111111111111",
  ])("may not be %s", (diskKmsKeyArn) => {
    expect(problemsOf({ diskKmsKeyArn })).toEqual(
      at("diskKmsKeyArn", `the ARN of a key in eu-west-1, got "${diskKmsKeyArn}"`),
    );
  });
});

describe("user data", () => {
  it("is of the kind that the image reads", () => {
    expect(problemsOf({ userData: { commands: ["swapoff -a"], kubelet: { maxPods: 58 } } })).toEqual([]);
    expect(problemsOf({ ...BOTTLEROCKET, userData: TOML })).toEqual([]);
  });

  it("is refused where the image would not read it", () => {
    expect(problemsOf({ userData: TOML })).toEqual(
      at("userData", "commands and kubelet, since Amazon Linux reads no TOML"),
    );
    expect(problemsOf({ ...BOTTLEROCKET, userData: { commands: ["swapoff -a"] } })).toEqual(
      at("userData", '{ toml: "…" }, since Bottlerocket has no shell'),
    );
  });

  it("is refused where EC2 would not take it", () => {
    expect(problemsOf({ userData: { commands: ["#".repeat(13_000)] } })).toEqual(
      at("userData", "12288 bytes at most, got 13017"),
    );
  });

  it.each([
    ["kubelet", { userData: { kubelet: { registerWithTaints: [{ key: "a", effect: "NoSchedule" }] } } }],
    [
      "toml",
      { ...BOTTLEROCKET, userData: { toml: '[settings.kubernetes.node-taints]\n"a" = [":NoSchedule"]' } },
    ],
  ])("writes no taints in %s beside the start-up taint", (key, group) => {
    expect(problemsOf(group)).toEqual([]);
    expect(problemsOf({ ...group, startupTaint: true })).toEqual(
      at(`userData.${key}`, "no taints, since startupTaint writes them"),
    );
  });

  it("may not hold a secret", () => {
    expect(
      problemsOf({ userData: { commands: ["export AWS_ACCESS_KEY_ID=AKIA" + "ABCDEFGHIJKLMNOP"] } }),
    ).toEqual([expect.stringContaining("got a secret")]);
  });
});
