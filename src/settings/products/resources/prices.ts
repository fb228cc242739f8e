import type { OwnResource } from "./own-resources";
import type { ResourceKind } from "./schema";

/** USD a month of a key, of an alarm, of a secret and of a zone. docs/tenant-resources.md says where prices come from. */
const KEY = 1;
const ALARM = 0.1;
const SECRET = 0.4;
const ZONE = 0.5;

/** USD a month of a resource of each kind before any use, with its alarms, in us-east-1. */
const UNUSED: Readonly<Record<ResourceKind, number>> = {
  queue: 2 * ALARM,
  topic: ALARM,
  bucket: 0,
  table: 2 * ALARM,
  secret: SECRET,
  registry: 0,
  zone: ZONE,
  certificate: 0,
};

/** Estimate in USD a month of a namespace's resources before any use, its key included. */
export const priceOf = (resources: readonly OwnResource[]): number =>
  resources.length === 0 ? 0 : resources.reduce((sum, { kind }) => sum + UNUSED[kind], KEY);
