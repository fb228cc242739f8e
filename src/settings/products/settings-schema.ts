import { z } from "zod";
import { SENTENCE } from "../checking/reason";
import { objectOf } from "../checking/object-of";
import type { ProductFile } from "./product-file";
import { PRODUCT_SIGN_IN } from "./sign-in";
import type { KindConfig, ProductsSettings, ProductTeamConfig } from "./products";

const text = z.string();

/** Schema of what the platform's engineers write about products. The files have been read by then. */
export const PRODUCTS_SETTINGS: z.ZodType<ProductsSettings> = objectOf<ProductsSettings>({
  teams: z.record(
    text,
    objectOf<ProductTeamConfig>({
      group: text.min(1, "a group at sign-in"),
      domains: z.array(text).optional(),
      repositories: z.array(text).optional(),
      kinds: z.array(objectOf<KindConfig>({ group: text, kind: text })).optional(),
    }),
  ),
  live: z.array(text),
  signIn: PRODUCT_SIGN_IN.optional(),
  gitHubEnvironments: z.boolean().optional(),
  roleQuotas: z.record(text, z.number()).optional(),
  unsignedImages: objectOf<{ readonly reason: string }>({
    reason: text.regex(SENTENCE, "a sentence"),
  }).optional(),
  files: z.array(z.custom<ProductFile>()),
});
