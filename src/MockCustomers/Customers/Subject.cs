namespace MockCustomers.Customers;

/// <summary>Who stands behind a customer.</summary>
public enum Subject
{
    Person,
    Company,
}
