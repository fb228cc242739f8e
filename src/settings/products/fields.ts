import { z } from "zod";
import { DNS_LABEL } from "../checking/dns-label";
import { ANY_REPOSITORY } from "../checking/repository";
import { SENTENCE } from "../checking/reason";

/** Characters of the longest name of a product. A namespace adds its environment's name. */
const LONGEST_PRODUCT = 40;

/** Characters of the longest name of an environment of a product. */
const LONGEST_ENVIRONMENT = 20;

/** DNS label of at most so many characters. */
export const nameOf = (longest: number) =>
  z
    .string()
    .max(longest, `at most ${longest} characters`)
    .regex(DNS_LABEL, "a DNS label: small letters, digits and hyphens, a letter first");

/** Name of a product or of a team. */
export const name = nameOf(LONGEST_PRODUCT);

/** Name of an environment of a product. */
export const ENVIRONMENT_NAME = nameOf(LONGEST_ENVIRONMENT);

const A_DATE = "a date such as 2027-03-31";

/** Day of this century, in the calendar's order of year, month and day. */
export const date = z.iso.date({ error: A_DATE, abort: true }).regex(/^20/, A_DATE);

/** Reason in words. */
export const sentence = z.string().max(500, "at most 500 characters").regex(SENTENCE, "a sentence");

/** Repository on GitHub, of any organisation. */
export const repository = z
  .string()
  .max(140, "at most 140 characters")
  .regex(ANY_REPOSITORY, "a repository with its organisation, such as example/website");

/** Whole number between two, both included. */
export const countWithin = (least: number, most: number) => {
  const words = `a whole number from ${least} to ${most}`;
  return z.int(words).min(least, words).max(most, words);
};

/** Whole number from 1 to the given one. */
export const countTo = (most: number) => countWithin(1, most);

/** Other tenant: a product and its environment, such as `flood-warnings/live`. */
export const tenant = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}\/[a-z][a-z0-9-]{0,19}$/,
    "a product and its environment, such as website/live",
  );
