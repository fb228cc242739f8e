import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Annotations, Aspects, Fn, LocalBackend, TerraformOutput, TerraformStack, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SecureBucket } from "../../src/constructs/secure-bucket";
import type { Others } from "../../src/output/publish";
import { PlatformApp } from "../../src/output/platform-app";

let outdir: string;

beforeEach(() => {
  outdir = join(mkdtempSync(join(tmpdir(), "platform-app-")), "cdktf.out");
});

afterEach(() => {
  rmSync(join(outdir, ".."), { recursive: true });
});

type Build = (stack: TerraformStack) => void;

/** Synthesises a stack of each name, filled by its function. */
function synthesise(stacks: Record<string, Build>, into = outdir, others: Others = "go"): void {
  const app = new PlatformApp({ outdir: into }, others);
  for (const [name, build] of Object.entries(stacks)) {
    const stack = new TerraformStack(app, name);
    new LocalBackend(stack, { path: `${name}.tfstate` });
    build(stack);
  }
  app.synth();
}

const saying =
  (value: string): Build =>
  (stack) =>
    new TerraformOutput(stack, "word", { value });

const withBucket: Build = (stack) => {
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  new SecureBucket(stack, "bucket", { name: "govuk-test" });
};

const wordOf = (stack: string): string =>
  JSON.parse(readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8")).output.word.value;

/** Every file below the output folder and what it says. */
const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]),
  );

test("publishes every stack and a manifest that lists them, and leaves nothing else", () => {
  synthesise({ vpc: saying("a"), dns: saying("b") });

  expect(Object.keys(contentsOf(outdir))).toEqual([
    "manifest.json",
    "stacks/dns/cdk.tf.json",
    "stacks/vpc/cdk.tf.json",
  ]);
  expect(Object.keys(JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8")).stacks)).toEqual([
    "dns",
    "vpc",
  ]);
  expect(readdirSync(outdir).sort()).toEqual(["manifest.json", "stacks"]);
});

test("ships a local module with the stack that uses it", () => {
  synthesise({ vpc: withBucket });

  const stack = JSON.parse(readFileSync(join(outdir, "stacks/vpc/cdk.tf.json"), "utf8"));
  const [{ source }] = Object.values<{ source: string }>(stack.module) as [{ source: string }];
  expect(readFileSync(join(outdir, "stacks/vpc", source, "main.tf"))).toEqual(
    readFileSync("modules/secure-bucket/main.tf"),
  );
});

test("replaces the previous output and keeps what Terraform has in a stack's folder", () => {
  synthesise({ vpc: saying("old") });
  mkdirSync(join(outdir, "stacks/vpc/.terraform"));
  writeFileSync(join(outdir, "stacks/vpc/.terraform/environment"), "x");
  writeFileSync(join(outdir, "stacks/vpc/.terraform.lock.hcl"), "y");
  synthesise({ vpc: saying("new") });

  expect(wordOf("vpc")).toBe("new");
  expect(readdirSync(join(outdir, "stacks/vpc")).sort()).toEqual([
    ".terraform",
    ".terraform.lock.hcl",
    "cdk.tf.json",
  ]);
});

test("removes what an earlier synth made and this one did not", () => {
  synthesise({ vpc: withBucket, dns: saying("b"), used: saying("c") });
  writeFileSync(join(outdir, "stacks/used/.terraform.lock.hcl"), "x");
  synthesise({ vpc: saying("a") });

  expect(Object.keys(contentsOf(outdir))).toEqual([
    "manifest.json",
    "stacks/used/.terraform.lock.hcl",
    "stacks/vpc/cdk.tf.json",
  ]);
  expect(existsSync(join(outdir, "stacks/dns"))).toBe(false);
  expect(existsSync(join(outdir, "stacks/vpc/assets"))).toBe(false);
});

test.each<[what: string, bad: Build, message: RegExp]>([
  [
    "does not pass the verification",
    (stack) => saying(`port-${Token.asNumber(Fn.lengthOf(["a"]))}`)(stack),
    /^1 problem .*\n {2}- dns output\.word\.value: found "-?\d\.\d+e\+\d+"/,
  ],
  ["has an error", (stack) => Annotations.of(stack).addError("no good"), /no good/],
  [
    "throws while it is made",
    () => {
      throw new Error("not today");
    },
    /not today/,
  ],
  ["is not valid", (stack) => stack.node.addValidation({ validate: () => ["no zone"] }), /no zone/],
])("leaves the previous output as it was where a stack %s", (_what, bad, message) => {
  synthesise({ vpc: saying("old"), dns: saying("old") });
  const before = contentsOf(outdir);

  expect(() => synthesise({ vpc: saying("new"), dns: bad })).toThrow(message);
  expect(contentsOf(outdir)).toEqual(before);
  expect(readdirSync(outdir).sort()).toEqual(["manifest.json", "stacks"]);
});

test("names the problems of all stacks at once", () => {
  const made = () =>
    synthesise({
      vpc: saying("${var.gone}"),
      dns: (stack) => Annotations.of(stack).addError("no good"),
      ecr: (stack) => stack.node.addValidation({ validate: () => ["no zone"] }),
    });

  expect(made).toThrow(
    /^3 problems .*\n {2}- vpc output\.word\.value: found.*\n {2}- dns: no good\n {2}- no zone/,
  );
});

test("invokes aspects of constructs inside a stack, the outermost first", () => {
  const visited: string[] = [];
  const noting = (name: string) => ({
    visit: ({ node }: IConstruct) => void visited.push(`${name} ${node.id}`),
  });
  synthesise({
    dns: (stack) => {
      saying("a")(stack);
      Aspects.of(stack).add(noting("outer"));
      Aspects.of(stack.node.findChild("word")).add(noting("inner"));
    },
  });

  expect(visited.filter((text) => /dns|word/.test(text))).toEqual(["outer dns", "outer word", "inner word"]);
});

const inodeOf = (...path: string[]): number => statSync(join(outdir, "stacks", ...path)).ino;

test("leaves a stack alone that is as it was, and writes one that changed", () => {
  synthesise({ vpc: withBucket, dns: saying("a") });
  const before = [inodeOf("vpc", "cdk.tf.json"), inodeOf("dns", "cdk.tf.json")];
  synthesise({ vpc: withBucket, dns: saying("b") });

  expect(inodeOf("vpc", "cdk.tf.json")).toBe(before[0]);
  expect(inodeOf("dns", "cdk.tf.json")).not.toBe(before[1]);
  expect(wordOf("dns")).toBe("b");
});

test("brings back a file of an asset that is missing", () => {
  synthesise({ vpc: withBucket });
  const before = contentsOf(outdir);
  const [file] = Object.keys(before).filter((path) => path.includes("assets"));
  rmSync(join(outdir, file!));
  synthesise({ vpc: withBucket });

  expect(contentsOf(outdir)).toEqual(before);
});

test("leaves stacks of another part of the platform where they are, and lists them", () => {
  synthesise({ vpc: saying("a"), dns: saying("a") });
  synthesise({ dns: saying("b") }, outdir, "stay");

  const { stacks } = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
  expect([wordOf("vpc"), wordOf("dns")]).toEqual(["a", "b"]);
  expect(Object.keys(stacks)).toEqual(["dns", "vpc"]);
});

test("writes the same bytes into any folder", () => {
  const other = join(outdir, "../elsewhere");
  synthesise({ vpc: withBucket, dns: saying("b") });
  synthesise({ vpc: withBucket, dns: saying("b") }, other);

  expect(contentsOf(other)).toEqual(contentsOf(outdir));
});

test("removes the staging folder of a process that died, not of one that is alive", () => {
  const dead = 2 ** 22 + 1;
  mkdirSync(join(outdir, `.staging-${dead}/stacks`), { recursive: true });
  mkdirSync(join(outdir, `.staging-${process.ppid}`));
  synthesise({ vpc: saying("a") });

  expect(readdirSync(outdir).sort()).toEqual([`.staging-${process.ppid}`, "manifest.json", "stacks"]);
});
