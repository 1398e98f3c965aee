/** Keeps the lifecycle of contacts in the hands of the system. */
trigger ContactTrigger on Contact(before insert, before update, after insert, after update, after delete) {
    PersonTriggerHandler.run(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
