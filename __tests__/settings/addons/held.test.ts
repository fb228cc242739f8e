import { isDeepStrictEqual } from "node:util";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { type AddonsConfig, definitions } from "../../../src/settings/addons";
import type { AddonChart } from "../../../src/settings/addon-definition/chart";
import {
  HELD_EVERYWHERE,
  HELD_WHILE_WATCHED,
  type HeldValue,
} from "../../../src/settings/addon-definition/held-values";
import { heldValuesStay } from "../../../src/settings/addons/held";
import { overriddenValuesExist } from "../../../src/settings/addons/values";
import { environment, problemsWith } from "../../support/environments";
import { everyAddon, flux, karpenter } from "../../support/services";
import { clusterServicesWith } from "../../support/stacks";
import { valuesOf } from "../../support/terraform";

type Values = Readonly<Record<string, unknown>>;

const CHARTS = definitions().flatMap(([addon, { chart }]) =>
  chart ? [{ addon, name: chart.name, chart }] : [],
);

/** Each value that a chart's own table holds. */
const OWN = CHARTS.flatMap(({ addon, chart }) =>
  Object.entries(chart.holds ?? {}).map(([keys, held]) => ({ addon, name: chart.name, keys, held })),
);

const watched: AddonsConfig = environment(everyAddon).addons;
const ofKarpenter: AddonsConfig = environment(karpenter).addons;

/** A watched cluster that has an add-on, with some values for it. */
function withValues(addon: string, values: Values): { readonly addons: AddonsConfig } {
  const installed = { ...watched, karpenter: ofKarpenter.karpenter, karpenterCrd: ofKarpenter.karpenterCrd };
  const config = installed[addon as keyof AddonsConfig];
  return { addons: { ...installed, [addon]: { ...(config as object), values } } };
}

const heldIn = (addon: string, values: Values): readonly string[] =>
  heldValuesStay(withValues(addon, values));

const nested = (keys: readonly string[], value: unknown): Values =>
  Object.fromEntries([[keys[0], keys.length === 1 ? value : nested(keys.slice(1), value)]]);

const pathOf = (keys: string): string[] => keys.split(" > ");

/** Value that no table allows. */
function changed(held: HeldValue): unknown {
  if (typeof held === "string") {
    return "changed";
  }
  if ("not" in held) {
    return held.not;
  }
  return typeof held.is[0] === "boolean" ? !held.is[0] : "changed";
}

/** Values that a table allows; of one that refuses a single value, another. */
const allowedBy = (held: HeldValue): readonly unknown[] => {
  if (typeof held === "string") {
    return [];
  }
  return "not" in held ? [2] : held.is;
};

/** Values that our constructs give to each chart, by chart. */
const ours: readonly (readonly [string, Values])[] = [
  clusterServicesWith(everyAddon),
  clusterServicesWith(karpenter),
  clusterServicesWith(flux),
]
  .flatMap((terraform) => terraform.all(Release))
  .filter(({ chart }) => !String(chart).startsWith("./"))
  .map((release) => [String(release.chart), valuesOf(release)]);

const at = (values: unknown, [key, ...more]: readonly string[]): unknown =>
  key === undefined
    ? values
    : typeof values === "object" && values !== null && Object.hasOwn(values, key)
      ? at((values as Values)[key], more)
      : undefined;

describe("values on which other parts of the platform depend", () => {
  it("are refused with their place and the reason", () => {
    expect(
      problemsWith({
        addons: {
          awsLoadBalancerController: { values: { clusterName: "other", rbac: { create: false } } },
        },
      }),
    ).toEqual([
      "production clusters.govuk.addons.awsLoadBalancerController.values.clusterName: expected no value, since the " +
        'controller finds subnets and its own load balancers by the cluster\'s name, got "other"; leave it out',
      "production clusters.govuk.addons.awsLoadBalancerController.values.rbac.create: expected true, since without its " +
        "rights it does nothing, and what waits for it waits in vain, got false; leave it out",
    ]);
  });

  it.each(OWN)("are refused of $name: $keys", ({ addon, keys, held }) => {
    expect(heldIn(addon, nested(pathOf(keys), changed(held)))).toHaveLength(1);
  });

  it.each(OWN.filter(({ keys }) => keys.includes(" > ")))(
    "are refused with all that is around them removed: $name: $keys",
    ({ addon, keys }) => {
      expect(heldIn(addon, nested(pathOf(keys).slice(0, -1), null))).not.toEqual([]);
    },
  );

  it.each(OWN)("are read by the chart: $name: $keys", ({ addon, keys, held }) => {
    expect(overriddenValuesExist(withValues(addon, nested(pathOf(keys), changed(held))))).toEqual([]);
  });

  it.each(CHARTS)("are refused of $name as of every chart", ({ addon, chart }) => {
    for (const [keys, held] of Object.entries({ ...HELD_EVERYWHERE, ...HELD_WHILE_WATCHED })) {
      for (const before of placesIn(chart, pathOf(keys)[0]!)) {
        const path = [...before, ...pathOf(keys)];
        const own = chart.holds?.[path.join(" > ")];
        expect(heldIn(addon, nested(path, changed(own ?? held))), path.join(".")).not.toEqual([]);
      }
    }
  });

  it.each(OWN.filter(({ held }) => typeof held !== "string"))(
    "may be what changes nothing: $name: $keys",
    ({ addon, keys, held }) => {
      const [allowed] = allowedBy(held);
      expect(heldIn(addon, nested(pathOf(keys), allowed))).toEqual([]);
    },
  );

  it("are what the platform itself sets, where some are allowed", () => {
    const other = OWN.flatMap(({ name, keys, held }) =>
      ours
        .filter(([chart]) => chart === name)
        .map(([, values]) => at(values, pathOf(keys)))
        .filter((value) => value !== undefined && typeof held !== "string" && !("not" in held))
        .filter((value) => !allowedBy(held).some((one) => isDeepStrictEqual(one, value)))
        .map((value) => `${name} ${keys} ${JSON.stringify(value)}`),
    );

    expect(other).toEqual([]);
  });

  it("are free where nothing watches: monitors of a platform without Prometheus", () => {
    const values = { serviceMonitor: { enabled: false } };
    const held = (kubePrometheusStack: object | false) =>
      problemsWith({ addons: { kubePrometheusStack, externalDns: { values } } }).filter((text) =>
        text.includes("externalDns.values"),
      );

    expect(held(false)).toEqual([]);
    expect(held({})).toHaveLength(1);
  });

  it("hold nothing below parts of a chart that are off or not watched", () => {
    expect(
      heldIn("kubePrometheusStack", {
        kubeProxy: { serviceMonitor: { enabled: false } },
        kubeEtcd: { enabled: false },
      }),
    ).toEqual([]);
  });
});

/** Keys before a key that a chart has: at the top, and below each part. */
const placesIn = ({ known: { keys }, free = [] }: AddonChart, key: string): string[][] => [
  ...(Object.hasOwn(keys, key) ? [[]] : []),
  ...Object.entries(keys)
    .filter(([part, below]) => below?.includes(key) && !free.includes(part))
    .map(([part]) => [part]),
];

/** Lists that an environment may replace: nothing but the add-on's comfort is in them. */
const REPLACEABLE = [
  /topologySpreadConstraints$/,
  /podAntiAffinity\.preferred\w+$/,
  /capabilities\.drop$/,
  /accessModes$/,
  /\btolerations$/,
  /^aws-ebs-csi-driver storageClasses$/,
  /^external-dns sources$/,
  /valid_status_codes$/,
];

const listsIn = (values: unknown, path: readonly string[] = []): (readonly string[])[] =>
  Array.isArray(values)
    ? values.length > 0
      ? [path]
      : []
    : typeof values === "object" && values !== null
      ? Object.entries(values).flatMap(([key, value]) => listsIn(value, [...path, key]))
      : [];

describe("lists that the platform gives to charts", () => {
  it("are held where the add-on does not work without them", () => {
    const lost = ours.flatMap(([chart, values]) => {
      const { addon } = CHARTS.find(({ name }) => name === chart)!;
      return listsIn(values)
        .filter((path) => heldIn(addon, nested(path, ["other"])).length === 0)
        .map((path) => `${chart} ${path.join(".")}`)
        .filter((text) => !REPLACEABLE.some((pattern) => pattern.test(text)));
    });

    expect([...new Set(lost)]).toEqual([]);
  });
});
