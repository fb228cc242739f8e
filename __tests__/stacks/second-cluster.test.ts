import { NetworkflowmonitorMonitor } from "@cdktf/provider-aws/lib/networkflowmonitor-monitor";
import { NetworkflowmonitorScope } from "@cdktf/provider-aws/lib/networkflowmonitor-scope";
import { DataTerraformRemoteState } from "cdktf";
import { describe, expect, it } from "vitest";
import { stacksOf as placesOf } from "../../src/settings/environment/stack-names";
import { stateReaders } from "../../src/stacks/state-readers";
import { noAccess, productionLike, withOneCluster } from "../support/environments";
import { defineEnvironment } from "../support/organisation";
import { stacksOf } from "../support/stacks";
import type { Terraform } from "../support/terraform";

const environment = defineEnvironment({
  ...withOneCluster(productionLike),
  clusters: {
    blue: {
      access: noAccess,
      subnets: {
        controlPlane: { a: "10.13.120.0/28", b: "10.13.120.16/28", c: "10.13.120.32/28" },
        public: { a: "10.13.121.0/24", b: "10.13.122.0/24", c: "10.13.123.0/24" },
        private: { a: "10.13.124.0/22", b: "10.13.128.0/22", c: "10.13.132.0/22" },
      },
    },
    green: { access: noAccess, main: true },
  },
});
const stacks = stacksOf(environment);
const MAIN = "cluster-infrastructure-production";
const OTHER = "cluster-infrastructure-production-blue";

const scopesOf = (terraform: Terraform) =>
  terraform.all(NetworkflowmonitorMonitor).map(({ scope_arn }) => scope_arn as string);

const readBy = (terraform: Terraform): string[] =>
  Object.values<{ config: { workspaces: { name: string } } }>(
    terraform.json.data?.[DataTerraformRemoteState.tfResourceType] ?? {},
  ).map(({ config }) => config.workspaces.name);

describe("the flow monitor of a second cluster", () => {
  it("uses the scope that the main cluster made, since AWS allows one per account", () => {
    expect(stacks[MAIN]!.all(NetworkflowmonitorScope)).toHaveLength(1);
    expect(stacks[OTHER]!.all(NetworkflowmonitorScope)).toEqual([]);
    expect(scopesOf(stacks[OTHER]!)).toEqual([
      "${data.terraform_remote_state.cluster-infrastructure.outputs.flow_monitor_scope_arn}",
    ]);
    expect(stacks[MAIN]!.json.output.flow_monitor_scope_arn.value).toBe(scopesOf(stacks[MAIN]!)[0]);
  });

  it("comes after the main cluster's stack, whose outputs it may read", () => {
    const places = placesOf(environment);
    const main = places.find(({ id }) => id === MAIN)!;
    const needsOf = (id: string) => places.find((place) => place.id === id)!.needs;

    expect(readBy(stacks[OTHER]!)).toContain(MAIN);
    expect(stateReaders(main, places).map(({ id }) => id)).toContain(OTHER);
    expect(needsOf(OTHER)).toContain(MAIN);
    expect(needsOf(MAIN)).not.toContain(OTHER);
    expect(places.findIndex(({ id }) => id === MAIN)).toBeLessThan(
      places.findIndex(({ id }) => id === OTHER),
    );
  });
});
