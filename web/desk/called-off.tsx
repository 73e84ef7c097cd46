/** Said of a slot wherever staff look at who comes to it. */
import type { JSX } from 'preact';
import type { Slot } from '#contracts/resources/opportunity.ts';
import type { View } from '../components/view.ts';

export const CalledOff = ({ view, slot }: { readonly view: View; readonly slot: Slot }): JSX.Element | null =>
  slot.calledOff ? (
    <>
      <span class="tag tag-late">{view.m.calledOff}</span>{' '}
    </>
  ) : null;
