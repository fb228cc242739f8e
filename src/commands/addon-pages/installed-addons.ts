import { mkdirSync } from "node:fs";
import { App, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../config/environment";
import type { ServiceConfig, ServiceName } from "../../config/services";
import { addressOf } from "../../constructs/terraform-expression";
import { ClusterServicesStack } from "../../stacks/cluster-services";
import { resolved } from "./resolved";

/** An add-on as an environment has it. */
export interface InstalledAddon {
  /** Its place in the stack, and the name of its page. */
  readonly id: string;
  readonly className: string;
  readonly construct: Construct;

  /** The part of an environment's `services` that it belongs to, and what is set there. */
  readonly service: ServiceName;
  readonly settings: ServiceConfig;

  /** Ids of the add-ons that are installed before it. */
  readonly after: readonly string[];
}

/** The add-ons that an environment switches on, in the order of the stack. Writes no Terraform. */
export function installedAddons(environment: Environment): InstalledAddon[] {
  const addons = addonsIn(environment);
  const switches = switchedOn(environment).map(([service, settings]) => {
    const left = new Set(addonsIn(without(service, environment)).map(({ node }) => node.id));
    return { service, settings, removes: addons.filter(({ node }) => !left.has(node.id)) };
  });
  // What several switches remove belongs to the one that removes the least.
  switches.sort((one, other) => one.removes.length - other.removes.length);

  return addons.flatMap((construct) => {
    const found = switches.find(({ removes }) => removes.includes(construct));
    return found === undefined
      ? []
      : {
          id: construct.node.id,
          className: construct.constructor.name,
          construct,
          service: found.service,
          settings: found.settings,
          after: installedBefore(construct, addons),
        };
  });
}

const OUTDIR = "node_modules/.cache/platform/addon-pages";

/** What others can wait for, among the parts of an environment's stack. */
function addonsIn(environment: Environment): Construct[] {
  mkdirSync(OUTDIR, { recursive: true });
  const stack = new ClusterServicesStack(new App({ outdir: OUTDIR }), environment);
  return stack.node.children.filter((child): child is Construct => "ready" in child);
}

const switchedOn = ({ services }: Environment) =>
  Object.entries(services).filter(
    (entry): entry is [ServiceName, ServiceConfig] =>
      typeof entry[1] === "object" && Object.hasOwn(entry[1], "values"),
  );

/** Unlike in an environment's file, also where another add-on needs it. */
const without = (service: ServiceName, environment: Environment): Environment => ({
  ...environment,
  services: { ...environment.services, [service]: false },
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
