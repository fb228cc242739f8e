import type { Gaps } from "../gaps";
import { MOTO } from "../not-emulated";

const NAMED = "moto's ElastiCache has users and clusters alone";

/** Gaps of moto 5.2 for resources of tenants, besides those for the platform's own. */
export const MOTO_FOR_TENANTS: Gaps = {
  types: {
    ...MOTO.types,
    aws_eks_access_entry: { reason: "moto's EKS has no access entries" },
    aws_elasticache_parameter_group: {
      reason: NAMED,
      standIn: { name: "default.valkey8", id: "default.valkey8" },
    },
    aws_elasticache_user_group: { reason: NAMED, standIn: { user_group_id: "users", id: "users" } },
  },
  attributes: MOTO.attributes,
  forgotten: MOTO.forgotten,
};
