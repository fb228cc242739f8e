import { OamLink } from "@cdktf/provider-aws/lib/oam-link";
import { OamSink } from "@cdktf/provider-aws/lib/oam-sink";
import { OamSinkPolicy } from "@cdktf/provider-aws/lib/oam-sink-policy";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { fleetPlatform } from "../support/giant-swarm";
import { type Block, valuesOf } from "../support/terraform";

const stack = (id: string) => fleetPlatform[id]!;
const hub = stack("cluster-infrastructure-hub");

describe("the logs of a fleet", () => {
  it("have a sink in each region of workload clusters, to which their accounts may link log groups and nothing else", () => {
    const accounts = hub.all(OamSinkPolicy).map(({ region, policy }) => {
      const [statement, ...others] = (JSON.parse(policy as string) as { Statement: Block[] }).Statement;
      expect(others).toEqual([]);
      expect(statement!.Condition).toEqual({
        "ForAllValues:StringEquals": { "oam:ResourceTypes": ["AWS::Logs::LogGroup"] },
        Null: { "oam:ResourceTypes": "false" },
      });
      return [region, (statement!.Principal as Block).AWS];
    });

    expect(hub.all(OamSink).map(({ region }) => region)).toEqual(["eu-central-1", "eu-west-1"]);
    expect(accounts).toEqual([
      ["eu-central-1", ["arn:aws:iam::222200002222:root"]],
      ["eu-west-1", ["arn:aws:iam::333300003333:root"]],
    ]);
  });

  it("are linked once for each account and region, the lines of containers alone", () => {
    const links = Object.entries(fleetPlatform).flatMap(([id, terraform]) =>
      terraform
        .all(OamLink)
        .map(({ sink_identifier: sink, link_configuration: configuration, resource_types: types }) => {
          expect(types).toEqual(["AWS::Logs::LogGroup"]);
          return [
            id,
            String(sink).split(":")[3],
            ((configuration as Block).log_group_configuration as Block).filter,
          ];
        }),
    );

    expect(links).toEqual([
      [
        "cluster-infrastructure-northwind",
        "eu-central-1",
        "LogGroupName IN ('/aws/eks/live/containers', '/aws/eks/preview/containers')",
      ],
      ["cluster-infrastructure-southwind", "eu-west-1", "LogGroupName IN ('/aws/eks/store/containers')"],
    ]);
  });

  it("can be queried in the Grafana of the hub, by the names of their groups", () => {
    const policy = stack("cluster-services-hub")
      .all(IamRolePolicy)
      .find(({ name }) => name === "kube-prometheus-stack-grafana")!.policy as string;
    const shared = (
      JSON.parse(policy) as { Statement: { Action: string[]; Resource: string[] }[] }
    ).Statement.filter(({ Action }) => Action.includes("logs:StartQuery"))
      .flatMap(({ Resource }) => Resource)
      .filter((arn) => /:[0-9]{12}:/.test(arn) && !arn.endsWith("*"));

    expect(shared).toEqual([
      "arn:aws:logs:eu-central-1:222200002222:log-group:/aws/eks/live/containers",
      "arn:aws:logs:eu-central-1:222200002222:log-group:/aws/eks/preview/containers",
      "arn:aws:logs:eu-west-1:333300003333:log-group:/aws/eks/store/containers",
    ]);
  });

  it.each(["fluent-bit", "fluent-bit-events"])("name their cluster and its organisation: %s", (name) => {
    const release = stack("cluster-services-northwind-preview")
      .all(Release)
      .find((one) => one.name === name)!;
    const { filters } = valuesOf(release).config as { filters: string };

    expect(filters).toContain("Record cluster northwind-preview");
    expect(filters).toContain("Record organisation northwind");
  });
});
