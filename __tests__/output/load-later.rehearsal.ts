import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { expect, test } from "vitest";

/** Files that a process loads whose program imports what the project does. */
function filesLoadedBy(program: string): string[] {
  const outfile = join("node_modules/.cache", `load-later-${process.pid}.cjs`);
  buildSync({
    stdin: {
      contents: `${program}\nconsole.log(JSON.stringify(Object.keys(require.cache)));`,
      resolveDir: process.cwd(),
    },
    outfile,
    bundle: true,
    platform: "node",
    packages: "external",
  });
  try {
    return JSON.parse(execFileSync(process.execPath, [outfile], { encoding: "utf8" })) as string[];
  } finally {
    rmSync(outfile);
  }
}

test("CDKTF and Zod load without archives and languages, which load all the same when asked for", () => {
  const archiver = /archiver\/lib\/core\.js$/;
  const german = /zod\/v4\/locales\/de\.cjs$/;
  const imports =
    'import "./src/output/load-later"; import * as cdktf from "cdktf"; import { z } from "zod";';
  const unused = filesLoadedBy(`${imports} console.assert(cdktf.App && z.object);`);
  const used = filesLoadedBy(
    `${imports}
    const ofCdktf = require("node:module").createRequire(require.resolve("cdktf"));
    if (z.locales.de().localeError === undefined || ofCdktf("archiver")("zip").pipe === undefined) process.exit(1);`,
  );

  expect(unused.filter((file) => archiver.test(file) || german.test(file))).toEqual([]);
  expect(used.filter((file) => archiver.test(file) || german.test(file))).toHaveLength(2);
});
