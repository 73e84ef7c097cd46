/** A clock that all functions of the runtime share and a test can move: an offset in shared memory, added wherever a worker asks for the time. */
export class SharedClock {
  readonly memory: SharedArrayBuffer;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
  }
  get offsetMs(): number {
    return new Float64Array(this.memory)[0] ?? 0;
  }
  set offsetMs(ms: number) {
    new Float64Array(this.memory)[0] = ms;
  }
  now(): number {
    return Date.now() + this.offsetMs;
  }
}

/** Makes `Date` of this thread tell the shared clock's time. Time zones, parsing and arithmetic stay the platform's. */
export function wearClock(memory: SharedArrayBuffer): void {
  const clock = new SharedClock(memory);
  const PlatformDate = globalThis.Date;
  const platformNow = PlatformDate.now;
  const now = (): number => platformNow() + clock.offsetMs;
  globalThis.Date = new Proxy(PlatformDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  });
}
