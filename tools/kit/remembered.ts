/** A function that does its work once for each text, and remembers the result. */
export function remembered<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    if (!known.has(text)) {
      known.set(text, work(text));
    }
    return known.get(text)!;
  };
}
