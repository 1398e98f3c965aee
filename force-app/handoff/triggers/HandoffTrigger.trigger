/** The gate of every write to a hand-off. */
trigger HandoffTrigger on Handoff__c(before insert, before update, before delete, after insert, after update) {
    HandoffTriggerHandler.run(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
