/** Share cards: the pictures that messengers and social networks show for a link. Pure functions from data to SVG. */
export { campaignCard } from './campaign.tsx';
export { CARD } from './look.ts';
export { opportunityCard } from './opportunity.tsx';
