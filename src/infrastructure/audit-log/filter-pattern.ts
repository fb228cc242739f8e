/**
 * Conditions of CloudWatch filter patterns on JSON, and the pattern of one.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export const pattern = (condition: string): string => `{ ${condition} }`;

/** True if the field has the text. A `*` at the beginning or the end stands for any text. */
export const is = (field: string, text: string): string => `$.${field} = "${text}"`;

export const isNot = (field: string, text: string): string => `$.${field} != "${text}"`;

export const isBelow = (field: string, number: number): string => `$.${field} < ${number}`;

export const all = (...conditions: readonly string[]): string => conditions.join(" && ");

/** True if the field has one of the texts. */
export const isOneOf = (field: string, texts: readonly string[]): string =>
  `(${texts.map((text) => is(field, text)).join(" || ")})`;

/** True if the field has none of the texts. */
export const isNoneOf = (field: string, texts: readonly string[]): string =>
  all(...texts.map((text) => isNot(field, text)));
