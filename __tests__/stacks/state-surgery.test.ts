import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { StateSettings } from "../../src/settings/state/state";
import { PlatformApp } from "../../src/output/platform-app";
import { VerificationError } from "../../src/output/verification-error";
import { ClusterAccessStack } from "../../src/stacks/cluster-access";
import { RootDnsStack } from "../../src/stacks/root-dns";
import { environment } from "../support/environments";
import type { Block } from "../support/terraform";

/** Synthesises two stacks of an environment into a folder of its own, and returns that. */
function synthesise(state: StateSettings): string {
  const outdir = mkdtempSync(join(tmpdir(), "state-surgery-"));
  onTestFinished(() => rmSync(outdir, { recursive: true }));

  const app = new PlatformApp({ outdir });
  const production = environment({ state });
  new RootDnsStack(app, production);
  new ClusterAccessStack(app, production);
  try {
    app.synth();
  } catch (error) {
    expect(readdirSync(outdir, { recursive: true })).toEqual(["stacks"]);
    throw error;
  }
  return outdir;
}

const jsonOf = (outdir: string, stack: string): Block =>
  JSON.parse(readFileSync(join(outdir, "stacks", `${stack}-production`, "cdk.tf.json"), "utf8")) as Block;

function findingsOf(state: StateSettings): readonly string[] {
  try {
    synthesise(state);
    return [];
  } catch (error) {
    if (error instanceof VerificationError) {
      return error.findings;
    }
    throw error;
  }
}

const stack = "root-dns";
const zone = "aws_route53_zone.zones_external";

describe("what an environment says about its states", () => {
  it("becomes blocks of the stack it names, and of no other", () => {
    const outdir = synthesise({
      moved: [{ stack, from: "aws_route53_zone.public", to: zone }],
      imported: [{ stack, address: "aws_route53_zone.zones_internal", id: "Z1" }],
    });

    expect(jsonOf(outdir, "root-dns")).toMatchObject({
      moved: [{ from: "aws_route53_zone.public", to: zone }],
      import: [{ to: "aws_route53_zone.zones_internal", id: "Z1" }],
    });
    expect(jsonOf(outdir, "cluster-access")).not.toHaveProperty("moved");
    expect(jsonOf(outdir, "cluster-access")).not.toHaveProperty("import");
  });

  it("is refused where an address is not in the stack: every problem of every stack, and nothing is written", () => {
    expect(
      findingsOf({
        moved: [
          { stack: "cluster-access", from: "kubernetes_namespace_v1.a", to: "kubernetes_namespace_v1.b" },
          { stack, from: "aws_route53_zone.public", to: "aws_route53_zone.zones_externl" },
        ],
        imported: [{ stack, address: "aws_vpc.vpc", id: "vpc-1" }],
      }),
    ).toEqual([
      'production state.moved[1].to: expected an address of root-dns-production, got "aws_route53_zone.zones_externl"; did you mean "aws_route53_zone.zones_external"?',
      'production state.imported[0].address: expected an address of root-dns-production, got "aws_vpc.vpc"; __tests__/stacks/inventory/root-dns-production.txt lists them',
      'production state.moved[0].to: expected an address of cluster-access-production, got "kubernetes_namespace_v1.b"; __tests__/stacks/inventory/cluster-access-production.txt lists them',
    ]);
  });

  it("is refused where it moves something from an address that the stack still has", () => {
    expect(findingsOf({ moved: [{ stack, from: zone, to: "aws_route53_zone.zones_internal" }] })).toEqual([
      'production state.moved[0].from: expected an address that root-dns-production no longer has, got "aws_route53_zone.zones_external"; rename the resource, or remove the block',
    ]);
  });

  it("is refused where it forgets what the stack still has", () => {
    expect(findingsOf({ removed: [{ stack, from: zone }] })).toEqual([
      expect.stringContaining(
        `state.removed[0].from: expected an address that root-dns-production no longer has, got "${zone}"`,
      ),
    ]);
  });

  it("may lead over an address that the stack never had", () => {
    expect(
      findingsOf({
        moved: [
          { stack, from: "aws_route53_zone.oldest", to: "aws_route53_zone.old" },
          { stack, from: "aws_route53_zone.old", to: zone },
        ],
      }),
    ).toEqual([]);
  });
});
