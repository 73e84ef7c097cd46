/**
 * One JSON line per fact: a constant message, everything else in fields, the correlation id among them.
 *
 * Never pass bodies, addresses, names or tokens. Errors are told by name, message and stack of our own and the SDK's making, which hold none.
 */
type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

const write = (level: 'info' | 'warn' | 'error', message: string, fields: Fields): void => {
  process.stdout.write(`${JSON.stringify({ level, message, at: new Date().toISOString(), ...fields })}\n`);
};

export const log = {
  info: (message: string, fields: Fields = {}): void => write('info', message, fields),
  warn: (message: string, fields: Fields = {}): void => write('warn', message, fields),
  /** With the chain of causes, outermost first. */
  error: (message: string, error: unknown, fields: Fields = {}): void => write('error', message, { ...fields, ...told(error) }),
};

function told(error: unknown): Fields {
  const chain: string[] = [];
  let stack: string | undefined;
  for (let each: unknown = error; each instanceof Error && chain.length < 5; each = each.cause) {
    chain.push(`${each.name}: ${each.message}`);
    stack = each.stack;
  }
  return { error: chain.join(' <- ') || typeof error, stack };
}

/** Counts something in the embedded metric format, which CloudWatch reads from the log. */
export function count(metric: string, value = 1): void {
  process.stdout.write(
    `${JSON.stringify({
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [{ Namespace: 'Crosswalk', Dimensions: [[]], Metrics: [{ Name: metric, Unit: 'Count' }] }],
      },
      [metric]: value,
    })}\n`,
  );
}
