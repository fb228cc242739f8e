import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testEnvironment } from "../../../../__tests__/support/environments";
import { scannedFolder } from "../../../checks/checkov/scanned";

const stacks = ["vpc-production", "tfc-bootstrap"].map((id) => ({
  id,
  folder: "",
  json: { terraform: { required_version: ">= 1.11.0" }, resource: { aws_vpc: { network: {} } } },
}));

let folder: string;
let plans: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scanned-"));
  plans = mkdtempSync(join(tmpdir(), "plans-"));
});

afterEach(() => [folder, plans].forEach((path) => rmSync(path, { recursive: true })));

const scan = () => scannedFolder(folder, stacks, [testEnvironment], plans);

const writePlan = (stack: string, time: Date) => {
  writeFileSync(join(plans, `${stack}.json`), "{}");
  utimesSync(join(plans, `${stack}.json`), time, time);
};

describe("scannedFolder", () => {
  it("holds what checkov reads of each stack, and our modules", () => {
    const { textOf } = scan();

    expect(JSON.parse(textOf("stacks/vpc-production/cdk.tf.json")!)).toEqual({
      resource: { aws_vpc: { network: {} } },
    });
    expect(existsSync(join(folder, "modules", "secure-bucket", "main.tf"))).toBe(true);
  });

  it("holds plans that are newer than what they are made of, and of stacks that there are", () => {
    const later = new Date(Date.now() + 60_000);
    writePlan("vpc-production", later);
    writePlan("gone-production", later);
    writePlan("tfc-bootstrap", new Date("2026-01-01"));

    expect(scan().plans).toBe(1);
    expect(existsSync(join(folder, "plans", "vpc-production.json"))).toBe(true);
  });

  it("knows which stack a file is about, whatever its environment", () => {
    const { stackOf } = scan();

    expect(
      [
        "stacks/vpc-production/cdk.tf.json",
        "plans/vpc-production.json",
        "stacks/tfc-bootstrap/cdk.tf.json",
      ].map(stackOf),
    ).toEqual(["vpc", "vpc", "tfc-bootstrap"]);
    expect(stackOf("modules/secure-bucket/main.tf")).toBe("modules/secure-bucket");
  });
});
