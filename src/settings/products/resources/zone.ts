import { z } from "zod";
import { exactObject, listOf } from "../../checking/exact-object";
import { countTo } from "../fields";
import { COMMON } from "./common";

const LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?";

/** Domain in small letters. */
export const domain = z
  .string()
  .max(253, "at most 253 characters")
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    "a domain in small letters, such as tides.example.org",
  );

/** Seconds of a week, for which resolvers remember a record at most. */
const LONGEST_MEMORY = 604_800;

const record = exactObject({
  /** Name below the domain, such as `www`; `@` for the domain itself. */
  name: z
    .string()
    .regex(new RegExp(`^(?:@|\\*|(?:\\*\\.)?${LABEL}(?:\\.${LABEL})*)$`), "a name below the domain, or @"),
  type: z.enum(["A", "AAAA", "CNAME", "MX", "NS", "TXT"]),
  values: listOf(z.string().regex(/^[ -!#-~]{1,255}$/, "1 to 255 characters without quotes")).refine(
    (values) => values.length > 0,
    "at least one value",
  ),

  /**
   * Seconds for which resolvers remember it.
   *
   * @default 300
   */
  ttlSeconds: countTo(LONGEST_MEMORY).optional(),
});

/** Public zone of Route 53, and its records. */
export const zone = exactObject({
  protection: COMMON.protection,
  renamedFrom: COMMON.renamedFrom,

  /** Domain that the platform's engineers gave the team, or one below it. */
  domain,

  /** @default - none */
  records: listOf(record).optional(),

  /**
   * Authorities besides Amazon's that may issue certificates for names in the zone, such as `letsencrypt.org`.
   *
   * @default - none
   */
  authorities: listOf(domain).optional(),
});

/** Settings of a zone. */
export type ZoneConfig = z.infer<typeof zone>;
