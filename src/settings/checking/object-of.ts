import { z } from "zod";

/** One schema per key of `T`, no more and no fewer, and optional exactly where the key is. */
type Shape<T> = {
  readonly [Key in keyof T]-?: undefined extends T[Key]
    ? z.ZodOptional<z.ZodType<Exclude<T[Key], undefined>>>
    : z.ZodType<T[Key]>;
};

/** Schema of an object with the keys of `T`. `problemsOfIssue` puts its messages into words. */
export const objectOf = <T extends object>(shape: Shape<T>, what?: string): z.ZodType<T> =>
  z.strictObject(shape, {
    error: ({ code }) => (code === "unrecognized_keys" ? Object.keys(shape).join(", ") : what),
  }) as unknown as z.ZodType<T>;
