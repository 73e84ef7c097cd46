/** What must hold of every image a slot's ledger ever had. Throws with the image that breaks it. */
import type { PersonId } from '#contracts/values.ts';
import { millis } from '#domain/time.ts';
import { outweighs } from '#domain/volunteering/attendance.ts';
import type { SlotLedger } from '#domain/volunteering/ports.ts';
import { freeIn, leastWaiting, waitingIn } from '#domain/volunteering/waitlist.ts';

export function checkLedgerHistory(stream: readonly SlotLedger[]): void {
  const before = new Map<string, SlotLedger>();
  for (const image of stream) {
    checkImage(image, before.get(image.slotId));
    before.set(image.slotId, image);
  }
}

function checkImage(image: SlotLedger, previous: SlotLedger | undefined): void {
  const broken = (what: string): never => {
    throw new Error(`${what}: ${JSON.stringify({ image, previous })}`);
  };
  const sum = Object.values(image.claims).reduce((total, claim) => total + claim.places, 0);
  if (image.taken !== sum) broken(`taken is ${image.taken}, claims add up to ${sum}`);
  const unheld = Object.keys(image.attendance ?? {}).find((id) => image.claims[id as PersonId] === undefined);
  if (unheld !== undefined) broken(`${unheld} is marked at the door and has no places`);
  checkLine(image, broken);
  if (!previous) return;
  if (image.version !== previous.version + 1) broken('a version is missing');
  const { change } = image;
  const takes = change.kind === 'claimed' || (change.kind === 'resized' && change.places > change.placesBefore);
  const hadRoom = freeIn(previous) < (leastWaiting(previous) ?? Number.POSITIVE_INFINITY);
  if (change.kind === 'queued' && hadRoom && freeIn(previous) >= change.places) broken('somebody waits although there was room');
  const serves = change.kind === 'offered' || (change.kind === 'promoted' && !change.accepted);
  const gives = takes || serves;
  if (takes && freeIn(previous) >= (leastWaiting(previous) ?? Number.POSITIVE_INFINITY)) broken('somebody overtook those who wait');
  if (serves && (!('by' in change) || change.by === undefined)) checkTurn(previous, change.personId, broken);
  if (gives && image.taken + image.held > image.capacity) broken('more places given than there are');
  if (!('personId' in change)) return;
  const { personId } = change;
  if (change.kind === 'claimed' && previous.claims[personId]) broken('a second claim of one person');
  if (change.kind === 'claimed' && image.claims[personId]?.places !== change.places) broken('the claim is not what was claimed');
  if (change.kind === 'released' && image.claims[personId]) broken('released and still there');
  if (change.kind === 'marked' && !outweighs(change.attendance, previous.attendance?.[personId])) broken('a mark stands that weighs less');
  const others = (ledger: SlotLedger): string =>
    JSON.stringify(
      Object.entries(ledger.claims)
        .filter(([id]) => id !== personId)
        .sort(),
    );
  if (others(image) !== others(previous)) broken("somebody else's claim changed");
}

/** What the ledger says of those who wait fits together. */
function checkLine(image: SlotLedger, broken: (what: string) => never): void {
  const line = waitingIn(image);
  const offered = line.reduce((sum, { offer }) => sum + (offer?.places ?? 0), 0);
  if (image.waiting !== line.length) broken(`${image.waiting} wait, in line are ${line.length}`);
  if (image.held !== offered) broken(`held is ${image.held}, offers add up to ${offered}`);
  if (image.leastWaiting !== leastWaiting(image)) broken('the smallest gap of those who wait is another');
  if (new Set(line.map(({ since }) => since)).size !== line.length) broken('two stand at one place');
  if (line.some(({ personId }) => image.claims[personId])) broken('somebody waits for what they have');
  if (line.some(({ offer, places }) => offer && (offer.places < 1 || offer.places > places))) broken('an offer of what nobody wants');
}

/** Nobody before them could have been served. The rule once more, in other words. */
function checkTurn(previous: SlotLedger, personId: string, broken: (what: string) => never): void {
  const free = freeIn(previous);
  for (const one of waitingIn(previous)) {
    if (one.personId === personId) return;
    const missing = one.places - (one.offer?.places ?? 0);
    const isServable = one.offer ? missing > 0 && free > 0 : free >= (one.least ?? 1);
    if (isServable) broken('somebody was served before who stood before them');
  }
}

/** Once all that follows was done, nobody waits who could be served, and no offer stands that is over. */
export function checkNobodyLeftStanding(ledgers: Iterable<SlotLedger>, now: number): void {
  for (const ledger of ledgers) {
    const free = freeIn(ledger);
    const ends = [ledger.closesAt, ledger.startsAt].flatMap((one) => (one === undefined ? [] : [millis(one)]));
    for (const one of waitingIn(ledger)) {
      const missing = one.places - (one.offer?.places ?? 0);
      const isServable = ledger.state === 'open' && missing > 0 && free >= (one.offer ? 1 : (one.least ?? 1));
      const isOver = one.offer !== undefined && now >= millis(one.offer.until);
      if (isServable || isOver || ends.some((end) => now >= end))
        throw new Error(`somebody is left standing: ${JSON.stringify({ one, ledger })}`);
    }
  }
}
