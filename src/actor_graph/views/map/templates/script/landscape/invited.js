/* A list of invitations: who is on it, who is tied to somebody on it by a tie that counts, and who is not reached. */

const invited = page.invited ? new Set(page.invited) : null;
const INVITED_STATES = ["in", "reached", "not", "other"];
/** How many of the partners of an actor, by ties that count, are invited. */
const invitedPartners = (actor) => new Set(tiesOf[actor].filter((end) => end.tie.counts && invited.has(end.actor)).map((end) => end.actor)).size;
/** How each stands to the list; without any tie that counts it is not known who would be reached. */
const invitedStates = !invited ? [] : actors.map((_, actor) => (invited.has(actor) ? "in" : !ties.some(({ counts }) => counts) ? "other" : invitedPartners(actor) ? "reached" : "not"));
const invitedWord = (actor) => (invited ? say(`invited_${invitedStates[actor]}`) : null);
const invitedShort = (actor) => (invitedStates[actor] === "reached" ? say("invited_reached_short") : invitedWord(actor));
const howManyInvited = (key) => invitedStates.filter((one) => one === key).length;
