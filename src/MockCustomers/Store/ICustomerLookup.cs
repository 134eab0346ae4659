using MockCustomers.Customers;

namespace MockCustomers.Store;

/// <summary>Customers to look up: those of the moment, or those in the hands of a writer.</summary>
public interface ICustomerLookup
{
    /// <summary>The customer of that id; null when it is nobody's.</summary>
    CustomerHandle? Find(string id);

    /// <summary>The customers that have a value in a field by which customers can be found.</summary>
    IReadOnlyList<CustomerHandle> FindBy(string field, string value);

    Stratum StratumOf(CustomerHandle customer);
}
