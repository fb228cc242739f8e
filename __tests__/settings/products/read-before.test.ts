import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { parseProduct } from "../../../src/settings/products/product-file";
import { ReadBefore } from "../../../src/settings/products/read-before";

const TEXT = `product: maps
owner: { team: maps, email: maps@example.org, channel: "#maps", source: example/maps }
environments: { dev: { cluster: dev, access: [] } }
`;
const product = parseProduct("tenants/maps/maps.yaml", "maps", TEXT).product!;

function record(): string {
  const folder = mkdtempSync(join(tmpdir(), "read-before-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "products.json");
}

function written(): string {
  const path = record();
  const first = new ReadBefore(path);
  first.add(TEXT, product);
  first.write();
  return path;
}

it("has the product of a text that an earlier synth accepted", () => {
  expect(new ReadBefore(written()).find(TEXT)).toEqual(product);
});

it("has nothing for a text that differs by a character", () => {
  expect(new ReadBefore(written()).find(`${TEXT} `)).toBeUndefined();
});

it("forgets what no file says any more", () => {
  const path = written();
  const second = new ReadBefore(path);
  second.add("another", product);
  second.write();

  expect(new ReadBefore(path).find(TEXT)).toBeUndefined();
});

it("forgets everything that another program read", () => {
  const path = written();
  writeFileSync(path, readFileSync(path, "utf8").replace(/"reader":"[^"]+"/, '"reader":"another"'));

  expect(new ReadBefore(path).find(TEXT)).toBeUndefined();
});

it.each(["", "{", "null", '{"reader":"x"}'])("does without a damaged record: %j", (text) => {
  const path = record();
  writeFileSync(path, text);

  expect(new ReadBefore(path).find(TEXT)).toBeUndefined();
});
