import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { permanentSettings } from "../../../src/platform/environments";
import { teamSlug } from "../../../src/terraform-cloud/team";
import { ephemeral } from "../../samples/ephemeral";
import { asMap } from "../../terraform-json/json-map";
import { cloud, organisationStacks, type Platform } from "./terraform-cloud/organisation";
import { type Provided, providerOf } from "./terraform-cloud/provider";
import { listOf, named, openServer, type RunningServer } from "./terraform-cloud/server";
import { Workbench } from "./terraform-cloud/workbench";

const BOOTSTRAP = "tfc-bootstrap";
const CONFIGURATION = "tfc-configuration";

let provider: Provided;
let server: RunningServer;
let bench: Workbench;

beforeAll(async () => {
  provider = await providerOf(organisationStacks().bootstrap);
  if (provider.missing !== undefined) {
    console.warn(`NOT CHECKED: the stacks of HCP Terraform were not applied: ${provider.missing}`);
  }
  server = await openServer(cloud.teams, cloud.notify);
  bench = new Workbench(server, provider.plugins);
});

afterAll(() => {
  bench.remove();
  server.stop();
  provider.remove();
});

beforeEach((context) => {
  if (provider.missing !== undefined) {
    context.skip(provider.missing);
  }
});

/** Environment that every change below is made to; the others would be changed in the same way. */
const [integration] = permanentSettings;

/** Environment for a few days. */
const guest = ephemeral({ id: "eph-guest", cluster: { access: integration!.clusters.govuk!.access } });
const SIGN_IN = "tfc-aws-config-eph-guest";

/** Applies the stack that makes all workspaces, and plans it once more. */
async function apply(platform: Platform): Promise<unknown> {
  const { configuration } = organisationStacks(platform);
  await bench.apply(CONFIGURATION, configuration);
  return bench.plan(CONFIGURATION, configuration);
}

const workspace = async (name: string) =>
  (await named(server, "organizations/govuk/workspaces", name))?.attributes;

/** Level of access that a team has to a workspace; none where it has none. */
async function accessTo(name: string, team: string): Promise<unknown> {
  const place = await named(server, "organizations/govuk/workspaces", name);
  const { id } = (await named(server, "organizations/govuk/teams", team))!;
  const all = await listOf(server, `team-workspaces?filter[workspace][id]=${place!.id}`);
  return all.find(({ relationships }) => relationships?.team?.data.id === id)?.attributes.access;
}

/** Addresses and ids of the guide's `terraform import`, with the ids that HCP Terraform shows. */
async function importsOfTheGuide(): Promise<(readonly [address: string, id: string])[]> {
  const guide = readFileSync("docs/terraform-cloud.md", "utf8");
  const commands = [...guide.matchAll(/^terraform import (tfe_\S+) (\S+)$/gm)];
  const project = await named(server, "organizations/govuk/projects", cloud.configurationProject);
  const place = await named(server, "organizations/govuk/workspaces", CONFIGURATION);
  const access = await listOf(server, `team-workspaces?filter[workspace][id]=${place!.id}`);
  const teams = await listOf(server, "organizations/govuk/teams");
  const accessOf = (address: string) => {
    const team = teams.find(({ attributes }) => address.endsWith(`_${teamSlug(String(attributes.name))}`));
    return access.find(({ relationships }) => relationships?.team?.data.id === team?.id);
  };
  return commands.map(([, address, id]) => [
    address!,
    id!.replace("<prj-…>", project!.id).replace("<tws-…>", accessOf(address!)?.id ?? ""),
  ]);
}

describe("HCP Terraform", () => {
  test("is set up by one apply of each stack", async () => {
    const { bootstrap, configuration } = organisationStacks();
    await bench.init(BOOTSTRAP, bootstrap);
    await bench.apply(BOOTSTRAP, bootstrap);
    expect(await bench.plan(BOOTSTRAP, bootstrap)).toEqual({});

    await bench.init(CONFIGURATION, configuration);
    expect(await apply({})).toEqual({});
  });

  test("lets go of environments that nothing is left of", async () => {
    expect(await apply({ environments: [integration!] })).toEqual({});
    expect(await workspace("vpc-staging")).toBeUndefined();
  });

  test("keeps looking for drift where a stack gets a reader more", async () => {
    const { configuration } = organisationStacks({ environments: [integration!] });
    const all = asMap(asMap(configuration.resource).tfe_workspace_settings);
    const readers = asMap(all["vpc-integration_settings"]).remote_state_consumer_ids as string[];
    readers.push("${tfe_workspace.cluster-services-integration_workspace.id}");
    await bench.apply(CONFIGURATION, configuration);

    expect(await bench.plan(CONFIGURATION, configuration)).toEqual({});
    expect(await workspace("vpc-integration")).toMatchObject({
      "assessments-enabled": true,
      "auto-apply": false,
    });
  });

  test("lets a team in, moves to another Terraform and stops asking for confirmation", async () => {
    const [, , team] = cloud.teams;
    const settings = cloud.environments.integration!;
    const changed = { ...settings, autoApply: true, teams: { ...settings.teams, [team!]: "read" as const } };
    const environments = { ...cloud.environments, integration: changed };
    const platform = { cloud: { ...cloud, terraformVersion: "1.11.5", environments } };

    expect(await apply({ ...platform, environments: [integration!] })).toEqual({});
    expect(await accessTo("vpc-integration", team!)).toBe("read");
    expect(await workspace("vpc-integration")).toMatchObject({
      "assessments-enabled": true,
      "auto-apply": true,
      "terraform-version": "1.11.5",
    });
  });

  test("has room for an environment more, and lets the team out again", async () => {
    expect(await apply({ environments: [integration!, guest] })).toEqual({});
    expect(await workspace(SIGN_IN)).toMatchObject({ "execution-mode": "local" });
    expect(await accessTo("vpc-integration", cloud.teams[2]!)).toBeUndefined();
  });

  test("keeps the workspace of what is still there", async () => {
    const nothing = { terraform: { cloud: { organization: "govuk", workspaces: { name: SIGN_IN } } } };
    const used = { ...nothing, resource: { terraform_data: { role: {} } } };
    await bench.init(SIGN_IN, used);
    await bench.apply(SIGN_IN, used);
    const without = { environments: [integration!] };
    await expect(apply(without)).rejects.toThrow("This workspace has 1 resources under management");

    // Its settings and teams are gone by then, and come back with it.
    expect(await apply({ environments: [integration!, guest] })).toEqual({});
    await bench.apply(SIGN_IN, nothing);
    expect(await apply(without)).toEqual({});
    expect(await workspace(SIGN_IN)).toBeUndefined();
  });

  test("is found again by the commands of the guide where the first state is lost", async () => {
    const { bootstrap } = organisationStacks();
    bench.loseStates();
    await bench.init(BOOTSTRAP, bootstrap);
    const imports = await importsOfTheGuide();
    for (const [address, id] of imports) {
      await bench.terraform(BOOTSTRAP, bootstrap, "import", address, id);
    }

    expect(imports.length).toBeGreaterThan(0);
    expect(await bench.plan(BOOTSTRAP, bootstrap)).toEqual({});
  });

  test("was asked nothing that the fake has no answer to", () => {
    expect(server.unknown).toEqual([]);
  });
});
