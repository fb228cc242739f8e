import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inTemporaryFolder } from "../../kit/temporary-folder";

const RENAMING = readFileSync("docs/adopting.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("sed "));

const isComment = (line: string): boolean => /^\s*(\/\*|\*|#)/.test(line);

test("leaves no name of the example in the copy of who follows the page on adopting", async () => {
  await inTemporaryFolder("adopting", async (folder) => {
    cpSync("examples/river-authority", join(folder, "examples/acme"), { recursive: true });
    RENAMING.forEach((command) => execFileSync("sh", ["-c", command], { cwd: folder }));
    const lines = readTree(join(folder, "examples/acme"));

    expect(lines.filter((line) => !isComment(line) && /river/i.test(line))).toEqual([]);
    expect(lines.filter((line) => line.includes("yaml-language-server"))).toEqual([]);
    expect(lines.filter((line) => / acme: \{/.test(line))).toHaveLength(2);
  });
});

/** Lines of all files in a folder. */
function readTree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8").split("\n"));
}
