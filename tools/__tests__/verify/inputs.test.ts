import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { digestOf, inputsOf } from "../../verify/inputs";
import { VERIFICATIONS } from "../../verify/verifications";
import { SmallProject } from "./small-project";

const { signal } = new AbortController();

/** Inputs of `tools/verify/dex.ts` in a checkout that has these files beside it. */
async function inputsWith(text: string, ...others: readonly string[]) {
  const files = Object.fromEntries(others.map((file) => [file, ""]));
  const { folder } = new SmallProject({ "tools/verify/dex.ts": text, ...files });
  return inputsOf("tools/verify/dex.ts", folder, signal);
}

const filesWith = async (text: string, ...others: readonly string[]) =>
  (await inputsWith(text, ...others))!.files.filter((file) => file !== "tools/verify/dex.ts");

describe("the inputs of a verification", () => {
  it("are the modules that it imports, of whatever folder", async () => {
    const text =
      'import { a } from "../../src/a"; import b = require("../b"); const c = await import("./c");';
    const files = ["src/a/index.ts", "tools/b.ts", "tools/verify/c.ts"];

    expect(await filesWith(text, ...files, "tools/verify/d.ts")).toEqual(files);
  });

  it("are the modules that those import", async () => {
    const { folder } = new SmallProject({
      "tools/verify/dex.ts": 'import "./a";',
      "tools/verify/a.ts": 'import "../../src/b";',
      "src/b.ts": "",
    });

    expect((await inputsOf("tools/verify/dex.ts", folder, signal))!.files).toContain("src/b.ts");
  });

  it("are programs that it names, to start them, with what they import", async () => {
    expect(await filesWith('spawn("tools/cli/one.ts")', "tools/cli/one.ts", "tools/cli/two.ts")).toEqual([
      "tools/cli/one.ts",
    ]);
  });

  it("are all files of a folder that it names, pages among them", async () => {
    expect(await filesWith('read("docs/examples")', "docs/examples/a/b.md", "docs/c.md")).toEqual([
      "docs/examples/a/b.md",
    ]);
  });

  it("are all files that are no TypeScript, no test and no page", async () => {
    const files = [
      ".github/deploy.yml",
      "modules/a/main.tf",
      "package-lock.json",
      "src/platform/access/b.yaml",
    ];
    const others = ["README.md", "docs/c.md", "tools/__tests__/d.json", "__tests__/e.snap", "tools/f.ts"];

    expect(await filesWith("", ...files, ...others)).toEqual(files);
  });

  it("are the day, if a module asks for it", async () => {
    expect(await inputsWith('import "./a"; const today = new Date();', "tools/verify/a.ts")).toMatchObject({
      dependsOnDay: true,
    });
    expect(await inputsWith("new Date(0)")).toMatchObject({ dependsOnDay: false });
  });
});

describe("the hash over inputs", () => {
  it("changes with a content, with a file that goes, and with nothing else", () => {
    const project = new SmallProject({ a: "1", b: "2" });
    const before = digestOf(["a", "b"], project.folder);

    project.write("c", "3");
    expect(digestOf(["a", "b"], project.folder)).toBe(before);
    expect(digestOf(["a"], project.folder)).not.toBe(before);

    project.write("b", "3");
    expect(digestOf(["a", "b"], project.folder)).not.toBe(before);
  });
});

describe("each verification", () => {
  it.each(VERIFICATIONS.flat().map(({ name }) => name))("%s has the file of its name", (name) => {
    expect(existsSync(`tools/verify/${name}.ts`)).toBe(true);
  });

  it("fuzz depends on the command that it starts, and on the platform", async () => {
    const { files } = (await inputsOf("tools/verify/fuzz.ts", process.cwd(), signal))!;

    expect(files).toEqual(
      expect.arrayContaining(["tools/cli/fuzz.ts", "tools/checks/fuzz/kills.ts", "src/stacks/index.ts"]),
    );
  });
});
