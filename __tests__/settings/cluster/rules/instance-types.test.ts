import { describe, expect, it } from "vitest";
import { architectureOf } from "../../../../src/settings/cluster/rules/instance-types";

const ARM = [
  "a1.metal",
  "t4g.nano",
  "m6gd.metal",
  "m7g.2xlarge",
  "m8g.4xlarge",
  "m8gb.48xlarge",
  "m9g.large",
  "c6gn.16xlarge",
  "c7gn.medium",
  "c8gd.metal-24xl",
  "r8gd.xlarge",
  "r8gn.metal-48xl",
  "x2gd.large",
  "x8g.48xlarge",
  "i4g.large",
  "i8g.metal-24xl",
  "i8ge.12xlarge",
  "im4gn.4xlarge",
  "is4gen.8xlarge",
  "g5g.16xlarge",
  "hpc7g.4xlarge",
  "p6e-gb200.36xlarge",
];

const X86 = [
  "t2.micro",
  "t3a.small",
  "m4.10xlarge",
  "m5zn.metal",
  "m6a.xlarge",
  "m6idn.32xlarge",
  "m7i-flex.xlarge",
  "c5.9xlarge",
  "c8i-flex.large",
  "r7a.large",
  "r7i.metal-24xl",
  "r7iz.8xlarge",
  "x2iedn.32xlarge",
  "u-6tb1.112xlarge",
  "u7i-12tb.224xlarge",
  "z1d.large",
  "d3en.12xlarge",
  "g4dn.xlarge",
  "g4ad.4xlarge",
  "g6e.48xlarge",
  "gr6.4xlarge",
  "p4de.24xlarge",
  "p5en.48xlarge",
  "p6-b200.48xlarge",
  "inf2.xlarge",
  "trn1n.32xlarge",
  "hpc6id.32xlarge",
  "vt1.24xlarge",
];

const NONE = [
  "",
  "large",
  "m8g",
  "m8g.",
  ".large",
  "m8g.4XLARGE",
  "M8G.large",
  "m8g.huge",
  "m8g.large ",
  "db.m8g.large",
  "m8g-large",
  "8mg.large",
];

describe("the architecture of an instance type", () => {
  it.each(ARM)("is arm64 for %s", (type) => {
    expect(architectureOf(type)).toBe("arm64");
  });

  it.each(X86)("is x86_64 for %s", (type) => {
    expect(architectureOf(type)).toBe("x86_64");
  });

  it.each(NONE)('is unknown for "%s", which is no instance type', (type) => {
    expect(architectureOf(type)).toBeUndefined();
  });
});
