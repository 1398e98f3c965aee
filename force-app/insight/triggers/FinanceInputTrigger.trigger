/** Completes finance inputs and refuses impossible ones. */
trigger FinanceInputTrigger on Finance_Input__c(before insert, before update) {
    FinanceInputTriggerHandler.beforeSave(Trigger.new);
}
