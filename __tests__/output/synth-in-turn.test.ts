import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { type App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SecureBucket } from "../../src/constructs/secure-bucket";
import { type Helper, PlatformApp } from "../../src/output/platform-app";
import { claimsOf, type StackMaker, writeInTurn } from "../../src/output/write-in-turn";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "in-turn-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Stack with a reference, a bucket and its module. */
const maker =
  (name: string): StackMaker =>
  (app: App) => {
    const stack = new TerraformStack(app, name);
    new LocalBackend(stack, { path: `${name}.tfstate` });
    new AwsProvider(stack, "aws", { region: "eu-west-1" });
    new SecureBucket(stack, "bucket", { name: `example-${name}` });
    new TerraformOutput(stack, "id", { value: new Vpc(stack, "vpc").arn });
    return stack;
  };

const NAMES = ["a", "b", "c", "d"];
const makers = NAMES.map(maker);

const contentsIn = (outdir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(outdir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(outdir.length + 1), readFileSync(file, "utf8")]),
  );

/** Helper in the same thread, which claims the first stack before the app does. */
const helperFor =
  (outdir: string): Helper =>
  (staging, counter) => {
    let left = 1;
    const claim = claimsOf(counter);
    return Promise.resolve(
      writeInTurn(new PlatformApp({ outdir }), makers, () => (left-- > 0 ? claim() : makers.length), {
        staging,
        outdir,
      }),
    );
  };

test("stacks that are made in turn are those that are made at once, to the byte", async () => {
  const atOnce = new PlatformApp({ outdir: join(folder, "at-once") });
  makers.forEach((make) => make(atOnce));
  atOnce.synth();
  const names = await new PlatformApp({ outdir: join(folder, "in-turn") }).synthInTurn(makers);

  expect(names).toEqual(NAMES);
  expect(contentsIn(join(folder, "in-turn"))).toEqual(contentsIn(join(folder, "at-once")));
});

test("each stack is made once, whoever claims it", async () => {
  await new PlatformApp({ outdir: join(folder, "alone") }).synthInTurn(makers);
  const outdir = join(folder, "helped");
  const names = await new PlatformApp({ outdir }).synthInTurn(makers, helperFor(outdir));

  expect(names).toEqual(NAMES);
  expect(contentsIn(outdir)).toEqual(contentsIn(join(folder, "alone")));
});

test("no stack stays in the app, so that memory does not grow with their number", async () => {
  const app = new PlatformApp({ outdir: folder });
  await app.synthInTurn(makers);

  expect(app.node.children.filter((child) => TerraformStack.isStack(child))).toEqual([]);
});

test("a stack with the token of one before it is refused", async () => {
  let arn = "";
  const first: StackMaker = (app) => {
    const stack = maker("first")(app);
    arn = new Vpc(stack, "another").arn;
    return stack;
  };
  const second: StackMaker = (app) => {
    const stack = maker("second")(app);
    new TerraformOutput(stack, "foreign", { value: arn });
    return stack;
  };

  await expect(new PlatformApp({ outdir: folder }).synthInTurn([first, second])).rejects.toThrow(/token/i);
});

test.each<[what: string, helper: Helper | undefined, makers: readonly StackMaker[]]>([
  ["a stack is wrong", undefined, [maker("good"), wrong]],
  ["a helper fails", () => Promise.reject(new Error("no good")), makers],
])("nothing is published where %s", async (_, helper, all) => {
  const outdir = join(folder, "out");

  await expect(new PlatformApp({ outdir }).synthInTurn(all, helper)).rejects.toThrow(/no good/);
  expect(contentsIn(outdir)).toEqual({});
});

function wrong(app: App): TerraformStack {
  const stack = maker("bad")(app);
  stack.node.addValidation({ validate: () => ["no good"] });
  return stack;
}
