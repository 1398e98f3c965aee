/** Keeps the log append-only. */
trigger HandoffEventTrigger on Handoff_Event__c(before insert, before update, before delete) {
    HandoffEventTriggerHandler.run(Trigger.operationType, Trigger.new, Trigger.old);
}
