import "../../../src/output/load-later";
import "../../../src/constructs/without-stack-traces";
import { PlatformApp } from "../../../src/output/platform-app";
import { CHART as ARGO_CD } from "../../../src/addons/argo-cd/chart";
import { platform } from "../../../src/platform";
import release1 from "../../../src/platform/releases/1.json";
import { legacySubnets } from "../../../src/platform/legacy-subnets";
import { EKS_ADDONS } from "../../../src/settings/cluster/eks-addons";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import { definePlatform, type PlatformSettings } from "../../../src/settings/define-platform";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import type { SubnetTiers } from "../../../src/settings/network/subnets";
import { addStacks } from "../../../src/stacks";
import { addOrganisationStacks } from "../../../src/stacks/organisation-stacks";

/**
 * Checks and synthesises a platform as large as its arguments say: environments like production, clusters in each, and
 * namespaces besides those of the organisation. Its clusters run release 1, or 2, which has another Argo CD and CoreDNS.
 */
const [environments = 1, clusters = 1, namespaces = 0, release = 1] = process.argv.slice(2).map(Number);
const template = platform.environments.find(({ name }) => name === "production")!;
const [clusterTemplate] = Object.values(template.clusters);

const checked = definePlatform(platformOf(environments, clusters, namespaces));
const app = new PlatformApp();
addStacks(app, checked.environments, checked.tenants);
addOrganisationStacks(app, checked.environments);
app.synth();

/** The release that clusters run: the first of the organisation, or one with another version of two parts. */
function releases() {
  const second = {
    ...release1,
    eksAddons: { ...release1.eksAddons, coredns: EKS_ADDONS.coredns.version.replace(/\d+$/, "99") },
    charts: { ...release1.charts, "argo-cd": ARGO_CD.others![0]!.version },
  };
  return { [release]: release === 1 ? release1 : second, next: release1 };
}

function platformOf(environments: number, clusters: number, namespaces: number): PlatformSettings {
  const all = numbered(environments, (number) => environmentOf(number, clusters));
  const names = all.map(({ name }) => name);
  const accounts = names.map((name, index) => [name, String(100_000_000_000 + index)] as const);
  const { organisation, products } = platform;
  const { terraformCloud } = organisation;

  return {
    organisation: {
      ...organisation,
      releases: releases(),
      accounts: { ...organisation.accounts, ...Object.fromEntries(accounts) },
      promotion: names,
      terraformCloud: terraformCloud && {
        ...terraformCloud,
        environments: Object.fromEntries(
          names.map((name) => [
            name,
            {
              ...terraformCloud.environments.production!,
              pipelines: { plan: `Plan ${name}`, apply: `Apply ${name}` },
            },
          ]),
        ),
      },
      namespaces: {
        ...organisation.namespaces,
        ...Object.fromEntries(numbered(namespaces, (number) => [`namespace-${number}`, {}])),
      },
      externalServices: {},
    },
    environments: all,
    ...(products && { products: { ...products, live: [] } }),
  };
}

function environmentOf(number: number, clusters: number): EnvironmentSettings {
  const cidr = `10.${20 + number}.0.0/16`;

  return {
    ...template,
    externalServices: {},
    name: `bench-${number}`,
    network: { vpc: { cidr, legacySubnets: legacySubnets(cidr, { neptune: false }) } },
    dns: { publishingDomain: `bench-${number}.publishing.service.gov.uk` },
    clusters: Object.fromEntries(
      numbered(clusters, (cluster) => [`cluster-${cluster}`, clusterOf(cluster, `10.${20 + number}`)]),
    ),
  };
}

function clusterOf(number: number, prefix: string): ClusterSettings {
  return number === 1
    ? { ...clusterTemplate!, main: true, release: String(release) }
    : { ...clusterTemplate!, release: String(release), subnets: subnetsOf(number, prefix) };
}

/** Subnets behind those of the main cluster and of the legacy layout. */
function subnetsOf(number: number, prefix: string): Omit<SubnetTiers, "pods"> {
  const block = `${prefix}.${60 + 4 * number}`;
  const half = (third: number, fourth: number) => `${prefix}.${60 + 4 * number + third}.${fourth}/25`;
  return {
    controlPlane: { a: `${block}.0/28`, b: `${block}.16/28`, c: `${block}.32/28` },
    public: { a: `${block}.64/26`, b: `${block}.128/26`, c: `${block}.192/26` },
    private: { a: half(1, 0), b: half(1, 128), c: half(2, 0) },
  };
}

function numbered<Item>(count: number, make: (number: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
