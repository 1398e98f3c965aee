/** Completes health inputs and refuses impossible ones. */
trigger HealthInputTrigger on Health_Input__c(before insert, before update) {
    HealthInputTriggerHandler.beforeSave(Trigger.new);
}
