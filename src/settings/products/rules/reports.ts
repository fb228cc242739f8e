import { show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { ClusterFacts, World } from "../world";
import { oncePerFile } from "./once-per-file";

/** Refuses exceptions for Sentry where a cluster of the product has no means of handing over its address, once for each file. */
export const exceptionsAreCollected = ({ tenants, clusters }: World): Finding[] =>
  oncePerFile(tenants, (tenant) => {
    const missing = missingFor(clusters.get(tenant.cluster));
    return tenant.product.sentry === undefined || missing === undefined
      ? []
      : [
          {
            file: tenant.file,
            path: ["sentry"],
            expected: `nothing, since ${tenant.cluster} ${missing.lacks}`,
            got: show(tenant.product.sentry),
            fix: `leave it out, or ask the platform's engineers for ${missing.setting}`,
          },
        ];
  });

function missingFor(cluster: ClusterFacts | undefined) {
  if (cluster?.hasSentry === false) {
    return { lacks: "reports to no Sentry", setting: "externalServices.sentry" };
  }
  return cluster?.copiesSecrets === false
    ? { lacks: "copies nothing from Secrets Manager", setting: "addons.externalSecrets" }
    : undefined;
}

/** Refuses a time at which no cluster tells the team of its pull requests. */
export const digestsAreSent = ({ settings: { files }, clusters }: World): Finding[] =>
  [...clusters.values()].some(({ sendsDigests }) => sendsDigests)
    ? []
    : files
        .filter(({ product }) => product?.owner.digest !== undefined)
        .map((file) => ({
          file,
          path: ["owner", "digest"],
          expected: "nothing, since no cluster tells teams of their pull requests",
          got: show(file.product!.owner.digest),
          fix: "leave it out, or ask the platform's engineers for addons.seal",
        }));
