/** What must hold of every image a slot's ledger ever had. Throws with the image that breaks it. */
import type { PersonId } from '#contracts/values.ts';
import { outweighs } from '#domain/volunteering/attendance.ts';
import type { SlotLedger } from '#domain/volunteering/ports.ts';

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
  if (!previous) return;
  if (image.version !== previous.version + 1) broken('a version is missing');
  const { change } = image;
  const gives = change.kind === 'claimed' || (change.kind === 'resized' && change.places > change.placesBefore);
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
