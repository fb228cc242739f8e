import { expect, it } from "vitest";
import type { StackName } from "../../../../src/settings/state/stack-names";
import { checkThatStatesFit } from "../../../operate/adopt/fits";
import { targetStack } from "../../../operate/adopt/target-stack";

const stack = (name: StackName, type: string, block: object) =>
  [
    name,
    targetStack(name, { id: name, folder: "", json: { resource: { [type]: { it: { ...block } } } } }),
  ] as const;

const environment = (range: string, zone: string) =>
  new Map([
    stack("vpc", "aws_vpc", { cidr_block: range }),
    stack("root-dns", "aws_route53_zone", { name: zone }),
  ]);

const ENVIRONMENTS = new Map([
  ["test", environment("10.1.0.0/16", "test.example.org")],
  ["live", environment("10.2.0.0/16", "live.example.org")],
]);

const vpc = (range?: string) => ({
  address: "aws_vpc.it",
  type: "aws_vpc",
  ...(range !== undefined && { values: { cidr_block: range } }),
});
const zone = (name: string) => ({
  address: "aws_route53_zone.it",
  type: "aws_route53_zone",
  values: { name },
});

const check = (states: Partial<Record<StackName, object>>) =>
  checkThatStatesFit(
    Object.entries(states).map(([name, entry]) => ({ stack: name as StackName, entries: [entry as never] })),
    "test",
    ENVIRONMENTS,
  );

it("takes the states of the environment, and addresses alone, which say nothing", () => {
  expect(() => check({ vpc: vpc("10.1.0.0/16"), "root-dns": zone("test.example.org.") })).not.toThrow();
  expect(() => check({ vpc: vpc() })).not.toThrow();
});

it("refuses one state of another environment among those of this one", () => {
  expect(() => check({ vpc: vpc("10.1.0.0/16"), "root-dns": zone("live.example.org") })).toThrow(
    "root-dns=<file>: expected a state of test, got that of live; take the file of test, or npm run adopt -- live …",
  );
});

it("refuses the state of another stack, and says which", () => {
  expect(() => check({ "root-dns": vpc("10.1.0.0/16") })).toThrow(
    "root-dns=<file>: expected the state of root-dns, got that of vpc; write vpc=<file>",
  );
});

it("names every file that does not fit", () => {
  expect(() => check({ vpc: zone("test.example.org"), "root-dns": zone("live.example.org") })).toThrow(
    /^vpc=<file>: .*\nroot-dns=<file>: /,
  );
});

it("refuses the states of another platform", () => {
  expect(() => check({ vpc: vpc("192.168.0.0/16") })).toThrow(
    "<stack>=<file>: expected states of test, got those of another platform; no network, zone or bucket in them has a name or range of this platform",
  );
});
