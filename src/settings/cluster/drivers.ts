import { z } from "zod";
import { problem } from "../checking/problem";
import { DRIVERS, type Driver, type EksAddonName } from "./eks-addons";

/** Form in which a driver of volumes is installed: its chart, or EKS's add-on of the same driver. */
export const INSTALLED_AS = z.enum(["chart", "eks-addon"]);

export type InstalledAs = z.infer<typeof INSTALLED_AS>;

interface Installed {
  readonly installedAs: InstalledAs;
  readonly values: object;
}

/** Add-ons as a file or a whole configuration has them. */
type Drivers = Readonly<Partial<Record<Driver, Partial<Installed> | false>>>;

interface WithDrivers {
  readonly cluster: { readonly eksAddons: Readonly<Partial<Record<EksAddonName, unknown>>> };
  readonly addons: Readonly<Record<Driver, Installed | false>>;
}

/** True for a driver that EKS installs. */
export const isOfEks = ({ addons }: { readonly addons: Drivers }, driver: Driver): boolean => {
  const { installedAs } = addons[driver] || {};
  return installedAs === "eks-addon";
};

/** Drivers that EKS installs. */
export const driversOfEks = (config: { readonly addons: Drivers }): Driver[] =>
  (Object.keys(DRIVERS) as Driver[]).filter((driver) => isOfEks(config, driver));

/** Refuses a driver that is installed twice or by nothing, and values of a chart that nothing reads. */
export const problemsOfDriver =
  (driver: Driver) =>
  (config: WithDrivers): string[] => {
    const name = DRIVERS[driver];
    const addon = config.addons[driver];
    const byEks = isOfEks(config, driver);
    const hasAddon = name in config.cluster.eksAddons;
    return [
      ...(hasAddon === byEks
        ? []
        : [
            problem(
              ["eksAddons", name],
              byEks ? "on, since EKS installs the driver" : "false, since EKS does not install the driver",
              byEks ? "false" : "on",
              byEks
                ? `leave it out, or set addons.${driver}.installedAs to "chart"`
                : `leave it out, or set addons.${driver}.installedAs to "eks-addon"`,
            ),
          ]),
      ...(byEks && addon !== false && Object.keys(addon.values).length > 0
        ? [
            problem(
              ["addons", driver, "values"],
              "nothing, since EKS installs the driver and reads no values of the chart",
              "an object",
              `write what EKS takes into eksAddons["${name}"].configuration, or set installedAs to "chart"`,
            ),
          ]
        : []),
    ];
  };
