import { z } from "zod";
import { SETUP_STACK_NAMES, STACK_NAMES } from "./stack-names";
import type { ImportedResource, MovedResource, RemovedResource, StateSettings } from "./state";
import { objectOf } from "../checking/object-of";

const text = z.string();
const stack = z.enum([...STACK_NAMES, ...SETUP_STACK_NAMES]);
const cluster = text.optional();

/** Schema of an environment's changes to its states. */
export const STATE_SETTINGS: z.ZodType<StateSettings> = objectOf<StateSettings>({
  moved: z.array(objectOf<MovedResource>({ stack, cluster, from: text, to: text })).optional(),
  imported: z.array(objectOf<ImportedResource>({ stack, cluster, address: text, id: text })).optional(),
  removed: z.array(objectOf<RemovedResource>({ stack, cluster, from: text })).optional(),
});
