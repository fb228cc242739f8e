import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { errorsOf, namesInTar } from "../../../checks/restore/backup-files";
import { inTemporaryFolder } from "../../../kit/temporary-folder";

const segment = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);
const files = fc.dictionary(
  fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join("/")}.json`),
  fc.string({ maxLength: 2_000 }),
  { minKeys: 1, maxKeys: 5 },
);

/** Archive of files by their names, as tar itself packs it. */
const packed = (all: Readonly<Record<string, string>>): Promise<Buffer> =>
  inTemporaryFolder("tar", (folder) => {
    for (const [name, content] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const words = ["--create", "--format=ustar", ...Object.keys(all)];
    return Promise.resolve(spawnSync("tar", words, { cwd: folder }).stdout);
  });

test("finds the files that tar itself packs", async () => {
  await fc.assert(
    fc.asyncProperty(files, async (all) => {
      expect(namesInTar(await packed(all))).toEqual(Object.keys(all));
    }),
    { numRuns: 20 },
  );
});

test("reads the errors of a restore, and none of one without", () => {
  const of = (results: object) =>
    new Map([["restores/again/restore-again-results.gz", Buffer.from(JSON.stringify(results))]]);

  expect(errorsOf(of({ errors: { velero: ["no"] } }), "again")).toBe('{"velero":["no"]}');
  expect(errorsOf(of({ errors: {} }), "again")).toBe("");
  expect(errorsOf(new Map([["restores/again/restore-again-results.gz", Buffer.alloc(0)]]), "again")).toBe("");
  expect(errorsOf(new Map(), "again")).toBe("");
});
