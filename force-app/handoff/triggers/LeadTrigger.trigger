/** Keeps the lifecycle of leads in the hands of the system. */
trigger LeadTrigger on Lead(before insert, before update, after insert, after update, after delete) {
    PersonTriggerHandler.run(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
