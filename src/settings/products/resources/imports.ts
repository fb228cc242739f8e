import type { z } from "zod";
import { exactObject, namedValues } from "../../checking/exact-object";
import { name, tenant } from "../fields";
import { USED_BY } from "./common";

const OF_OWNER = {
  /** Tenant that shares it, of the same environment of the platform. */
  tenant,

  /**
   * Name of it in the owner's file.
   *
   * @default - the name that it has here
   */
  name: name.optional(),
};

const used = exactObject({ ...OF_OWNER, usedBy: USED_BY });

/** Resources of other tenants that a namespace uses, by kind and the name that they have here. */
export const imports = exactObject({
  /**
   * Queues to which pods may send messages. They receive none.
   *
   * @default - none
   */
  queue: namedValues(used).optional(),

  /**
   * Topics to which queues of the namespace may subscribe.
   *
   * @default - none
   */
  topic: namedValues(exactObject(OF_OWNER)).optional(),

  /**
   * Buckets whose objects pods may read.
   *
   * @default - none
   */
  bucket: namedValues(used).optional(),

  /**
   * Tables whose items pods may read.
   *
   * @default - none
   */
  table: namedValues(used).optional(),
});

/** Resources of other tenants that a namespace uses. */
export type ImportsConfig = z.infer<typeof imports>;

/** Kind of resource that a tenant may share. */
export type SharedKind = keyof ImportsConfig;
