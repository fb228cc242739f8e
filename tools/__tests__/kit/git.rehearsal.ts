import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changedFiles, findBase as findBaseOf } from "../../kit/git";
import { Checkout } from "../../../__tests__/support/checkout";

function committed(): Checkout {
  const checkout = new Checkout({});
  checkout.commit();
  return checkout;
}

const findBase = (project: string, ref?: string) =>
  findBaseOf({ project, signal: new AbortController().signal }, ref);

describe("changedFiles", () => {
  it("has files that are new, changed or gone since a commit, and no others", async () => {
    const checkout = committed();
    const write = (name: string, text: string) => writeFileSync(join(checkout.folder, name), text);
    ["kept.md", "changed.md", "gone.md"].forEach((name) => write(name, "a"));
    checkout.commit();
    write("changed.md", "b");
    write("new with a space – é.md", "a");
    rmSync(join(checkout.folder, "gone.md"));
    const project = { project: checkout.folder, signal: new AbortController().signal };

    expect((await changedFiles(project, "HEAD")).sort()).toEqual([
      "changed.md",
      "gone.md",
      "new with a space – é.md",
    ]);
  });
});

describe("findBase", () => {
  it("takes what is pushed, if anything, before what is local", async () => {
    const checkout = committed();
    const commit = checkout.git("rev-parse", "HEAD").trim();
    const local = await findBase(checkout.folder);
    checkout.git("update-ref", "refs/remotes/origin/main", "HEAD");
    const pushed = await findBase(checkout.folder);

    expect(local).toEqual({ commit, name: `main (${commit.slice(0, 7)})` });
    expect(pushed).toEqual({ commit, name: `origin/main (${commit.slice(0, 7)})` });
  });

  it("finds where a branch began, whatever others have merged since", async () => {
    const checkout = committed();
    const began = checkout.git("rev-parse", "HEAD").trim();
    checkout.git("checkout", "--quiet", "-b", "merged-since");
    checkout.stacks({ others: {} });
    checkout.commit();
    checkout.git("checkout", "--quiet", "main");

    expect((await findBase(checkout.folder, "merged-since")).commit).toBe(began);
  });

  it("takes a ref as it is where there is no common history", async () => {
    const checkout = committed();
    checkout.git("checkout", "--quiet", "--orphan", "other");
    checkout.commit();

    expect((await findBase(checkout.folder, "main")).commit).toBe(checkout.git("rev-parse", "main").trim());
  });

  it("calls a commit by what it is", async () => {
    const checkout = committed();
    const commit = checkout.git("rev-parse", "HEAD").trim();

    expect(await findBase(checkout.folder, commit)).toEqual({ commit, name: commit.slice(0, 7) });
  });

  it("refuses a ref that does not exist", async () => {
    const { folder } = committed();

    await expect(findBase(folder, "nowhere")).rejects.toThrow(
      '--base: expected a git ref, got "nowhere"; name a branch, a tag or a commit that this checkout has (git fetch)',
    );
  });

  it("refuses what git would take for an option", async () => {
    const { folder } = committed();

    await expect(findBase(folder, "--all")).rejects.toThrow('--base: expected a git ref, got "--all"');
  });

  it("refuses to guess", async () => {
    const checkout = committed();
    checkout.git("branch", "--move", "trunk");

    await expect(findBase(checkout.folder)).rejects.toThrow(
      "--base: expected a branch origin/main or main, got neither; name what to compare with",
    );
  });

  it("refuses a folder that is no git checkout", async () => {
    const { folder } = new Checkout({});

    await expect(findBase(folder)).rejects.toThrow(
      `${folder}: expected the root of a git checkout, got none; clone the repository`,
    );
  });
});
