import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { differingFiles } from "../../../checks/cdktn/same-output";

/** An output folder with one stack. */
function output(stack: object, others: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "same-output-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = { "stacks/vpc/cdk.tf.json": JSON.stringify(stack), ...others };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

const stack = (version: string, cidr = "10.0.0.0/16") => ({
  "//": { metadata: { version, backend: "cloud" } },
  resource: { aws_vpc: { main: { cidr_block: cidr } } },
});

test("overlooks the framework's version, and nothing else of its notes", () => {
  const other = { ...stack("0.24.0"), "//": { metadata: { version: "0.24.0", backend: "local" } } };

  expect(differingFiles(output(stack("0.21.0")), output(stack("0.24.0")))).toEqual([]);
  expect(differingFiles(output(stack("0.21.0")), output(other))).toEqual([
    'stacks/vpc/cdk.tf.json: //.metadata.backend: "cloud" became "local"',
  ]);
});

test("finds what Terraform would see", () => {
  expect(differingFiles(output(stack("0.21.0")), output(stack("0.21.0", "10.1.0.0/16")))).toEqual([
    'stacks/vpc/cdk.tf.json: resource.aws_vpc.main.cidr_block: "10.0.0.0/16" became "10.1.0.0/16"',
  ]);
});

test("finds files that are new, gone or of other bytes", () => {
  const one = output(stack("1"), { "stacks/vpc/assets/a": "1", "stacks/vpc/assets/b": "1" });
  const other = output(stack("1"), { "stacks/vpc/assets/b": "2", "stacks/vpc/assets/c": "1" });

  expect(differingFiles(one, other)).toEqual([
    "stacks/vpc/assets/a: is no longer made",
    "stacks/vpc/assets/b: other bytes",
    "stacks/vpc/assets/c: is new",
  ]);
});

test("says of many differences in one file how many more there are", () => {
  const numbers = (sign: number) => Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`n${n}`, n * sign]));

  const found = differingFiles(output(numbers(1)), output(numbers(-1)));

  expect(found).toHaveLength(6);
  expect(found.at(-1)).toBe("stacks/vpc/cdk.tf.json: 2 more differences");
});
