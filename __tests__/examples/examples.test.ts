import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freightPlatform } from "../support/cloud-posse";
import { fleetPlatform } from "../support/giant-swarm";
import { harbourPlatform } from "../support/harbour-trust";
import { inventoryOf } from "../support/inventory";
import { riverPlatform } from "../support/river-authority";

const FOLDER = "examples";
const INVENTORY = "__tests__/examples/inventory";

/** Words of the organisation whose platform is in `src/platform`. */
const ITS_WORDS =
  /govuk|gov\.uk|alphagov|\bgds\b|publishing|licensify|licensing|whitehall|cabinet-office|london/gi;

const stacks = Object.entries({
  ...riverPlatform,
  ...harbourPlatform,
  ...freightPlatform,
  ...fleetPlatform,
}).map(([id, terraform]) => ({
  id,
  terraform,
}));

const wordsIn = (text: string): string[] => text.match(ITS_WORDS) ?? [];

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

describe("platforms of the examples", () => {
  it.each(stacks)("have exactly these resources, modules and outputs in $id", async ({ id, terraform }) => {
    await expect(`${inventoryOf(terraform).join("\n")}\n`).toMatchFileSnapshot(`./inventory/${id}.txt`);
  });

  it("have an inventory for each stack and no other", () => {
    expect(readdirSync(INVENTORY).sort()).toEqual(stacks.map(({ id }) => `${id}.txt`).sort());
  });

  it.each(stacks)("have no word of another organisation in $id", ({ terraform }) => {
    expect(wordsIn(JSON.stringify(terraform.json))).toEqual([]);
  });

  it.each(filesOf(FOLDER))("have no word of another organisation in %s", (file) => {
    expect(wordsIn(readFileSync(file, "utf8"))).toEqual([]);
  });

  it("would notice such a word", () => {
    expect(wordsIn('"govuk-infrastructure", "www.gov.uk", "publishing_zone"')).toHaveLength(3);
  });
});
