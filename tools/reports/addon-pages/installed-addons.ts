import { mkdirSync } from "node:fs";
import { App, TerraformElement, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import type { ChartAddonName } from "../../../src/settings/addons";
import type { ChartValues } from "../../../src/settings/checking/chart-values";
import { addressOf } from "../../../src/constructs/terraform-expression";
import { ClusterServicesStack } from "../../../src/stacks/cluster-services";
import { tenants } from "../../samples/platform";
import { resolved } from "./resolved";

/** An add-on as an environment has it. */
export interface InstalledAddon {
  /** Id in the stack, and name of its page. */
  readonly id: string;
  readonly className: string;
  readonly construct: Construct;

  /**
   * Part of an environment's `services` that it belongs to, and its settings there.
   *
   * @default - none: another setting, or another add-on's need, decides
   */
  readonly section?: {
    readonly service: ChartAddonName;
    readonly settings: { readonly values: ChartValues };
  };

  /** Ids of the add-ons that are installed before it. */
  readonly after: readonly string[];
}

/** Add-ons that an environment switches on, in the order of the stack. Writes no Terraform. */
export function installedAddons(environment: ClusterEnvironment): InstalledAddon[] {
  const addons = addonsIn(environment);
  const switches = switchedOn(environment).map(([service, settings]) => {
    const left = new Set(addonsIn(without(service, environment)).map(({ node }) => node.id));
    return { section: { service, settings }, removes: addons.filter(({ node }) => !left.has(node.id)) };
  });
  // If several switches remove it, the one that removes least is its own.
  switches.sort((one, other) => one.removes.length - other.removes.length);

  return addons.map((construct) => {
    const section = switches.find(({ removes }) => removes.includes(construct))?.section;
    return {
      id: construct.node.id,
      className: construct.constructor.name,
      construct,
      ...(section && { section }),
      after: installedBefore(construct, addons),
    };
  });
}

const OUTDIR = "node_modules/.cache/platform/addon-pages";

/** The parts of an environment's stack that are made of others. */
function addonsIn(environment: ClusterEnvironment): Construct[] {
  mkdirSync(OUTDIR, { recursive: true });
  const stack = new ClusterServicesStack(new App({ outdir: OUTDIR }), environment, tenants);
  return stack.node.children.filter(
    (child): child is Construct =>
      Construct.isConstruct(child) && !TerraformElement.isTerraformElement(child),
  );
}

const switchedOn = ({ addons }: ClusterEnvironment) =>
  Object.entries(addons).filter((entry): entry is [ChartAddonName, { readonly values: ChartValues }] =>
    isSection(entry[1]),
  );

/** True if an entry of `services` holds the settings of an add-on, and is no list, number or switch. */
const isSection = (entry: unknown): boolean =>
  typeof entry === "object" && entry !== null && Object.hasOwn(entry, "values");

/** Environment without the service. Unlike in an environment's file, another add-on may need it. */
const without = (service: ChartAddonName, environment: ClusterEnvironment): ClusterEnvironment => ({
  ...environment,
  addons: { ...environment.addons, [service]: false },
});

const resourcesOf = (construct: Construct): TerraformResource[] =>
  construct.node.findAll().filter((child) => TerraformResource.isTerraformResource(child));

function installedBefore(addon: Construct, all: readonly Construct[]): string[] {
  const dependencies = new Set(
    resolved(
      addon,
      resourcesOf(addon).flatMap(({ dependsOn = [] }) => dependsOn),
    ),
  );

  return all
    .filter(
      (other) =>
        other !== addon &&
        resourcesOf(other)
          .map(addressOf)
          .some((address) => dependencies.has(address)),
    )
    .map(({ node }) => node.id);
}
