namespace MockCustomers.Manifests;

/// <summary>What becomes of a filter or a sort by a field that customers do not have.</summary>
public enum UnknownFields
{
    /// <summary>It is refused.</summary>
    Refused,

    /// <summary>No customer has it, as in a document database: nobody is equal to anything in it, and it decides no order.</summary>
    Absent,
}
