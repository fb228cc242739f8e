import { DataTerraformRemoteState } from "cdktf";
import { WorkspaceSettings } from "@cdktf/provider-tfe/lib/workspace-settings";
import { describe, expect, it } from "vitest";
import { environmentStacks, environments, platform } from "../support/platform";
import { stackNames, stacksOf } from "../../src/settings/environment/stack-names";
import { STATE_READERS, stateReaders } from "../../src/stacks/state-readers";

/** Stacks that read outputs of others, as `<producer> → <reader>`. */
const reads = environmentStacks.flatMap(({ id, terraform }) =>
  Object.values<{ config: { workspaces: { name: string } } }>(
    terraform.json.data?.[DataTerraformRemoteState.tfResourceType] ?? {},
  ).map(({ config }) => `${config.workspaces.name} → ${id}`),
);

describe("the readers of a state", () => {
  it("are written down as the stacks read", () => {
    const written = environments.flatMap((environment) =>
      stacksOf(environment).flatMap((place, _, places) =>
        stateReaders(place, places).map(({ id }) => `${place.id} → ${id}`),
      ),
    );

    expect(written.sort()).toEqual(reads.sort());
  });

  it("are the only workspaces that HCP Terraform shows it to", () => {
    const shared = Object.entries(platform["tfc-configuration"]!.named(WorkspaceSettings)).flatMap(
      ([settings, { remote_state_consumer_ids }]) =>
        (remote_state_consumer_ids as string[]).map(
          (id) =>
            `${settings.replace("_settings", "")} → ${/tfe_workspace\.(.+)_workspace\.id/.exec(id)![1]}`,
        ),
    );

    expect(shared.sort()).toEqual(reads.sort());
  });

  it("come after the stack that writes it", () => {
    for (const environment of environments) {
      const order = stackNames(environment);
      for (const [producer, readers] of Object.entries(STATE_READERS)) {
        const early = readers.filter(
          (reader) => order.indexOf(reader) <= order.findIndex((name) => name === producer),
        );
        expect(early).toEqual([]);
      }
    }
  });
});
