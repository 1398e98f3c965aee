/** Lets hand-offs know what became of their opportunity. */
trigger OpportunityTrigger on Opportunity(after update) {
    OpportunityOutcomes.follow(Trigger.new, Trigger.oldMap);
}
