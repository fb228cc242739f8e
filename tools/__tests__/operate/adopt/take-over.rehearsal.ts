import { beforeAll, describe, expect, it } from "vitest";
import { ADOPTED_ADDRESSES } from "../../../../src/platform/adopted-addresses";
import { environmentSettings } from "../../../../src/platform/environments";
import type { EnvironmentSettings } from "../../../../src/settings/environment/environment";
import type { StackName } from "../../../../src/settings/state/stack-names";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import type { OldState } from "../../../operate/adopt/adoption";
import { readState } from "../../../operate/adopt/read-state";
import { type Successor, takeOver } from "../../../operate/adopt/run";
import { settingsText, stateSettings } from "../../../operate/adopt/settings-text";
import { synthesisedStacks } from "../../../operate/adopt/successor";
import { defineEnvironments } from "../../../samples/platform";
import { CLUSTER_ROLE, existingStates, type Place, PLACES, SECRET, shownState } from "./existing-platform";

/** Settings of an environment whose cluster has the role that it was made with. */
const withRole = (settings: EnvironmentSettings): EnvironmentSettings => ({
  ...settings,
  clusters: Object.fromEntries(
    Object.entries(settings.clusters).map(([name, cluster]) => [
      name,
      cluster.main === false ? cluster : { ...cluster, controlPlaneRole: CLUSTER_ROLE },
    ]),
  ),
});

type Environments = Successor["environments"];
let today: Environments;
let adopting: Environments;

beforeAll(async () => {
  const stacks = (settings: readonly EnvironmentSettings[]) =>
    inTemporaryFolder("adopt", (folder) =>
      Promise.resolve(synthesisedStacks(defineEnvironments(settings), folder)),
    );
  today = await stacks(environmentSettings);
  adopting = await stacks(environmentSettings.map(withRole));
}, 60_000);

const statesOf = (place: Place): OldState[] =>
  Object.entries(existingStates(place)).map(([stack, resources]) => ({
    stack: stack as StackName,
    entries: readState(shownState(resources), stack),
  }));

const takenOver = (place: Place, environments = adopting, environment = place.environment) =>
  takeOver(statesOf(place), { environment, environments, table: ADOPTED_ADDRESSES });

describe.each(PLACES)("taking over $environment", (place) => {
  it("loses nothing long-lived", () => {
    const { losses, text, adoptions } = takenOver(place);

    expect(text).not.toContain("  replaced");
    expect(losses).toBe(0);
    expect(adoptions.flatMap(({ destroyed }) => destroyed.map(({ entry }) => entry.type))).toEqual([
      "aws_cloudwatch_metric_alarm",
    ]);
  });

  it("forgets each thing that it neither keeps nor destroys, and gives no address to two", () => {
    const { adoptions } = takenOver(place);
    const { moved, imported, removed } = stateSettings(adoptions);
    const all = statesOf(place).flatMap(({ entries }) => entries);
    const counted = adoptions.flatMap(({ kept, handed, again, staying, destroyed }) => [
      ...[...kept, ...handed, ...again, ...staying, ...destroyed].map(({ entry }) => entry.address),
    ]);

    expect(counted.sort()).toEqual(all.map(({ address }) => address).sort());
    const to = [
      ...moved.map((one) => `${one.stack} ${one.to}`),
      ...imported.map((one) => `${one.stack} ${one.address}`),
    ];
    expect(new Set(to).size).toBe(to.length);
    expect(removed.length).toBeGreaterThan(0);
    // Old nodes run until their pods were moved.
    expect(removed).toContainEqual({
      stack: "cluster-infrastructure",
      from: "module.eks.module.eks_managed_node_group.aws_eks_node_group.this",
    });
  });
});

describe("a takeover", () => {
  const place = PLACES[0]!;

  it("writes settings that synthesise", async () => {
    const states = new Map(PLACES.map((one) => [one.environment, stateSettings(takenOver(one).adoptions)]));
    const settings = environmentSettings.map((one) => ({ ...withRole(one), state: states.get(one.name)! }));

    await inTemporaryFolder("adopt", (folder) => {
      expect(() => synthesisedStacks(defineEnvironments(settings), folder)).not.toThrow();
      return Promise.resolve();
    });
  });

  it("counts a cluster whose role would have another name as lost, and names the setting", () => {
    const { losses, text } = takenOver(place, today);

    expect(losses).toBe(1);
    expect(text).toMatch(
      /aws_eks_cluster\.eks_cluster +role_arn names aws_iam_role\.eks_role_role, which is made anew; write its present name in the cluster's controlPlaneRole; and with it would go everything that runs in it/,
    );
    expect(text).toContain("integration: 1 long-lived resources replaced.");
  });

  it("hands what another stack describes to that", () => {
    const { imported, removed } = stateSettings(takenOver(place).adoptions);

    expect(imported).toEqual([
      {
        stack: "cluster-services",
        address: "aws_iam_role.external-dns_service-account_role",
        id: "external-dns-govuk",
      },
      {
        stack: "cluster-infrastructure",
        address: "aws_route53_record.zone_delegation",
        id: "Z1_eks.integration.govuk.digital_NS",
      },
      { stack: "cluster-access", address: "kubernetes_namespace_v1.namespaces_monitoring", id: "monitoring" },
      {
        stack: "cluster-access",
        address: "kubernetes_namespace_v1.namespaces_gatekeeper-system",
        id: "gatekeeper-system",
      },
    ]);
    expect(removed).toContainEqual({ stack: "cluster-services", from: "kubernetes_namespace_v1.monitoring" });
  });

  it("shows no password, not even of a state that does not call it sensitive", () => {
    const { adoptions, text } = takenOver(place);

    expect(text + settingsText(adoptions, place.environment)).not.toContain(SECRET);
  });

  it("goes by addresses alone where no more is known, and says what it cannot know", () => {
    const states = statesOf(place).map(({ stack, entries }) => ({
      stack,
      entries: entries.map(({ address, type }) => ({ address, type })),
    }));
    const { adoptions, text } = takeOver(states, {
      environment: place.environment,
      environments: adopting,
      table: ADOPTED_ADDRESSES,
    });

    expect(stateSettings(adoptions).moved).toContainEqual({
      stack: "vpc",
      from: 'aws_subnet.private_subnet["rds_a"]',
      to: "aws_subnet.network_private-rds-a_subnet",
    });
    expect(adoptions.flatMap(({ handed }) => handed)).toEqual([]);
    expect(text).toContain("NOT CHECKED: addresses alone do not say whose they are");
  });

  it("has nothing left to move in a state that was taken over", () => {
    const entries = [...adopting.get("staging")!.get("root-dns")!.targets.values()]
      .filter(({ isRepeated }) => !isRepeated)
      .map(({ address, type }) => ({ address, type }));
    const { adoptions } = takeOver([{ stack: "root-dns", entries }], {
      environment: "staging",
      environments: adopting,
      table: ADOPTED_ADDRESSES,
    });

    expect(stateSettings(adoptions)).toEqual({ moved: [], imported: [], removed: [] });
    expect(adoptions[0]!.kept.length).toBe(entries.length);
  });

  it("refuses the states of another environment, and says whose they are", () => {
    expect(() => takenOver(PLACES[1]!, adopting, "integration")).toThrow(
      "vpc=<file>: expected a state of integration, got that of staging; take the file of integration, or npm run adopt -- staging …",
    );
  });

  it("refuses the states of another platform", () => {
    const other = { environment: "preview", network: "172.20", publishing: "example.org" };

    expect(() => takenOver(other, adopting, "integration")).toThrow(
      "<stack>=<file>: expected states of integration, got those of another platform; no network, zone or bucket in them has a name or range of this platform",
    );
  });
});
