import { z } from "zod";
import { problem } from "../checking/problem";
import { chartsLayout } from "../organisation/charts-layout";
import type { DeliverableAddon } from "../organisation/charts-layout-schema";
import type { DefaultsContext, Needs } from "./definition";
import { deploysCharts } from "./organisation-sections";

/** Installer of an add-on's chart. Roles, network policies and alerts are Terraform's in either case. */
export const INSTALLED_BY = z.enum(["terraform", "argo-cd"]);

export type InstalledBy = z.infer<typeof INSTALLED_BY>;

/** Settings of Argo CD that decide which add-ons it installs. */
interface ArgoCdSettings {
  readonly argoCd?:
    | false
    | {
        readonly bootstrapPath?: string | false;
        readonly charts?: { readonly layout?: string };
      };
}

/** Facts on which the installer of an add-on depends. */
export type DeliveryContext = DefaultsContext<ArgoCdSettings>;

/** Installer that the layout of the charts implies: Terraform where Argo CD deploys nothing. */
export function installerOf(addon: DeliverableAddon, context: DeliveryContext): InstalledBy {
  const { organisation, addons } = context;
  const { argoCd = deploysCharts(context) && {} } = addons;
  if (argoCd === false || argoCd.bootstrapPath === false) {
    return "terraform";
  }
  const layout = chartsLayout(
    argoCd.charts?.layout ?? organisation.defaults.chartsLayout,
    organisation.chartsLayouts,
  );
  return layout?.installs.includes(addon) ? "argo-cd" : "terraform";
}

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
