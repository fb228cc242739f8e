const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** Seconds of a time such as `5m`; `undefined` if it is invalid. */
export function secondsOf(time: string): number | undefined {
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(time) ?? [];

  return number === undefined ? undefined : Number(number) * SECONDS[unit as keyof typeof SECONDS];
}
