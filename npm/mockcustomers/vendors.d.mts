// Made of the vendors' specs and manifests; VendorNamesTests compares it, and leaves what it should be beside it.

/** The vendors that come with the sandbox: the names of their kinds, states and operations. */
export interface KnownVendors {
  align: {
    kinds: 'individual' | 'corporate';
    states: 'no_kyc_session' | 'kyc_session_created' | 'kyc_form_submission_started' | 'kyc_form_submission_accepted' | 'kyc_form_resubmission_required' | 'approved' | 'rejected';
    operations: 'get /v0/customers/{customer_id}' | 'listCustomers' | 'createCustomer' | 'updateDocuments' | 'createKycSession' | 'simulateCustomer' | 'listWebhooks' | 'createWebhook' | 'deleteWebhook';
  };
  allawee: {
    kinds: 'individual' | 'business';
    states: 'tier_1_verified' | 'tier_2_pending' | 'tier_2_failed' | 'tier_2_verified' | 'tier_3_verified' | 'inactive';
    operations: 'listCustomers' | 'createCustomer' | 'getCustomer' | 'updateCustomer' | 'listWebhooks' | 'createWebhook' | 'enableWebhook' | 'disableWebhook' | 'getWebhookSecret' | 'rollWebhookSecret' | 'getWebhook' | 'updateWebhook' | 'deleteWebhook';
  };
  flexprice: {
    kinds: 'company' | 'person';
    states: 'published' | 'archived' | 'deleted';
    operations: 'listCustomers' | 'createCustomer' | 'updateCustomer' | 'searchCustomers' | 'getCustomerByExternalId' | 'getCustomerByLookupKey' | 'getCustomer' | 'updateCustomerById' | 'deleteCustomer';
  };
  gurupay: {
    kinds: 'individual' | 'company';
    states: 'registered_with_post_address' | 'registered_without_post_address' | 'post_address_only' | 'without_addresses';
    operations: 'listCustomers' | 'getCustomer' | 'getAuth' | 'createWebhook' | 'getWebhook' | 'updateWebhook';
  };
  jani: {
    kinds: 'individual' | 'organization';
    states: 'active' | 'inactive' | 'suspended';
    operations: 'listCustomers' | 'createCustomer' | 'getCustomer' | 'updateCustomer';
  };
}
