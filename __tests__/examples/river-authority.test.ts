import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { inventoryOf } from "../support/inventory";
import { stacksOf } from "../../src/settings/environment/stack-names";
import { riverAuthority, riverPlatform } from "../support/river-authority";

const FOLDER = "examples/river-authority";
const INVENTORY = "__tests__/examples/inventory";

/** Words of the organisation whose platform is in `src/platform`. */
const ITS_WORDS =
  /govuk|gov\.uk|alphagov|\bgds\b|publishing|licensify|licensing|whitehall|cabinet-office|london/gi;

const stacks = Object.entries(riverPlatform).map(([id, terraform]) => ({ id, terraform }));

const wordsIn = (text: string): string[] => text.match(ITS_WORDS) ?? [];

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

describe("the platform of a river authority", () => {
  it.each(stacks)("has exactly these resources, modules and outputs in $id", async ({ id, terraform }) => {
    await expect(`${inventoryOf(terraform).join("\n")}\n`).toMatchFileSnapshot(`./inventory/${id}.txt`);
  });

  it("has an inventory for each stack and no other", () => {
    expect(readdirSync(INVENTORY).sort()).toEqual(stacks.map(({ id }) => `${id}.txt`).sort());
  });

  it.each(stacks)("has no word of another organisation in $id", ({ terraform }) => {
    expect(wordsIn(JSON.stringify(terraform.json))).toEqual([]);
  });

  it.each(filesOf(FOLDER))("has no word of another organisation in %s", (file) => {
    expect(wordsIn(readFileSync(file, "utf8"))).toEqual([]);
  });

  it("would notice such a word", () => {
    expect(wordsIn('"govuk-infrastructure", "www.gov.uk", "publishing_zone"')).toHaveLength(3);
  });

  it.each(["dev", "live"])("installs in %s nothing that it has no account or section for", (name) => {
    const charts = riverPlatform[`cluster-services-${name}`]!.all(Release).map(({ chart }) => String(chart));

    for (const chart of ["argo-cd", "argo-workflows", "dex", "grafana", "oauth2-proxy", "kyverno"]) {
      expect(charts).not.toContain(chart);
    }
    expect(charts).toContain("kube-prometheus-stack");
  });

  it("makes no VPC in live, which has one", () => {
    expect(Object.keys(riverPlatform)).toContain("vpc-dev");
    expect(Object.keys(riverPlatform)).not.toContain("vpc-live");
  });

  it("keeps the state of each environment in a bucket of its own account", () => {
    for (const environment of riverAuthority.environments) {
      for (const { id } of stacksOf(environment).filter(({ name }) => name !== "terraform-state")) {
        expect(riverPlatform[id]!.json.terraform.backend.s3.bucket).toBe(
          `river-authority-terraform-state-${environment.name}`,
        );
      }
    }
  });
});
