import RecordFormBase from 'host/recordFormBase';

/** `lightning-record-view-form`. */
export default class RecordViewForm extends RecordFormBase {}
