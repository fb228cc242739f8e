import { describe, expect, it } from "vitest";
import { hashesKey, lockFileOf, providerAddress } from "../../src/output/lock-file";

const stack = {
  terraform: {
    required_providers: {
      pingdom: { source: "DrFaust92/pingdom", version: "1.5.0" },
      aws: { source: "aws", version: "6.54.0" },
    },
  },
};

describe("a lock file", () => {
  it("names each provider with its exact version and the hashes on record", () => {
    const hashes = {
      [hashesKey("aws", "6.54.0")]: ["h1:one=", "zh:two"],
      [hashesKey("DrFaust92/pingdom", "1.5.0")]: ["h1:three="],
    };

    expect(lockFileOf(stack, hashes))
      .toBe(`# Synth writes this file from src/output/provider-hashes.json, and "npm run lock" writes that one.

provider "registry.terraform.io/drfaust92/pingdom" {
  version     = "1.5.0"
  constraints = "1.5.0"
  hashes = [
    "h1:three=",
  ]
}

provider "registry.terraform.io/hashicorp/aws" {
  version     = "6.54.0"
  constraints = "6.54.0"
  hashes = [
    "h1:one=",
    "zh:two",
  ]
}
`);
  });

  it("leaves a provider out whose version has no hashes", () => {
    const hashes = {
      [hashesKey("aws", "6.54.0")]: ["h1:one="],
      [hashesKey("DrFaust92/pingdom", "1.4.0")]: ["h1:old="],
    };

    expect(lockFileOf(stack, hashes)).not.toContain("pingdom");
  });

  it("is not written where no provider has hashes", () => {
    expect(lockFileOf(stack, {})).toBeUndefined();
    expect(lockFileOf({}, {})).toBeUndefined();
  });

  it.each([
    ["aws", "registry.terraform.io/hashicorp/aws"],
    ["jianyuan/sentry", "registry.terraform.io/jianyuan/sentry"],
    ["example.com/Team/thing", "example.com/team/thing"],
  ])("has %s as %s", (source, address) => {
    expect(providerAddress(source)).toBe(address);
  });
});
