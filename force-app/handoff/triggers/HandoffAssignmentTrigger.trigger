/** Lets only the system open and close assignments. */
trigger HandoffAssignmentTrigger on Handoff_Assignment__c(before insert, before update, before delete) {
    HandoffAssignmentTriggerHandler.run(Trigger.operationType, Trigger.new, Trigger.old);
}
