import { type AddonsConfig, definitions } from "../../settings/addons";

/** Addresses of the web applications that are switched on, by host. */
export const probedAddresses = (addons: AddonsConfig, zone: string): Record<string, string> =>
  Object.fromEntries(
    definitions()
      .filter(([name]) => addons[name] !== false)
      .flatMap(([, { health = {} }]) => Object.entries(health))
      .map(([host, path]) => [host, `https://${host}.${zone}${path}`]),
  );
