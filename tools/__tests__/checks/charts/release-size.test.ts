import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordBytes } from "../../../checks/charts/release-size";
import { rendered } from "../../../../__tests__/support/rendered";

const KILOBYTE = 1024;
const noise = (bytes: number) => randomBytes(bytes).toString("base64");
const { release } = rendered("");

let folder: string;

const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "release-size-"));
  write("Chart.yaml", "name: dex");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the size of Helm's record", () => {
  const size = (manifest = "") => recordBytes(release, manifest, folder);

  it("is of text that is compressed and then written in base64", () => {
    const added = size(noise(30 * KILOBYTE)) - size();

    expect(added).toBeGreaterThan(39 * KILOBYTE);
    expect(added).toBeLessThan(42 * KILOBYTE);
    expect(size("a".repeat(30 * KILOBYTE)) - size()).toBeLessThan(KILOBYTE);
  });

  it.each(["templates/deployment.yaml", "crds/crd.yaml", "values.schema.json"])("counts %s", (path) => {
    const before = size();
    write(path, noise(3 * KILOBYTE));

    expect(size() - before).toBeGreaterThan(3 * KILOBYTE);
  });

  it("leaves out the files of sub-charts, which Helm does not record", () => {
    const before = size();
    write("charts/redis/templates/pod.yaml", noise(3 * KILOBYTE));

    expect(size()).toBe(before);
  });
});
