import { z } from "zod";
import { exactObject, listOf } from "../../checking/exact-object";
import { name } from "../fields";
import { COMMON } from "./common";
import { domain } from "./zone";

/** Host that a certificate is for. */
const host = z.union(
  [domain, z.string().regex(/^\*\.(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/)],
  {
    error: "a domain in small letters, or *. and a domain",
  },
);

/** Characters of the longest first domain of a certificate, which becomes its common name. */
export const LONGEST_NAME = 64;

/** Domains of a certificate, without an increase of the quota. */
export const MOST_DOMAINS = 10;

/** Certificate of ACM, which records in a zone of the namespace prove and AWS renews. */
export const certificate = exactObject({
  protection: COMMON.protection,
  renamedFrom: COMMON.renamedFrom,

  /** Zone of the namespace, by its name in the file. */
  zone: name,

  /** First domain, of the zone or below it. */
  domain: host.refine((text) => text.length <= LONGEST_NAME, `at most ${LONGEST_NAME} characters`),

  /**
   * Further domains.
   *
   * @default - none
   */
  alternatives: listOf(host)
    .refine((hosts) => hosts.length < MOST_DOMAINS, `at most ${MOST_DOMAINS - 1} further domains`)
    .optional(),
});

/** Settings of a certificate. */
export type CertificateConfig = z.infer<typeof certificate>;
