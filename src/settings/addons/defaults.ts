import type { DefaultsContext } from "../addon-definition/definition";
import { registryOf } from "../organisation/container-registry";
import { type AddonsConfig, type AddonsSettings, definitions } from ".";

/** Facts of an environment, beyond its add-ons, on which their defaults depend. */
export type AddonsContext = Omit<DefaultsContext, "replicas" | "addons">;

/** Settings over production's: everything on, in three copies. */
export function addonsWithDefaults(settings: AddonsSettings = {}, context: AddonsContext): AddonsConfig {
  const registry = registryOf(context.organisation);
  const replicas = settings.replicas ?? 3;

  return {
    replicas,
    registries: settings.registries ?? (registry ? registry.cachedRegistries : {}),
    ...Object.fromEntries(
      definitions().map(([name, { configure }]) => [
        name,
        configure(settings[name] as never, { ...context, replicas, addons: settings as never }),
      ]),
    ),
  } as AddonsConfig;
}
