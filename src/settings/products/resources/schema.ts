import type { z } from "zod";
import { exactObject, namedValues } from "../../checking/exact-object";
import { bucket } from "./bucket";
import { cdn } from "./cdn";
import { certificate } from "./certificate";
import { mysql } from "./mysql";
import { postgres } from "./postgres";
import { queue } from "./queue";
import { redis } from "./redis";
import { search } from "./search";
import { registry } from "./registry";
import { secret } from "./secret";
import { table } from "./table";
import { topic } from "./topic";
import { zone } from "./zone";

/** AWS resources of a namespace, by kind and name. */
export const resources = exactObject({
  /** @default - none */
  queue: namedValues(queue).optional(),

  /** @default - none */
  topic: namedValues(topic).optional(),

  /** @default - none */
  bucket: namedValues(bucket).optional(),

  /** @default - none */
  table: namedValues(table).optional(),

  /** @default - none */
  secret: namedValues(secret).optional(),

  /** @default - none */
  registry: namedValues(registry).optional(),

  /** @default - none */
  zone: namedValues(zone).optional(),

  /** @default - none */
  certificate: namedValues(certificate).optional(),

  /** @default - none */
  cdn: namedValues(cdn).optional(),

  /** @default - none */
  postgres: namedValues(postgres).optional(),

  /** @default - none */
  mysql: namedValues(mysql).optional(),

  /** @default - none */
  redis: namedValues(redis).optional(),

  /** @default - none */
  search: namedValues(search).optional(),
});

/** AWS resources of a namespace. */
export type ResourcesConfig = z.infer<typeof resources>;

/** Kind of AWS resource. */
export type ResourceKind = keyof ResourcesConfig;
