import { z } from "zod";
import type { KyvernoConfig } from "./supply-chain";
import { objectOf } from "../checking/object-of";
import { off, values } from "./addon-schema";

const kyverno = objectOf<Partial<KyvernoConfig>>({
  values: values.optional(),
  enforce: z.boolean().optional(),
});

/** What an environment file may say about what tells our own images from others. */
export const SUPPLY_CHAIN_SETTINGS = { kyverno: z.union([kyverno, off]).optional() };
