/** Share cards: the pictures that messengers and social networks show for a link. Pure functions from data to SVG. */
export { campaignCard } from './campaign.tsx';
export { opportunityCard } from './opportunity.tsx';
export { CARD } from './size.ts';
