/** Passes on to its handler. */
trigger EventTrigger on Event(after insert, after update) {
    SalesActivityTriggerHandler.afterEvents(Trigger.new);
}
