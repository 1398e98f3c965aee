/** Completes absences and refuses impossible ones. */
trigger AbsenceTrigger on Absence__c(before insert, before update, after insert, after update, after delete) {
    AbsenceTriggerHandler.run(Trigger.operationType, Trigger.new);
}
