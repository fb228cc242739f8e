import { z } from "zod";
import { ADDON_PROJECT } from "../namespaces/argo-projects";
import { problem } from "../checking/problem";
import type { Needs } from "./definition";

/** Installer of an add-on's chart. Roles, network policies and alerts are Terraform's in either case. */
export const INSTALLED_BY = z.enum(["terraform", "argo-cd"]);

export type InstalledBy = z.infer<typeof INSTALLED_BY>;

/** Installer of an add-on that says nothing. */
export const BY_TERRAFORM: InstalledBy = "terraform";

/** Add-ons that Argo CD may install in Terraform's place. */
const DELIVERABLE_ADDONS = [
  "clusterAutoscaler",
  "kubePrometheusStack",
  "oauth2Proxy",
  "reloader",
  "tempo",
] as const;

export type DeliverableAddon = (typeof DELIVERABLE_ADDONS)[number];

/** Project of an add-on that Argo CD installs. */
export const projectOfAddon = (addon: DeliverableAddon): string =>
  `${ADDON_PROJECT}${addon.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

interface Delivered {
  readonly installedBy: InstalledBy;
  readonly values: object;
}

interface WithAddon {
  readonly addons: Readonly<Record<DeliverableAddon, Delivered | false>>;
}

const deliveredIn = ({ addons }: WithAddon, addon: DeliverableAddon): Delivered | undefined => {
  const config = addons[addon];
  return config !== false && config.installedBy === "argo-cd" ? config : undefined;
};

/** Add-ons that Argo CD installs. */
export const deliveredAddons = (addons: WithAddon["addons"]): DeliverableAddon[] =>
  DELIVERABLE_ADDONS.filter((addon) => deliveredIn({ addons }, addon) !== undefined);

/** Argo CD, where it installs the add-on. */
export const needsOfInstaller =
  (addon: DeliverableAddon) =>
  (config: WithAddon): Needs =>
    deliveredIn(config, addon) ? { argoCd: "installing it" } : {};

/** Refuses values of a chart that Terraform does not install: nothing would read them. */
export const problemsOfInstaller =
  (addon: DeliverableAddon) =>
  (config: WithAddon): string[] =>
    Object.keys(deliveredIn(config, addon)?.values ?? {}).length === 0
      ? []
      : [
          problem(
            ["addons", addon, "values"],
            "nothing, since Argo CD installs it",
            "an object",
            'write them into the repository of charts, or set installedBy to "terraform"',
          ),
        ];
