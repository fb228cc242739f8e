import type { Finding } from "../finding";
import { selfServiceKinds } from "../self-service";
import type { World } from "../world";
import { at } from "./at";
import { userFindings } from "./service-accounts";

/** Refuses self-service on a cluster without ACK, of no kind, and of a kind that no pod could use. */
export const selfServiceIsPossible = ({ tenants, clusters }: World): Finding[] =>
  tenants.flatMap((tenant) => {
    const { selfService } = tenant.settings;
    if (selfService === undefined) {
      return [];
    }
    const path = ["selfService"];
    const kinds = selfServiceKinds(tenant);
    return [
      ...(clusters.get(tenant.cluster)?.hasAck === false
        ? [
            at(tenant, path, {
              expected: `nothing on ${tenant.cluster}, which has no ACK`,
              got: kinds.join(" and ") || "nothing in it",
              fix: "write resources, which Terraform makes, or ask the platform's engineers for eksCapabilities.ack",
            }),
          ]
        : []),
      ...(kinds.length === 0
        ? [
            at(tenant, path, {
              expected: "tables or buckets",
              got: "neither",
              fix: "name one, or leave it out",
            }),
          ]
        : []),
      ...kinds.flatMap((kind) => userFindings(selfService[kind]?.usedBy, tenant, [...path, kind])),
    ];
  });
