import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeDigests } from "../../../operate/digests/write-digests";

const DIGEST = `sha256:${"a".repeat(64)}`;
const SOURCE = `
const TOOL = "quay.io/team/tool:v1.2.3";
const PINNED = "quay.io/team/pinned:1@sha256:${"b".repeat(64)}";
const OTHER = "public.ecr.aws/other:2";
`;

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "addons-"));
  printed = "";
  vi.spyOn(console, "log").mockImplementation((text: string) => {
    printed += text;
  });
  mkdirSync(join(folder, "one"));
  writeFileSync(join(folder, "one", "one.ts"), SOURCE);
  writeFileSync(join(folder, "one", "policy.cases.ts"), SOURCE);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const { signal } = new AbortController();
const written = (file = "one.ts") => readFileSync(join(folder, "one", file), "utf8");

describe("npm run digests", () => {
  it("writes a digest behind each tag that has none", async () => {
    expect(await writeDigests(signal, folder, () => Promise.resolve({ digest: DIGEST }))).toBe(0);

    expect(written()).toBe(
      SOURCE.replace("v1.2.3", `v1.2.3@${DIGEST}`).replace("other:2", `other:2@${DIGEST}`),
    );
    expect(written("policy.cases.ts")).toBe(SOURCE);
  });

  it("leaves an image as it is whose registry gives none, says why, and fails", async () => {
    const code = await writeDigests(signal, folder, ({ host }) =>
      Promise.resolve(host === "quay.io" ? { digest: DIGEST } : { missing: `${host} answers 404` }),
    );

    expect(code).toBe(1);
    expect(written()).toBe(SOURCE.replace("v1.2.3", `v1.2.3@${DIGEST}`));
    expect(printed).toContain("public.ecr.aws/other:2");
    expect(printed).toContain("NOT WRITTEN: public.ecr.aws answers 404");
  });

  it("has nothing to do where every image has its digest", async () => {
    await writeDigests(signal, folder, () => Promise.resolve({ digest: DIGEST }));
    const ask = vi.fn();
    printed = "";

    expect(await writeDigests(signal, folder, ask)).toBe(0);
    expect(ask).not.toHaveBeenCalled();
    expect(printed).toBe("Every image has its digest.");
  });
});
