import type { AddonDefinition, DefaultsContext } from "../addon-definition/definition";
import { nearestRegistry } from "../organisation/container-registry";
import { type AddonsConfig, type AddonsSettings, definitions } from ".";

/** Facts of an environment, beyond its add-ons, on which their defaults depend. */
export type AddonsContext = Omit<DefaultsContext, "replicas" | "addons"> & {
  /** Versions of charts of the cluster's release, by their names; `undefined` without a release. */
  readonly charts: Readonly<Record<string, string>> | undefined;

  /** Name and region of the environment. */
  readonly place: { readonly name: string; readonly region: string };
};

/** Settings over production's: everything on that the cluster's release has, in three copies. */
export function addonsWithDefaults(settings: AddonsSettings = {}, context: AddonsContext): AddonsConfig {
  const registry = nearestRegistry({ ...context.place, organisation: context.organisation });
  const replicas = settings.replicas ?? 3;

  return {
    replicas,
    registries: settings.registries ?? (registry ? registry.cachedRegistries : {}),
    ...Object.fromEntries(
      definitions().map(([name, { chart, configure }]) => [
        name,
        configure((settings[name] ?? (isReleased(chart, context) ? undefined : false)) as never, {
          ...context,
          replicas,
          addons: settings as never,
        }),
      ]),
    ),
  } as AddonsConfig;
}

/** True for an add-on whose chart the cluster's release has a version of. */
const isReleased = (chart: AddonDefinition["chart"], { charts }: AddonsContext): boolean =>
  chart === undefined || charts === undefined || Object.hasOwn(charts, chart.name);
