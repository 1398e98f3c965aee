/** Passes on to its handler. */
trigger TaskTrigger on Task(after insert, after update) {
    SalesActivityTriggerHandler.afterTasks(Trigger.new, Trigger.oldMap);
}
