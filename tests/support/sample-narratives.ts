// Invented narratives of real length for the sample report, each said of one question.

export type Narrative = { readonly heading: string; readonly body: string; readonly week: string };

export const keepNarratives: readonly Narrative[] = [
	{
		heading: 'You walk away early, and it pays for the rest',
		body: 'You agree that an opportunity that no longer qualifies is dropped and that nobody is blamed. Few companies can say so with a straight face. The habit pays twice: the seller gets the afternoon back, and the forecast loses a line that would have been explained four more times. What threatens it is a thin quarter, when a manager asks for “one more call” and everybody hears what that means. Guard it by counting what was dropped, and by saying out loud which of those drops freed the time for a deal that was won.',
		week: 'name one dropped deal in the team meeting and say what the time went into instead.'
	},
	{
		heading: 'Customers talk first, and your proposals show it',
		body: 'In a first meeting with you the customer does most of the talking, and what they say comes back in the proposal in their own words and numbers. That is why so few proposals surprise the reader. Keep the note-taking that makes it possible; it is the first thing to go when calls are summarised by software that nobody reads. A proposal that could have been written for a competitor’s customer is the sign that it has gone.',
		week: 'take the latest proposal and underline each sentence that the customer said first.'
	},
	{
		heading: 'Concessions are traded, not given',
		body: 'You strongly agree that nothing is given away without something in return. Buyers notice: a price that moves for nothing was never the price. What to guard it from is the last day of the quarter, when the person who approves discounts is also the person who owns the number. Write down what may be asked for in return, payment terms, a reference, an earlier start, so that a tired seller at seven in the evening has the list at hand.',
		week: 'put five things you may ask for on one card and give it to whoever approves discounts.'
	}
];

export const changeNarratives: readonly Narrative[] = [
	{
		heading: 'Qualified deals stop moving, and nobody says why',
		body: 'You agree that deals are well qualified, and you told us that most of the lost ones simply stopped. Either nobody feels the pain or nobody owns the budget; ask for the date on which it starts to cost money and you will know which. A deal that has a date argues for itself in the customer’s own meetings, where none of your sellers sits. A deal without one depends on goodwill, and goodwill is spent on whoever called last. You answered for everybody; a seller might put the share of silent deals higher than you do.',
		week: 'on Tuesday, take the ten oldest open deals and write beside each the date on which waiting starts to cost the customer money.'
	},
	{
		heading: 'You meet the person who signs too late to matter',
		body: 'You neither agreed nor disagreed that you meet the approver before the need is settled. By the time the need is settled somebody else has settled it, often with a competitor in the room. The question that decides it is simple: of the last five wins, in how many had you spoken with the person who signed before the first proposal went out? Four or five, and this is a matter of discipline. One or two, and it is the way you sell.',
		week: 'ask three sellers that question without saying why, and write the answers side by side.'
	},
	{
		heading: 'Coaching happens, after the deal is lost',
		body: 'Each seller gets coaching now and then, and most of it is about deals that are already decided. A conversation about a deal that is still open is uncomfortable for both, which is exactly why it works. With twenty sellers, two hours a week of update calls is one full-time seller whom you already pay. Take half of that time and spend it on one open deal each, with one question: what does the customer have to believe by the end of next week that they do not believe today?',
		week: 'on Thursday, sit in on one call, say nothing until it is over, then ask what the seller would do again.'
	},
	{
		heading: 'The decision date slips once, and then always',
		body: 'Deals are decided by the date that you expected less than half of the time. The first slip is weather; the second is climate. What usually happened between them is that a step on the customer’s side had no name and no day beside it. Ask for the step, not for the date: who reads the contract, how long do they take, who covers for them in August? A buyer who cannot say has not asked at home yet, and that is the most useful thing that you can learn this month.',
		week: 'add the customer’s next own step, with a name, to each deal that should close within sixty days.'
	}
];

export const stopNarratives: readonly Narrative[] = [
	{
		heading: 'Stop counting deals in which the customer has not moved',
		body: 'You agree that the pipeline holds deals in which the customer has not made a move for a month. A deal at 90% for the third quarter running is not a deal; it is a tenant. Each of these lines costs a few minutes in every review, and it costs more in the decisions that rest on the total: whom to hire, what to promise the board, which region looks healthy. Take them out and let the customer put them back in. The ones that matter return within a month, and they come back with a reason.',
		week: 'move every deal without a customer act in thirty days to a list of its own, and leave it out of the total.'
	},
	{
		heading: 'Stop proposing before doing nothing has a price',
		body: 'You disagree that the customer knows, by the time you propose, what it costs them to leave things as they are. Then your proposal is compared with nothing, and nothing is cheap, familiar and already approved. Most of your lost deals were lost to it. The figure does not have to be exact; it has to be theirs. Ask for the last time that the problem cost them a customer, an employee or a weekend, and stay silent until they have counted it.',
		week: 'let no proposal leave the house without one sentence on the cost of waiting, in the customer’s words.'
	}
];

export const unsureNarratives: readonly Narrative[] = [
	{
		heading: 'Somebody in your company knows this',
		body: 'You did not know how large a share of the qualified opportunities you win. That is an answer too: the person who plans next year’s hiring is guessing as well. Whoever keeps the deal records can count it in an hour, qualified on one side and won on the other, by the quarter in which they were qualified. If the two of you arrive at different figures, the difference is a better subject for the next review than the forecast.',
		week: 'ask for the count over the last four quarters, and say that you want it without an explanation.'
	}
];
