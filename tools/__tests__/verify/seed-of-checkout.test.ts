import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seedOfCheckout } from "../../verify/seed-of-checkout";

const { signal } = new AbortController();

/** A checkout that was committed at some time with one file of this content. */
function checkoutOf(content: string, date: string): string {
  const folder = mkdtempSync(join(tmpdir(), "seed-"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], {
      cwd: folder,
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
  writeFileSync(join(folder, "file"), content);
  git("init", "--quiet");
  git("add", "file");
  git("commit", "--quiet", "--message", "one");
  return folder;
}

test("the same content has the same seed, whenever it was committed", async () => {
  const first = await seedOfCheckout(checkoutOf("a", "2026-01-01T00:00:00Z"), signal);

  expect(first).toBeLessThan(2 ** 28);
  expect(await seedOfCheckout(checkoutOf("a", "2026-01-02T00:00:00Z"), signal)).toBe(first);
});

test("other content has another seed", async () => {
  const date = "2026-01-01T00:00:00Z";
  const seeds = await Promise.all(
    ["a", "b"].map((content) => seedOfCheckout(checkoutOf(content, date), signal)),
  );

  expect(seeds[0]).not.toBe(seeds[1]);
});

test("a folder that is no checkout has none", async () => {
  expect(await seedOfCheckout(mkdtempSync(join(tmpdir(), "seed-")), signal)).toBeUndefined();
});
