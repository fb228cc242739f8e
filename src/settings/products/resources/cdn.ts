import { z } from "zod";
import { exactObject, listOf } from "../../checking/exact-object";
import { countWithin, name } from "../fields";
import { LONGEST_NAME, MOST_DOMAINS } from "./certificate";
import { COMMON } from "./common";
import { domain } from "./zone";

/** Requests that one address may send in five minutes, before the firewall refuses it: what AWS takes. */
const RATE = { least: 10, most: 1_000_000 };

/** Paths of answers that are the same for all visitors, as a distribution can tell apart without an increase of the quota. */
const MOST_PATHS = 20;

const path = z
  .string()
  .max(255, "at most 255 characters")
  .regex(/^\/[\w./*-]+$/, "a path from /, such as /assets/*");

const page = z
  .string()
  .max(255, "at most 255 characters")
  .regex(/^\/[\w./-]+$/, "a path from /, such as /404.html");

const bucketOrigin = exactObject({
  /** Bucket of the namespace, by its name in the file. Its objects become public at the hosts, and nowhere else. */
  bucket: name,

  /**
   * Object that answers for `/`.
   *
   * @default index.html
   */
  mainPage: z
    .string()
    .regex(/^[\w-][\w./-]{0,254}$/, "the key of an object, such as index.html")
    .optional(),

  /**
   * Page that answers, with status 404, for an object that does not exist.
   *
   * @default - an answer of S3's own, with status 403
   */
  missingPage: page.optional(),
});

const hostOrigin = exactObject({
  /** Host of the namespace, as in `ingress`, whose answers CloudFront passes on. */
  host: domain,

  /**
   * Paths whose answers are the same for all visitors, which CloudFront keeps. It forwards no cookie and no query there.
   *
   * @default - none: each request comes to the host
   */
  cached: listOf(path)
    .refine((paths) => paths.length <= MOST_PATHS, `at most ${MOST_PATHS} paths`)
    .optional(),
});

/** Distribution of CloudFront, which answers visitors near them from a bucket or a host of the namespace. */
export const cdn = exactObject({
  ...COMMON,

  /** Zone of the namespace, by its name in the file, which has the records of the hosts and proves their certificate. */
  zone: name,

  /** Hosts that it answers for, of the zone or below it. */
  hosts: listOf(domain)
    .refine((hosts) => hosts.length > 0 && hosts.length <= MOST_DOMAINS, `one to ${MOST_DOMAINS} hosts`)
    .refine(
      ([first = ""]) => first.length <= LONGEST_NAME,
      `a first host of at most ${LONGEST_NAME} characters`,
    ),

  /** Place that the answers come from. */
  origin: z.union([bucketOrigin, hostOrigin], {
    error: "{ bucket, mainPage, missingPage } or { host, cached }",
  }),

  /**
   * Places from which it answers: North America and Europe, those and most others, or all. Visitors elsewhere are answered too,
   * from further away.
   *
   * @default PriceClass_100
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html
   */
  priceClass: z.enum(["PriceClass_100", "PriceClass_200", "PriceClass_All"]).optional(),

  /**
   * Refuses known attacks, addresses of bad repute, and addresses that send too much.
   *
   * @default - none, as with most sites that are objects alone
   */
  firewall: exactObject({
    /**
     * Requests that one address may send in five minutes.
     *
     * @default 2000
     */
    requestsPerFiveMinutes: countWithin(RATE.least, RATE.most).optional(),
  }).optional(),
});

/** Settings of a distribution. */
export type CdnConfig = z.infer<typeof cdn>;
