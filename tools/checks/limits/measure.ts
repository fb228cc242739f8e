import { blocksOf } from "../../terraform-json/blocks";
import { asList, asMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/** Something of a stack that a limit bounds. */
export interface Measurement {
  /** Address, or what is counted. */
  readonly of: string;
  readonly value: number;
}

/** Measures one value of every resource of a type. */
export const each =
  (type: string, valueOf: (block: JsonMap) => number | undefined) =>
  (stack: JsonMap): Measurement[] =>
    Object.entries(blocksOf(stack, type)).flatMap(([name, block]) => {
      const value = valueOf(block);
      return value === undefined ? [] : [{ of: `${type}.${name}`, value }];
    });

/** Counts the resources of types. */
export const count =
  (...types: readonly string[]) =>
  (stack: JsonMap): Measurement[] => [
    {
      of: types.join(" and "),
      value: types.reduce((sum, type) => sum + Object.keys(blocksOf(stack, type)).length, 0),
    },
  ];

/** Measures the characters of an argument. */
export const length = (argument: string) => (block: JsonMap) => textOf(block[argument]).length;
/** Counts the items of an argument. */
export const items = (argument: string) => (block: JsonMap) => asList(block[argument]).length;

/** Number of an argument; `undefined` if there is none. */
export const number = (argument: string) => (block: JsonMap) =>
  typeof block[argument] === "number" ? block[argument] : undefined;

/** Number of a node group's scaling. */
export const scaling = (argument: string) => (block: JsonMap) =>
  number(argument)(asMap(block.scaling_config));

/** Counts the resources of a type for each value of an argument, such as the rules of each security group. */
export const perValue =
  (type: string, argument: string) =>
  (stack: JsonMap): Measurement[] =>
    summed(
      Object.values(blocksOf(stack, type)).map((block) => ({
        of: `${type} of ${textOf(block[argument])}`,
        value: 1,
      })),
    );

/** Account that a reference stands for. */
const ACCOUNT_ID = /\$\{[^}]*account_id\}/g;

/** Characters that the policies inside each role have together. */
export const charactersOfInlinePolicies = (stack: JsonMap): Measurement[] =>
  summed(
    Object.values(blocksOf(stack, "aws_iam_role_policy")).map(({ role, policy }) => ({
      of: `aws_iam_role_policy of ${textOf(role)}`,
      value: textOf(policy).replaceAll(ACCOUNT_ID, "123456789012").length,
    })),
  );

/** Lengths of the prefixes of resources of a type. */
export const addresses =
  (type: string) =>
  (stack: JsonMap): Measurement[] =>
    Object.entries(blocksOf(stack, type)).map(([name, { cidr_block: cidr }]) => ({
      of: `${type}.${name}`,
      value: Number(textOf(cidr).split("/")[1]),
    }));

function summed(measurements: readonly Measurement[]): Measurement[] {
  const sums = new Map<string, number>();
  for (const { of, value } of measurements) {
    sums.set(of, (sums.get(of) ?? 0) + value);
  }
  return [...sums].map(([of, value]) => ({ of, value }));
}
