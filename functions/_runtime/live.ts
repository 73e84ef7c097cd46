/** Wires a function on its first call, so that importing its file needs neither environment nor network. */

/** What the platform calls. `build` runs once; if it fails, the next call tries again. */
export function live<Event, Context, Answer>(
  build: () => (event: Event, context: Context) => Promise<Answer>,
): (event: Event, context: Context) => Promise<Answer> {
  let built: ((event: Event, context: Context) => Promise<Answer>) | undefined;
  return async (event, context) => {
    built ??= build();
    return built(event, context);
  };
}
