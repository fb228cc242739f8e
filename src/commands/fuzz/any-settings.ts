import { Token } from "cdktf";
import fc from "fast-check";
import { acceptedSettings } from "./arbitrary-environment";

const some = <T>(values: readonly T[]) => fc.constantFrom(...values);

const resolvable = { creationStack: [], resolve: () => "", toString: () => "" };

const endless: Record<string, unknown> = {};
endless.endless = endless;

const strange = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
  fc.string({ unit: "binary" }),
  fc.double(),
  some<unknown>([
    Number.NaN,
    -0,
    1e308,
    "",
    " ",
    "__proto__",
    "10.0.0.0/0",
    "255.255.255.255/32",
    "\u0000\ud800",
    "x".repeat(10_000),
    "${aws:username}",
    null,
    undefined,
    Symbol("strange"),
    () => "called",
    new Date(Number.NaN),
    endless,
    resolvable,
    Token.asString(resolvable),
    `eu-${Token.asString(resolvable)}`,
    Token.asNumber(resolvable),
    Token.asList(resolvable),
    Token.asStringMap(resolvable),
  ]),
);

const strangeKey = fc.oneof(fc.string(), some(["__proto__", "constructor", "toString", "a.b", "", "0"]));

interface Change {
  readonly way: readonly number[];
  readonly kind: "replace" | "remove" | "add";
  readonly key: string;
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
  kind: some(["replace", "replace", "remove", "add"] as const),
  key: strangeKey,
  value: strange,
});

/** A copy with one value, as deep as the way leads, replaced, removed or joined by another. */
function changed(value: unknown, { way, kind, key, value: strange }: Change): unknown {
  const [step, ...rest] = way;
  if (step === undefined || typeof value !== "object" || value === null || Object.keys(value).length === 0) {
    return strange;
  }
  const entries = Object.entries(value);
  const at = step % entries.length;
  if (rest.length === 0 && kind === "remove") {
    entries.splice(at, 1);
  } else if (rest.length === 0 && kind === "add") {
    entries.push([key, strange]);
  } else {
    entries[at] = [entries[at]![0], changed(entries[at]![1], { way: rest, kind, key, value: strange })];
  }
  return Array.isArray(value)
    ? entries.map(([, item]: [string, unknown]) => item)
    : Object.fromEntries(entries);
}

const strangeServices = fc.record(
  { replicas: strange, registries: strange, dex: fc.record({ values: strange, teams: strange }) },
  { requiredKeys: [] },
);

/** Anything that might stand in an environment file: mostly right, with some of it wild. */
export const anySettings: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: strange },
  {
    weight: 2,
    arbitrary: fc
      .tuple(acceptedSettings, strangeServices)
      .map(([settings, services]) => ({ ...settings, services })),
  },
  {
    weight: 20,
    arbitrary: fc
      .tuple(acceptedSettings, fc.array(change, { maxLength: 3 }))
      .map(([{ access, ...settings }, changes]) => {
        const wild = changes.reduce<unknown>(changed, settings);
        return typeof wild === "object" && wild !== null ? { access, ...wild } : wild;
      }),
  },
);
