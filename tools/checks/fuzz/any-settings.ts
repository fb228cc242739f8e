import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { Token } from "cdktf";
import fc from "fast-check";
import { ENVIRONMENT_SETTINGS } from "../../../src/settings/environment/schema";
import { ADDONS_SETTINGS } from "../../../src/settings/addons/schema";
import { STATE_SETTINGS } from "../../../src/settings/state/schema";
import { acceptedSettings } from "./accepted-settings";
import { fromSchema, type Scalars } from "./from-schema";
import { hostileText, someNumber, someText } from "./texts";

const some = <T>(values: readonly T[]) => fc.constantFrom(...values);

const resolvable = { creationStack: [], resolve: () => "", toString: () => "" };

const endless: Record<string, unknown> = {};
endless.endless = endless;

const DEPTH = 20_000;

/** Value nested deeply in itself. */
const deep = (wrap: (inner: unknown) => unknown): unknown =>
  Array.from({ length: DEPTH }).reduce<unknown>((inner) => wrap(inner), "the end");

const strange = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
  hostileText,
  someNumber,
  some<unknown>([
    "10.0.0.0/0",
    "255.255.255.255/32",
    null,
    undefined,
    Symbol("strange"),
    () => "called",
    new Date(Number.NaN),
    endless,
    deep((inner) => [inner]),
    deep((inner) => ({ inner })),
    resolvable,
    Token.asString(resolvable),
    `eu-${Token.asString(resolvable)}`,
    Token.asNumber(resolvable),
    Token.asList(resolvable),
    Token.asStringMap(resolvable),
  ]),
);

const scalars: Scalars = {
  text: fc.oneof({ weight: 9, arbitrary: someText }, hostileText),
  number: someNumber,
};

interface Change {
  readonly way: readonly number[];
  readonly kind: "replace" | "remove" | "add";
  readonly key: string;
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
  kind: some(["replace", "replace", "remove", "add"] as const),
  key: hostileText,
  value: strange,
});

/** A copy with one value, at the end of the path, replaced, removed or joined by another. */
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

const formed = fc
  .record({
    settings: acceptedSettings,
    addons: fromSchema(ADDONS_SETTINGS, scalars),
    state: fromSchema(STATE_SETTINGS, scalars),
  })
  .map(({ settings, addons, state }) => ({ ...ofEachCluster(settings, { addons }), state }));

/**
 * Settings of every shape. Access is read from a file of its own, which names the places of its problems
 * itself.
 */
const shaped = fc
  .tuple(acceptedSettings, fromSchema(ENVIRONMENT_SETTINGS, scalars))
  .map(([accepted, settings]) => ofEachCluster(settings as EnvironmentSettings, accessOf(accepted)));

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Settings with some of each cluster's replaced. A value without clusters stays as it is. */
function ofEachCluster<Settings>(settings: Settings, some: object): Settings {
  if (!isMap(settings) || !isMap(settings.clusters)) {
    return settings;
  }
  const clusters = Object.entries(settings.clusters).map(
    ([name, cluster]) => [name, isMap(cluster) ? { ...cluster, ...some } : cluster] as const,
  );
  return { ...settings, clusters: Object.fromEntries(clusters) };
}

/** Setting that comes from a file of its own. */
const accessOf = ({ clusters }: EnvironmentSettings) => ({ access: Object.values(clusters)[0]!.access });

/** Possible environment files: mostly right, with some of it wild. */
export const anySettings: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: strange },
  { weight: 3, arbitrary: shaped },
  { weight: 6, arbitrary: formed },
  {
    weight: 20,
    arbitrary: fc
      .tuple(fc.oneof(acceptedSettings, formed), fc.array(change, { maxLength: 3 }))
      .map(([settings, changes]) => {
        const wild = changes.reduce<unknown>(changed, ofEachCluster(settings, { access: undefined }));
        return ofEachCluster(wild, accessOf(settings as EnvironmentSettings));
      }),
  },
);
