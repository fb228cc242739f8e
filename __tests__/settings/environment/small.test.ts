import { readFileSync } from "node:fs";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { small } from "../../../src/settings/environment/small";
import { noAccess } from "../../support/environments";
import { riverPlatform } from "../../support/river-authority";
import { type Block, valuesOf } from "../../support/terraform";

const infrastructure = riverPlatform["cluster-infrastructure-dev"]!;
const [group] = infrastructure.all(EksNodeGroup);

/** vCPUs of on-demand instances that AWS gives a new account at most. */
const NEW_ACCOUNT = 32;
const VCPUS: Readonly<Record<string, number>> = { "m7g.xlarge": 4 };

/** Row of the table of costs, by its first words. */
function costOf(part: string): { readonly number: number; readonly price: number; readonly month: number } {
  const [, number, price, month] = new RegExp(`^\\| ${part}[^|]*\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|`, "m")
    .exec(readFileSync("docs/costs.md", "utf8"))!
    .map((cell) => Number.parseFloat(cell.replaceAll(/[ *]/g, "")));
  return { number: number!, price: price!, month: month! };
}

const HOURS = 730;
const BY_THE_HOUR = [
  "EKS control plane",
  "nodes, m7g.xlarge",
  "NAT gateway",
  "its public address",
  "retained addresses",
];
const BY_THE_GIB = ["disks of nodes", "volumes of Prometheus"];

describe("a small environment", () => {
  it("fits a new account, with one node more while nodes are replaced", () => {
    const [type] = group!.instance_types as string[];

    expect(infrastructure.all(EksNodeGroup)).toHaveLength(1);
    expect(VCPUS[type!]! * ((group!.scaling_config as Block).max_size + 1)).toBeLessThanOrEqual(NEW_ACCOUNT);
  });

  it("has one NAT gateway, one replica of each add-on, and no databases or endpoints by the hour", () => {
    expect(infrastructure.all(NatGateway)).toHaveLength(1);
    expect(infrastructure.all(RdsCluster)).toEqual([]);
    expect(infrastructure.all(VpcEndpoint).map((endpoint) => endpoint.vpc_endpoint_type)).toEqual([
      "Gateway",
    ]);
    expect(
      valuesOf(riverPlatform["cluster-services-dev"]!.named(Release)["reloader_release"]!).reloader.deployment
        .replicas,
    ).toBe(1);
  });

  it("costs what the page says, for as many parts as there are", () => {
    const [disk] = infrastructure.only(LaunchTemplate).block_device_mappings as Block[];

    expect(costOf("nodes, m7g.xlarge").number).toBe((group!.scaling_config as Block).desired_size);
    expect(costOf("disks of nodes").number).toBe(3 * Number(disk!.ebs.volume_size));
    expect(costOf("retained addresses").number).toBe(riverPlatform["vpc-dev"]!.all(Eip).length);
    for (const part of [...BY_THE_HOUR, ...BY_THE_GIB]) {
      const { number, price, month } = costOf(part);
      expect(month, part).toBeCloseTo(number * price * (BY_THE_HOUR.includes(part) ? HOURS : 1), 2);
    }
    const [, total] = /\*\*Together\*\*[^*]*\*\*([\d.]+)\*\*/.exec(readFileSync("docs/costs.md", "utf8"))!;
    expect([...BY_THE_HOUR, ...BY_THE_GIB].reduce((sum, part) => sum + costOf(part).month, 0)).toBeCloseTo(
      Number(total),
      2,
    );
  });

  it("gives way to everything that the file says", () => {
    const settings = small({
      name: "dev",
      network: { vpc: { cidr: "10.1.0.0/16" } },
      externalServices: { uptime: {} },
      clusters: {
        one: {
          nat: "per-zone",
          addons: { replicas: 2, kubePrometheusStack: { storageGib: 100 } },
          access: noAccess,
        },
        two: { addons: { kubePrometheusStack: false }, access: noAccess },
      },
    });

    expect(settings.externalServices).toEqual({ sentry: false, uptime: {} });
    expect(settings.clusters.one).toMatchObject({
      nat: "per-zone",
      grafanaDatabase: false,
      addons: { replicas: 2, kubePrometheusStack: { retentionDays: 14, storageGib: 100 } },
    });
    expect(settings.clusters.two!.addons!.kubePrometheusStack).toBe(false);
  });
});
