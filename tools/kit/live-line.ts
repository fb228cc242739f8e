/** Display of what is going on, for an engineer who waits. */
export interface LiveLine {
  /** Shows that something has begun or, with a text, how far it has come. */
  show(name: string, text?: string): void;

  /** Ends something, and shows in `line` how it went. */
  end(name: string, line: string): void;

  /** Prints lines that stay, above the one that is rewritten. */
  say(lines: string): void;
}

/** Shows what is going on in one line that is rewritten; without a terminal, one line for each that is over. */
export function liveLine(stream: NodeJS.WriteStream): LiveLine {
  const live = stream.isTTY && !process.env.CI;
  const running = new Map<string, string>();
  const redraw = () => live && stream.write(`\r\u001b[K${cut(describe(running), stream.columns)}`);

  return {
    show(name, text = "") {
      running.set(name, text === "" ? name : `${name}: ${text}`);
      redraw();
    },
    end(name, line) {
      running.delete(name);
      if (!live) {
        stream.write(`${line}\n`);
      }
      redraw();
    },
    say(lines) {
      stream.write(live ? `\r\u001b[K${lines}\n` : `${lines}\n`);
      redraw();
    },
  };
}

const describe = (running: ReadonlyMap<string, string>): string =>
  running.size > 0 ? `${[...running.values()].join(", ")} …` : "";

/** A line that wraps could not be rewritten. */
const cut = (line: string, columns = Infinity): string =>
  line.length < columns ? line : `${line.slice(0, columns - 2)}…`;
