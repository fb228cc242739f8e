import { EKS_ADDON_VERSIONS } from "../../../src/settings/cluster/eks-addon-versions";
import {
  EKS_ADDONS,
  type EksAddonConfig,
  type EksAddonName,
  type VersionSkew,
} from "../../../src/settings/cluster/eks-addons";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { kubernetesMinor } from "../../../src/settings/checking/kubernetes-minor";
import { isNewer } from "../../../src/settings/checking/newer";
import { NOTHING, type Proposal, type Upgrade } from "./proposal";
import { NEXT_FILE, placeOf, type Surroundings } from "./surroundings";

const DEFAULTS = "src/settings/cluster/eks-addons.ts";

/**
 * EKS add-ons to raise first, because the new control plane would leave them too far behind, and those to
 * raise after it.
 */
export function upgradeOfEksAddons(
  environment: ClusterEnvironment,
  to: string,
  { isLast }: Pick<Surroundings, "isLast">,
): Upgrade {
  const { eksAddons: addons, version: from } = environment.cluster;
  const edits = (Object.entries(addons) as [EksAddonName, EksAddonConfig][]).map(
    ([name, { version }]): EksAddonEdit => ({
      name,
      version,
      edit:
        isLast && environment.cluster.release === undefined
          ? { file: DEFAULTS, setting: `${name}.version` }
          : placeOf(environment, `eksAddons.${name}.version`, `eksAddons.${name}`),
    }),
  );
  return {
    ...NOTHING,
    proposals: [
      ...edits.flatMap((addon) => raisedFirst(addon, from, to)),
      ...edits.flatMap((addon) => raisedAfter(addon, to)),
      ...(edits.some(({ name }) => onlyEksKnows(name, to)) ? [asked(to, environment)] : []),
    ],
  };
}

interface EksAddonEdit {
  readonly name: EksAddonName;
  readonly version: string;
  readonly edit: Pick<Proposal, "file" | "setting">;
}

const onRecord = (name: EksAddonName, minor: string): string | undefined =>
  EKS_ADDON_VERSIONS[name]?.newest[minor];

const skewOf = (name: EksAddonName): VersionSkew | undefined =>
  (EKS_ADDONS[name] as { readonly skew?: VersionSkew }).skew;

/** Versions to raise to first, as far as the present control plane allows. */
function raisedFirst({ name, version, edit }: EksAddonEdit, from: string, to: string): Proposal[] {
  const skew = skewOf(name);
  const newest = onRecord(name, from);
  const oldest = kubernetesMinor(to)! - (skew?.older ?? Infinity);
  const why = `on ${to} it may not be older than v1.${oldest}`;

  return newest !== undefined && kubernetesMinor(version)! < oldest
    ? [{ step: "before", ...edit, from: version, to: newest, why }]
    : [];
}

function raisedAfter({ name, version, edit }: EksAddonEdit, to: string): Proposal[] {
  const newest = onRecord(name, to);
  const skew = skewOf(name);
  if (newest !== undefined) {
    const why = `the newest on record: ${EKS_ADDON_VERSIONS[name]!.source}`;
    return isNewer(newest, version) ? [{ step: "after", ...edit, from: version, to: newest, why }] : [];
  }
  return skew
    ? [
        {
          step: "after",
          ...edit,
          from: version,
          to: `v${to}, once on record`,
          why: `it may stay ${skew.older} minors behind: ${EKS_ADDON_VERSIONS[name]!.source}`,
        },
      ]
    : [];
}

const onlyEksKnows = (name: EksAddonName, to: string): boolean =>
  onRecord(name, to) === undefined && skewOf(name) === undefined;

const asked = (to: string, { cluster }: ClusterEnvironment): Proposal => ({
  step: "before",
  file: cluster.release === undefined ? DEFAULTS : NEXT_FILE,
  setting: "the other add-ons",
  from: "as they are",
  to: `kept if EKS offers it on ${to}`,
  why: `aws eks describe-addon-versions --kubernetes-version ${to} --addon-name <name>`,
});
