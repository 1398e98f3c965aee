/** Normalises every touch before it is saved. */
trigger EngagementTrigger on Engagement__c(before insert, before update) {
    EngagementTriggerHandler.run(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
