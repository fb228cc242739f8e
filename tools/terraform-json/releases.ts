import { asMap, type JsonMap } from "./json-map";

/**
 * Says that a stack has Helm releases. Helm keeps each in a Secret, which the role of plans may not read: such a stack is
 * planned from its state, without a look at the cluster (docs/decisions/0018-plans-without-secrets.md).
 */
export const hasReleases = ({ resource }: JsonMap): boolean => "helm_release" in asMap(resource);
