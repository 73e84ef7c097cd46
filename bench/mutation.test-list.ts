/** The fast tests of money, places and authorisation as one file: a worker for each mutant then starts once, not nine times. */
import '#test/domain/desk/authorise.test.ts';
import '#test/domain/fundraising/account.test.ts';
import '#test/domain/fundraising/changing.test.ts';
import '#test/domain/fundraising/gifts.test.ts';
import '#test/domain/fundraising/instalments.test.ts';
import '#test/domain/fundraising/life-of-a-pledge.test.ts';
import '#test/domain/fundraising/making-pledges.test.ts';
import '#test/domain/fundraising/payments.test.ts';
import '#test/domain/volunteering/slot-state.test.ts';
