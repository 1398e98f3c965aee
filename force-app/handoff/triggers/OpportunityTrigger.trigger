/** Lets hand-offs know what became of their opportunity, and questions be asked about its source. */
trigger OpportunityTrigger on Opportunity(after update) {
    OpportunityTriggerHandler.afterUpdate(Trigger.new, Trigger.oldMap);
}
