import type { AddonsSettings } from "../../../src/settings/addons";
import fc from "fast-check";
import { ConfigurationError } from "../../../src/settings/checking/configuration-error";
import { defineEnvironment } from "../../samples/platform";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import type { MovedResource } from "../../../src/settings/state/state";
import { ADDONS_SETTINGS } from "../../../src/settings/addons/schema";
import { acceptedSettings } from "./accepted-settings";
import { fromSchema } from "./from-schema";
import { someNumber, someText } from "./texts";

/** Numbers that the verification does not take for a reference in disguise. */
const number = someNumber.filter((value) => !(Math.abs(value) > 1e50));

const addons = fromSchema(ADDONS_SETTINGS, { text: someText, number });

/** Renaming to an address that every environment has, importing it, and forgetting what was beside it. */
const state = fc
  .constantFrom<Omit<MovedResource, "from">>(
    { stack: "root-dns", to: "aws_route53_zone.zones_internal" },
    { stack: "cluster-infrastructure", to: "aws_eks_cluster.eks_cluster" },
  )
  .chain(({ stack, to }) =>
    fc.record({
      moved: fc.constantFrom([], [{ stack, from: `${to}-before`, to }]),
      imported: fc.constantFrom([], [{ stack, address: to, id: "govuk" }]),
      removed: fc.constantFrom([], [{ stack, from: "module.former.aws_launch_template.this" }]),
    }),
  );

/**
 * Settings that are mostly accepted, with add-ons and states of every form. Refused add-ons are left out, so
 * that the others meet in unforeseen combinations.
 */
export const settingsToSynthesise: fc.Arbitrary<EnvironmentSettings> = fc
  .record({ settings: acceptedSettings, addons, state: fc.option(state, { nil: undefined }) })
  .map(({ settings, addons, state }) =>
    withoutRefused({
      ...withAddons(settings, addons as AddonsSettings),
      ...(state && { state }),
    }),
  );

function withoutRefused(settings: EnvironmentSettings): EnvironmentSettings {
  const refused = refusedAddons(settings);
  if (refused.length === 0) {
    return settings;
  }
  const all = Object.entries(Object.values(settings.clusters)[0]!.addons ?? {});
  const kept = all.filter(([name]) => !refused.includes(name));
  return kept.length < all.length ? withoutRefused(withAddons(settings, Object.fromEntries(kept))) : settings;
}

const withAddons = (settings: EnvironmentSettings, addons: AddonsSettings): EnvironmentSettings => ({
  ...settings,
  clusters: Object.fromEntries(
    Object.entries(settings.clusters).map(([name, cluster]) => [name, { ...cluster, addons }]),
  ),
});

/** Add-ons that a problem names. */
function refusedAddons(settings: EnvironmentSettings): string[] {
  try {
    defineEnvironment(settings);
    return [];
  } catch (error) {
    const problems = error instanceof ConfigurationError ? error.problems : [];
    return problems.flatMap((text) => /^\S+ clusters\.[^.]+\.addons\.(\w+)/.exec(text)?.[1] ?? []);
  }
}
