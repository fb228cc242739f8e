import type { SelfServiceKind } from "../../names/capability-names";
import { exactObject, listOf } from "../checking/exact-object";
import type { Tenant } from "./products";
import { name } from "./fields";

const use = exactObject({
  /**
   * Service accounts whose pods may use all of them.
   *
   * @default - every service account of the namespace
   */
  usedBy: listOf(name).optional(),
});

/**
 * AWS resources that the namespace makes itself, as objects of Kubernetes, where its cluster has ACK. Their names begin as the
 * namespace's annotation `self-service-prefix` says.
 */
export const selfService = exactObject({
  /**
   * Tables of DynamoDB: kind `Table` of `dynamodb.services.k8s.aws`.
   *
   * @default - none
   */
  tables: use.optional(),

  /**
   * Buckets of S3: kind `Bucket` of `s3.services.k8s.aws`.
   *
   * @default - none
   */
  buckets: use.optional(),
});

/** Kinds as objects of Kubernetes, by the name in a product's file. */
export const SELF_SERVICE_KINDS = {
  tables: { group: "dynamodb.services.k8s.aws", kind: "Table" },
  buckets: { group: "s3.services.k8s.aws", kind: "Bucket" },
} as const satisfies Readonly<Record<SelfServiceKind, object>>;

/** Kinds that a namespace makes itself. */
export const selfServiceKinds = ({ settings: { selfService: own = {} } }: Pick<Tenant, "settings">) =>
  (Object.keys(SELF_SERVICE_KINDS) as SelfServiceKind[]).filter((kind) => own[kind] !== undefined);

/** Service accounts whose pods use what a namespace makes itself of a kind. */
export const usersOfKind = (
  { settings: { selfService: own = {}, serviceAccounts = [] } }: Pick<Tenant, "settings">,
  kind: SelfServiceKind,
): readonly string[] => own[kind]?.usedBy ?? serviceAccounts;
