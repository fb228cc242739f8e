/** Progress, for the person who waits. */
export interface LiveLine {
  /** Reports that something has begun or, with a text, how far it is. */
  show(name: string, text?: string): void;

  /** Reports the end, with the result in `line`. */
  end(name: string, line: string): void;

  /** Prints lines that stay, above the one that is rewritten. */
  say(lines: string): void;
}

/** Shows progress in one line that is rewritten; without a terminal, one line for each finished thing. */
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

/** Cuts a line to the terminal's width: a line that wraps could not be rewritten. */
const cut = (line: string, columns = Infinity): string =>
  line.length < columns ? line : `${line.slice(0, columns - 2)}…`;
