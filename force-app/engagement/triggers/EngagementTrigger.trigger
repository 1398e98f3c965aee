/** Normalises every touch before it is saved, and tells of it afterwards. */
trigger EngagementTrigger on Engagement__c(
    before insert,
    before update,
    after insert,
    after update,
    after delete,
    after undelete
) {
    EngagementTriggerHandler.run(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
