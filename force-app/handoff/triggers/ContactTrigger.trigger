/** Keeps the lifecycle of contacts in the hands of the system. */
trigger ContactTrigger on Contact(before insert, before update) {
    PersonTriggerHandler.run(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
