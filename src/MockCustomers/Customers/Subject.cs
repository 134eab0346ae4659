namespace MockCustomers.Customers;

/// <summary>Who stands behind a customer.</summary>
internal enum Subject
{
    Person,
    Company,
}
