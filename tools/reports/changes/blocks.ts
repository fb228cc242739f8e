import type { Json } from "../../../src/output/leaves";
import { asList, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/**
 * Blocks of a stack, by address as Terraform writes it: `aws_vpc.main`, `data.aws_iam_roles.all`,
 * `output.id`.
 */
export type Blocks = ReadonlyMap<string, Json>;

export const blocksOf = (stack: JsonMap): Blocks =>
  new Map(Object.entries(stack).flatMap(([section, content]) => blocksIn(section, content)));

/** Sections whose blocks have a type and a name, with the prefix of their addresses. */
const TYPED: Readonly<Record<string, string>> = { resource: "", data: "data.", ephemeral: "ephemeral." };

/** Sections whose blocks have a name. */
const NAMED = new Set(["module", "output", "variable", "locals", "provider", "check"]);

function blocksIn(section: string, content: Json): [string, Json][] {
  if (section === "//" || section === "moved") {
    return [];
  }
  const prefix = TYPED[section];
  if (prefix !== undefined) {
    return named(content).flatMap(([type, blocks]) =>
      named(blocks).map(([name, block]): [string, Json] => [`${prefix}${type}.${name}`, withoutNotes(block)]),
    );
  }
  return NAMED.has(section)
    ? named(content).map(([name, block]): [string, Json] => [`${section}.${name}`, withoutNotes(block)])
    : [[section, content]];
}

const named = (content: Json): [string, Json][] => (isMap(content) ? Object.entries(content) : []);

/** Block without CDKTF's notes to itself, which Terraform skips. */
function withoutNotes(block: Json): Json {
  return isMap(block) ? Object.fromEntries(Object.entries(block).filter(([key]) => key !== "//")) : block;
}

/** An instruction to Terraform that a resource has a new address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Moves of the head that the base lacks, each with its final address. */
export function movesBetween(base: JsonMap, head: JsonMap): Move[] {
  const old = new Set(movesOf(base).map((move) => JSON.stringify(move)));
  const blocks = blocksOf(base);
  const moves = movesOf(head);
  const next = new Map(moves.map(({ from, to }) => [from, to]));

  return moves
    .filter((move) => !old.has(JSON.stringify(move)) && blocks.has(blockOf(move.from)))
    .map(({ from, to }) => ({ from, to: moves.reduce((address) => next.get(address) ?? address, to) }));
}

const movesOf = ({ moved }: JsonMap): Move[] =>
  asList(moved).flatMap((move) => (isMap(move) ? [{ from: textOf(move.from), to: textOf(move.to) }] : []));

/** Block of an address: without an instance's key, and the module for a resource inside it. */
const blockOf = (address: string): string => /^module\.[\w-]+/.exec(address)?.[0] ?? withoutInstance(address);

/** The address of a block whose instance this is. */
export const withoutInstance = (address: string): string => address.replace(/\[[^\]]*\]$/, "");
